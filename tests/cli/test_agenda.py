"""`loket agenda`: the days of a real store as a calendar file, checked before a passphrase is asked for."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from loket_app.domain.conversation import Wait, WaitingFor
from loket_app.services.casefile import read_case, write_case
from loket_app.services.clock import Clock
from tests.cli.conftest import Loket, tree

TODAY = Clock().today()


@pytest.fixture
def waiting(loket: Loket, store: Path, secret: Path, stories: dict[str, Path], tmp_path: Path) -> Path:
    """A store with two cases that are asked about again, tomorrow and in a year; the second is somebody else's."""
    for name, days in (("agnes", 1), ("miftari", 365)):
        case = read_case(stories[name])
        wait = Wait("w", WaitingFor.IOM, since=TODAY, ask_again_on=TODAY + timedelta(days=days))
        file = tmp_path / f"{name}.json"
        file.write_bytes(write_case(replace(case, waits=(wait,), appointments=(), departure=type(case.departure)())))
        assert loket("store", "import", file, "--profile", store, "--passphrase-file", secret).code == 0
    return store


def starts(file: Path) -> list[str]:
    return [str(event.decoded("dtstart")) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")]


def test_four_weeks_from_today_or_the_days_that_were_asked_for(
    loket: Loket, waiting: Path, secret: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.ics"
    asked = ("agenda", "--ics", file, "--profile", waiting, "--passphrase-file", secret)
    said = loket(*asked, "--json")
    assert (said.code, said.err) == (0, "")
    assert str(TODAY + timedelta(days=1)) in starts(file)
    assert json.loads(said.out)["days"] == len(starts(file))
    year = TODAY + timedelta(days=365)
    said = loket(*asked, "--from", year, "--to", year, "--force")
    assert said.code == 0
    assert str(year) in starts(file)
    assert "without names" in said.out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--from", "2026-05-01", "--to", "2026-04-30"), "--to: Thu, 30 Apr 2026 comes before"),
        (("--from", "2026-02-31"), "--from"),
        (("--to", "1026-05-01"), "--to"),
    ],
)
def test_days_that_make_no_sense_are_one_line_and_no_file(
    loket: Loket, store: Path, tmp_path: Path, more: tuple[str, ...], said: str
) -> None:
    before = tree(tmp_path)
    answer = loket("agenda", "--ics", tmp_path / "a.ics", "--profile", store, *more)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert said in answer.err
    assert tree(tmp_path) == before


def test_a_file_that_is_there_stays(loket: Loket, waiting: Path, secret: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    file.write_text("mine")
    said = loket("agenda", "--ics", file, "--profile", waiting, "--passphrase-file", secret)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert file.read_text() == "mine"


def test_only_ones_own_and_no_file_for_nothing(loket: Loket, waiting: Path, secret: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    said = loket("agenda", "--ics", file, "--mine", "--profile", waiting, "--passphrase-file", secret)
    assert said.code == 0
    assert "no file was made" in said.out
    assert not file.exists()
