"""The first start, page by page: it makes the store and the first user, and opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services import entrance
from loket_app.services.entrance_problems import EntranceProblem
from loket_app.ui.entrance.first_run.desk_page import DeskPage
from loket_app.ui.entrance.first_run.finish_page import FinishPage
from loket_app.ui.entrance.first_run.model import FirstRun
from loket_app.ui.entrance.first_run.page import Page
from loket_app.ui.entrance.first_run.passphrase_page import PassphrasePage
from loket_app.ui.entrance.first_run.recovery_page import RecoveryPage
from loket_app.ui.entrance.first_run.welcome_page import WelcomePage
from loket_app.ui.entrance.sheet import Sheet, fit
from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.entrance.work import Work
from loket_app.ui.kit.button import Button
from loket_app.ui.words import Text

_SIZE = (640, 660)


class FirstRunAssistant(Spoken):
    """`finished` carries an `entrance.Opened` and whether the sample stories are wanted.

    Nothing is on the disk before the last page; closing the window earlier leaves nothing.
    """

    finished = Signal(object, bool)

    def __init__(self, profile: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FirstRun()
        self.busy = False
        self._profile = profile
        self._work = Work(self)
        self.finish = FinishPage(self.model)
        self.pages: tuple[Page, ...] = (*self._questions(), self.finish)
        self._place = 0
        self._step, self._title = Text(self._step_words, "muted"), Text(self._title_words, "title")
        self.back_button = Button(lambda: _("&Back"))
        self.next_button = Button(self._next_words, "primary")
        self._lay_out()
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.say(self.setWindowTitle, lambda: _("Loket – first start"))
        fit(self, *_SIZE)
        self._show()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self._place]

    def go_on(self) -> None:
        """To the next page when this one is complete; at the end, make the store."""
        if self.busy or not self.page.complete():
            return
        if self._place + 1 < len(self.pages):
            self._place += 1
            self._show()
        else:
            self._make()

    def go_back(self) -> None:
        """To the page before; nothing that was typed is lost."""
        self._place = max(0, self._place - 1)
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay for the moment in which the store is made."""
        event.setAccepted(not self.busy)

    def _questions(self) -> tuple[Page, ...]:
        passphrase = PassphrasePage(self.model)
        passphrase.entered.connect(self.go_on)
        return WelcomePage(self.model), DeskPage(self.model), passphrase, RecoveryPage(self.model)

    def _lay_out(self) -> None:
        sheet = Sheet(_SIZE[0], self)
        sheet.column.addWidget(self._step)
        sheet.column.addWidget(self._title)
        for page in self.pages:
            sheet.column.addWidget(page)
        sheet.column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 24)
        row.addWidget(self.back_button)
        row.addStretch(1)
        row.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet, 1)
        column.addLayout(row)

    def _show(self) -> None:
        for page in self.pages:
            page.setVisible(page is self.page)
        self.back_button.setVisible(self._place > 0)
        for text in (self._step, self._title):
            text.refresh()
        self.next_button.setText(self._next_words())
        self.page.begin()

    def _step_words(self) -> str:
        return _("Step {number} of {total}").format(number=self._place + 1, total=len(self.pages))

    def _title_words(self) -> str:
        return self.page.title()

    def _next_words(self) -> str:
        if self.busy:
            return _("One moment…")
        return _("&Next") if self._place + 1 < len(self.pages) else _("Be&gin")

    def _make(self) -> None:
        setup = self.model.setup()
        self.finish.problem.tell(None)
        self._set_busy(busy=True)
        self._work.start(lambda: entrance.create_store(self._profile, setup), self._made, self._refused)

    def _made(self, opened: entrance.Opened) -> None:
        self._set_busy(busy=False)
        self.finished.emit(opened, self.model.wants_stories)

    def _refused(self, problem: EntranceProblem) -> None:
        self._set_busy(busy=False)
        self.finish.problem.tell(problem)

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        for part in (self.finish, self.back_button, self.next_button):
            part.setEnabled(not busy)
        self.next_button.setText(self._next_words())
