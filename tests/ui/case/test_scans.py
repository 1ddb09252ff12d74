"""Scans of a document on the screen: added, refused, opened, taken away, brought back; and never on a disk."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.services.attachments import from_content
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.loose_scans import LooseScansPiece
from loket_app.ui.case.scan_list import ScanList
from loket_app.ui.case.scan_row import ScanRow
from loket_app.ui.case.scan_viewer import ScanViewer
from loket_app.ui.shell.main_window import MainWindow
from tests import scans
from tests.at_work import NOW, settle, until
from tests.documents.cases import FAMILY
from tests.documents.test_preview import LONG
from tests.ui.conftest import ShowWindow
from tests.ui.hands import CTRL, case_page, open_case, press, speak

PNG = scans.picture(size=(600, 400))
FIRST = FAMILY.documents[0]


class OpenedFiles:
    """What Python opened for writing while `watching`."""

    def __init__(self) -> None:
        self.watching = False
        self.written: list[str] = []

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if self.watching and event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
            self.written.append(str(args[0]))


OPENED = OpenedFiles()
sys.addaudithook(OPENED)


@pytest.fixture
def page(show_window: ShowWindow) -> CasePage:
    """The step of the papers, with the first document open."""
    window = show_window(FAMILY)
    open_case(window, FAMILY.id)
    page = case_page(window)
    page.reveal(f"documents/{FIRST.id}/number")
    settle(window)
    return page


@pytest.fixture
def scan_list(page: CasePage) -> ScanList:
    return next(each for each in page.findChildren(ScanList) if each.isVisible())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Scans as they come out of a machine."""
    made = tmp_path / "in"
    made.mkdir()
    for name, content in {"a.png": PNG, "b.pdf": LONG, "c.jpg": scans.pdf(), "bad.pdf": b"%PDF-1.7"}.items():
        (made / name).write_bytes(content)
    return made


def add(scan_list: ScanList, *paths: Path) -> None:
    """Choose files, until each has its row."""
    there = len(scan_list.rows()) + len(paths)
    scan_list.add_files(list(paths))
    until(lambda: len(scan_list.rows()) == there)


def viewer() -> ScanViewer:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, ScanViewer) and each.isVisible()]
    assert len(found) == 1
    until(found[0].is_drawn)
    return found[0]


def said(scan_list: ScanList) -> str:
    until(lambda: not scan_list.message.isHidden())
    return scan_list.message._words()


def test_files_are_chosen_and_become_rows(
    page: CasePage, scan_list: ScanList, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(*_args: object) -> tuple[list[str], str]:
        return [str(folder / "a.png"), str(folder / "b.pdf")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    scan_list.button.setFocus()
    press(Qt.Key.Key_Space)
    until(lambda: len(scan_list.rows()) == 2)
    assert [row.open.text() for row in scan_list.rows()] == ["Scan 1 · PNG · 2\u00a0kB · 14/04/2026", _pdf_words()]
    assert {scan.about for scan in page.editor.case.attachments} == {FIRST.id}
    assert {scan.kind for scan in page.editor.case.attachments} == {AttachmentKind.DOCUMENT}


def _pdf_words() -> str:
    return f"Scan 2 · PDF · {max(1, round(len(LONG) / 1000))}\u00a0kB · 14/04/2026"


def test_a_file_is_what_it_holds_not_what_it_is_called(scan_list: ScanList, folder: Path) -> None:
    add(scan_list, folder / "c.jpg")
    assert "PDF" in scan_list.rows()[0].open.text()


def test_what_is_no_scan_is_said_in_one_line_and_changes_nothing(
    page: CasePage, scan_list: ScanList, folder: Path
) -> None:
    before = page.editor.case
    scan_list.add_files([folder / "bad.pdf"])
    assert said(scan_list).startswith("bad.pdf: It is damaged")
    assert page.editor.case is before
    assert scan_list.rows() == ()


def test_a_picture_is_pasted_with_the_keys(scan_list: ScanList) -> None:
    image = QImage.fromData(PNG)
    QGuiApplication.clipboard().setImage(image)
    scan_list.button.setFocus()
    press(Qt.Key.Key_V, CTRL)
    until(lambda: len(scan_list.rows()) == 1)
    assert "PNG" in scan_list.rows()[0].open.text()
    QGuiApplication.clipboard().clear()


def test_dropped_files_are_taken_and_words_are_not(scan_list: ScanList, folder: Path) -> None:
    data, words = QMimeData(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "a.png"))])
    words.setText("a.png")
    assert not scan_list._take_data(words)
    assert scan_list._take_data(data)
    until(lambda: len(scan_list.rows()) == 1)


def test_the_same_scan_twice_is_said(page: CasePage, scan_list: ScanList, folder: Path) -> None:
    add(scan_list, folder / "a.png")
    scan_list.add_files([folder / "a.png"])
    assert said(scan_list) == "This scan is already here."
    assert len(page.editor.case.attachments) == 1


def test_the_same_scan_elsewhere_is_asked_about(page: CasePage, scan_list: ScanList, folder: Path) -> None:
    add(scan_list, folder / "a.png")
    other = ScanList(page.editor, "elsewhere", AttachmentKind.RECEIPT, page)
    other.add_files([folder / "a.png"])
    assert said(other).startswith("The same scan is already in this case")
    assert len(page.editor.case.attachments) == 1
    other.message.acted.emit()
    until(lambda: len(page.editor.case.attachments) == 2)
    assert [scan.about for scan in page.editor.case.attachments] == [FIRST.id, "elsewhere"]


