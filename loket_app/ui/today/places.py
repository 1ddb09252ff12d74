"""Where in a case a day to watch is looked after, and whether it is late."""

from __future__ import annotations

from datetime import date

from loket_app.domain.agenda import PASSING, AgendaItem, AgendaKind
from loket_app.services.agenda import Line


def is_late(item: AgendaItem, today: date) -> bool:
    """Whether somebody should have done this before today."""
    return item.on is not None and item.on < today and item.kind not in PASSING


def place_of(line: Line) -> str:
    """The path to go to: a term of the track has no place of its own, its conversations do."""
    item = line.row.item
    return "conversations" if item.kind in (AgendaKind.KEY_MOMENT, AgendaKind.AID_ENDS) else item.ref
