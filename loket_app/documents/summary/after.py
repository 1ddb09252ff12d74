"""What came of it: the booking, the day itself, the premium beside its estimate, and what the partner reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from loket_app.documents.engine.blocks import heading, paragraph, subheading
from loket_app.documents.engine.lines import Align
from loket_app.documents.engine.look import SMALL, Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.engine.tables import Column, Row, facts, table
from loket_app.documents.summary.file import File
from loket_app.documents.summary.situation import untold
from loket_app.domain.answers import known
from loket_app.domain.reintegration import term
from loket_app.i18n import _
from loket_app.i18n.labels import capital, field_label
from loket_app.i18n.phrases_journey import premium_said, term_text

_DEPARTURE: Final = tuple(
    f"departure/{name}"
    for name in (
        *("booked_on", "booked_by", "carrier", "travel_number", "leaves_on", "leaves_at", "result"),
        *("departed_on", "arrived_on", "note", "premium_given", "premium_paid", "premium_paid_on"),
        *("premium_returned", "premium_returned_on", "premium_difference"),
    )
)
_REPORTS: Final = {"on": 16, "spent": 14, "spent_on_what": 27, "how_they_are": 27, "next_on": 16}
"""The columns of a report, with their shares."""


def after(file: File) -> Iterator[Strip]:
    """The section; nothing before something was booked or reported."""
    told = file.told(*_DEPARTURE)
    if told:
        yield from heading(capital(field_label("departure")), file.width)
        yield from facts(told, file.width)
        yield from untold(file, _DEPARTURE)
        yield from _said(file, _not_counted(file))
        yield from _said(file, premium_said(file.case, file.on_leaving))
    if file.case.plan.reports:
        yield from subheading(capital(field_label("plan/reports")), file.width)
        yield from table(_columns(), _reports(file), file.width)
    ends = term(file.case, file.budget_term.months)
    yield from _said(file, term_text(file.case, ends) if ends else "")


def _said(file: File, words: str) -> Iterator[Strip]:
    if words:
        yield from paragraph(Said(words, SMALL), file.width)


def _not_counted(file: File) -> str:
    """A day that was noted before it was known that nobody left: the page says so under the question."""
    departure = file.case.departure
    noted = known(departure.departed_on) or known(departure.arrived_on)
    words = _("The journey was not made: the day of departure or arrival above does not count.")
    return words if departure.fell_through and noted else ""


def _columns() -> tuple[Column, ...]:
    sides = {"spent": Align.RIGHT}
    return tuple(
        Column(share, capital(field_label(f"plan/reports/{name}")), sides.get(name, Align.START))
        for name, share in _REPORTS.items()
    )


def _reports(file: File) -> Iterator[Row]:
    for report in file.case.plan.reports:
        yield Row(tuple(file.answer(f"plan/reports/{report.id}/{name}") for name in _REPORTS))
