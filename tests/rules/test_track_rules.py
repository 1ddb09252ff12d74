"""The rules of the return track: complete, dated, sourced; a broken file is refused by file, key and date."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from loket_app.domain.conversation import Holder, KeyMoment
from loket_app.domain.tables import Confidence
from loket_app.domain.track_parts import FromFact, Phase, Unit
from loket_app.domain.track_rules import TermKind, TermRow
from loket_app.paths import resources
from loket_app.rules import RulesError, load_tables, load_track_rules

RULES = load_track_rules()
START = date(2024, 6, 27)
NEW = {
    KeyMoment.INFO_SESSION: (None, Unit.NONE, FromFact.REQUEST, Holder.SOCIAL_WORKER),
    KeyMoment.INTAKE: (None, Unit.NONE, FromFact.REQUEST, Holder.SOCIAL_WORKER),
    KeyMoment.NEGATIVE_DECISION: (5, Unit.CALENDAR_DAYS, FromFact.NEGATIVE_NOTIFIED, Holder.SOCIAL_WORKER),
    KeyMoment.APPEAL_HEARING: (7, Unit.CALENDAR_DAYS, FromFact.HEARING, Holder.SOCIAL_WORKER),
    KeyMoment.REFUSAL_FIRST: (None, Unit.NONE, FromFact.FINAL_NOTIFIED, Holder.SOCIAL_WORKER),
    KeyMoment.REFUSAL_SECOND: (None, Unit.NONE, FromFact.REFUSAL_FIRST_HELD, Holder.SOCIAL_WORKER),
    KeyMoment.REFUSAL_THIRD: (None, Unit.NONE, FromFact.REFUSAL_SECOND_HELD, Holder.SOCIAL_WORKER),
    KeyMoment.OTP_INTAKE: (4, Unit.WORKING_DAYS, FromFact.OTP_ARRIVAL, Holder.SOCIAL_WORKER),
    KeyMoment.OTP_ICAM_INTAKE: (7, Unit.WORKING_DAYS, FromFact.OTP_INTAKE_HELD, Holder.ICAM_COACH),
    KeyMoment.OTP_OPTIONS: (None, Unit.NONE, FromFact.OTP_ICAM_INTAKE_HELD, Holder.SOCIAL_WORKER),
    KeyMoment.OTP_OUTTAKE: (-3, Unit.WORKING_DAYS, FromFact.AID_ENDS, Holder.SOCIAL_WORKER),
    KeyMoment.OTP_ICAM_DECISION: (None, Unit.NONE, FromFact.OTP_OUTTAKE_HELD, Holder.ICAM_COACH),
    KeyMoment.OTP_ICAM_HEARING: (None, Unit.NONE, FromFact.AID_ENDS, Holder.ICAM_COACH),
}
"""Every row of the domain notes on the return track."""


def _told(row: TermRow | None) -> tuple[int | None, Unit, FromFact, Holder]:
    assert row is not None
    return row.count, row.unit, row.from_fact, row.holder


def test_the_instruction_row_by_row() -> None:
    assert [rule.moment for rule in RULES.moments] == list(NEW)
    assert {rule.moment: _told(rule.row(START)) for rule in RULES.moments} == NEW
    assert all(rule.rows[-1].source.confidence is Confidence.HIGH for rule in RULES.moments)


def test_before_the_instruction_nothing_but_the_fact_sheet() -> None:
    before = {rule.moment: row for rule in RULES.moments if (row := rule.row(date(2024, 6, 26)))}
    assert set(before) == {
        KeyMoment.INFO_SESSION,
        KeyMoment.NEGATIVE_DECISION,
        KeyMoment.OTP_INTAKE,
        KeyMoment.OTP_OPTIONS,
        KeyMoment.OTP_OUTTAKE,
    }
    assert all(row.count is None and row.source.confidence is Confidence.LOW for row in before.values())


def test_the_aid_of_thirty_days() -> None:
    refusal, place = RULES.aid_rule(TermKind.AID_AFTER_REFUSAL), RULES.aid_rule(TermKind.AID_IN_OTP)
    assert [(row.count, row.agreement_needed) for row in (*refusal.rows, *place.rows)] == [
        (30, False),
        (30, False),
        (30, True),
    ]
    assert refusal.row(date(2024, 6, 26)) is None


def test_every_conversation_covers_something_and_every_point_is_used() -> None:
    used = {point for rule in RULES.moments for row in rule.rows for point in row.points}
    assert used == {point.id for point in RULES.points}
    assert all(rule.rows[-1].points for rule in RULES.moments)
    assert RULES.point("options") is not None
    assert RULES.point("gone") is None


def test_how_it_is_kept_is_known_of_three_phases() -> None:
    kept = {each.phase for each in RULES.registrations}
    assert kept == {Phase.PROCEDURE, Phase.NEGATIVE_DECISION, Phase.OPEN_RETURN_PLACE}
    assert RULES.registration(Phase.FINAL_REFUSAL) is None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped rules, to be broken."""
    return Path(shutil.copytree(resources() / "rules" / "track", tmp_path / "track"))


