"""Children in lines, as many beside one another as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowBox(QWidget):
    """Lays out the widgets that were added to it as words in a paragraph: for options, chips and pills."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        widget.setParent(self)
        self._items.append(widget)
        if self.isVisible():
            widget.show()
        self._changed()

    def remove(self, widget: QWidget) -> None:
        """Take a widget out; it is deleted when Qt has time."""
        self._items.remove(widget)
        widget.hide()
        widget.deleteLater()
        self._changed()

    def items(self) -> tuple[QWidget, ...]:
        """The widgets in their order."""
        return tuple(self._items)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        sizes = [item.sizeHint() for item in self._items if _counts(item)]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """The room it needs."""
        sizes = [item.sizeHint() for item in self._items if _counts(item)]
        return QSize(max((size.width() for size in sizes), default=0), max((s.height() for s in sizes), default=0))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that a width asks for."""
        return max((place.bottom() + 1 for _item, place in self._places(width)), default=0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self._arrange()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Lay out anew when a child changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def _changed(self) -> None:
        self._arrange()
        self.updateGeometry()

    def _arrange(self) -> None:
        for item, place in self._places(self.width()):
            item.setGeometry(place)

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        places, x, y, line = [], 0, 0, 0
        for item in self._items:
            if not _counts(item):
                continue
            size = item.sizeHint()
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self._gap, 0
            places.append((item, QRect(x, y, min(size.width(), max(width, 1)), size.height())))
            x, line = x + size.width() + self._gap, max(line, size.height())
        return [(item, self._mirrored(place, width)) for item, place in places]

    def _mirrored(self, place: QRect, width: int) -> QRect:
        if self.isRightToLeft():
            place.moveLeft(width - place.right() - 1)
        return place


def _counts(item: QWidget) -> bool:
    """Whether a widget takes room: all do that nobody hid, also before the window is shown."""
    return not (item.isHidden() and item.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide))
