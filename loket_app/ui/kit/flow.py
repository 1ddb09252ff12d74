"""Children in lines, as many beside one another as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowBox(QWidget):
    """Lays out the widgets that were added to it as words in a paragraph: for options, chips and pills."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = 8, margin: int = 0, *, end: int = 0, last_grows: bool = False
    ) -> None:
        super().__init__(parent)
        self._gap, self._margin, self._end, self._last_grows = gap, margin, margin + end, last_grows
        self._items: list[QWidget] = []
        self._heights: dict[int, int] = {}  # by width, as long as nothing changes in sight
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, at: int | None = None) -> None:
        """Put a widget at the end, or at a place among the others."""
        widget.setParent(self)
        self._items.insert(len(self._items) if at is None else at, widget)
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
        """The room it would like: one line."""
        sizes = self._sizes()
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return self._with_margin(width, sizes)

    def minimumSizeHint(self) -> QSize:
        """The room it needs: its widest item, or its longest word where the words of an item may take more lines."""
        widest = max((_narrowest(item) for item in self._items if _counts(item)), default=0)
        return self._with_margin(widest, self._sizes())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that a width asks for. A layout asks many times: in sight, what was worked out is kept."""
        if not self.isVisible():
            return self._height(width)
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def _height(self, width: int) -> int:
        return max((place.bottom() + 1 for _item, place in self._places(width)), default=0) + self._margin

    def showEvent(self, event: QShowEvent) -> None:
        """Out of sight, Qt doesn't tell what changed: begin anew."""
        self._heights.clear()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self._arrange()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Lay out anew when a child changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font, style or direction takes other room."""
        self._heights.clear()
        super().changeEvent(event)

    def _changed(self) -> None:
        self._heights.clear()
        self._arrange()
        self.updateGeometry()

    def _arrange(self) -> None:
        for item, place in self._places(self.width()):
            item.setGeometry(place)

    def _sizes(self) -> list[QSize]:
        return [_size(item) for item in self._items if _counts(item)]

    def _with_margin(self, width: int, sizes: list[QSize]) -> QSize:
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + self._margin + self._end, height + 2 * self._margin)

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        left = x = y = self._margin
        end, line = max(width - self._end, left + 1), 0
        places = []
        for item in filter(_counts, self._items):
            size = _size(item)
            if x > left and x + size.width() > end:
                x, y, line = left, y + line + self._gap, 0
            place = QRect(x, y, min(size.width(), end - x), size.height())
            if place.width() < size.width() and item.hasHeightForWidth():
                place.setHeight(item.heightForWidth(place.width()))  # long words take more lines
            places.append((item, place))
            x, line = x + size.width() + self._gap, max(line, place.height())
        if self._last_grows and places:
            places[-1][1].setRight(end - 1)
        return [(item, self._mirrored(place, width)) for item, place in places]

    def _mirrored(self, place: QRect, width: int) -> QRect:
        if self.isRightToLeft():
            place.moveLeft(width - place.right() - 1)
        return place


def _counts(item: QWidget) -> bool:
    """Whether a widget takes room: all do that nobody hid, also before the window is shown."""
    return not (item.isHidden() and item.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide))


def _size(item: QWidget) -> QSize:
    return item.sizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())


def _narrowest(item: QWidget) -> int:
    width = item.minimumSizeHint().width() if item.hasHeightForWidth() else _size(item).width()
    return max(width, item.minimumWidth())
