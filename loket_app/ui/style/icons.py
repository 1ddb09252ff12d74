"""Icons from resources/icons, drawn in the token colour of their role at whatever size and scale the screen asks.

The engine looks at the theme when it paints, so an icon that was handed out follows a change of theme.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from loket_app import paths
from loket_app.ui.style import theme

_engines: list[_Engine] = []


def icon(name: str, role: str = "text") -> QIcon:
    """The icon of that name in the colour of a token; disabled ones are muted. Raises OSError for an unknown name."""
    _source(name)
    return QIcon(_Engine(name, role))


def pixmap(name: str, role: str, size: int, scale: float) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels at a scale of the screen."""
    colour = getattr(theme.current().colour, role)
    key = f"loket/{name}/{colour}/{size}/{scale}"
    made = QPixmap()
    if not QPixmapCache.find(key, made):
        made = _drawn(name, colour, round(size * scale))
        made.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, made)
    return made


def _drawn(name: str, colour: str, pixels: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  late: the first window stands before its first icon

    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return picture


@cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")


class _Engine(QIconEngine):
    """Draws one icon. Qt owns an engine once an icon holds it."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        drawn = self.scaledPixmap(QSize(size, size), mode, state, painter.device().devicePixelRatioF())
        corner = QPoint((rect.width() - size) // 2, (rect.height() - size) // 2)
        painter.drawPixmap(rect.topLeft() + corner, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: ARG002  Qt's own signature
        role = "muted" if mode == QIcon.Mode.Disabled else self._role
        edge = min(size.width(), size.height())
        return (
            pixmap(self._name, role, edge, scale) if edge > 0 else QPixmap()
        )  # a row that has no room yet is painted too

    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._role)
        _engines.append(copy)  # Qt keeps only the C++ half alive; without this Python would take it away
        return copy
