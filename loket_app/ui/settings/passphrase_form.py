"""Changing one's passphrase: the old one, the new one twice, and what came of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.entrance import Opened
from loket_app.services.entrance_problems import EntranceProblem
from loket_app.ui.background import MainThread
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.new_passphrase import NewPassphrase
from loket_app.ui.entrance.problem_note import ProblemNote
from loket_app.ui.entrance.secret_field import SecretField
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current
from loket_app.ui.words import Text


class PassphraseForm(Worded, QWidget):
    """Derives keys beside the screen; nothing is changed until the old passphrase is right and the new one strong."""

    def __init__(self, opened: Opened, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened, self._screen = opened, screen
        self._old = SecretField(self)
        self._new = NewPassphrase(lambda: (opened.login,), self)
        self._change = QPushButton()
        self._problem = ProblemNote(self)
        self._done = Text(lambda: _("✓ Your passphrase is changed. The recovery sheet stays valid."), "ok")
        self._done.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid * 2)
        for part in (
            FormRow(lambda: _("Present passphrase"), self._old),
            self._new,
            self._change,
            self._problem,
            self._done,
        ):
            layout.addWidget(part)
        self._change.clicked.connect(self._go)
        self._words()

    def _words(self) -> None:
        self._change.setText(_("Change passphrase"))

    def _go(self) -> None:
        self._done.hide()
        self._problem.clear()
        if not self._new.complete():
            return
        old, new = self._old.text(), self._new.text()
        self._change.setEnabled(False)
        pool = ThreadPoolExecutor(1, thread_name_prefix="passphrase")
        changed = pool.submit(lambda: self._opened.change_passphrase(old, new))
        pool.shutdown(wait=False)
        self._screen.when_done(changed, lambda _nothing: self._finish(), self._fail)

    def _finish(self) -> None:
        self._change.setEnabled(True)
        self._old.set_text("")
        self._new.fill("", "")
        self._done.show()

    def _fail(self, error: BaseException) -> None:
        self._change.setEnabled(True)
        if not isinstance(error, EntranceProblem):
            raise error
        self._problem.tell(error)
