"""Who of the family has another residence situation: folded away under the family's, never asked of who is alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.stay import StayCategory
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.stay_apart import StayApartPiece
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.ui.case.support import piece


def asked(part: StayApartPiece) -> int:
    """How many questions are in sight."""
    return sum(row.isVisible() for row in part.findChildren(QuestionRow))


def test_it_unfolds_with_the_keyboard_and_asks_everybody_but_the_applicant(window: MainWindow, page: CasePage) -> None:
    part = piece(window, StayApartPiece, "eligibility")
    assert (part.isVisible(), asked(part)) == (True, 0)
    part.unfold.setFocus()
    QTest.keyClick(part.unfold, Qt.Key.Key_Space)
    settle(window)
    assert asked(part) == len(page.editor.case.household) - 1
    focused = window.focusWidget()
    assert focused is not None
    assert part.isAncestorOf(focused)


def test_the_page_opens_no_window_of_its_own(window: MainWindow, page: CasePage) -> None:
    there = set(QApplication.topLevelWidgets())
    piece(window, StayApartPiece, "eligibility")
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible() and each not in there] == []
    assert page.isVisible()


def test_an_answer_is_in_sight_at_once_and_stays_there(window: MainWindow, page: CasePage) -> None:
    other = page.editor.case.household[1]
    page.editor.set(f"household/{other.id}/stay_category", StayCategory.LEGAL_STAY)
    part = piece(window, StayApartPiece, "eligibility")
    assert asked(part) == len(page.editor.case.household) - 1
    page.editor.set(f"household/{other.id}/stay_category", NOT_ASKED)
    settle(window)
    assert asked(part) == len(page.editor.case.household) - 1


def test_a_question_leads_there(window: MainWindow, page: CasePage) -> None:
    path = f"household/{page.editor.case.household[2].id}/stay_category"
    page.reveal(path)
    settle(window)
    part = piece(window, StayApartPiece, "eligibility")
    focused = window.focusWidget()
    assert focused is not None
    assert part.isAncestorOf(focused)


def test_of_who_is_alone_it_is_not_asked(window: MainWindow, page: CasePage) -> None:
    for person in page.editor.case.household[1:]:
        page.editor.remove(f"household/{person.id}")
    settle(window)
    assert not piece(window, StayApartPiece, "eligibility").isVisible()
