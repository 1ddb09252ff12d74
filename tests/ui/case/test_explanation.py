"""The explanation on the support step: folded, drawn when one looks, with or without names, saved under the number."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from loket_app.domain.case import display_name
from loket_app.i18n import LANGUAGES
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.explanation import ExplanationPiece
from loket_app.ui.case.pieces.explanation_sheet import ExplanationSheet
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.summary.password_dialog import PasswordDialog
from tests.at_work import settle
from tests.documents.cases import FAMILY
from tests.documents.reading import page_texts, words
from tests.ui.case.support import child, piece, unfold
from tests.ui.hands import speak


@pytest.fixture
def sheet(window: MainWindow, page: CasePage) -> ExplanationSheet:
    assert page.editor.case == FAMILY
    folding = piece(window, ExplanationPiece, "support")
    assert folding.body is None
    unfold(folding)
    settle(window)
    return child(folding, ExplanationSheet)


def saved(sheet: ExplanationSheet, target: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> str:
    """The words of the file that the button saves; the name that is offered is checked on the way."""

    def chosen(_parent: object, _title: str, offered: str, _kinds: str) -> tuple[str, str]:
        assert Path(offered).name == f"{FAMILY.number}.pdf"
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    sheet.save.setFocus()
    QTest.keyClick(sheet.save, Qt.Key.Key_Space)
    qtbot.waitUntil(target.exists)
    return words(target.read_bytes())


def test_it_is_drawn_when_one_looks(sheet: ExplanationSheet) -> None:
    assert sheet.is_drawn()
    assert sheet.pages.page_count() == 2


def test_each_alt_letter_beside_the_open_sheet_does_one_thing(window: MainWindow, sheet: ExplanationSheet) -> None:
    assert sheet.isVisible()
    for lang in LANGUAGES:
        speak(lang)
        buttons = [
            button for button in window.findChildren(QAbstractButton) if button.isVisible() and "&" in button.text()
        ]
        letters = [QKeySequence.mnemonic(button.text()).toString() for button in buttons]
        assert sorted(set(letters)) == sorted(letters), (lang, [button.text() for button in buttons])


def test_it_is_saved_without_names_unless_they_are_ticked(
    window: MainWindow, sheet: ExplanationSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    name = display_name(FAMILY.household[0])
    assert name not in saved(sheet, tmp_path / "bare.pdf", monkeypatch, qtbot)
    sheet.names.click()
    settle(window)
    assert name in saved(sheet, tmp_path / "named.pdf", monkeypatch, qtbot)


def test_it_follows_the_case_and_the_language_of_choice(
    window: MainWindow, sheet: ExplanationSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = window.case_page
    assert page is not None
    page.editor.set_many({"stay/dublin_transfer": True})
    sheet.language.setCurrentIndex(sheet.language.findData("fr"))
    sheet.language.chosen.emit("fr")
    settle(window)
    text = saved(sheet, tmp_path / "fr.pdf", monkeypatch, qtbot)
    assert "Pas avec ce programme." in text
    assert "€" not in text


@pytest.mark.parametrize("typed", [("geheim", "geheim"), ("geheim", "Geheim"), ("", "")], ids=["same", "other", "none"])
def test_with_a_password_it_opens_with_that_alone_and_without_one_nothing_is_saved(
    sheet: ExplanationSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, typed: tuple[str, str]
) -> None:
    target, asked = tmp_path / "kept.pdf", []

    def fill(dialog: PasswordDialog) -> int:
        for line, text in zip(dialog.findChildren(QLineEdit), typed, strict=True):
            line.setText(text)
        dialog._accept()
        asked.append(dialog.result())
        return dialog.result()

    monkeypatch.setattr(PasswordDialog, "exec", fill)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    sheet.save_protected.setFocus()
    QTest.keyClick(sheet.save_protected, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(asked))
    if typed != ("geheim", "geheim"):
        assert not target.exists()
        return
    content = target.read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(content))
    text = " ".join(page_texts(content, typed[0]))
    assert FAMILY.number in text
    assert display_name(FAMILY.household[0]) not in text


def test_pages_become_smaller_on_a_narrow_page(window: MainWindow, sheet: ExplanationSheet) -> None:
    wide = sheet.pages._pages[0].width()
    window.resize(683, 500)
    settle(window)
    label = sheet.pages._pages[0]
    assert label.width() < wide
    assert label.height() == pytest.approx(label.width() * 297 / 210, rel=0.02)
