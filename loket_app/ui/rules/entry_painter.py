"""Paints an entry: its title at the start, its value at the end; below, each with its sign, whose it is and a warning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from loket_app.ui import style
from loket_app.ui.kit.breaking import breakable
from loket_app.ui.rules.entry import Entry

_Index: TypeAlias = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
"""The role under which a model gives the whole entry."""

_SIGN, _SIDE, _AIR, _HEADING_AIR, _GAP = 16, 12, 9, 18, 16
_VALUE_SHARE = 0.4
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class _Places:
    """Where the words of an entry stand, left to right."""

    title: QRect
    value: QRect
    notes: tuple[QRect, ...]

    @property
    def height(self) -> int:
        return max(place.bottom() for place in (self.title, self.value, *self.notes)) + 1


class EntryPainter(QStyledItemDelegate):
    """Wraps every text to the width of the list, so that none is cut."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as the list, as high as the words."""
        entry: Entry = index.data(ENTRY)
        width = self._view.viewport().width()
        places = _places(entry, QRect(0, 0, width, 0), option.font)
        return QSize(width, places.height + (_AIR if entry.id else _AIR // 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The ground of the style sheet, then the words."""
        entry: Entry = index.data(ENTRY)
        if entry.id:
            self._paint_ground(painter, option, index)
        painter.save()
        painter.setLayoutDirection(option.direction)
        _Words(painter, option, entry).paint()
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._view)


class _Words:
    """The words of one entry, on their way to the screen."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        self._painter, self._entry = painter, entry
        self._rect: QRect = option.rect
        self._font: QFont = option.font
        self._direction: Qt.LayoutDirection = option.direction
        self._places = _places(entry, self._rect, self._font)

    def paint(self) -> None:
        entry, places = self._entry, self._places
        plain = "muted" if entry.quiet or not entry.id else "text"
        self._write(places.title, entry.title, plain, _title_font(entry, self._font))
        self._write(places.value, entry.value, plain, _value_font(entry, self._font), Qt.AlignmentFlag.AlignRight)
        for place, (words, role, icon) in zip(places.notes, _notes(entry), strict=True):
            self._write(place, words, role, self._font)
            sign = QRect(self._rect.left() + _SIDE, place.top() + 2, _SIGN, _SIGN)
            picture = style.pixmap(icon, role, _SIGN, self._painter.device().devicePixelRatioF())
            self._painter.drawPixmap(self._visual(sign).topLeft(), picture)

    def _write(
        self, place: QRect, words: str, role: str, font: QFont, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> None:
        self._painter.setFont(font)
        self._painter.setPen(QColor(getattr(style.current().colour, role)))
        self._painter.drawText(self._visual(place), _WRAP | side | Qt.AlignmentFlag.AlignTop, breakable(words))

    def _visual(self, place: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._rect, place)


def _places(entry: Entry, rect: QRect, font: QFont) -> _Places:
    """The title takes what the value leaves; whose it is and the warning stand below, behind their signs."""
    room = rect.width() - 2 * _SIDE
    left, top = rect.left() + _SIDE, rect.top() + (_AIR if entry.id else _HEADING_AIR)
    value = _size(entry.value, int(room * _VALUE_SHARE), _value_font(entry, font))
    wide = room - (value.width() + _GAP if entry.value else 0)
    title = QRect(left, top, wide, _size(entry.title, wide, _title_font(entry, font)).height())
    beside = QRect(left + room - value.width(), top, value.width(), value.height())
    lower, indent = max(title.bottom(), beside.bottom()) + 3, _SIGN + _SIDE // 2
    notes = []
    for words, _role, _icon in _notes(entry):
        notes.append(QRect(left + indent, lower, room - indent, _size(words, room - indent, font).height()))
        lower = notes[-1].bottom() + 3
    return _Places(title, beside, tuple(notes))


def _notes(entry: Entry) -> list[tuple[str, str, str]]:
    """Words, the token of their colour, and their sign."""
    told = ((entry.origin, "accent", "edit"), (entry.warning, "warn", "warning"))
    return [note for note in told if note[0]]


def _size(words: str, width: int, font: QFont) -> QSize:
    if not words:
        return QSize(0, 0)
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 1), _WRAP, breakable(words)).size()


def _title_font(entry: Entry, font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(not entry.id)
    return made


def _value_font(entry: Entry, font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(not entry.quiet)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
