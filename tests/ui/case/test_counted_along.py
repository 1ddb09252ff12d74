"""Somebody who is counted though nobody said that they leave stands beside the amounts, by name."""

from __future__ import annotations

from loket_app.domain.answers import UNKNOWN
from loket_app.ui.case.advice_panel import AdvicePanel
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.estimate import EstimatePiece
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.words import Text
from tests.at_work import settle
from tests.ui.case.support import child

SAID = "Not known yet whether they come along: "


def test_who_is_counted_without_having_been_asked_is_named(window: MainWindow, page: CasePage) -> None:
    page.go("support")
    *_before, last = page.editor.case.household
    for person in page.editor.case.household:
        page.editor.set(f"household/{person.id}/travels", value=True)
    assert said(window, page) == (False, False)
    page.editor.set(f"household/{last.id}/travels", UNKNOWN)
    assert said(window, page) == (True, True)


def said(window: MainWindow, page: CasePage) -> tuple[bool, bool]:
    page.advise_again()
    settle(window)
    panel, piece = (child(page, kind).findChildren(Text) for kind in (AdvicePanel, EstimatePiece))
    return any(SAID in text.text() for text in panel), any(SAID in text.text() for text in piece)
