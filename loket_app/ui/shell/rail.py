"""The rail at the left: where one can go, with the language and the lock at the bottom."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from loket_app.i18n import NP_, _, pgettext
from loket_app.ui.style import current, icon, mark
from loket_app.ui.words import Text

NARROW_BELOW = 1200
NARROW_LETTERS = 12
LOW_BELOW = 480


@dataclass(frozen=True)
class Place:
    """Somewhere to go: its icon, its word (context, source) and its key."""

    icon: str
    word: tuple[str, str]
    key: str


PLACES: Mapping[str, Place] = {
    "today": Place("today", NP_("rail", "Today"), "Ctrl+1"),
    "cases": Place("cases", NP_("rail", "Cases"), "Ctrl+2"),
    "new": Place("new-intake", NP_("rail", "New intake"), "Ctrl+N"),
    "rules": Place("rules", NP_("rail", "Rates and rules"), "Ctrl+4"),
    "settings": Place("settings", NP_("rail", "Settings"), "Ctrl+3"),
}


class Rail(QFrame):
    """Emits `chosen` with the name of a place, and `lock_asked`. Narrow on a narrow screen: icon above word."""

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, desk: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._buttons: dict[str, QToolButton] = {}
        self._narrow = False
        self._group = QButtonGroup(self)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        self._brand, self._desk = Text(lambda: "Loket", "brand"), Text(desk, "muted")
        layout.addWidget(self._brand)
        for name, place in PLACES.items():
            layout.addWidget(self._place(name, place))
        layout.addStretch(1)
        layout.addWidget(self._desk)
        self._lock = self._button("lock", QKeySequence("Ctrl+L"))
        self._lock.clicked.connect(self.lock_asked.emit)
        layout.addWidget(self._lock)
        self.set_narrow(narrow=False)

    def show_place(self, name: str) -> None:
        """Mark where one is; nothing is marked for a place that is not on the rail."""
        self._group.setExclusive(False)
        for place, button in self._buttons.items():
            button.setChecked(place == name)
        self._group.setExclusive(True)

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand in 88 px with the words under the icons, or in 200 px with the words beside them."""
        size = current().size
        self.setFixedWidth(size.rail_narrow if narrow else size.rail)
        side = size.grid // 4 if narrow else size.grid
        self.setContentsMargins(side, size.grid, side, size.grid)
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (*self._buttons.values(), self._lock):
            button.setToolButtonStyle(style)
            mark(button, narrow=narrow)
        self._narrow = narrow
        self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen only what one goes to is left."""
        super().resizeEvent(event)
        low = event.size().height() < LOW_BELOW
        for text in (self._brand, self._desk):
            text.setHidden(low)
        self._column.setSpacing(0 if low else current().size.grid // 2)

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _place(self, name: str, place: Place) -> QToolButton:
        button = self._button(place.icon, QKeySequence(place.key))
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        self._buttons[name] = button
        return button

    def _button(self, icon_name: str, key: QKeySequence) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        side = current().size.icon
        button.setIconSize(QSize(side, side))
        button.setShortcut(key)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        mark(button, kind="rail")
        return button

    def _name(self) -> None:
        for name, button in self._buttons.items():
            self._word(button, pgettext(*PLACES[name].word))
        self._word(self._lock, _("Lock"))
        self.setAccessibleName(_("Where to go"))

    def _word(self, button: QToolButton, word: str) -> None:
        key = button.shortcut()
        button.setText(textwrap.fill(word, NARROW_LETTERS, break_long_words=False) if self._narrow else word)
        button.setShortcut(key)
        button.setAccessibleName(word)
        button.setToolTip(f"{word} ({key.toString(QKeySequence.SequenceFormat.NativeText)})")
