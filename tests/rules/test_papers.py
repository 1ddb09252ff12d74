"""The rules about papers: shipped ones are sound and sourced, broken ones are refused with file, key and date."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from loket_app.domain.money import ZERO, Money
from loket_app.paths import resources
from loket_app.rules import RulesError, load_tables
from loket_app.rules.papers import load_paper_rules

NO_TITLE = re.compile("niet genoteerd|gevonden|elke maatschappij")
"""Words of what Loket says itself in the place of a title."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped rules, to be broken."""
    return Path(shutil.copytree(resources() / "rules" / "papers", tmp_path / "papers"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_rules() -> None:
    rules = load_paper_rules()
    assert [rule.id for rule in rules.rules if rule.firm] == ["valid-document"]
    assert {way.country: way.fee for way in rules.issuing} == {"BR": ZERO, "NG": Money.of("50")}
    assert rules.request.mail == "cid.teruggavedocumenten@ibz.fgov.be"
    assert rules.version.startswith("2026.11.3+")


def test_every_sentence_stands_in_four_languages_and_is_not_the_same_in_two() -> None:
    rules = load_paper_rules()
    sentences = [rule.why for rule in rules.rules] + [rules.request.proof]
    sentences += [remark.title for remark in rules.remarks]
    assert all(len({text.nl, text.fr, text.de, text.en}) == 4 for text in sentences)


def test_what_is_no_publication_is_said_in_the_language_of_the_reader() -> None:
    """A sentence of Loket, that no source was found, is no title that stays as it is in every language."""
    rules = load_paper_rules()
    sources = [
        *(need.source for need in rules.rules),
        *(rule.source for rule in load_tables().journey),
        *(each.source for each in rules.issuing),
        *(each.source for each in rules.remarks),
    ]
    told = [source.told for source in sources if source.told is not None]
    assert [source.title for source in sources if source.told is None and NO_TITLE.search(source.title)] == []
    assert len(told) == 9
    assert all(len({text.nl, text.fr, text.de, text.en}) == 4 for text in told)
    assert all(source.title == source.told.nl for source in sources if source.told is not None)


def test_the_other_tables_do_not_mind_them() -> None:
    assert load_tables()


@pytest.mark.parametrize(
    ("file", "change_to", "key", "says"),
    [
        ("needs/valid-document.toml", ('"passport"', '"pasport"'), "documents", "is not one of"),
        ("needs/valid-document.toml", ("documents = [", "documents = []\nold = ["), "old", "is not a key"),
        ("needs/valid-document.toml", ("order = 1", 'order = "1"'), "order", "whole number"),
        ("needs/valid-document.toml", ("order = 1", "order = 0"), "order", "from 1"),
        ("needs/valid-document.toml", ("order = 1", "order = 2"), "order", "is that of"),
        ("needs/valid-document.toml", ("firm = true", 'firm = "yes"'), "firm", "true or false"),
        ("needs/valid-document.toml", ("nl = ", "nl = ''\nxx = "), "title.xx", "is not a key"),
        ("needs/valid-document.toml", ("[source]", "[sources]"), "sources", "is not a key"),
        ("needs/valid-document.toml", ("checked_on", "#"), "source.checked_on", "is missing"),
        ("issuing/nigeria-emergency-certificate.toml", ("fee = 50", "fee = -50"), "fee", "negative"),
        ("issuing/nigeria-emergency-certificate.toml", ("fee = 50", "fee = 50.5"), "fee", "float"),
        ("issuing/nigeria-emergency-certificate.toml", ('"NG"', '"XX"'), "country", "no country"),
        ("remarks/stateless.toml", ('fr = "Aucune', 'es = "Aucune'), "source.title.es", "is not a key"),
        ("request.toml", ('title = "Fedasil', 'title = 3 # "Fedasil'), "source.title", "must be a text"),
        ("remarks/stateless.toml", ("[title]", "order = 1\n[title]"), "order", "is not a key"),
        ("request.toml", ("cid.teruggavedocumenten@", "cid "), "mail", "no address"),
        ("papers.toml", ("dated", "#"), "dated", "is missing"),
    ],
)
def test_a_mistake_is_refused_and_named(
    folder: Path, file: str, change_to: tuple[str, str], key: str, says: str
) -> None:
    change(folder / file, *change_to)
    with pytest.raises(RulesError) as refused:
        load_paper_rules(folder)
    assert refused.value.key == key
    assert says in refused.value.why
    assert refused.value.file in (file, "needs/birth-certificate.toml")
    assert "\n" not in str(refused.value)


def test_no_papers_named(folder: Path) -> None:
    path = folder / "needs" / "medical-papers.toml"
    change(path, 'documents = ["medical"]', "documents = []")
    with pytest.raises(RulesError, match="names the papers"):
        load_paper_rules(folder)


def test_a_date_is_named_with_the_mistake(folder: Path) -> None:
    change(folder / "needs" / "valid-document.toml", "order = 1", "order = 1\nfrom = 2026-01-01\nuntil = 2025-01-01")
    with pytest.raises(RulesError, match="2026-01-01") as refused:
        load_paper_rules(folder)
    assert refused.value.key == "until"


def test_files_that_belong_nowhere_and_files_that_are_missing(folder: Path) -> None:
    (folder / "else").mkdir()
    stray = folder / "else" / "x.toml"
    stray.write_text("", encoding="utf-8")
    with pytest.raises(RulesError, match=r"else/x\.toml: stands in none"):
        load_paper_rules(folder)
    stray.unlink()
    (folder / "needs" / "ghost.toml").write_text("", encoding="utf-8")
    with pytest.raises(RulesError, match="no condition has the id ghost"):
        load_paper_rules(folder)
    (folder / "needs" / "ghost.toml").rename(folder / "remarks" / "ghost.toml")
    with pytest.raises(RulesError, match="no condition has the id ghost"):
        load_paper_rules(folder)
    (folder / "remarks" / "ghost.toml").unlink()
    aside = (folder / "remarks" / "stateless.toml").rename(folder / "stateless.aside")
    with pytest.raises(RulesError, match=r"remarks/stateless\.toml: is missing"):
        load_paper_rules(folder)
    aside.rename(folder / "remarks" / "stateless.toml")
    (folder / "needs" / "transit-visa.toml").unlink()
    with pytest.raises(RulesError, match=r"needs/transit-visa\.toml: is missing"):
        load_paper_rules(folder)
    (folder / "request.toml").unlink()
    with pytest.raises(RulesError):
        load_paper_rules(folder)
