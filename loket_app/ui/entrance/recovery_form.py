"""The way in for somebody who lost the passphrase: the code on the sheet, and a new passphrase."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.entrance_problems import (
    EntranceProblem,
    MistypedCode,
    UnfinishedCode,
    WeakPassphrase,
    WrongCode,
)
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.new_passphrase import NewPassphrase
from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.entrance.work import Work
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.list_box import ListBox
from loket_app.ui.words import Text

_HERE = (MistypedCode, UnfinishedCode, WrongCode, WeakPassphrase)


class RecoveryForm(Spoken):
    """Runs `recover(login, code, new_passphrase)` beside the screen.

    `unlocked` carries its result, `stuck` a problem that typing again does not solve, `left` goes back.
    """

    unlocked = Signal(object)
    stuck = Signal(object)
    left = Signal()

    def __init__(
        self, logins: Sequence[str], recover: Callable[[str, str, str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._recover = recover
        self.busy = False
        self._work = Work(self)
        self.login = ListBox(self)
        self.login.addItems(list(logins))
        self.code = QLineEdit(self)
        self._code_row = FormRow(lambda: _("&Code on the recovery sheet"), self.code, self._about_the_code)
        self.passphrase = NewPassphrase(lambda: (self.login.currentText(),), self)
        self.passphrase.entered.connect(self.try_recover)
        self.button = Button(self._unlock_words, "primary")
        self.back_button = Button(lambda: _("&Back"))
        self.button.clicked.connect(self.try_recover)
        self.back_button.clicked.connect(self.left)
        self._lay_out()

    def begin(self, login: str) -> None:
        """Start with who is at the desk."""
        self.login.setCurrentText(login)
        self._code_row.complain(None)
        self.code.setFocus()

    def forget(self) -> None:
        """Nothing of what was typed stays on the screen."""
        self.code.clear()
        self.passphrase.fill("", "")

    def try_recover(self) -> None:
        """Ask whether the code fits, and set the new passphrase."""
        if self.busy or not self.passphrase.complete():
            return
        login, code, new = self.login.currentText(), self.code.text(), self.passphrase.text()
        self._code_row.complain(None)
        self._set_busy(busy=True)
        self._work.start(lambda: self._recover(login, code, new), self._opened, self._refused)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Text(lambda: _("With the recovery sheet you choose a new passphrase. The sheet stays valid.")))
        who = FormRow(lambda: _("&Who are you?"), self.login)
        who.setVisible(self.login.count() > 1)
        column.addWidget(who)
        column.addWidget(self._code_row)
        column.addWidget(self.passphrase)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        column.addLayout(buttons)

    def _about_the_code(self) -> str:
        return _("Eight groups of five signs. Capitals, spaces and dashes do not matter.")

    def _unlock_words(self) -> str:
        return _("Unlocking…") if self.busy else _("&Unlock")

    def _set_busy(self, *, busy: bool) -> None:
        self.busy = busy
        for part in (self.login, self.code, self.passphrase, self.button, self.back_button):
            part.setEnabled(not busy)
        self.button.setText(self._unlock_words())

    def _opened(self, result: object) -> None:
        self._set_busy(busy=False)
        self.forget()
        self.unlocked.emit(result)

    def _refused(self, problem: EntranceProblem) -> None:
        self._set_busy(busy=False)
        if not isinstance(problem, _HERE):
            self.stuck.emit(problem)
            return
        self._code_row.complain(lambda: f"{problem.what} {problem.remedy}")
        self.code.setFocus()
