"""The focus ring of what is filled with the accent: inside the edge, in the colour of the words on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
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
