"""Ctrl+K: find any case by name in any script, number, telephone or destination, or go to any page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from loket_app.i18n import _, formats, pgettext
from loket_app.i18n.labels import capital, label
from loket_app.services.desk import CaseRow, Desk
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.shell.rail import PLACES
from loket_app.ui.style import current, icon

_CASE, _PLACE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class Finder(QDialog):
    """Emits `case_chosen` with an id or `place_chosen` with a name on the rail. Arrows move, Enter opens."""

    case_chosen = Signal(str)
    place_chosen = Signal(str)

    def __init__(self, desk: Desk, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self._asked = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Find"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setObjectName("finder")
        wide = current().size.page
        self.resize(QSize(wide, wide // 2).boundedTo(parent.size() if parent is not None else self.maximumSize()))
        layout = QVBoxLayout(self)
        self._text = QLineEdit()
        self._text.setPlaceholderText(_("Name, number, telephone, country or page"))
        self._text.setAccessibleName(_("Find"))
        self._list = QListWidget()
        self._list.setAccessibleName(_("Found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(self._text)
        layout.addWidget(self._list, 1)
        self._text.textChanged.connect(self._search)
        self._text.installEventFilter(self)
        self._text.returnPressed.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the text move through what was found."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self._asked += 1
        asked = self._asked
        if not text.strip():
            self._show((), text)
            return
        found = self._desk.search(text)
        self._screen.when_done(found, lambda rows: self._show(rows, text) if asked == self._asked else None, our_fault)

    def _show(self, rows: tuple[CaseRow, ...], text: str) -> None:
        self._list.clear()
        for row in rows:
            self._put(_row_words(row), "person", _CASE, row.id)
        for name, word in self._places(text).items():
            self._put(word, PLACES[name].icon, _PLACE, name)
        if not self._list.count():
            item = QListWidgetItem(_("Nothing found for “{text}”.").format(text=text))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _put(self, words: str, icon_name: str, role: int, value: str) -> None:
        item = QListWidgetItem(icon(icon_name, "muted"), words)
        item.setData(role, value)
        self._list.addItem(item)

    def _places(self, text: str) -> Mapping[str, str]:
        words = {name: pgettext(*place.word) for name, place in PLACES.items()}
        return {name: word for name, word in words.items() if text.strip().casefold() in word.casefold()}

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        self.accept()
        if item.data(_CASE):
            self.case_chosen.emit(item.data(_CASE))
        else:
            self.place_chosen.emit(item.data(_PLACE))


def _row_words(row: CaseRow) -> str:
    parts = [row.name or _("Nobody named yet"), row.number, capital(label(row.status))]
    if row.destination:
        parts.append(formats.country_name(row.destination))
    return " · ".join(parts)
