"""The intake of a family of five from Kosovo, as it is typed in Dutch. The people are invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Relation, Sex
from tests.at_work import until
from tests.e2e.keyboard import Keyboard, where


@dataclass(frozen=True)
class Member:
    """Somebody as typed, and what that stands for."""

    family_name: str
    given_names: str
    relation_key: str
    relation: Relation
    sex_key: str
    sex: Sex
    born: str
    birth_date: PartialDate


FAMILY = (
    Member("Miftari", "Shpëtim", "", Relation.APPLICANT, "m", Sex.MALE, "3/4/1987", PartialDate(1987, 4, 3)),
    Member(
        "Miftari-Krasniqi",
        "Vjosë",
        "p",
        Relation.PARTNER,
        "v",
        Sex.FEMALE,
        "±1990",
        PartialDate(1990, estimated=True),
    ),
    Member("Miftari", "Liridon", "k", Relation.CHILD, "m", Sex.MALE, "2015", PartialDate(2015)),
    Member("Miftari", "Blerta", "k", Relation.CHILD, "v", Sex.FEMALE, "9/2018", PartialDate(2018, 9)),
    Member("Miftari", "Arbnora", "k", Relation.CHILD, "v", Sex.FEMALE, "28/2/2022", PartialDate(2022, 2, 28)),
)
STREET, POSTCODE, TOWN, PHONE = "Ooievaarstraat 12", "9000", "Gentbrugge", "0470123456"
PASSPORT = "PX4471903"
DEPARTURE = date(2026, 6, 15)
TYPED = (
    *sorted({name for member in FAMILY for name in (member.family_name, member.given_names)}),
    *(STREET, TOWN, PASSPORT, "470123456"),
)
"""What nobody may read outside the store."""


def intake(keys: Keyboard) -> None:
    """Who they are, where they live, what they want. Starts on any page, ends in the intake step."""
    keys.ctrl(Qt.Key.Key_N)
    until(lambda: where() == "Familienaam")
    for number, member in enumerate(FAMILY):
        if number:
            keys.push("Gezinslid toevoegen")
            until(lambda: where() == "Familienaam")
        _member(keys, member)
    keys.answer("Straat en nummer", STREET)
    keys.answer("Postcode", POSTCODE)
    keys.answer("Gemeente", TOWN)
    keys.answer("Telefoon", PHONE)
    keys.answer("Land van bestemming", "kos")
    keys.answer("Gewenste vertrekdatum", "15/6/2026")


def the_rest(keys: Keyboard) -> None:
    """The other steps, to the summary."""
    _eligibility(keys)
    _papers(keys)
    _consents(keys)
    keys.alt(Qt.Key.Key_6)


def _member(keys: Keyboard, member: Member) -> None:
    keys.answer("Familienaam", member.family_name)
    keys.answer("Voornamen", member.given_names)
    if member.relation_key:
        keys.answer("Band met de aanvrager", member.relation_key)
    keys.answer("Geslacht", member.sex_key)
    keys.answer("Geboortedatum", member.born)
    keys.answer("Nationaliteit", "kos")


def _eligibility(keys: Keyboard) -> None:
    keys.alt(Qt.Key.Key_2)
    for question, key in (
        ("Eigen vrije keuze", "j"),
        ("Goed geïnformeerd", "j"),
        ("Verblijfssituatie", "a"),
        ("Dublinoverdracht", "n"),
        ("In een gesloten centrum", "n"),
        ("Zorg over openbare orde of veiligheid", "n"),
        ("Eerder terugkeersteun gekregen", "n"),
        ("Recht om zich daar te vestigen", "l"),
    ):
        keys.answer(question, key)


def _papers(keys: Keyboard) -> None:
    keys.alt(Qt.Key.Key_4)
    keys.push("Document toevoegen")
    until(lambda: where() == "Voor wie")
    keys.answer("Document", "p")
    keys.answer("Stand van het document", "i")
    keys.answer("Documentnummer", PASSPORT)
    keys.push("Kost toevoegen")
    keys.answer("Soort kost", "pas")
    keys.answer("Bedrag", "42,50")


def _consents(keys: Keyboard) -> None:
    keys.alt(Qt.Key.Key_5)
    whose = f"{FAMILY[0].family_name.upper()}, {FAMILY[0].given_names}"
    keys.answer(whose, "g")
    keys.answer("Datum", "14/4/2026")
    keys.answer(whose, "g")
    keys.push("Zoals bij de andere toestemming: di 14 apr 2026")
