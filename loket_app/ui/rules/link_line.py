"""An address to copy. Loket opens none: what the desk looks up is nobody's business."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from loket_app.i18n import _
from loket_app.ui.kit.breaking import breakable, unbroken
from loket_app.ui.style import mark

_BY_HAND = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class LinkLine(QLabel):
    """Plain text; Tab selects it whole, Ctrl+C copies it, without the places where a long one may break."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(breakable(address), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(_BY_HAND)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Link to copy: {address}").format(address=address))
        self.setToolTip(_("Select and copy: Loket never opens a link."))
        mark(self, kind="muted")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected as it was."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by the mouse; of a link of which nothing is selected, the whole."""
        menu = QMenu(self)
        menu.addAction(_("Copy"), self._copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(unbroken(self.selectedText() or self.text()))

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
