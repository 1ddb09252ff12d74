"""A wished departure day that has gone by: asked again at the question, and said beside the amounts."""

from __future__ import annotations

from datetime import timedelta

from loket_app.ui.case.advice_panel import AdvicePanel
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.words import Text
from tests.at_work import settle
from tests.ui.case.support import TODAY, child

WISHED = "wish/departure_on"
SAID = "That day has passed. Which day now?"


def told(window: MainWindow, page: CasePage) -> tuple[bool, bool]:
    """Whether it is said under the question, and in the panel."""
    page.advise_again()
    settle(window)
    row = next(form.question(WISHED) for form in page.findChildren(QuestionForm) if form.question(WISHED))
    assert row is not None
    note = child(row, NoteLine)
    texts = child(page, AdvicePanel).findChildren(Text)
    return note.isVisible() and SAID in note.text(), any(SAID in text.text() and text.isVisible() for text in texts)


def test_a_day_that_has_passed_is_asked_again(window: MainWindow, page: CasePage) -> None:
    page.reveal(WISHED)
    page.editor.set(WISHED, TODAY)
    assert told(window, page) == (False, False)
    page.editor.set(WISHED, TODAY - timedelta(1))
    assert told(window, page) == (True, True)
    page.editor.set(WISHED, TODAY + timedelta(30))
    assert told(window, page) == (False, False)
