"""The window that stays open all day: the rail, one page at a time, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.i18n import _, formats
from loket_app.i18n.labels import label
from loket_app.services import documents
from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor
from loket_app.services.saving import why_not_saved
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.cases.cases_page import CasesPage
from loket_app.ui.entrance.lock_screen import LockScreen
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.rules_page import RulesPage
from loket_app.ui.settings.settings_page import SettingsPage
from loket_app.ui.shell import shortcuts, tab_order
from loket_app.ui.shell.finder import Finder
from loket_app.ui.shell.global_keys import GlobalKeys
from loket_app.ui.shell.help_window import HelpWindow
from loket_app.ui.shell.idle_watch import IdleWatch
from loket_app.ui.shell.open_editors import OpenEditors
from loket_app.ui.shell.privacy_cover import KEY, PrivacyCover
from loket_app.ui.shell.rail import NARROW_BELOW, Rail
from loket_app.ui.shell.system_lock import SystemLock
from loket_app.ui.shell.unsaved import may_close
from loket_app.ui.style import current
from loket_app.ui.today.today_page import TodayPage
from loket_app.ui.words import Text

SMALLEST, SMALLEST_PAGE = (640, 360), (400, 240)
FRAME = 40


class MainWindow(QMainWindow):
    """Shows the pages of a desk. One case is open at a time; leaving it keeps everything. Emits `closed` at the end."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, MainThread()
        self._case_page: CasePage | None = None
        self._editors = OpenEditors(self)
        self._closing = self._may_lose = False
        self._today = TodayPage(desk, self._screen)
        self._today.refresh()  # the store reads while the rest of the window is made
        self._trouble = Text(self._trouble_words, "danger")
        self._rail = Rail(lambda: label(desk.profile.desk))
        self._stack = QStackedWidget()
        self._own = OwnWork(desk.figures, lambda: desk.people.names, self._screen, self)
        self._lay_out()
        self._cover = PrivacyCover(self, self._centre)
        self.lock_screen = LockScreen(desk.opened, self)
        self._idle = IdleWatch(desk.preferences.lock_minutes, self)
        self.system_lock = SystemLock(self)
        self._connect()
        self.setWindowTitle("Loket")
        self._turn_to("today", self._today)

    @property
    def case_page(self) -> CasePage | None:
        """The page of the open case."""
        return self._case_page

    @cached_property
    def _cases(self) -> CasesPage:
        """Made when it is first shown, like the two below: nobody waits for them in the morning."""
        page = CasesPage(self._desk, self._screen)
        page.opened.connect(self.open_case)
        page.new_asked.connect(self.new_case)
        return page

    @cached_property
    def _rules(self) -> RulesPage:
        return RulesPage(self._own, self._desk.clock)

    @cached_property
    def _settings(self) -> SettingsPage:
        page = SettingsPage(self._desk, self._screen)
        page.lock_minutes_changed.connect(self._idle.set_minutes)
        page.samples_leave.connect(self._leave_case)  # its last answers are written before
        return page

    def show_place(self, name: str) -> None:
        """Go to a place on the rail."""
        if name == "new":
            self.new_case()
            return
        places: dict[str, Callable[[], TodayPage | CasesPage | RulesPage | SettingsPage]] = {
            "today": lambda: self._today,
            "cases": lambda: self._cases,
            "rules": lambda: self._rules,
            "settings": lambda: self._settings,
        }
        page = places[name]()
        if self._case_page is not None:
            self._case_page.flush()
        page.refresh()
        self._turn_to(name, page)

    def _turn_to(self, name: str, page: QWidget) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._rail.show_place(name)
        page.setFocus()

    def new_case(self) -> None:
        """Open a new case and put the cursor in its first question."""
        if self._case_page is not None:
            self._case_page.flush()
        made = self._desk.new_case()
        self._screen.when_done(made, lambda case: self.show_case(case, (), "household"), our_fault)

    def open_case(self, case_id: str, path: str = "") -> None:
        """Show a case, at the question of a path when there is one."""
        page = self._case_page
        if page is not None and page.editor.case.id == case_id:
            self._show_page(page, path)
            return
        unwritten = self._editors.find(case_id)
        if unwritten is not None:
            self._show_editor(unwritten, path)
            return
        found = self._desk.open_case(case_id)
        self._screen.when_done(found, lambda read: self.show_case(read[0], read[1], path), our_fault)

    def show_case(self, case: Case, log: tuple[Change, ...], path: str = "") -> None:
        """Show a case that was read, with its changes."""
        self._leave_case()  # first: it hands over what was typed last, and then the editor has something to be kept for
        editor = self._desk.editor(case, log, self._screen)
        self._editors.watch(editor)
        self._show_editor(editor, path)

    def _show_editor(self, editor: CaseEditor, path: str) -> None:
        self._leave_case()
        self._case_page = CasePage(editor, self._desk)
        self._stack.addWidget(self._case_page)
        self._show_page(self._case_page, path)

    def show_fitting(self) -> None:
        """Show the window, over the whole screen where the screen has no more room than it needs."""
        room = self.screen().availableGeometry()
        if room.width() < self.width() + FRAME or room.height() < self.height() + FRAME:
            self.showMaximized()
        else:
            self.show()

    def lock(self) -> None:
        """Hide everything until the same person unlocks."""
        if self._case_page is not None:
            self._case_page.flush()
        self.lock_screen.lock()
        documents.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail becomes narrow on a narrow window."""
        super().resizeEvent(event)
        self._rail.set_narrow(narrow=self.width() < NARROW_BELOW)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes as one reads."""
        return tab_order.step(self, forwards=forwards)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go when the last answer is written: until then the window stays, and what can't be written is said."""
        if self._case_page is not None:
            self._case_page.flush()
        if self._editors.unsaved() and not self._may_lose:
            event.ignore()
            self._closing = True
            self._go_on_closing()
            return
        self._leave_case()
        self._screen.close()
        self._today.rest()
        self._desk.close()
        event.accept()
        self.closed.emit()

    def _go_on_closing(self) -> None:
        """Something was written, or could not be: close, ask, or wait on."""
        failed = self._editors.failed()
        self._trouble.setVisible(failed is not None)
        self._trouble.refresh()
        if not self._closing:
            return
        if not self._editors.unsaved():
            QTimer.singleShot(0, self, self.close)
        elif failed is not None:
            self._closing = False
            self._may_lose = may_close(self, failed.error)
            if self._may_lose:
                QTimer.singleShot(0, self, self.close)

    def _trouble_words(self) -> str:
        failed = self._editors.failed()
        if failed is None:
            return ""
        since = _("▲ Not saved since {time}").format(time=formats.format_time(failed.since))
        return f"{since}. {why_not_saved(failed.error)}"

    def changeEvent(self, event: QEvent) -> None:
        """Read the lists again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._stack.currentWidget() is self._today:
            self._today.refresh()

    def _lay_out(self) -> None:
        self._centre = QWidget()
        layout = QHBoxLayout(self._centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        grid = current().size.grid
        self._trouble.setContentsMargins(grid * 2, grid, grid * 2, 0)
        self._trouble.hide()
        column.addWidget(self._trouble)
        column.addWidget(self._stack, 1)
        layout.addLayout(column, 1)
        self.setCentralWidget(self._centre)
        # explicit, so that a wide page does not keep the window from a narrow screen
        self._stack.setMinimumSize(*SMALLEST_PAGE)
        self.setMinimumSize(*SMALLEST)
        self.resize(1366, 768)

    def _connect(self) -> None:
        self._rail.chosen.connect(self.show_place)
        self._rail.lock_asked.connect(self.lock)
        self._today.opened.connect(self.open_case)
        self._today.new_asked.connect(self.new_case)
        self._today.waiting_asked.connect(self._show_waiting)
        self._own.changed.connect(self._tables_changed)
        self._idle.idle.connect(self.lock)
        self.system_lock.locked.connect(self.lock)
        self.system_lock.listen_to_system()
        self._editors.changed.connect(self._go_on_closing)
        GlobalKeys({KEY: self._blank, "Ctrl+L": self.lock}, self._idle.touched, self)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": self._find,
            "F1": self._help,
            "F6": lambda: self._next_area(1),
            "Shift+F6": lambda: self._next_area(-1),
            "Ctrl+P": lambda: self._case_page.reveal_summary() if self._case_page else None,
        }
        shortcuts.bind(self, {key: self._uncovered(work) for key, work in keys.items()})

    def _uncovered(self, work: Callable[[], object]) -> Callable[[], object]:
        """A key sleeps while the screen is blank."""
        return lambda: work() if self._cover.isHidden() else None

    def _blank(self) -> None:
        if not self.lock_screen.locked:
            self._cover.toggle()

    def _show_page(self, page: CasePage, path: str) -> None:
        self._stack.setCurrentWidget(page)
        self._rail.show_place("")
        if path:
            page.reveal(path)

    def _leave_case(self) -> None:
        page = self._case_page
        if page is None:
            return
        page.close_case()
        self._stack.removeWidget(page)
        page.deleteLater()
        self._case_page = None

    def _show_waiting(self) -> None:
        self.show_place("rules")
        self._rules.show_waiting()

    def _tables_changed(self) -> None:
        """An open case is advised by the tables of now."""
        if self._case_page is not None:
            self._case_page.advise_again()

    def _find(self) -> None:
        finder = Finder(self._desk, self._screen, self)
        finder.case_chosen.connect(self.open_case)
        finder.place_chosen.connect(self.show_place)
        finder.open()

    def _help(self) -> None:
        page: QWidget | None = self._stack.currentWidget()
        names: dict[type, str] = {CasesPage: "cases", RulesPage: "rules", SettingsPage: "settings"}
        name = page.step if isinstance(page, CasePage) else names.get(type(page), "today")
        HelpWindow(name, self).show()

    def _next_area(self, way: int) -> None:
        """F6: rail, page, panel."""
        page: QWidget | None = self._stack.currentWidget()
        areas = [self._rail, *(page.areas if isinstance(page, CasePage) else [self._stack])]
        focused: QWidget | None = self.focusWidget()
        here = next((n for n, area in enumerate(areas) if focused is not None and area.isAncestorOf(focused)), -1)
        shortcuts.enter(areas[(here + way) % len(areas)])
