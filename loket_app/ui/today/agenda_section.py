"""A part of the page of today: late, today, in the coming days, or waited for. A few lines, the others one press away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import NP_, pgettext
from loket_app.services.agenda import Part, Section
from loket_app.ui.style import current
from loket_app.ui.today.lines_card import LinesCard
from loket_app.ui.words import Text

TITLES: Mapping[Part, tuple[str, str]] = {
    Part.LATE: NP_("part of today", "Late"),
    Part.TODAY: NP_("part of today", "For today"),
    Part.COMING: NP_("part of today", "In the coming 7 days"),
    Part.UNDATED: NP_("part of today", "Without a last day"),
    Part.WAITING: NP_("part of today", "Waiting for others"),
}


class AgendaSection(QWidget):
    """Emits `opened` with a case id and a place, `all_asked` with its part. `me` is whose name is left out."""

    opened = Signal(str, str)
    all_asked = Signal(Part)

    def __init__(self, section: Section, today: date, me: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        grid = current().size.grid
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, grid, 0, grid)
        layout.setSpacing(grid)
        layout.addWidget(Text(self._title, "heading"))
        self.lines = LinesCard(me)
        self.lines.show_lines(section.lines, today, more=section.count > len(section.lines))
        self.lines.opened.connect(self.opened)
        self.lines.all_asked.connect(lambda: self.all_asked.emit(section.part))
        layout.addWidget(self.lines)

    def _title(self) -> str:
        return f"{pgettext(*TITLES[self.section.part])} · {self.section.count}"
