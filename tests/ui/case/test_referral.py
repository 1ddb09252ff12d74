"""The message to Fedasil: there when there is something to ask, without names, and gone from the clipboard in time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from loket_app.domain.case import display_name
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.referral import ReferralPiece
from loket_app.ui.case.pieces.referral_message import ReferralMessage
from loket_app.ui.kit import clipboard
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.documents.cases import FAMILY
from tests.ui.case.support import piece, unfold


@pytest.fixture
def folding(window: MainWindow, page: CasePage) -> ReferralPiece:
    page.editor.set_many({"stay/public_order_concern": True})
    settle(window)
    return piece(window, ReferralPiece, "eligibility")


@pytest.fixture
def message(folding: ReferralPiece) -> ReferralMessage:
    assert folding.isVisible()
    unfold(folding)
    assert folding.message is not None
    return folding.message


@pytest.fixture(autouse=True)
def empty_clipboard(qtbot: QtBot) -> Iterator[None]:  # noqa: ARG001  Qt must run
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def test_it_is_there_only_when_there_is_something_to_ask(window: MainWindow, page: CasePage) -> None:
    folding = piece(window, ReferralPiece, "eligibility")
    page.editor.set_many({"wish/destination": "XK", "stay/public_order_concern": False, "plan/approval_reasons": ""})
    for person in ("p1", "p2", "p3"):
        page.editor.set_many({f"household/{person}/nationalities": ("XK",), f"household/{person}/vulnerabilities": ()})
    settle(window)
    assert not folding.isVisible()
    page.editor.set_many({"stay/public_order_concern": True})
    settle(window)
    assert folding.isVisible()
    assert not folding.is_open()


def test_nobody_is_named_unless_the_counsellor_ticks_it(message: ReferralMessage) -> None:
    name = display_name(FAMILY.household[0])
    assert FAMILY.number in message.text.toPlainText()
    assert name not in message.text.toPlainText()
    message.names.setFocus()
    QTest.keyClick(message.names, Qt.Key.Key_Space)
    assert name in message.text.toPlainText()


@pytest.mark.parametrize(("lang", "words"), [("nl", "terugkeerloket"), ("fr", "guichet"), ("en", "Dear colleagues")])
def test_it_is_written_in_the_language_of_choice(message: ReferralMessage, lang: str, words: str) -> None:
    message.language.setCurrentIndex(message.language.findData(lang))
    message.language.chosen.emit(lang)
    assert words in message.text.toPlainText()


def test_the_cursor_is_not_caught_in_the_text(message: ReferralMessage) -> None:
    message.text.setFocus()
    QTest.keyClick(message.text, Qt.Key.Key_Tab)
    assert message.window().focusWidget() is not message.text


def test_it_is_led_to_under_a_name_that_no_question_has(window: MainWindow, page: CasePage) -> None:
    page.reveal("referral")
    settle(window)
    assert page.step == "intake"
    page.reveal("ask_fedasil")
    settle(window)
    assert page.step == "eligibility"


def test_it_follows_the_case(window: MainWindow, page: CasePage, message: ReferralMessage) -> None:
    page.editor.set("plan/approval_reasons", "Hartoperatie in 2024; hij kan nog niet werken.")
    settle(window)
    assert "hij kan nog niet werken" in message.text.toPlainText()


def test_reasons_that_fedasil_wants_are_one_press_away(
    window: MainWindow, page: CasePage, message: ReferralMessage
) -> None:
    assert message.missing.isHidden()
    page.editor.set_many({"wish/destination": "XK"})
    for person in ("p1", "p2", "p3"):
        page.editor.set_many({f"household/{person}/nationalities": ("XK",)})
    settle(window)
    assert message.missing.isVisible()
    message.missing.acted.emit()
    settle(window)
    assert page.step == "support"


def test_the_clipboard_holds_it_for_a_while_only(message: ReferralMessage, qtbot: QtBot) -> None:
    message.copy.setFocus()
    QTest.keyClick(message.copy, Qt.Key.Key_Space)
    board = QGuiApplication.clipboard()
    assert board.text() == message.text.toPlainText()
    assert message.told.isVisible()
    assert clipboard.STAYS_MS == 60_000
    clipboard.lend("for a moment", stays_ms=1)
    qtbot.waitUntil(lambda: board.text() == "")


def test_what_somebody_else_copied_meanwhile_stays(qtbot: QtBot) -> None:
    clipboard.lend("ours", stays_ms=1)
    app = QGuiApplication.instance()
    assert app is not None
    loan = app.findChildren(clipboard._Loan)[-1]
    QGuiApplication.clipboard().setText("theirs")
    with qtbot.waitSignal(loan.timeout):
        pass
    assert QGuiApplication.clipboard().text() == "theirs"
