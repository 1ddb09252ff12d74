"""Answering a question of the return track with "that is right", and taking that back."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from loket_app.domain.case import Case
from loket_app.ui.case.case_page import CasePage
from tests.at_work import settle
from tests.track_cases import day, refused, resident
from tests.ui.case.test_track_page import Shown, buttons, row_of, shown, texts, window_of

__all__ = ["shown"]

ODD = "The hearing is before the appeal was lodged. Is that right?"
EARLY = "The hearing is before the notification of the decision. Is that right?"
HEARING = "stay/decisions/cgvs/hearing_on"


def _heard(before: int = 3) -> Case:
    told = {"appeal_lodged": True, "appeal_lodged_on": day(-2), "appeal_suspensive": True}
    return resident(decisions=(refused(day(-9), hearing_on=day(-before), **told),))


def _button(page: CasePage, words: str) -> QPushButton:
    (found,) = [button for button in buttons(page) if button.text() == words]
    return found


def _note(page: CasePage) -> str:
    page.reveal(HEARING)
    settle(window_of(page))
    row = row_of(page, "Date of the hearing")
    return row._line.text() if row._line is not None and row._line.isVisible() else ""


def test_a_question_rests_quietly_and_can_be_asked_again(shown: Shown) -> None:
    page = shown(_heard())
    assert any(ODD in button.text() for button in buttons(page))
    _button(page, "That is right").click()
    settle(window_of(page))
    assert not [button for button in buttons(page) if ODD in button.text()]
    assert [text for text in texts(page) if text.startswith(ODD)] == [
        f"{ODD} (Date of the appeal: Sat, 21 Nov 2026) · said to be right on Mon, 23 Nov 2026"
    ]
    assert _note(page) == "Said to be right on Mon, 23 Nov 2026."
    (note,) = page.editor.case.said_right
    assert (note.path, note.by) == (HEARING, page.editor.by)
    _button(page, "Ask again").click()
    settle(window_of(page))
    assert page.editor.case.said_right == ()
    assert _note(page) == ODD


def test_it_is_one_act_that_can_be_undone_and_the_keyboard_stays_in_the_list(shown: Shown) -> None:
    page = shown(_heard())
    _button(page, "That is right").setFocus()
    _button(page, "That is right").click()
    settle(window_of(page))
    focus = page.window().focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus in buttons(page)
    page.editor.undo()
    settle(window_of(page))
    assert page.editor.case.said_right == ()
    assert any(ODD in button.text() for button in buttons(page))


def test_two_questions_in_one_place_are_both_asked_there(shown: Shown) -> None:
    page = shown(_heard(10))
    assert _note(page) == f"{ODD}\n{EARLY}"
