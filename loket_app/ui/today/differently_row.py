"""One open case that would be advised differently now: who, why, and one Enter to its advice."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from loket_app.i18n import _, ngettext, phrases
from loket_app.i18n.labels import label
from loket_app.i18n.phrases_advice import amount_lines, causes_text
from loket_app.services.desk import DifferentRow
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current, icon, mark
from loket_app.ui.words import Text


class DifferentlyRow(Worded, QFrame):
    """Emits `opened` with the case id and the place of its advice."""

    opened = Signal(str, str)

    def __init__(self, found: DifferentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        mark(self, kind="card")
        grid = current().size.grid
        layout = QVBoxLayout(self)
        layout.setContentsMargins(grid * 2, grid, grid * 2, grid)
        layout.setSpacing(0)
        self.button = QPushButton(icon("warning", "warn"), "")
        mark(self.button, kind="row")
        self.button.clicked.connect(lambda: self.opened.emit(found.case.id, "advice"))
        layout.addWidget(self.button)
        layout.addWidget(Text(self._why, "muted"))
        self._words()

    def _words(self) -> None:
        words = f"{phrases.household_name(self._found.case)} · {self._found.row.number}"
        self.button.setText(words.replace("&", "&&"))
        self.button.setAccessibleName(words)
        self.button.setAccessibleDescription(self._why())

    def _why(self) -> str:
        difference = self._found.difference
        found = difference.comparison
        because = _("Because {causes}.").format(
            causes=causes_text(self._found.case, difference.causes, difference.answers)
        )
        if not found.verdict_differs:
            return " ".join((*_amounts(amount_lines(self._found.case, found)), because))
        words = _("First “{before}”, now “{after}”.")
        verdicts = words.format(before=label(found.before.verdict), after=label(found.after.verdict))
        return f"{verdicts} {because}"


def _amounts(lines: list[str]) -> Iterator[str]:
    """The first amount that differs, and how many more do."""
    if lines:
        yield f"{lines[0]}."
    if lines[1:]:
        count = len(lines) - 1
        yield ngettext("{count} more amount differs.", "{count} more amounts differ.", count).format(count=count)
