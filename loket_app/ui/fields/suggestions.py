"""What may be meant, shown below an editor while somebody types. One list serves a whole window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from loket_app.i18n import _
from loket_app.ui.fields.codebook import Entry

_ROWS = 8
_FRAME = 8
_WIDEST = 360


class _Model(QAbstractListModel):
    """The entries that are offered now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()

    def offer(self, entries: Sequence[Entry]) -> None:
        """Offer other entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name of an entry."""
        return self.entries[index.row()].name if role == Qt.ItemDataRole.DisplayRole and index.isValid() else None


class SuggestionList(QListView):
    """A list over the page that never takes the focus. The editor that it serves moves and reads it."""

    picked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Suggestions"))
        self._entries = _Model(self)
        self.setModel(self._entries)
        self.clicked.connect(lambda index: self.picked.emit(self._entries.entries[index.row()].code))
        self._editor: QWidget | None = None
        self._moved: list[QWidget] = []

    @classmethod
    def of(cls, editor: QWidget) -> SuggestionList:
        """The list of the window that the editor is in."""
        window = editor.window()
        there = window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return there if isinstance(there, cls) else cls(window)

    def offer(self, editor: QWidget, entries: Sequence[Entry], row: int = 0) -> None:
        """Show entries below the editor with one of them marked; without entries there is nothing to show."""
        if not entries:
            self.close_for(editor)
            return
        self._entries.offer(entries)
        self._attach(editor)
        self._place()
        self.setCurrentIndex(self._entries.index(row))
        self.show()
        self.raise_()

    def close_for(self, editor: QWidget) -> None:
        """Go away, if it was this editor that one came for."""
        if self._editor is editor:
            self._attach(None)
            self.hide()

    def serves(self, editor: QWidget) -> bool:
        """Whether this editor has the list open."""
        return self._editor is editor and self.isVisible()

    def current_code(self) -> str:
        """The code of the marked entry."""
        return self._entries.entries[self.currentIndex().row()].code

    def step(self, rows: int) -> None:
        """Mark an entry further down or up."""
        row = min(max(self.currentIndex().row() + rows, 0), len(self._entries.entries) - 1)
        self.setCurrentIndex(self._entries.index(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the editor when the page moves, and go away when it is out of sight."""
        if self._editor is not None and watched in self._moved:  # not the scroll bar of this list, which Qt watches too
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
                self._place()
            elif event.type() == QEvent.Type.Hide:
                self.close_for(self._editor)
        return super().eventFilter(watched, event)

    def _attach(self, editor: QWidget | None) -> None:
        if editor is self._editor:
            return
        for widget in self._moved:
            widget.removeEventFilter(self)
        self._editor, self._moved = editor, []
        while editor is not None and not editor.isWindow():
            editor.installEventFilter(self)
            self._moved.append(editor)
            editor = editor.parentWidget()

    def _place(self) -> None:
        editor, window = self._editor, self.window()
        if editor is None:
            return
        if editor.visibleRegion().isEmpty():
            self.close_for(editor)
            return
        row = max(self.sizeHintForRow(0), self.fontMetrics().height())
        height = row * min(len(self._entries.entries), _ROWS) + _FRAME
        below = editor.mapTo(window, QPoint(0, editor.height() + 2))
        room = window.height() - below.y()
        if height > room:
            above = below.y() - editor.height() - 4
            if above > room:
                height = min(height, above)
                below.setY(above - height)
            else:
                height = room
        width = min(max(editor.width(), 240), _WIDEST)
        self.setGeometry(min(below.x(), max(0, window.width() - width)), below.y(), width, height)
