"""The confidential summary on its page: seen, saved with or without a password, and no name where none belongs."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from loket_app.ui.case.case_page import CasePage
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.summary import paper_sheet
from loket_app.ui.summary.password_dialog import PasswordDialog
from loket_app.ui.summary.summary_piece import SummaryPiece
from loket_app.ui.words import Text
from tests.at_work import settle, until
from tests.documents.cases import FAMILY
from tests.documents.reading import words
from tests.ui.conftest import ShowWindow
from tests.ui.hands import ALT, CTRL, child, focused, open_case, press, type_text

PASSWORD = "twee woorden"
NAMES = [str(word) for person in FAMILY.household for word in (person.family_name, person.given_names)]


@pytest.fixture
def window(show_window: ShowWindow) -> MainWindow:
    return show_window(FAMILY)


@pytest.fixture
def piece(window: MainWindow) -> SummaryPiece:
    page = open_case(window, FAMILY.id)
    page.enter("summary")
    return drawn(window, page)


class Chooser:
    """Stands for the dialog of the system: gives the file, and keeps what was offered."""

    def __init__(self, target: Path | None) -> None:
        self._target = target
        self.offered: list[str] = []

    def __call__(self, _parent: object, _title: str, offered: str, _filter: str) -> tuple[str, str]:
        self.offered.append(offered)
        return (str(self._target), "") if self._target else ("", "")


@pytest.fixture
def chooser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Chooser:
    made = Chooser(tmp_path / "kept.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", made)
    return made


def drawn(window: MainWindow, page: CasePage) -> SummaryPiece:
    settle(window)
    piece = child(page, SummaryPiece)
    until(piece.is_drawn)
    return piece


def described(pdf: pikepdf.Pdf) -> str:
    """Everything that a file says of itself beside its pages."""
    with pdf.open_metadata() as metadata:
        return " ".join([*(str(value) for value in pdf.docinfo.values()), str(metadata)])


def test_the_pages_are_seen_and_have_names(piece: SummaryPiece) -> None:
    assert piece.pages.page_count() >= 2
    sheets = piece.pages._pages
    assert sheets[0].accessibleName() == f"Page 1 of {len(sheets)}"
    assert all(not sheet.pixmap().isNull() for sheet in sheets)
    first = sheets[0].pixmap().toImage()
    assert len({first.pixel(x, y) for x in range(0, first.width(), 5) for y in range(0, first.height(), 5)}) > 2


def test_it_follows_the_case(window: MainWindow, piece: SummaryPiece) -> None:
    before = piece._paper.made(piece._wanted)
    page = window.case_page
    assert page is not None
    page.editor.set("contact/town", "Wachtebeke")
    until(lambda: piece._paper.made(piece._wanted) not in (None, before))
    assert piece._paper.case is page.editor.case


def test_it_is_saved_whole_under_a_name_without_a_name(piece: SummaryPiece, chooser: Chooser, tmp_path: Path) -> None:
    piece.save.setFocus()
    press(Qt.Key.Key_Space)
    target = tmp_path / "kept.pdf"
    until(target.exists)
    assert [Path(offered).name for offered in chooser.offered] == [f"{FAMILY.number}.pdf"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with pikepdf.open(target) as pdf:
        assert not pdf.is_encrypted
        assert len(pdf.pages) == piece.pages.page_count()
        assert [name for name in NAMES if name.casefold() in described(pdf).casefold()] == []


def test_with_a_password_it_is_aes_256(
    window: MainWindow, piece: SummaryPiece, chooser: Chooser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PasswordDialog, "exec", lambda dialog: _fill(dialog, PASSWORD))
    piece.save_protected.setFocus()
    press(Qt.Key.Key_Space)
    target = tmp_path / "kept.pdf"
    until(target.exists)
    assert window.isVisible()
    assert Path(chooser.offered[0]).name == f"{FAMILY.number}.pdf"
    content = target.read_bytes()
    assert not any(name.encode() in content for name in NAMES)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(content))
    with pikepdf.open(io.BytesIO(content), password=PASSWORD) as pdf:
        encryption = pdf.encryption
        assert (encryption.R, encryption.bits) == (6, 256)
        assert str(encryption.stream_method).endswith("aesv3")
        assert len(pdf.pages) == piece.pages.page_count()


def _fill(dialog: PasswordDialog, password: str) -> int:
    for line in dialog.findChildren(QLineEdit):
        line.setText(password)
    dialog._accept()
    return dialog.result()


def test_two_different_passwords_save_nothing(piece: SummaryPiece) -> None:
    dialog = PasswordDialog(piece)
    first, second = dialog.findChildren(QLineEdit)
    first.setText(PASSWORD)
    second.setText(PASSWORD + "!")
    dialog._accept()
    assert dialog.result() == PasswordDialog.DialogCode.Rejected
    assert any(text.text().startswith("A password on a PDF is a courtesy") for text in dialog.findChildren(Text))
    dialog.deleteLater()


def test_a_cancelled_dialog_saves_nothing(
    window: MainWindow, piece: SummaryPiece, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(tmp_path.rglob("*.pdf"))
    cancelled = Chooser(None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", cancelled)
    piece.save.setFocus()
    press(Qt.Key.Key_Space)
    until(lambda: cancelled.offered)
    settle(window)
    assert set(tmp_path.rglob("*.pdf")) == before


def test_ctrl_p_prints_the_case_as_it_stands(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(paper_sheet, "print_pdf", lambda pdf, _parent: printed.append(pdf))
    page = open_case(window, FAMILY.id)
    page.reveal("contact/town")
    settle(window)
    line = focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_text("Wachtebeke")
    press(Qt.Key.Key_P, CTRL)
    until(lambda: printed)
    assert page.step == "summary"
    assert "Wachtebeke" in words(printed[0])


def test_another_language_of_the_document_leaves_the_screen_alone(window: MainWindow, piece: SummaryPiece) -> None:
    english = piece._paper.made(piece._wanted)
    piece.language.setFocus()
    press(Qt.Key.Key_F)
    until(piece.is_drawn)
    assert piece.language.code == "fr"
    french = piece._paper.made(piece._wanted)
    assert french is not None
    assert english is not None
    assert "confidentiel" in words(french).casefold()
    assert "confidentiel" not in words(english).casefold()
    assert piece.print.text() == "&Print"
    press(Qt.Key.Key_1, ALT)
    settle(window)
