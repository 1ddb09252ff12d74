"""An answer about the journey that was noted for the whole case: on its step, with a button for each it can mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.person import Person, Sex, Vulnerability
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.doubts import doubt
from loket_app.ui.case.pieces.for_whom import ForWhomPiece
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.documents.cases import FAMILY
from tests.ui.case.conftest import Opening
from tests.ui.case.support import piece, speak

DUE = date(2026, 9, 1)


def _member(person: Person, *, pregnant: bool) -> Person:
    groups = (Vulnerability.PREGNANT if pregnant else Vulnerability.NONE,)
    return replace(person, sex=Sex.FEMALE, travels=True, vulnerabilities=groups, wheelchair=NOT_ASKED, due_on=NOT_ASKED)


TWO = replace(
    FAMILY,
    household=tuple(_member(person, pregnant=number < 2) for number, person in enumerate(FAMILY.household)),
    journey=replace(FAMILY.journey, wheelchair=True, pregnancy_due_on=DUE, medical_form=NOT_ASKED),
)


@pytest.fixture
def window(opening: Opening) -> MainWindow:
    """A window on a family with two who expect, and a wheelchair that nobody said for whom."""
    opened = opening(TWO)
    opened.open_case(TWO.id)
    settle(opened)
    return opened


def page_of(window: MainWindow) -> CasePage:
    page = window.case_page
    assert page is not None
    return page


def words(part: ForWhomPiece) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def buttons(part: ForWhomPiece) -> list[QPushButton]:
    return [button for button in part.findChildren(QPushButton) if button.isVisible()]


def test_it_asks_for_whom_and_moves_in_one_act(window: MainWindow) -> None:
    part, page = piece(window, ForWhomPiece, "handover"), page_of(window)
    assert words(part) == [
        "“Wheelchair: yes” was noted for the whole case. For whom is it?",
        "“Expected date of birth: Tue, 1 Sept 2026” was noted for the whole case. For whom is it?",
    ]
    offered = [button.text() for button in buttons(part)]
    assert (len(offered), offered[3:5], offered[-1]) == (8, ["Everybody", "Nobody"], "Nobody")
    second = buttons(part)[1]
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    settle(window)
    case = page.editor.case
    assert [person.wheelchair for person in case.household] == [NOT_ASKED, True, NOT_ASKED]
    assert case.journey.wheelchair is NOT_ASKED
    assert len(words(part)) == 1
    page.undo()
    settle(window)
    assert page.editor.case.journey.wheelchair is True
    assert page.editor.case.household[1].wheelchair is NOT_ASKED
    assert len(words(part)) == len(TWO.household) - 1


def test_once_all_is_said_it_is_gone(window: MainWindow) -> None:
    part, page = piece(window, ForWhomPiece, "handover"), page_of(window)
    speak(page, "nl")
    assert words(part)[0] == "‘Rolstoel: ja’ staat genoteerd voor het hele dossier. Voor wie is het?"
    buttons(part)[3].click()
    settle(window)
    assert {person.wheelchair for person in page.editor.case.household} == {True}
    buttons(part)[-1].click()
    settle(window)
    assert page.editor.case.journey.pregnancy_due_on is NOT_ASKED
    assert {person.due_on for person in page.editor.case.household} == {NOT_ASKED}
    assert part.isHidden()


def test_a_no_above_a_list_that_is_not_empty_deserves_a_second_look() -> None:
    numbered = TWO.household[0]
    assert numbered.identifiers
    place = f"household/{numbered.id}/has_number"
    said_no = replace(TWO, household=(replace(numbered, has_number=False), *TWO.household[1:]))
    assert doubt(said_no, place, DUE).startswith("“No” stands here")
    assert not doubt(TWO, place, DUE)
    none = replace(said_no, household=(replace(numbered, has_number=False, identifiers=()), *TWO.household[1:]))
    assert not doubt(none, place, DUE)
