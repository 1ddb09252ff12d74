"""The hours of the free number: sources side by side with a decision; a mistake is refused with file and key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from loket_app.domain.tables import Confidence
from loket_app.paths import resources
from loket_app.rules import RulesError, load_tables
from loket_app.rules.contacts import load_free_number

NUMBER = "free-number.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What comes with Loket, to be broken."""
    return Path(shutil.copytree(resources() / "rules" / "contacts", tmp_path / "contacts"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_brochure_counts_and_what_others_say_stands_beside_it() -> None:
    number = load_free_number()
    assert number.hours.nl == "op werkdagen van 9 tot 17 uur"
    assert (number.source.confidence, bool(number.source.title)) == (Confidence.HIGH, True)
    assert any("13.30 tot 16 uur" in other.says.nl for other in number.other_sources)
    assert number.decision is not None
    for text in (number.hours, number.decision, *(other.says for other in number.other_sources)):
        assert len({text.nl, text.fr, text.de, text.en}) == 4
    assert number.version.startswith("2026.11.1+")


def test_the_other_tables_do_not_mind_them() -> None:
    assert load_tables()


@pytest.mark.parametrize(
    ("file", "change_to", "key", "says"),
    [
        (NUMBER, ("[hours]", "[ours]"), "ours", "is not a key"),
        (NUMBER, ("nl = ", "xx = "), "hours.xx", "is not a key"),
        (NUMBER, ('nl = "op', 'nl = ""\nxnl = "op'), "hours.xnl", "is not a key"),
        (NUMBER, ('nl = "op werkdagen van 9 tot 17 uur"', 'nl = " "'), "hours.nl", "is empty"),
        (NUMBER, ("checked_on", "#"), "source.checked_on", "is missing"),
        (NUMBER, ('confidence = "L"', 'confidence = "X"'), "other[2].confidence", "is not one of"),
        (NUMBER, ("[decision]", "[other_decision]"), "other_decision", "is not a key"),
        (NUMBER, ("[hours]", "[hours"), "", "is not TOML"),
        ("contacts.toml", ("dated", "#"), "dated", "is missing"),
    ],
)
def test_a_mistake_is_refused_and_named(
    folder: Path, file: str, change_to: tuple[str, str], key: str, says: str
) -> None:
    change(folder / file, *change_to)
    with pytest.raises(RulesError) as refused:
        load_free_number(folder)
    assert (refused.value.file, refused.value.key) == (file, key)
    assert says in refused.value.why
    assert "\n" not in str(refused.value)


def test_sources_that_differ_need_a_decision(folder: Path) -> None:
    path = folder / NUMBER
    before, _decision, after = path.read_text(encoding="utf-8").partition("[decision]")
    path.write_text(before + after[after.index("[source]") :], encoding="utf-8")
    with pytest.raises(RulesError, match=r"free-number\.toml: decision: is missing"):
        load_free_number(folder)


def test_a_stray_file_and_a_missing_one(folder: Path) -> None:
    stray = folder / "stray.toml"
    stray.write_text("", encoding="utf-8")
    with pytest.raises(RulesError, match=r"stray\.toml: is neither"):
        load_free_number(folder)
    stray.unlink()
    (folder / NUMBER).unlink()
    with pytest.raises(RulesError, match=r"free-number\.toml: is missing"):
        load_free_number(folder)
