"""The lines of a passport in a box: what they would fill in, and nothing that was not ticked."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.mrz import MrzPerson, check_digit
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Sex
from loket_app.ui.fields import mrz
from loket_app.ui.fields.mrz import MrzField
from tests.ui.fields.support import Page

NAMES = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
LINES = NAMES + "\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"


@pytest.fixture(autouse=True)
def in_april(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mrz, "today", lambda: date(2026, 4, 14))


def box(page: Page, **now: object) -> tuple[MrzField, list[tuple[MrzPerson, tuple[str, ...]]]]:
    field = page.put(MrzField(lambda name: now.get(name, NOT_ASKED)))
    accepted: list[tuple[MrzPerson, tuple[str, ...]]] = []
    field.accepted.connect(lambda person, chosen: accepted.append((person, chosen)))
    return field, accepted


def rows(field: MrzField) -> dict[str, QCheckBox]:
    return {reading.name: row for reading, row in field._boxes}


def button(field: MrzField) -> QPushButton:
    found = field.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_an_empty_person_is_filled_with_one_press(page: Page) -> None:
    field, accepted = box(page, birth_date=UNKNOWN)
    assert not button(field).isVisible()
    field.set_text(LINES)
    assert field.note() == "The nationality UTO is no country: fill it in by hand."
    assert field.ticked() == ("family_name", "given_names", "sex", "birth_date", "document")
    button(field).click()
    (person, chosen), *more = accepted
    assert (more, chosen) == ([], ("family_name", "given_names", "sex", "birth_date", "document"))
    assert (person.family_name, person.birth_date) == ("Eriksson", PartialDate(1974, 8, 12))
    assert not button(field).isVisible()


def test_what_stands_there_is_only_overwritten_when_it_is_ticked(page: Page) -> None:
    field, accepted = box(page, family_name="Erikson", given_names="ANNA MARIA", sex=Sex.FEMALE)
    field.set_text(LINES)
    assert field.ticked() == ("birth_date", "document")
    assert "now: Erikson" in rows(field)["family_name"].text()
    assert not rows(field)["given_names"].isEnabled()
    rows(field)["family_name"].click()
    button(field).click()
    assert accepted[0][1] == ("family_name", "birth_date", "document")


def test_a_failed_check_digit_is_said_and_leaves_the_answer_to_the_counsellor(page: Page) -> None:
    field, _accepted = box(page)
    field.set_text(LINES.replace("7408122", "7408132"))
    assert "date of birth" in field.note()
    assert "line 2, sign 20" in field.note()
    assert "the whole" not in field.note()
    assert "birth_date" not in field.ticked()
    assert "doubtful" in rows(field)["birth_date"].text()


def test_a_stateless_person_and_a_nationality_without_country(page: Page) -> None:
    field, _accepted = box(page)
    field.set_text(with_nationality("XXA"))
    assert "stateless" in field.ticked()
    assert field.note() == "Every check digit fits."
    field.set_text(with_nationality("XXB"))
    assert "XXB is no country" in field.note()
    assert "nationalities" not in rows(field)
    field.set_text(with_nationality("RKS"))
    assert "Kosovo" in rows(field)["nationalities"].text()


def with_nationality(code: str) -> str:
    second = LINES.splitlines()[1]
    second = second[:10] + code + second[13:43]
    return NAMES + "\n" + second + check_digit(second[:10] + second[13:20] + second[21:43])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Scan or paste"),
        ("P<UTOERIK", "Scan or paste"),
        (LINES + "<<", "two lines of 44"),
        (LINES.replace("<", "«"), "Only letters"),
        ("X" + LINES[1:], "begin at the first sign"),
    ],
)
def test_what_to_do_with_other_text(page: Page, text: str, words: str) -> None:
    field, _accepted = box(page)
    field.set_text(text)
    assert words in field.note()
    assert (field.readings(), button(field).isVisible()) == ((), False)


def test_nothing_ticked_is_nothing_to_fill_in(page: Page) -> None:
    field, _accepted = box(page)
    field.set_text(LINES)
    for row in rows(field).values():
        row.setChecked(False)
    assert not button(field).isEnabled()


def test_a_change_of_language_keeps_what_was_ticked(page: Page) -> None:
    field, _accepted = box(page, family_name="Erikson")
    field.set_text(LINES)
    rows(field)["family_name"].click()
    rows(field)["sex"].click()
    page.speak("nl")
    assert field.ticked() == ("family_name", "given_names", "birth_date", "document")
    assert rows(field)["birth_date"].text().startswith("Geboortedatum")
