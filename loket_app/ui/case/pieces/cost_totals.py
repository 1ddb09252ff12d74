"""The sums of the costs: of the case, by reimbursement, by kind, by person. What has no amount is said, never counted as 0."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.costs import (
    CostSum,
    counted,
    for_whom,
    outstanding,
    people_of,
    promised,
    refused,
    sum_of,
    sums_by,
)
from loket_app.domain.programme import PAID_BACK
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_costs import promised_text, sum_text, whose_cost
from loket_app.ui.case.pieces.programme_source import saying_line
from loket_app.ui.style import current, mark, tabular


class CostTotalsPiece(QWidget):
    """A line for each part, amounts at the right; a breakdown of one part says nothing new and is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._shown: object = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._table = QWidget()
        self._layout.addWidget(self._table)
        self._layout.addWidget(saying_line(PAID_BACK))

    def show_case(self, case: Case) -> None:
        """Show the sums of this case."""
        self._case = case
        self.setVisible(bool(case.costs))
        if case.costs and self._shown != (now := (case.costs, case.household)):
            self._shown = now
            self._fill(case)

    def changeEvent(self, event: QEvent) -> None:
        """Read the words anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._case is not None and self._case.costs:
            self._fill(self._case)

    def _fill(self, case: Case) -> None:
        old, self._table = self._table, QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().size.grid * 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        _row(grid, _("Costs together"), sum_text(sum_of(counted(case.costs))), "strong")
        for title, parts in _breakdowns(case):
            if len(parts) > 1:
                _row(grid, title, "", "muted")
                for name, found in parts:
                    _row(grid, name, sum_text(found))
        if refused(case.costs):
            _row(grid, _("Refused, not counted"), sum_text(sum_of(refused(case.costs))), "muted")
        if promised(case.costs):
            _row(grid, promised_text(), sum_text(sum_of(promised(case.costs))), "muted")
        waiting = outstanding(case.costs)
        if waiting:
            _row(grid, _("Still to be paid back"), sum_text(sum_of(waiting)), "strong")
        self._layout.replaceWidget(old, self._table)
        old.deleteLater()


def _breakdowns(case: Case) -> Iterator[tuple[str, list[tuple[str, CostSum]]]]:
    costs = counted(case.costs)
    by_state, by_kind = sums_by(costs, lambda cost: cost.state), sums_by(costs, lambda cost: cost.kind)
    by_person = sums_by(costs, for_whom)
    people = [whose for whose in people_of(case) if whose in by_person]
    yield _("By reimbursement"), [(capital(label(state)), found) for state, found in by_state.items()]
    yield _("By kind"), [(capital(label(kind)), found) for kind, found in by_kind.items()]
    yield _("By person"), [(whose_cost(case, whose), by_person[whose]) for whose in people]


def _row(grid: QGridLayout, name: str, amount: str, kind: str = "") -> None:
    line = grid.rowCount()
    for column, words in enumerate((name, amount)):
        text = QLabel(words)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        if kind:
            mark(text, kind=kind)
        if column:
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            tabular(text)
        grid.addWidget(text, line, column)