BROKEN = [
    ("otp-intake.toml", "count = 4", "count = 0", "row[2].count", "is no term"),
    ("otp-intake.toml", "count = 4", "count = 4.5", "row[2].count", "whole number"),
    ("otp-intake.toml", "count = 4", "count = true", "row[2].count", "whole number"),
    ("otp-intake.toml", "count = 4", "count = 4000", "row[2].count", "whole number from"),
    ("otp-intake.toml", "count = 4\n", "", "row[2].count", "is missing"),
    ("otp-intake.toml", 'unit = "working_days"', 'unit = "weeks"', "row[2].unit", "is not one of"),
    ("otp-intake.toml", 'unit = "working_days"', 'unit = "none"', "row[2].unit", "leave both out"),
    ("otp-intake.toml", '"options"', '"optoins"', "row[2].points", "is not in points.toml"),
    ("otp-intake.toml", "from = 2024-06-27", "from = 2024-06-26", "row[2].from", "must be after"),
    ("otp-intake.toml", "from = 2024-06-27", "form = 2024-06-27", "row[2].form", "is not a key"),
    ("otp-intake.toml", 'confidence = "H"', 'confidence = "X"', "row[2].source.confidence", "is not one of"),
    ("otp-intake.toml", 'holder = "social_worker"', 'holder = "me"', "row[2].holder", "is not one of"),
    ("otp-intake.toml", "order = 8", "order = 9", "order", "is the place of"),
    ("otp-intake.toml", "order = 8", "order = 99", "order", "whole number from 1"),
    ("otp-intake.toml", 'moment = "otp_intake"', 'moment = "otp_options"', "", "is about otp_options"),
    ("aid-in-otp.toml", "agreement_needed = true", "agreement_needed = 1", "row[2].agreement_needed", "true or false"),
    ("points.toml", 'id = "obstacles"', 'id = "attitude"', "point[8].id", "stands here twice"),
    ("points.toml", 'nl = "Wat houdt de persoon tegen"', 'nl = ""', "point[8].title.nl", "is empty"),
    ("registration.toml", 'phase = "procedure"', 'phase = "negative_decision"', "registration[2].phase", "twice"),
    ("track.toml", "dated = 2026-11-21", "", "dated", "is missing"),
]


@pytest.mark.parametrize("mistake", BROKEN, ids=[f"{row[3]} {row[4]}" for row in BROKEN])
def test_a_mistake_is_refused_and_named(folder: Path, mistake: tuple[str, str, str, str, str]) -> None:
    file, old, new, key, why = mistake
    place = folder / file
    text = place.read_text(encoding="utf-8")
    head, found, tail = text.rpartition(old)
    assert found
    place.write_text(head + new + tail, encoding="utf-8")
    with pytest.raises(RulesError) as raised:
        load_track_rules(folder)
    error = raised.value
    if key:
        assert (error.file, error.key) == (file, key)
    assert why in error.why
    assert "\n" not in str(error)
    assert error.day == (START if key.startswith("row[2]") and "form" not in new and old[:4] != "from" else error.day)


@pytest.mark.parametrize("file", ["otp-intake.toml", "aid-in-otp.toml", "points.toml", "track.toml"])
def test_a_file_that_is_gone_is_missed(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(RulesError):
        load_track_rules(folder)


def test_the_rules_of_the_track_do_not_change_the_version_of_the_tables(tmp_path: Path) -> None:
    whole = Path(shutil.copytree(resources() / "rules", tmp_path / "rules"))
    (whole / "track" / "points.toml").write_text("broken", encoding="utf-8")
    assert load_tables(whole).version == load_tables().version
