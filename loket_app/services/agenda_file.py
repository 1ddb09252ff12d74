"""The agenda as a calendar file that leaves the store: case numbers and kinds of things, no names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from loket_app.domain.agenda import hour_of
from loket_app.services.agenda import AgendaRow

ENDING = ".ics"


def calendar_file(rows: Sequence[AgendaRow], made_at: datetime) -> bytes:
    """A calendar of these days in the language of the screen; what has no day is left out."""
    from loket_app.exchange.agenda_ics import Entry, agenda_ics  # noqa: PLC0415  late: few save one

    dated = ((row, row.item.on) for row in rows if row.item.on is not None)
    entries = (Entry(row.case_id, row.number, row.item.kind, row.item.ref, on, hour_of(row.at)) for row, on in dated)
    return agenda_ics(entries, made_at)
