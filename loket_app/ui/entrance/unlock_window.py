"""The first window of every day: who, the passphrase, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services import entrance
from loket_app.ui.entrance.language_box import LanguageBox
from loket_app.ui.entrance.sheet import Sheet, fit
from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.entrance.unlock_form import UnlockForm
from loket_app.ui.words import Text

if TYPE_CHECKING:
    from loket_app.ui.entrance.recovery_form import RecoveryForm

_WIDTH = 480
_HEIGHT, _RECOVERY_HEIGHT = 440, 720


class UnlockWindow(Spoken):
    """`opened` carries an `entrance.Opened`, `stuck` a problem that deserves a window of its own."""

    opened = Signal(object)
    stuck = Signal(object)

    def __init__(self, profile: Path, logins: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile, self._logins = profile, logins
        self._recovery: RecoveryForm | None = None
        self.unlock = UnlockForm(logins, lambda login, secret: entrance.open_store(profile, login, secret))
        self.unlock.unlocked.connect(self.opened)
        self.unlock.stuck.connect(self.stuck)
        self.unlock.lost.connect(self._lost)
        self.language = LanguageBox(self)
        self.language.chosen.connect(lambda code: entrance.remember_language(profile, code))
        self._forms = QVBoxLayout()
        self._lay_out()
        self.say(self.setWindowTitle, lambda: _("Loket – unlock"))
        fit(self, _WIDTH, _HEIGHT)
        self.unlock.begin()

    @property
    def recovery(self) -> RecoveryForm:
        """The other way in, made when somebody asks for it."""
        if self._recovery is None:
            self._recovery = self._made_recovery()
            self._forms.addWidget(self._recovery)
        return self._recovery

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay for the moment of unlocking: cases that open behind a closed window would never be closed."""
        event.setAccepted(not (self.unlock.busy or (self._recovery is not None and self._recovery.busy)))

    def _made_recovery(self) -> RecoveryForm:
        from loket_app.ui.entrance.recovery_form import RecoveryForm  # noqa: PLC0415 - late: few mornings need it

        profile = self._profile
        form = RecoveryForm(
            self._logins, lambda login, code, new: entrance.open_with_recovery(profile, login, code, new)
        )
        form.unlocked.connect(self.opened)
        form.stuck.connect(self.stuck)
        form.left.connect(self._back)
        return form

    def _lay_out(self) -> None:
        sheet = Sheet(_WIDTH, self)
        sheet.column.addWidget(self.language, 0, Qt.AlignmentFlag.AlignRight)
        sheet.column.addWidget(Text(lambda: "Loket", "title"))
        self._forms.addWidget(self.unlock)
        sheet.column.addLayout(self._forms)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    def _lost(self) -> None:
        self.unlock.hide()
        self.recovery.show()
        fit(self, _WIDTH, _RECOVERY_HEIGHT)
        self.recovery.begin(self.unlock.login.currentText())

    def _back(self) -> None:
        self.recovery.hide()
        self.unlock.show()
        fit(self, _WIDTH, _HEIGHT)
        self.unlock.begin()
