"""A family with a minor child counts as vulnerable: said beside the question, as long as it is so."""

from __future__ import annotations

from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.family_counts import FamilyCountsPiece
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.ui.case.support import piece

LAYLA = "household/p3/travels"


def test_it_is_said_while_it_is_known_that_a_child_under_18_returns_too(window: MainWindow, page: CasePage) -> None:
    told = piece(window, FamilyCountsPiece, "support")
    seen = [told.isVisible()]
    for answer in (True, False):
        page.editor.set(LAYLA, answer)
        page.advise_again()
        settle(window)
        seen.append(told.isVisible())
    assert seen == [False, True, False]
