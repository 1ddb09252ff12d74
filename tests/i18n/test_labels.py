"""No value and no field of a case goes without a name, and no two values share one."""

from __future__ import annotations

import importlib
import pkgutil
from enum import Enum

import pytest

import loket_app.domain
from loket_app.domain.answers import Missing
from loket_app.domain.case import Desk
from loket_app.domain.shape import patterns
from loket_app.domain.stay import Authority
from loket_app.domain.tables import Verdict
from loket_app.i18n import LANGUAGES, using
from loket_app.i18n.fields import FIELDS, HELP
from loket_app.i18n.labels import LABELS, capital, field_help, field_label, label, yes_no

NO_BREAK = "\u00a0"


def _enums() -> set[type[Enum]]:
    modules = [
        importlib.import_module(f"loket_app.domain.{found.name}")
        for found in pkgutil.iter_modules(loket_app.domain.__path__)
    ]
    return {
        thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Enum) and thing.__module__ == module.__name__
    }


def test_every_enum_of_the_domain_has_its_table_and_every_member_its_word() -> None:
    assert set(LABELS) == _enums()
    assert {kind: set(table) for kind, table in LABELS.items()} == {kind: set(kind) for kind in _enums()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", LABELS, ids=lambda kind: kind.__name__)
def test_no_two_members_of_an_enum_are_called_alike(kind: type[Enum], lang: str) -> None:
    with using(lang):
        words = [label(member) for member in kind]
    assert len({word.casefold() for word in words}) == len(words)
    assert all(words)


def test_every_place_of_a_case_has_a_label_and_no_label_lacks_its_place() -> None:
    assert set(FIELDS) == {pattern for pattern, _ in patterns()}
    assert set(HELP) <= set(FIELDS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_fields_that_stand_side_by_side_are_called_alike(lang: str) -> None:
    with using(lang):
        named = [(pattern.rpartition("/")[0], field_label(pattern)) for pattern in FIELDS]
    assert len(set(named)) == len(named)


def test_ids_in_a_path_do_not_matter() -> None:
    with using("nl"):
        assert field_label("household/3f2a/birth_date") == field_label("household/birth_date") == "Geboortedatum"
        assert field_label("household/a/identifiers/b/number") == "Nummer"
        assert field_help("household/3f2a/birth_date") == field_help("household/birth_date")
        assert field_help("household/sex") is None
    with pytest.raises(KeyError):
        field_label("stay/shoe_size")


VERDICTS = {
    "nl": "komt in aanmerking|voorleggen aan Fedasil|andere weg: DVZ|komt niet in aanmerking|nog niet te zeggen",
    "fr": "entre en ligne de compte|à soumettre à Fedasil|autre voie : OE|n'entre pas en ligne de compte"
    "|pas encore possible à dire",
    "de": "kommt in Betracht|Fedasil vorlegen|anderer Weg: Ausländeramt|kommt nicht in Betracht|noch nicht zu sagen",
    "en": "eligible|ask Fedasil|other route: Immigration Office|not eligible|can't be said yet",
}


@pytest.mark.parametrize(("lang", "words"), VERDICTS.items())
def test_the_verdicts_are_said_in_the_agreed_words(lang: str, words: str) -> None:
    with using(lang):
        assert [label(verdict).replace(NO_BREAK, " ") for verdict in Verdict] == words.split("|")


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("nl", ["Brussel", "Antwerpen", "Gent", "Luik", "DVZ", "CGVS", "RVV"]),
        ("fr", ["Bruxelles", "Anvers", "Gand", "Liège", "OE", "CGRA", "CCE"]),
    ],
)
def test_desks_and_authorities_carry_their_local_names(lang: str, names: list[str]) -> None:
    members = (Desk.BRUSSELS, Desk.ANTWERP, Desk.GHENT, Desk.LIEGE, Authority.DVZ, Authority.CGVS, Authority.RVV)
    with using(lang):
        assert [label(member) for member in members] == names
    with using("de"):
        assert label(Desk.LIEGE) == "Lüttich"
        assert label(Authority.DVZ) == "Ausländeramt"


def test_missing_answers_and_truths_have_words() -> None:
    with using("nl"):
        assert [label(why) for why in Missing] == ["niet gevraagd", "onbekend", "wil niet antwoorden"]
        assert [yes_no(truth) for truth in (True, False)] == ["ja", "nee"]
        assert capital(label(Missing.NOT_ASKED)) == "Niet gevraagd"
    assert capital("") == ""
