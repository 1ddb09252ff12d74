"""`--figures PACK`: the figures of a desk on top, marked as the desk's wherever they count; a bad pack prints nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loket_app.domain.layer import Entry
from loket_app.exchange.rules_pack import write_pack
from tests.cli.conftest import Loket, tree
from tests.documents.reading import words
from tests.domain.layers import BUDGET, confirmed, proposal

DEPARTURE = ("--departure", "2026-05-04")


def _written(folder: Path, *entries: Entry) -> Path:
    file = folder / "pack.json"
    file.write_bytes(write_pack("GNT", date(2026, 4, 15), "2026.11", list(entries)))
    return file


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A budget that Ghent confirmed on 14 April 2026: Abdulmueen's country needs a visa."""
    return _written(tmp_path, confirmed(proposal()))


def test_the_desks_amount_counts_and_is_marked_in_words(loket: Loket, stories: dict[str, Path], pack: Path) -> None:
    said = loket("check", stories["abdulmueen"], "--figures", pack, *DEPARTURE)
    assert (said.code, said.err) == (0, "")
    support = " ".join(said.out.split("Reintegration support, in kind")[1].split("To ask")[0].split())
    assert "1.500,00 € · figure of the desk Ghent" in support.replace("\u00a0", " ")
    assert "figure of the return desk Ghent · confirmed on 14/04/2026 · Mail of the voluntary-return cell" in support
    assert "and the figures that the return desk Ghent gave on 15/04/2026." in " ".join(said.out.split())
    assert "tables of Loket alone" not in said.out


def test_without_a_pack_no_line_is_the_desks(loket: Loket, stories: dict[str, Path]) -> None:
    assert "tables of Loket alone" in loket("check", stories["abdulmueen"]).out
    advice = json.loads(loket("check", stories["abdulmueen"], "--json").out)
    assert (advice["tables"]["desk_figures"], advice["tables"]["pack"]) == (False, None)
    assert {line["desk_figures"] for part in ("premium", "support") for line in advice[part]["lines"]} == {None}


def test_json_says_of_each_line_whose_it_is(loket: Loket, stories: dict[str, Path], pack: Path) -> None:
    advice = json.loads(loket("check", stories["abdulmueen"], "--figures", pack, "--json", *DEPARTURE).out)
    assert advice["tables"]["pack"] == {"desk": "GNT", "exported_on": "2026-04-15"}
    assert advice["tables"]["desk_figures"] is True
    assert "+GNT." in advice["tables"]["version"]
    assert [line["desk_figures"] for line in advice["premium"]["lines"]] == [None]
    budget = next(line for line in advice["support"]["lines"] if line["figure"] == BUDGET)
    assert budget["desk_figures"] == {"desk": "GNT", "confirmed_on": "2026-04-14"}
    assert budget["low"] == "1500.00"


def test_the_day_before_the_desks_figure_begins_the_tables_count(
    loket: Loket, stories: dict[str, Path], pack: Path
) -> None:
    for day, desk in (("2025-12-31", None), ("2026-01-01", "GNT")):
        advice = json.loads(loket("check", stories["abdulmueen"], "--figures", pack, "--json", "--departure", day).out)
        (found,) = {
            line["desk_figures"] and line["desk_figures"]["desk"]
            for line in advice["support"]["lines"]
            if line["figure"] == BUDGET
        }
        assert found == desk


@pytest.mark.parametrize(("lang", "place"), [("nl", "Gent"), ("fr", "Gand"), ("de", "Gent"), ("en", "Ghent")])
def test_paper_says_whose_figure_it_is(
    loket: Loket, stories: dict[str, Path], pack: Path, lang: str, place: str
) -> None:
    for command in ("summary", "explain"):
        target, plain = (pack.parent / f"{command}-{name}.pdf" for name in ("desk", "plain"))
        said = loket(command, stories["abdulmueen"], "--figures", pack, "-o", target, "--lang", lang)
        assert (said.code, said.err) == (0, "")
        assert place in words(target.read_bytes())
        loket(command, stories["abdulmueen"], "-o", plain, "--lang", lang)
        assert place not in words(plain.read_bytes())


def _entry(**changes: Any) -> Callable[[dict[str, Any]], None]:
    return lambda data: data["entries"][0].update(changes)


def _twice(data: dict[str, Any]) -> None:
    data["entries"].append(data["entries"][0] | {"id": "e2"})


def _sourceless(data: dict[str, Any]) -> None:
    del data["entries"][0]["source"]


BAD: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "newer": (lambda data: data.update(loket_rules_pack=99), "loket_rules_pack: "),
    "negative": (_entry(amount="-5.00"), "entries/1/amount: "),
    "float": (_entry(amount=1500.5), "entries/1/amount: "),
    "two values for one date": (_twice, "entries/2/from: "),
    "no such country": (_entry(countries=["QQ"]), "entries/1/countries: "),
    "no source": (_sourceless, "entries/1/source: "),
    "altered": (_entry(reason="Another."), "sha256: "),
    "no pack": (lambda data: data.pop("loket_rules_pack"), "rules pack"),
}


Refused = Callable[[Path, list[str]], str]


@pytest.fixture
def refused(loket: Loket, stories: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Refused:
    """Type a command with a pack: the one line that names the file, and nothing else, is what it gives."""

    def typed_with(pack: Path, typed: list[str]) -> str:
        monkeypatch.chdir(pack.parent)
        before = tree(pack.parent)
        said = loket(typed[0], stories["abdulmueen"], *typed[1:], "--figures", pack)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
        assert str(pack) in said.err
        assert tree(pack.parent) == before
        return said.err

    return typed_with


@pytest.mark.parametrize("flaw", BAD)
def test_a_bad_pack_is_refused_in_one_line_and_nothing_is_printed(refused: Refused, pack: Path, flaw: str) -> None:
    spoil, place = BAD[flaw]
    data = json.loads(pack.read_text("utf-8"))
    spoil(data)
    pack.write_text(json.dumps(data), "utf-8")
    assert place in refused(pack, ["check", "--json"])


def test_a_pack_without_a_figure_writes_no_paper(refused: Refused, tmp_path: Path) -> None:
    empty = _written(tmp_path)
    for command in (["check"], ["summary", "-o", "out.pdf"], ["explain", "-o", "out.pdf"]):
        assert "entries: This pack holds no figure. Ask the desk" in refused(empty, command)


def test_a_figure_that_loket_does_not_know_is_named(refused: Refused, tmp_path: Path) -> None:
    assert "entries/1/figure: " in refused(_written(tmp_path, confirmed(proposal("budget-moon"))), ["check"])


def test_a_value_that_leaves_days_without_one_is_refused(refused: Refused, tmp_path: Path) -> None:
    long_ago = proposal(start=date(2000, 1, 1), end=date(2000, 12, 31))
    assert "entries/1: " in refused(_written(tmp_path, confirmed(long_ago)), ["check"])


def test_a_huge_pack_is_not_read(refused: Refused, pack: Path) -> None:
    with pack.open("wb") as hole:
        hole.truncate(200_000_000)
    assert "1 MB" in refused(pack, ["check"])


@pytest.mark.parametrize(("content", "place"), [("", "empty"), ("{", "line 1"), ("[]", "rules pack")])
def test_a_file_that_is_no_pack_is_said_to_be_none(refused: Refused, pack: Path, content: str, place: str) -> None:
    pack.write_text(content, "utf-8")
    assert place in refused(pack, ["check"])
