"""Who, and the passphrase. The same form unlocks at the start and after a pause."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.entrance_problems import EntranceProblem, UnknownLogin, WrongPassphrase
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.problem_note import ProblemNote
from loket_app.ui.entrance.secret_field import SecretField
from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.entrance.work import Work
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.list_box import ListBox


class UnlockForm(Spoken):
    """Runs `unlock(login, passphrase)` beside the screen.

    `unlocked` carries its result, `stuck` a problem that typing again does not solve, `lost` asks for the recovery code.
    """

    unlocked = Signal(object)
    stuck = Signal(object)
    lost = Signal()

    def __init__(
        self,
        logins: Sequence[str],
        unlock: Callable[[str, str], object],
        *,
        can_recover: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._unlock = unlock
        self.busy = False
        self._work = Work(self)
        self.login = ListBox(self)
        self.login.addItems(list(logins))
        self.passphrase = SecretField(self)
        self.passphrase.entered.connect(self.try_unlock)
        self.problem = ProblemNote(self)
        self.button = Button(self._unlock_words, "primary")
        self.button.clicked.connect(self.try_unlock)
        self.lost_button = Button(lambda: _("I &lost my passphrase"), "quiet")
        self.lost_button.clicked.connect(self.lost)
        self._lay_out()
        self.lost_button.setVisible(can_recover)

    def begin(self) -> None:
        """Put the cursor where one types."""
        self.passphrase.setFocus()

    def try_unlock(self) -> None:
        """Ask whether the passphrase fits. An empty one is not tried."""
        if not self.busy and self.passphrase.text():
            login, passphrase = self.login.currentText(), self.passphrase.text()
            self.problem.tell(None)
            self._set_busy(busy=True)
            self._work.start(lambda: self._unlock(login, passphrase), self._opened, self._refused)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        who = FormRow(lambda: _("&Who are you?"), self.login)
        who.setVisible(self.login.count() > 1)
        column.addWidget(who)
        column.addWidget(FormRow(self._question, self.passphrase))
        column.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.lost_button)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        column.addLayout(buttons)

    def _unlock_words(self) -> str:
        return _("Unlocking…") if self.busy else _("&Unlock")

    def _question(self) -> str:
        if self.login.count() > 1:
            return _("&Passphrase")
        return _("&Passphrase of {login}").format(login=self.login.currentText())

    def _set_busy(self, *, busy: bool) -> None:
        """The words change, nothing jumps, and what was typed stays."""
        self.busy = busy
        for part in (self.login, self.passphrase, self.button, self.lost_button):
            part.setEnabled(not busy)
        self.button.setText(self._unlock_words())

    def _opened(self, result: object) -> None:
        self._set_busy(busy=False)
        self.passphrase.clear()
        self.unlocked.emit(result)

    def _refused(self, problem: EntranceProblem) -> None:
        self._set_busy(busy=False)
        if not isinstance(problem, WrongPassphrase | UnknownLogin):
            self.stuck.emit(problem)
            return
        self.problem.tell(problem)
        self.passphrase.line.selectAll()
        self.begin()
