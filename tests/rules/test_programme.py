"""What the programme says beside its rules: each sentence with its source; a mistake is refused with file and key."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from loket_app.domain.programme import ABOUT, BUDGET_TERM
from loket_app.paths import resources
from loket_app.rules import RulesError, load_tables
from loket_app.rules.programme import load_programme


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What comes with Loket, to be broken."""
    return Path(shutil.copytree(resources() / "rules" / "programme", tmp_path / "programme"))


def test_each_is_said_in_four_languages_with_its_source() -> None:
    programme = load_programme()
    for about in ABOUT:
        said = programme.says(about)
        assert len({said.title.nl, said.title.fr, said.title.de, said.title.en}) == 4
        assert (bool(said.source.title), bool(said.source.checked_on)) == (True, True)
    assert programme.version.startswith("2026.11.2+")


def test_the_term_of_the_budget_is_a_figure_of_its_file() -> None:
    programme = load_programme()
    assert {about: programme.says(about).months for about in ABOUT} == {**dict.fromkeys(ABOUT, 0), BUDGET_TERM: 12}


def test_the_other_tables_do_not_mind_them() -> None:
    assert load_tables()


@pytest.mark.parametrize(
    ("file", "change", "key", "says"),
    [
        ("paid-back.toml", ("[title]", "[titel]"), "titel", "is not a key"),
        ("paid-back.toml", ("checked_on", "#"), "source.checked_on", "is missing"),
        ("budget-term.toml", ('confidence = "H"', 'confidence = "X"'), "source.confidence", "is not one of"),
        ("budget-term.toml", ("months = 12", "months = 0"), "months", "must be a whole number"),
        ("budget-term.toml", ("months = 12", ""), "months", "is missing"),
        ("paid-back.toml", ("[title]", "months = 12\n[title]"), "months", "is not a key"),
        ("programme.toml", ("dated", "#"), "dated", "is missing"),
    ],
)
def test_a_mistake_is_refused_and_named(folder: Path, file: str, change: tuple[str, str], key: str, says: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(RulesError) as refused:
        load_programme(folder)
    assert (refused.value.file, refused.value.key) == (file, key)
    assert says in refused.value.why


def test_a_stray_file_and_a_missing_one(folder: Path) -> None:
    stray = folder / "stray.toml"
    stray.write_text("", encoding="utf-8")
    with pytest.raises(RulesError, match=r"stray\.toml: is none of"):
        load_programme(folder)
    stray.unlink()
    (folder / "paid-back.toml").unlink()
    with pytest.raises(RulesError, match=r"paid-back\.toml: is missing"):
        load_programme(folder)
