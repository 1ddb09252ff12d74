"""What a package is locked with: the partner's public key, or a passphrase that Loket makes."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.handover import Recipient
from loket_app.i18n import _, formats
from loket_app.i18n.labels import label
from loket_app.services.desk import Desk
from loket_app.services.handover import Passphrase, PublicKey, new_passphrase, passphrase
from loket_app.ui.fields.options import Options
from loket_app.ui.style import current
from loket_app.ui.words import Text

_KEY, _PASSPHRASE = "key", "passphrase"


class HandoverLock(QWidget):
    """A key where the desk has one, else a passphrase; it is made anew for each package."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._recipient = Recipient.IOM
        self._without_key = False
        self._options = Options(
            [(_KEY, lambda: _("With their key")), (_PASSPHRASE, lambda: _("With a passphrase"))], self
        )
        self._options.set_names(_("How to lock it"), "")
        self._options.chosen.connect(self._choose)
        self._note = Text(self._words, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        layout.addWidget(Text(lambda: _("How to lock it"), ""))
        layout.addWidget(self._options)
        layout.addWidget(self._note)

    def show_recipient(self, recipient: Recipient) -> None:
        """Be about a package for this one: with a key, when the desk has theirs."""
        self._recipient = recipient
        self._without_key = False
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """A key may have been noted or forgotten in the meantime."""
        super().showEvent(event)
        self._show()

    def key(self) -> PublicKey | Passphrase:
        """What to lock with."""
        if self._way() == _KEY:
            return self._desk.partner_keys[self._recipient].key
        return passphrase(new_passphrase())

    def _choose(self, way: object, _on: bool) -> None:
        self._without_key = way == _PASSPHRASE and self._has_key()
        self._show()

    def _has_key(self) -> bool:
        return self._recipient in self._desk.partner_keys

    def _way(self) -> str:
        """With their key, unless somebody chose the passphrase instead: what there was no key for is no choice."""
        return _KEY if self._has_key() and not self._without_key else _PASSPHRASE

    def _show(self) -> None:
        self._options.show_value(self._way())
        self._options.options[0].setEnabled(self._has_key())
        self._note.refresh()

    def _words(self) -> str:
        noted = self._desk.partner_keys.get(self._recipient)
        if noted is None:
            words = _("Loket makes a passphrase; tell it by telephone. The key of {partner} can be noted in Settings.")
            return words.format(partner=label(self._recipient))
        if self._way() == _PASSPHRASE:
            return _("Loket makes a passphrase; tell it by telephone.")
        words = _("Only {partner} can open it. Key given by {name}, noted on {date}.")
        day = formats.format_date(noted.given_on)
        return words.format(partner=label(self._recipient), name=noted.given_by or "–", date=day)
