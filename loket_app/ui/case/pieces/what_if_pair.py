"""Two scenarios of a case and what differs between them, worked out at every change."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.scenario import SideBySide, lay_side_by_side, with_its_day
from loket_app.i18n import _, ngettext
from loket_app.services.desk import Desk
from loket_app.ui.case.pieces.what_if_side import WhatIfSide
from loket_app.ui.case.pieces.what_if_table import lines, table
from loket_app.ui.style import current
from loket_app.ui.words import Text

ONE_COLUMN_BELOW = 640


class WhatIfPair(QWidget):
    """Both scenarios begin as the case stands; each change shows at once what becomes different."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._case = desk, with_its_day(case, desk.clock.today())
        self.found: SideBySide | None = None
        self.sides = (
            WhatIfSide(lambda: _("Scenario A"), self._case),
            WhatIfSide(lambda: _("Scenario B"), self._case),
        )
        self._count = Text(self._count_words, "strong")
        self._table = QWidget()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self.show_case(case)

    def show_case(self, case: Case) -> None:
        """Follow the case where a scenario supposes nothing else."""
        self._case = with_its_day(case, self._desk.clock.today())
        for side in self.sides:
            side.show_case(self._case)
        self._compare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow page the scenarios stand one under the other."""
        super().resizeEvent(event)
        narrow = event.size().width() < ONE_COLUMN_BELOW
        way = QBoxLayout.Direction
        self._pair.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        """Read the words anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_case(self._case)

    def _lay_out(self) -> None:
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self._layout.addWidget(
            Text(lambda: _("Change either side and see what becomes different. Nothing of this is kept."), "muted")
        )
        for side in self.sides:
            self._pair.addWidget(side, 1)
            side.changed.connect(self._compare)
        self._layout.addLayout(self._pair)
        self._layout.addWidget(self._count)
        self._layout.addWidget(self._table)

    def _compare(self) -> None:
        first, second = (side.scenario for side in self.sides)
        today = self._desk.clock.today()
        self.found = lay_side_by_side(self._case, first, second, self._desk.tables, today)
        self._count.refresh()
        old, self._table = self._table, table(self._case, self.found)
        self._layout.replaceWidget(old, self._table)
        old.deleteLater()

    def _count_words(self) -> str:
        if self.found is None:
            return ""
        count = sum(line.differs for line in lines(self._case, self.found))
        if not count:
            return _("= Both say the same.")
        return ngettext("≠ {count} line is different.", "≠ {count} lines are different.", count).format(count=count)