def test_taking_away_asks_nothing_and_undo_brings_it_back(page: CasePage, scan_list: ScanList, folder: Path) -> None:
    add(scan_list, folder / "a.png")
    add(scan_list, folder / "b.pdf")
    first = scan_list.rows()[0]
    first.remove.setFocus()
    press(Qt.Key.Key_Space)
    (left,) = scan_list.rows()
    assert left.open.text().startswith("Scan 1 · PDF")
    page.undo()
    settle(page.window())  # type: ignore[arg-type]  # a page stands in the main window
    shown = sorted(scan_list.findChildren(ScanRow), key=lambda row: row.y())
    assert [row.open.text()[:12] for row in shown] == ["Scan 1 · PNG", "Scan 2 · PDF"]
    assert all(row.open.isEnabled() for row in shown)


def test_a_scan_is_looked_at_inside_and_nothing_is_written(scan_list: ScanList, folder: Path, own_home: Path) -> None:
    add(scan_list, folder / "b.pdf")
    settle(scan_list.window())  # type: ignore[arg-type]  # a page stands in the main window
    before = {path for path in own_home.parent.rglob("*") if path.is_file()}
    OPENED.written, OPENED.watching = [], True
    scan_list.rows()[0].open.setFocus()
    press(Qt.Key.Key_Space)
    seen = viewer()
    assert seen.windowTitle() == "Scan"
    first = seen.sheet.pixmap().toImage()
    for _page in range(4):  # the last one has an end
        QTest.keyClick(seen, Qt.Key.Key_PageDown)
    until(lambda: seen.sheet.pixmap().toImage() != first)
    wide = seen.sheet.pixmap().width()
    QTest.keyClick(seen, Qt.Key.Key_Plus)
    assert seen.sheet.pixmap().width() > wide
    QTest.keyClick(seen, Qt.Key.Key_0)
    QTest.keyClick(seen, Qt.Key.Key_R)
    assert seen.sheet.pixmap().width() > seen.sheet.pixmap().height()
    QTest.keyClick(seen, Qt.Key.Key_Escape)
    until(lambda: not [top for top in QApplication.topLevelWidgets() if isinstance(top, ScanViewer)])
    OPENED.watching = False
    assert OPENED.written == []
    assert {path for path in own_home.parent.rglob("*") if path.is_file()} == before


def test_a_write_would_have_been_seen(tmp_path: Path) -> None:
    """Else the test above could not fail."""
    OPENED.written, OPENED.watching = [], True
    (tmp_path / "x").write_bytes(b"")
    OPENED.watching = False
    assert OPENED.written == [str(tmp_path / "x")]


def test_an_imported_case_says_that_the_scan_itself_is_not_here(show_window: ShowWindow) -> None:
    scan = from_content(PNG, "x")
    told = Attachment("s1", AttachmentKind.DOCUMENT, scan.media_type, len(PNG), scan.sha256, NOW, "AV", about=FIRST.id)
    window: MainWindow = show_window(replace(FAMILY, attachments=(told,)))
    page = open_case(window, FAMILY.id)
    page.reveal("attachments/s1")
    settle(window)
    (row,) = next(each for each in page.findChildren(ScanList) if each.isVisible()).rows()
    until(lambda: not row.open.isEnabled())
    assert row.open.text() == "Scan 1 · PNG · 2\u00a0kB · 14/04/2026: the scan itself is not here"


def test_a_scan_of_a_paper_that_is_gone_can_still_be_taken_away(show_window: ShowWindow) -> None:
    """A store of before may hold the passport of somebody who had it removed: nobody could see it, nor wipe it."""
    told = Attachment("s1", AttachmentKind.DOCUMENT, "image/png", len(PNG), "0" * 64, NOW, "AV", about="gone")
    others = (replace(told, id="s2", about=FIRST.id), replace(told, id="s3", about=FAMILY.household[0].id))
    window: MainWindow = show_window(replace(FAMILY, attachments=(told, *others)))
    page = open_case(window, FAMILY.id)
    page.go("papers")
    settle(window)
    piece = page.findChild(LooseScansPiece)
    assert isinstance(piece, LooseScansPiece)
    (row,) = piece.rows()
    assert piece.isVisible()
    row.remove.click()
    settle(window)
    assert [scan.id for scan in page.editor.case.attachments] == ["s2", "s3"]
    assert piece.isHidden()
    page.undo()
    settle(window)
    assert [piece.isVisible(), len(piece.rows())] == [True, 1]


def test_the_rows_speak_the_language_of_the_screen(scan_list: ScanList, folder: Path) -> None:
    add(scan_list, folder / "a.png")
    speak("nl")
    assert scan_list.rows()[0].remove.accessibleName() == "Scan 1 verwijderen"
    assert scan_list.button.text() == "Scan toevoegen"


def test_the_screen_does_not_wait_for_ten_megabytes(scan_list: ScanList, tmp_path: Path) -> None:
    """Nothing of it is done on the thread of the screen: the row comes later, by itself."""
    large = tmp_path / "large.png"
    large.write_bytes(scans.noise(9_800_000))
    scan_list.add_files([large])
    assert scan_list.rows() == ()
    until(lambda: len(scan_list.rows()) == 1)
    assert "MB" in scan_list.rows()[0].open.text()
