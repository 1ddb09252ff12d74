"""Today: the open cases, what each still misses, one Enter from its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from loket_app.i18n import _, formats, ngettext
from loket_app.services.desk import Desk, TodayRow
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.style import current, icon, mark
from loket_app.ui.today.differently import Differently
from loket_app.ui.today.today_card import TodayCard
from loket_app.ui.words import Text


class TodayPage(QScrollArea):
    """Emits `opened` with a case id, and a path in it or the empty text; `new_asked` for a new intake."""

    opened = Signal(str, str)
    new_asked = Signal()

    def __init__(self, desk: Desk, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self._rows: Sequence[TodayRow] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("page")
        size = current().size
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(size.grid * 4, size.grid * 3, size.grid * 4, size.grid * 4)
        self._layout.setSpacing(size.grid)
        self._layout.addWidget(Text(lambda: formats.format_date(desk.clock.today(), "full"), "muted"))
        self._layout.addWidget(Text(lambda: _("Today"), "title"))
        self._count = Text(self._count_words)
        self._layout.addWidget(self._count)
        self._new = QPushButton(icon("new-intake", "accent_text"), "")
        mark(self._new, kind="primary")
        self._new.clicked.connect(self.new_asked.emit)
        self._layout.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeft)
        self._differently = Differently(desk, screen)
        self._differently.opened.connect(self.opened)
        self._layout.addWidget(self._differently)
        self._list = QWidget()
        self._layout.addWidget(self._list)
        self._layout.addStretch(1)
        self.setWidget(inside)
        self._words()

    def refresh(self) -> None:
        """Read the open cases again; what is shown stays until the new list is there."""
        self._screen.when_done(self._desk.today(), self._show, our_fault)
        self._differently.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _words(self) -> None:
        self._new.setText(_("New intake"))
        self.setAccessibleName(_("Today"))

    def _count_words(self) -> str:
        if self._rows is None:
            return ""
        count = len(self._rows)
        if not count:
            return _("No open cases. Start with a new intake, or look under Cases for the closed ones.")
        return ngettext("{count} open case, the latest first.", "{count} open cases, the latest first.", count).format(
            count=count
        )

    def _show(self, rows: tuple[TodayRow, ...]) -> None:
        self._rows = rows
        self._count.refresh()
        old, self._list = self._list, QWidget()
        layout = QVBoxLayout(self._list)
        layout.setContentsMargins(0, current().size.grid, 0, 0)
        layout.setSpacing(current().size.grid)
        for row in rows:
            card = TodayCard(row)
            card.opened.connect(self.opened)
            layout.addWidget(card)
        self._layout.replaceWidget(old, self._list)
        old.deleteLater()
