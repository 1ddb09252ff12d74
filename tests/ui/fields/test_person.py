"""One of the household, whose names change while one types."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox

from loket_app.domain.case import Case
from loket_app.domain.person import Person, Relation
from loket_app.ui.fields.person import PersonChoice
from tests.ui.fields.support import Page, Told, type_text


def listed(field: PersonChoice) -> list[str]:
    combo = field.focusProxy()
    assert isinstance(combo, QComboBox)
    return [combo.itemText(row) for row in range(combo.count())]


def test_people_by_name_or_by_what_they_are(page: Page, case: Case) -> None:
    field = page.put(PersonChoice(lambda: case.household))
    told = Told(field)
    assert listed(field) == ["MIFTARI, Agim", "Child, no name yet"]
    type_text("chi")
    assert told == ["q"]
    page.speak("nl")
    assert listed(field)[1].startswith("Kind")


def test_newcomers_are_there_when_one_looks(page: Page, case: Case) -> None:
    people: list[Person] = list(case.household)
    field = page.put(PersonChoice(lambda: people))
    field.load("p")
    people[0] = replace(people[0], given_names="Agim Ali")
    people.append(Person("r", Relation.PARTNER, given_names="Drita"))
    page.leave()
    field.setFocus()
    assert listed(field) == ["MIFTARI, Agim Ali", "Child, no name yet", "Drita"]
    assert field.answer() == "p"
    combo = field.focusProxy()
    assert isinstance(combo, QComboBox)
    assert combo.currentIndex() == 0


def test_somebody_who_left_stays_the_answer_without_a_name(page: Page, case: Case) -> None:
    people = list(case.household)
    field = page.put(PersonChoice(lambda: people))
    field.load("q")
    people.pop()
    field.set_answer("q")
    combo = field.focusProxy()
    assert isinstance(combo, QComboBox)
    assert (combo.currentText(), field.answer()) == ("Somebody who is no longer in the file", "q")
    field.set_answer(people[0].id)
    assert len(listed(field)) == len(people)
