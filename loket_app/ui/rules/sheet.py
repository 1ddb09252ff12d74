"""The sheet beside the list: everything about what is chosen, to read and to copy from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from loket_app.ui.rules.value_form import ValueForm
from loket_app.ui.style import current, mark

_EDGE = 3


class Sheet(QFrame):
    """A page that scrolls by the arrows; Tab goes from link to link. Emits `left` for Esc."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, kind="card")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._area.installEventFilter(self)
        self.setFocusProxy(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.addWidget(self._area)

    def show_page(self, page: QWidget, name: str) -> None:
        """Show a page from its top; it is gone with the next one, unless it is a form that somebody began to fill in."""
        page.setMaximumWidth(current().size.page)
        old = self._area.takeWidget()
        if isinstance(old, ValueForm):
            old.setParent(self)
            old.hide()
        elif old is not None:
            old.deleteLater()
        self._area.setWidget(page)
        page.show()
        page.setAutoFillBackground(False)
        self._area.setAccessibleName(name)
        self._area.setAccessibleDescription("\n".join(label.text() for label in page.findChildren(QLabel)))
        self._area.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show where the focus is; Home and End go to the ends."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            bar = self._area.verticalScrollBar()
            ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
            if event.key() in ends:
                bar.setValue(ends[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, and the ring of the focus."""
        super().paintEvent(event)
        if not self._area.hasFocus():
            return
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.colour.focus), tokens.size.focus))
        half = tokens.size.focus / 2
        edge = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(edge, tokens.size.radius, tokens.size.radius)
        painter.end()
