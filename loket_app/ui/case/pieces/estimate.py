"""The estimate, line by line with its sources: cash and kind apart, amounts that are not known said as such."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.estimate import Line, LineKind
from loket_app.domain.programme import BUDGET_TERM
from loket_app.domain.tables import Topic
from loket_app.i18n import _, phrases
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_layer import marked
from loket_app.ui.case.pieces.programme_source import saying_text
from loket_app.ui.kit.breaking import breakable
from loket_app.ui.style import current, mark, tabular
from loket_app.ui.words import Text

_NOTHING = (LineKind.NONE, LineKind.CLOSED, LineKind.ENDED)
"""Support of which there is no term to tell."""


class EstimatePiece(QWidget):
    """Two tables, each with its sum; what is not known is in no sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._advice: Advice | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self._layout.addWidget(Text(lambda: _("What may be expected?"), "heading"))
        self._departure = Text(self._departure_words, "muted")
        self._layout.addWidget(self._departure)
        self._tables = QWidget()
        QVBoxLayout(self._tables).setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._tables)

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Show the estimate of this advice."""
        self._case, self._advice = case, advice
        self._departure.refresh()
        old = self._tables
        self._tables = self._make_tables(case, advice)
        self._layout.replaceWidget(old, self._tables)
        old.deleteLater()

    def _departure_words(self) -> str:
        if self._case is None or self._advice is None:
            return ""
        said = (phrases.advice_day_text(self._advice), phrases.counted_along_text(self._case, self._advice))
        return " ".join(filter(None, said))

    def _make_tables(self, case: Case, advice: Advice) -> QWidget:
        tables = QWidget()
        layout = QVBoxLayout(tables)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_plain(_("Departure premium (cash, paid by IOM at departure)"), "strong"))
        layout.addWidget(_table(case, advice.premium, phrases.formula_text(advice.premium)))
        layout.addSpacing(current().size.grid)
        layout.addWidget(_plain(_("Reintegration support (in kind, after return)"), "strong"))
        layout.addWidget(_table(case, advice.support, _support_sum(advice.support)))
        if any(line.kind not in _NOTHING for line in advice.support):
            layout.addWidget(_plain(saying_text(BUDGET_TERM), "muted"))
        layout.addWidget(_plain(phrases.estimate_note(advice.tables_version, advice.tables_dated), "muted"))
        return tables


def _support_sum(lines: Sequence[Line]) -> str:
    """The sum of budgets that are said for each person; one for the household needs none."""
    each = any(line.topic is Topic.BUDGET and line.person for line in lines)
    return phrases.formula_text(lines) if each and len(lines) > 1 else ""


def _table(case: Case, lines: Sequence[Line], total: str) -> QWidget:
    """Amounts at the right; sources once each below, however many lines they hold for."""
    if lines and all(line.kind is LineKind.CLOSED for line in lines):
        return _plain(capital(label(LineKind.CLOSED)))
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(0, 1)
    for number, line in enumerate(lines):
        grid.addWidget(_plain(_whose(case, line)), number, 0)
        grid.addWidget(_amount(marked(phrases.amount_text(case, line), line.row)), number, 1)
    if total:
        grid.addWidget(_plain(_("Together"), "strong"), len(lines), 0)
        grid.addWidget(_amount(total), len(lines), 1)
    for number, words in enumerate(dict.fromkeys(filter(None, map(_origin, lines))), len(lines) + 1):
        grid.addWidget(_plain(words, "muted"), number, 0, 1, 2)
    return table


def _whose(case: Case, line: Line) -> str:
    name = phrases.name_in(case, line.person) if line.person else _("household") + phrases.for_whom(case, line)
    titles = {Topic.BUDGET: _("reintegration budget"), Topic.SUPPLEMENT: _("supplement for a vulnerable person")}
    return f"{name} – {titles[line.topic]}" if line.topic in titles else name


def _origin(line: Line) -> str:
    if line.row is None or line.figure is None:
        return ""
    note = f" {phrases.local(line.row.note)}" if line.row.note is not None else ""
    source = _("Source: {source}").format(source=phrases.source_text(line.row.source))
    # while an answer is missing, the figure that the line names is only one of those that may count
    what = capital(label(line.topic)) if line.needs else phrases.local(line.figure.title)
    return f"{what}.{note} {source}"


def _plain(words: str, kind: str = "") -> QLabel:
    text = QLabel(breakable(words))
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setWordWrap(True)
    if kind:
        mark(text, kind=kind)
    return text


def _amount(words: str) -> QLabel:
    text = _plain(words)
    text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    tabular(text)
    return text
