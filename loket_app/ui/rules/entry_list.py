"""A list of titles with their values, under headings: arrows move, Enter goes on to what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from loket_app.ui.rules.entry import Entry
from loket_app.ui.rules.entry_painter import ENTRY, EntryPainter
from loket_app.ui.style import current

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class EntryList(QListView):
    """Emits `chosen` with an id, empty when nothing is left to choose, and `opened` for Enter and a click."""

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = _Entries(self)
        self._filling = False
        self.setModel(self._entries)
        self.setItemDelegate(EntryPainter(self))
        ring = current().size.focus
        self.setViewportMargins(ring, ring, ring, ring)  # so that no entry lies on the ring of the focus
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.activated.connect(lambda _index: self.opened.emit())
        self.clicked.connect(lambda _index: self.opened.emit())

    @property
    def current_id(self) -> str:
        """The id of what is chosen."""
        return self._entries.id_at(self.currentIndex().row())

    def show_entries(self, entries: Sequence[Entry], chosen: str = "") -> None:
        """Show other entries, with one of them chosen: the first when that one is not there."""
        self._filling = True
        self._entries.show(entries)
        self.setCurrentIndex(self._entries.index(self._entries.row_of(chosen)))
        self._filling = False
        if self.current_id == chosen:
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()
        self.chosen.emit(self.current_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, with what is chosen in sight: Qt lays a list out again for its height alone."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())

    def currentChanged(self, now: _Index, previous: _Index) -> None:
        """Tell what is chosen now."""
        super().currentChanged(now, previous)
        if not self._filling:
            self.chosen.emit(self.current_id)


class _Entries(QAbstractListModel):
    """The entries as Qt reads them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Hold other entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def id_at(self, row: int) -> str:
        """The id in a row; empty outside."""
        return self._entries[row].id if 0 <= row < len(self._entries) else ""

    def row_of(self, entry_id: str) -> int:
        """Where an id stands, else where the first does; -1 when there is none."""
        ids = [entry.id for entry in self._entries]
        return ids.index(entry_id) if entry_id in filter(None, ids) else next((n for n, i in enumerate(ids) if i), -1)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The entry for its painter, its words for who listens."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.title, entry.value, entry.origin, entry.warning)))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading can't be chosen."""
        return super().flags(index) if self.id_at(index.row()) else Qt.ItemFlag.NoItemFlags
