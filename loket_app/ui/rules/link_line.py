"""An address to copy. Loket opens none: what the desk looks up is nobody's business."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QWidget

from loket_app.i18n import _
from loket_app.ui.style import mark

_BY_HAND = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class LinkLine(QLabel):
    """Plain text; Tab selects it whole, Ctrl+C copies it."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(address, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(_BY_HAND)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Link to copy: {address}").format(address=address))
        self.setToolTip(_("Select and copy: Loket never opens a link."))
        mark(self, kind="muted")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is by selecting it all."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setSelection(0, len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays selected that one left, except to copy it from a menu."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setSelection(0, 0)
