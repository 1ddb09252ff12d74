"""The window that stays open all day: nothing typed is lost when it is locked, covered, left or closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.services.demo import demo_cases
from loket_app.services.desk import Desk
from loket_app.storage.errors import DiskFull
from loket_app.ui.case.advice_panel import AdvicePanel
from loket_app.ui.shell import main_window as main_window_module
from loket_app.ui.shell.finder import Finder
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.shell.rail import Rail
from tests.at_work import PASSPHRASE, settle, until
from tests.ui.conftest import ShowWindow
from tests.ui.hands import CTRL, SHIFT, case_page, child, focused, go_to, new_case, open_case, press, type_text

STORIES = demo_cases()
MIFTARI = next(case for case in STORIES if "Miftari" in str(case.household[0].family_name))


@pytest.fixture
def window(show_window: ShowWindow) -> MainWindow:
    return show_window(*STORIES)


class BrokenDesk(Desk):
    """Its disk is full until the test makes room."""

    full = True

    def record(self, new: Sequence[Change]) -> Future[Any]:
        if not self.full:
            return super().record(new)
        future: Future[Any] = Future()
        future.set_exception(DiskFull(Path("loket.db")))
        return future


@pytest.fixture
def broken(show_window: ShowWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[MainWindow, BrokenDesk]]:
    window = show_window(*STORIES, desk=BrokenDesk)
    desk = window._desk
    assert isinstance(desk, BrokenDesk)
    yield window, desk
    desk.full = False
    if window.isVisible():
        monkeypatch.setattr(main_window_module, "may_close", lambda _window, _error: True)


def kept(window: MainWindow, case_id: str) -> Case:
    """A case as it is in the store now."""
    return window._desk.open_case(case_id).result()[0]


def test_locking_keeps_and_stores_what_was_half_typed(window: MainWindow) -> None:
    page = new_case(window)
    case_id = page.editor.case.id
    type_text("Mifta")
    name = focused()
    press(Qt.Key.Key_L, CTRL)
    until(lambda: window.lock_screen.locked)
    settle(window)
    assert kept(window, case_id).household[0].family_name == "Mifta"
    assert not page.isVisible()
    unlock(window)
    until(lambda: focused() is name)
    type_text("ri")
    press(Qt.Key.Key_Tab)
    settle(window)
    assert kept(window, case_id).household[0].family_name == "Miftari"


def test_locking_keeps_a_date_that_is_half_typed(window: MainWindow) -> None:
    page = new_case(window)
    go_to(window, f"household/{page.editor.case.household[0].id}/birth_date")
    type_text("3/4/")
    press(Qt.Key.Key_L, CTRL)
    until(lambda: window.lock_screen.locked)
    unlock(window)
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.text() == "3/4/"


def test_no_key_reaches_what_is_locked(window: MainWindow) -> None:
    page = open_case(window, MIFTARI.id)
    press(Qt.Key.Key_L, CTRL)
    until(lambda: window.lock_screen.locked)
    for key in (Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_1, Qt.Key.Key_2):
        press(key, CTRL)
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    for _stop in range(30):
        press(Qt.Key.Key_Tab)
        assert window.lock_screen.isAncestorOf(focused())
    settle(window)
    assert window.case_page is page
    assert page.step == "intake"
    assert not window.findChildren(Finder)
    unlock(window)


def test_the_cover_hides_everything_and_gives_the_cursor_back(window: MainWindow) -> None:
    page = new_case(window)
    type_text("Mif")
    here = focused()
    press(Qt.Key.Key_F12)
    settle(window)
    assert not page.isVisible()
    type_text("xyz")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_F12)
    settle(window)
    assert focused() is here
    type_text("tari")
    press(Qt.Key.Key_Tab)
    assert page.editor.case.household[0].family_name == "Miftari"


def test_f6_goes_from_the_rail_to_the_page_to_the_advice(window: MainWindow) -> None:
    page = open_case(window, MIFTARI.id)
    areas: list[QWidget] = [child(window, Rail), page.areas[0], child(window, AdvicePanel)]
    press(Qt.Key.Key_F6)
    start = next(number for number, area in enumerate(areas) if area.isAncestorOf(focused()))
    for step in range(1, 7):
        press(Qt.Key.Key_F6)
        assert areas[(start + step) % 3].isAncestorOf(focused())
    for step in range(5, -1, -1):
        press(Qt.Key.Key_F6, SHIFT)
        assert areas[(start + step) % 3].isAncestorOf(focused())


def test_the_finder_opens_what_is_typed(window: MainWindow) -> None:
    finder = find(window, "miftari")
    press(Qt.Key.Key_Return)
    until(lambda: window.case_page is not None)
    settle(window)
    assert case_page(window).editor.case.id == MIFTARI.id
    until(lambda: not window.findChildren(Finder))
    assert finder is not None


def test_the_finder_moves_by_arrows_and_leads_to_a_page(window: MainWindow) -> None:
    find(window, "s")
    found = child(window, QListWidget)
    until(lambda: found.count() >= 2)
    words = [found.item(row).text() for row in range(found.count())]
    for _row in range(words.index("Settings")):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    until(lambda: not window.findChildren(Finder))
    assert child(window, Rail)._buttons["settings"].isChecked()


def test_the_finder_says_when_nothing_is_found_and_opens_nothing(window: MainWindow) -> None:
    find(window, "qqqqzz")
    found = child(window, QListWidget)
    until(lambda: "qqqqzz" in found.item(0).text())
    press(Qt.Key.Key_Return)
    assert child(window, Finder).isVisible()
    press(Qt.Key.Key_Escape)
    until(lambda: not window.findChildren(Finder))
    assert window.case_page is None


def test_closing_writes_what_was_typed_last(show_window: ShowWindow) -> None:
    window = show_window()
    page = new_case(window)
    type_text("Miftari")
    window.close()
    until(lambda: not window.isVisible())
    again = show_window()
    assert kept(again, page_id(page.editor.case)).household[0].family_name == "Miftari"


def test_closing_asks_when_answers_are_not_kept(
    broken: tuple[MainWindow, BrokenDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = broken
    asked: list[BaseException] = []
    monkeypatch.setattr(main_window_module, "may_close", remember(asked, answer=False))
    page = new_case(window)
    type_text("Miftari")
    window.close()
    until(lambda: asked)
    settle(window)
    assert isinstance(asked[0], DiskFull)
    assert window.isVisible()
    desk.full = False
    page.editor.retry()
    settle(window)
    assert kept(window, page.editor.case.id).household[0].family_name == "Miftari"
    window.close()
    until(lambda: not window.isVisible())
    assert len(asked) == 1


def test_a_case_left_while_nothing_can_be_written_comes_back_whole(broken: tuple[MainWindow, BrokenDesk]) -> None:
    window, desk = broken
    page = new_case(window)
    case_id = page.editor.case.id
    type_text("Miftari")
    other = open_case(window, MIFTARI.id)
    assert other.editor.case.id == MIFTARI.id
    back = open_case(window, case_id)
    assert back.editor.case.household[0].family_name == "Miftari"
    desk.full = False
    back.editor.retry()
    settle(window)
    assert kept(window, case_id) == back.editor.case


def find(window: MainWindow, text: str) -> Finder:
    """Ctrl+K and a text."""
    press(Qt.Key.Key_K, CTRL)
    until(lambda: any(finder.isVisible() for finder in window.findChildren(Finder)))
    finder = child(window, Finder)
    until(lambda: finder.isAncestorOf(focused()))
    type_text(text)
    settle(window)
    return finder


def unlock(window: MainWindow) -> None:
    """Type the passphrase."""
    until(lambda: window.lock_screen.isAncestorOf(focused()))
    line = child(window.lock_screen, QLineEdit, QLineEdit.isVisible)
    line.setFocus()
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    until(lambda: not window.lock_screen.locked)
    settle(window)


def page_id(case: Case) -> str:
    return case.id


def remember(asked: list[BaseException], *, answer: bool) -> Callable[[QWidget, BaseException], bool]:
    def ask(_window: QWidget, error: BaseException) -> bool:
        asked.append(error)
        return answer

    return ask
