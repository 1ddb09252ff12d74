"""A family with a minor child counts as vulnerable: said before the question, also while it hangs on an answer."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from loket_app.domain.answers import NOT_ASKED
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.per_person import PerPersonForms
from loket_app.ui.case.pieces.family_counts import FamilyCountsPiece
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.ui.case.support import child, piece

LAYLA = "household/p3/travels"
SOURCE = "Source: Fedasil, brochure Vrijwillige terugkeer vanuit België · official source · checked on 21/11/2026"
SO, PERHAPS = "A child under 18 returns too: the whole family", "If a child under 18 returns too"


def told(window: MainWindow, page: CasePage, *, answer: object) -> str:
    """What stands there with that answer about the child; nothing when it is not there."""
    page.editor.set(LAYLA, answer)
    page.advise_again()
    settle(window)
    shown = child(page, FamilyCountsPiece)
    return shown.said.text() if shown.isVisible() else ""


def test_it_is_said_while_it_is_so_and_what_it_hangs_on_while_it_is_open(window: MainWindow, page: CasePage) -> None:
    piece(window, FamilyCountsPiece, "support")
    so = told(window, page, answer=True)
    assert so.startswith(SO)
    assert "“None" in so
    assert SOURCE in [label.text() for label in child(page, FamilyCountsPiece).findChildren(QLabel)]
    assert told(window, page, answer=False) == ""
    perhaps = told(window, page, answer=NOT_ASKED)
    assert perhaps.startswith(PERHAPS)
    assert "Layla" in perhaps.split("Not answered yet: ")[1]


def test_it_is_read_before_anybody_ticks(window: MainWindow, page: CasePage) -> None:
    shown = piece(window, FamilyCountsPiece, "support")
    told(window, page, answer=True)
    form = next(form for form in page.findChildren(PerPersonForms) if form.isVisible())
    assert shown.mapToGlobal(shown.rect().bottomLeft()).y() < form.mapToGlobal(form.rect().topLeft()).y()
