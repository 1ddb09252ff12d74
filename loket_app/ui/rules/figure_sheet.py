"""Everything about one figure: what it is, for whom, its timeline, and each row with its source."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loket_app.domain.tables import Figure, Row, ValueKind
from loket_app.i18n import _
from loket_app.i18n.labels import capital
from loket_app.i18n.phrases import local, source_text
from loket_app.i18n.phrases_accounts import related_words
from loket_app.services.rates_views import FigureView, RowView
from loket_app.ui.rules.sheet_parts import add_origin, facts, figures, hairline, note, page, words
from loket_app.ui.rules.timeline import Timeline
from loket_app.ui.rules.wording import (
    countries_text,
    current_text,
    cut_text,
    no_figure_text,
    origin_text,
    period_text,
    stale_text,
    value_text,
    whom_facts,
    without_text,
)
from loket_app.ui.style import current

UnderRow = Callable[[QVBoxLayout, Figure, Row], None]
"""Puts under a row what this desk may do with it."""


def figure_sheet(
    view: FigureView, years: tuple[int, int], day: date, today: date, under: UnderRow | None = None
) -> QWidget:
    """The sheet of a figure on a date."""
    made, column = page()
    column.addWidget(words(local(view.figure.title), "heading"))
    if view.figure.informative:
        column.addWidget(note("info", _("Shown, not applied: it isn't public whom it is for.")))
    if view.stale_since is not None:
        column.addWidget(note("warn", capital(stale_text(view.stale_since))))
    if view.found and view.group is not None:
        found = _("On this date among {group}: {countries}.")
        found = found.format(group=local(view.group.title), countries=countries_text(view.found))
        column.addWidget(note("info", found))
    column.addWidget(facts(whom_facts(view)))
    column.addSpacing(current().size.grid)
    column.addWidget(Timeline(view.rows, years, day, today))
    if view.current is None:
        column.addWidget(note("info", no_figure_text(day)))
    for row in view.rows:
        column.addWidget(hairline())
        _add_row(column, row, day, alone=len(view.rows) == 1)
        if under is not None:
            under(column, view.figure, row.row)
    column.addStretch(1)
    return made


def _add_row(column: QVBoxLayout, view: RowView, day: date, *, alone: bool) -> None:
    """A row with its source. Of one that stands alone, the top of the sheet says that it is stale."""
    row = view.row
    head = QHBoxLayout()
    head.addWidget(figures(period_text(row.period), "strong" if view.current else ""))
    head.addStretch(1)
    amount = figures(value_text(row), "strong" if view.current else "")
    amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    head.addWidget(amount)
    column.addLayout(head)
    if view.current:
        unsure = row.kind in (ValueKind.EXPECTED, ValueKind.ENDED)
        column.addWidget(note("info" if unsure else "ok", capital(current_text(row, day))))
    _add_layer(column, view)
    if row.note is not None:
        column.addWidget(words(local(row.note)))
    add_origin(column, row, None if alone else view.stale_since)


def _add_layer(column: QVBoxLayout, view: RowView) -> None:
    """That a desk entered a row, and what it stands in place of; of a row that one of a desk cut, what its source says."""
    if view.row.source.desk:
        column.addWidget(note("desk", capital(origin_text(view))))
        if view.row.related:
            column.addWidget(note("warn", related_words()))
        column.addWidget(words("\n".join(_replaced(view)), "muted"))
    if view.whole is not None:
        column.addWidget(words(" ".join(cut_text(view.whole, view.row.period))))


def _replaced(view: RowView) -> list[str]:
    """What would count without it, each with its source; one that counted all the time needs no dates."""
    if not view.replaced:
        return [capital(without_text(None))]
    return [
        f"{capital(without_text(row))} ({period_text(row.period)}) · {source_text(row.source)}" for row in view.replaced
    ]
