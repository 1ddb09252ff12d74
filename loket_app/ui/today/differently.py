"""Open cases that would be advised differently now: looked for beside the screen, a few at a time, and one can stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from loket_app.i18n import _, ngettext
from loket_app.services.desk import ADVISED, DIFFERENTLY_AT_ONCE, Desk, DifferentRow
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.folding import Folding
from loket_app.ui.style import current
from loket_app.ui.today.differently_row import DifferentlyRow
from loket_app.ui.words import Text

PATIENCE_MS = 1000
SHOWN = 5


class Differently(QWidget):
    """Hidden while nothing was found. `opened` carries a case id and the place of its advice."""

    opened = Signal(str, str)

    def __init__(self, desk: Desk, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self._search = 0
        self._found: list[DifferentRow] = []
        self._seen = self._all = 0
        self._running = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_progress)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = Button(lambda: _("Stop looking"), "quiet")
        self.stop.clicked.connect(self.cancel)
        self._heading = Text(lambda: _("Would be advised differently now"), "heading")
        self._count = Text(self._count_words, "muted")
        self._list = QWidget()
        self._layout = QVBoxLayout(self)
        self._lay_out()

    def refresh(self) -> None:
        """Look again; what is shown stays until the end."""
        self._search += 1
        self._found, self._seen, self._running = [], 0, True
        search = self._search
        self._screen.when_done(self._desk.count(ADVISED), lambda count: self._begin(search, count), our_fault)

    def cancel(self) -> None:
        """Look no further; what was found until now is shown, and that it is not all."""
        self._search += 1
        self._end()

    def _lay_out(self) -> None:
        grid = current().size.grid
        self._layout.setContentsMargins(0, grid, 0, grid)
        self._layout.setSpacing(grid)
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        for widget in (self._heading, self._count, self._progress, self._list):
            self._layout.addWidget(widget)
        self._progress.hide()
        self.hide()

    def _begin(self, search: int, count: int) -> None:
        if search != self._search:
            return
        self._all = count
        self.bar.setRange(0, max(count, 1))
        self._patience.start()
        self._go_on(search)

    def _go_on(self, search: int) -> None:
        if self._seen >= self._all:
            self._end()
            return
        self.bar.setValue(self._seen)
        asked = self._desk.differently(self._seen)
        self._screen.when_done(asked, lambda found: self._take(search, found), our_fault)

    def _take(self, search: int, found: tuple[DifferentRow, ...]) -> None:
        if search != self._search:
            return
        self._found += found
        self._seen = min(self._seen + DIFFERENTLY_AT_ONCE, self._all)
        self._count.refresh()
        self._go_on(search)

    def _end(self) -> None:
        self._running = False
        self._patience.stop()
        self._progress.hide()
        self._fill()
        self._count.refresh()
        self.setVisible(bool(self._found) or self._seen < self._all)

    def _show_progress(self) -> None:
        self._progress.show()
        self._count.refresh()
        self.show()

    def _count_words(self) -> str:
        count = len(self._found)
        words = ngettext(
            "{count} open case; one press leads to its advice.",
            "{count} open cases; one press leads to the advice of each.",
            count,
        )
        told = words.format(count=count)
        if self._running or self._seen < self._all:
            seen = _("Looked at {seen} of {all}.").format(seen=self._seen, all=self._all)
            return f"{seen} {told}" if count else seen
        return told

    def _fill(self) -> None:
        """The first few; the others behind a press, so that the page stays short."""
        old, self._list = self._list, _column([self._row(found) for found in self._found[:SHOWN]])
        rest = self._found[SHOWN:]
        if rest:
            more = Folding(
                lambda: ngettext("{count} more", "{count} more", len(rest)).format(count=len(rest)),
                lambda: _column([self._row(found) for found in rest]),
                "link",
            )
            layout = self._list.layout()
            if layout is not None:
                layout.addWidget(more)
        self._layout.replaceWidget(old, self._list)
        old.deleteLater()

    def _row(self, found: DifferentRow) -> DifferentlyRow:
        row = DifferentlyRow(found)
        row.opened.connect(self.opened)
        return row


def _column(widgets: list[DifferentlyRow]) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current().size.grid)
    for widget in widgets:
        layout.addWidget(widget)
    return column
