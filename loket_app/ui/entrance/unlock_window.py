"""The first window of every day: who, the passphrase, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services import entrance
from loket_app.ui.entrance.language_box import LanguageBox
from loket_app.ui.entrance.recovery_form import RecoveryForm
from loket_app.ui.entrance.sheet import Sheet, fit
from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.entrance.unlock_form import UnlockForm
from loket_app.ui.words import Text

_WIDTH = 480
_HEIGHTS = (440, 720)


class UnlockWindow(Spoken):
    """`opened` carries an `entrance.Opened`, `stuck` a problem that deserves a window of its own."""

    opened = Signal(object)
    stuck = Signal(object)

    def __init__(self, profile: Path, logins: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unlock = UnlockForm(logins, lambda login, secret: entrance.open_store(profile, login, secret))
        self.recovery = RecoveryForm(
            logins, lambda login, code, new: entrance.open_with_recovery(profile, login, code, new)
        )
        self.language = LanguageBox(self)
        self.language.chosen.connect(lambda code: entrance.remember_language(profile, code))
        self._lay_out()
        self._connect()
        self.say(self.setWindowTitle, lambda: _("Loket – unlock"))
        self.unlock.begin()

    def _lay_out(self) -> None:
        sheet = Sheet(_WIDTH, self)
        sheet.column.addWidget(self.language, 0, Qt.AlignmentFlag.AlignRight)
        sheet.column.addWidget(Text(lambda: "Loket", "title"))
        for form in (self.unlock, self.recovery):
            sheet.column.addWidget(form)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self._show(self.unlock)

    def _connect(self) -> None:
        self.unlock.unlocked.connect(self.opened)
        self.recovery.unlocked.connect(self.opened)
        self.unlock.stuck.connect(self.stuck)
        self.recovery.stuck.connect(self.stuck)
        self.unlock.lost.connect(self._lost)
        self.recovery.left.connect(self._back)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay for the moment of unlocking: cases that open behind a closed window would never be closed."""
        event.setAccepted(not (self.unlock.busy or self.recovery.busy))

    def _lost(self) -> None:
        self._show(self.recovery)
        self.recovery.begin(self.unlock.login.currentText())

    def _back(self) -> None:
        self._show(self.unlock)
        self.unlock.begin()

    def _show(self, form: QWidget) -> None:
        """Show one form, in a window that has room for it and for a problem under it."""
        for each in (self.unlock, self.recovery):
            each.setVisible(each is form)
        fit(self, _WIDTH, _HEIGHTS[form is self.recovery])
