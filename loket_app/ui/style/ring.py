"""The focus ring of what is filled with the accent: inside the edge, in the colour of the words on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from loket_app.ui.style import theme

_INSET = 3.0


def paint_ring(widget: QWidget) -> None:
    """Draw the ring over what the widget painted of itself; to be called from its paintEvent."""
    tokens = theme.current()
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.colour.accent_text), tokens.size.focus))
    inset = _INSET + tokens.size.focus / 2
    edge = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(edge, tokens.size.radius - 2, tokens.size.radius - 2)
    painter.end()


class Ring(QWidget):
    """Lies on a filled button of any class and shows while that has the focus."""

    def __init__(self, button: QWidget) -> None:
        super().__init__(button)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.installEventFilter(self)
        self.setVisible(button.hasFocus())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the focus, and keep the button's size."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setVisible(event.type() == QEvent.Type.FocusIn)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Resize) and isinstance(watched, QWidget):
            self.resize(watched.size())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        paint_ring(self)
