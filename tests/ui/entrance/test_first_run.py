"""The first start, by keyboard alone, to a store that opens."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from loket_app.documents.preview import page_count
from loket_app.domain.case import Desk
from loket_app.services import entrance
from loket_app.services.desk_profile import counsellor_name, desk_profile
from loket_app.services.recovery import recovery_sheet
from loket_app.ui.entrance.first_run.assistant import FirstRunAssistant
from loket_app.ui.entrance.first_run.desk_page import DeskPage
from loket_app.ui.entrance.first_run.passphrase_page import PassphrasePage
from loket_app.ui.entrance.first_run.recovery_page import RecoveryPage
from loket_app.ui.entrance.printing import paint
from tests.ui.entrance.conftest import PASSPHRASE, Caught, show


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "new"


@pytest.fixture
def assistant(qtbot: QtBot, place: Path, caught: Caught) -> FirstRunAssistant:
    made = FirstRunAssistant(place)
    made.finished.connect(caught)
    show(qtbot, made)
    return made


class Keyboard:
    """Types where the cursor is, as a person does."""

    def __init__(self, qtbot: QtBot) -> None:
        self._bot = qtbot

    @property
    def cursor(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def types(self, text: str) -> None:
        QTest.keyClicks(self.cursor, text)

    def presses(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.cursor, key)

    def alt(self, letter: str, button: QAbstractButton) -> None:
        """Press the key of a button; Qt shows the button go down before it clicks."""
        with self._bot.waitSignal(button.clicked):
            QTest.keyClick(self.cursor, Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.AltModifier)


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot)


def page(assistant: FirstRunAssistant, kind: type) -> None:
    """Go to the page of a kind, with answers on all before it."""
    model = assistant.model
    model.desk, model.counsellor, model.login = Desk.GHENT, "An Vos", "AV"
    model.passphrase = model.repeated = PASSPHRASE
    while not isinstance(assistant.page, kind):
        model.code_is_kept = True
        assistant.page.begin()
        assistant.go_on()


def test_by_keyboard_alone_to_a_store_that_opens(
    qtbot: QtBot, assistant: FirstRunAssistant, keyboard: Keyboard, place: Path, caught: Caught
) -> None:
    key = Qt.Key
    keyboard.types("n")  # Nederlands
    assert assistant.windowTitle() != "Loket – first start"
    keyboard.presses(key.Key_End)  # English
    keyboard.alt("n", assistant.next_button)
    keyboard.presses(key.Key_Down, key.Key_Down, key.Key_Space, key.Key_Tab)  # Ghent
    keyboard.types("An Vos")
    keyboard.presses(key.Key_Tab)
    keyboard.types("AV")
    keyboard.alt("n", assistant.next_button)
    keyboard.types(PASSPHRASE)
    keyboard.presses(key.Key_Return)
    keyboard.types(PASSPHRASE)
    keyboard.presses(key.Key_Return)
    recovery = assistant.page
    assert isinstance(recovery, RecoveryPage)
    keyboard.alt("t", recovery.kept)
    keyboard.alt("n", assistant.next_button)
    keyboard.alt("s", assistant.finish.stories)
    assert not place.exists()
    with qtbot.waitSignal(assistant.finished):
        keyboard.alt("g", assistant.next_button)
    assert caught.all[1] is True
    opened = caught.opened
    profile = opened.database.submit(desk_profile).result()
    assert profile is not None
    assert profile.desk is Desk.GHENT
    assert (profile.address, profile.hours) == ("", "")
    assert opened.database.submit(lambda store: counsellor_name(store, "AV")).result() == "An Vos"
    opened.close()
    entrance.open_store(place, "AV", PASSPHRASE).close()
    entrance.open_with_recovery(place, "AV", assistant.model.recovery_code, PASSPHRASE).close()
    assert entrance.screen_language(place) == "en"


def test_no_page_lets_one_by_without_an_answer(assistant: FirstRunAssistant) -> None:
    assistant.go_on()
    for kind in (DeskPage, PassphrasePage, RecoveryPage):
        page(assistant, kind)
        assistant.model.desk, assistant.model.passphrase, assistant.model.code_is_kept = None, "", False
        assistant.page.begin()
        assistant.go_on()
        assert isinstance(assistant.page, kind)


def test_the_first_question_without_an_answer_gets_the_cursor(assistant: FirstRunAssistant) -> None:
    assistant.go_on()
    desk = assistant.page
    assert isinstance(desk, DeskPage)
    assistant.go_on()
    assert assistant.focusWidget() is desk.desks[Desk.BRUSSELS]
    desk.desks[Desk.LIEGE].click()
    QTest.keyClicks(desk.name, "An")
    QTest.keyClicks(desk.login, "a b")
    assistant.go_on()
    assert assistant.focusWidget() is desk.login
    assert "without spaces" in desk.login.accessibleDescription()


def test_a_complaint_goes_away_as_soon_as_the_answer_is_right(assistant: FirstRunAssistant) -> None:
    assistant.go_on()
    desk = assistant.page
    assert isinstance(desk, DeskPage)
    QTest.keyClicks(desk.login, "a b")
    assistant.go_on()

    def complaints() -> list[bool]:
        rows = (desk._desk_row, desk._name_row, desk._login_row)
        return [row._below.isVisible() and row._below.text() in told for row in rows]

    told = {desk._ask_desk(), desk._ask_name(), desk._ask_login()}
    assert complaints() == [True, True, True]
    desk.desks[Desk.LIEGE].click()
    assert complaints() == [False, True, True]
    QTest.keyClicks(desk.name, "A")
    assert complaints() == [False, False, True]
    QTest.keyClicks(desk.login, "c")
    assert complaints() == [False, False, True]
    for _sign in "bc":
        QTest.keyClick(desk.login, Qt.Key.Key_Backspace)
    assert complaints() == [False, False, False]
    assert desk._about_the_login() in desk.login.accessibleDescription()


def test_going_back_loses_nothing(assistant: FirstRunAssistant) -> None:
    page(assistant, RecoveryPage)
    code = assistant.model.recovery_code
    while assistant._place:
        assistant.back_button.click()
    assistant.go_on()
    desk = assistant.page
    assert isinstance(desk, DeskPage)
    assert desk.desks[Desk.GHENT].isChecked()
    assert (desk.name.text(), desk.login.text()) == ("An Vos", "AV")
    assistant.go_on()
    words = assistant.page
    assert isinstance(words, PassphrasePage)
    assert words.passphrase.first.text() == words.passphrase.second.text() == PASSPHRASE
    QTest.keyClicks(words.passphrase.second.line, "!")
    assistant.go_on()
    assert assistant.page is words
    assert assistant.model.recovery_code == code


def test_closing_early_leaves_nothing(assistant: FirstRunAssistant, place: Path) -> None:
    page(assistant, RecoveryPage)
    assert assistant.close()
    assert not place.exists()


def test_a_full_disk_is_said_and_can_be_tried_again(
    qtbot: QtBot, assistant: FirstRunAssistant, place: Path, caught: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    page(assistant, type(assistant.finish))
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assistant.go_on()
        qtbot.waitUntil(lambda: not assistant.busy)
    assert "no room left" in assistant.finish.problem.text()
    assert not (place / "loket.db").exists()
    with qtbot.waitSignal(assistant.finished):
        assistant.go_on()
    assert caught.opened.login == "AV"
    assert caught.all[1] is False


def test_the_sheet_can_be_saved(assistant: FirstRunAssistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page(assistant, RecoveryPage)
    sheet = assistant.page
    assert isinstance(sheet, RecoveryPage)
    kept = []
    for place in (None, tmp_path / "nowhere" / "sheet.pdf", tmp_path / "sheet.pdf"):
        sheet.kept.setChecked(False)
        monkeypatch.setattr(sheet, "choose_file", lambda place=place: place)
        sheet.save_button.click()
        kept.append((assistant.model.code_is_kept, sheet._note.isVisible() and sheet._note.text()[:9]))
    assert kept == [(False, False), (False, "Not saved"), (True, "Saved. Do")]
    assert page_count((tmp_path / "sheet.pdf").read_bytes()) == 1


def test_the_sheet_is_painted_for_a_printer(assistant: FirstRunAssistant, tmp_path: Path) -> None:
    pdf = recovery_sheet(assistant.model.recovery_code, Desk.GHENT, "AV")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert paint(pdf, printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert page_count(printed) == 1
    assert len(printed) > 10_000


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_refuses_is_no_success(assistant: FirstRunAssistant, tmp_path: Path) -> None:
    pdf = recovery_sheet(assistant.model.recovery_code, Desk.GHENT, "AV")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    assert not paint(pdf, printer)
