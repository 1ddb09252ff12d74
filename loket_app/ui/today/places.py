"""Where in a case a day to watch is looked after, which term gives it, and whether it is late."""

from __future__ import annotations

from datetime import date

from loket_app.domain.agenda_items import PASSING, TRACK, AgendaItem, AgendaKind
from loket_app.domain.agenda_terms import needs_of
from loket_app.domain.conversation import KeyMoment
from loket_app.domain.track_parts import HELD, Deadline
from loket_app.services.agenda import Line

_TERMS = frozenset({AgendaKind.KEY_MOMENT, AgendaKind.AID_ENDS})


def is_late(item: AgendaItem, today: date) -> bool:
    """Whether somebody should have done this before today."""
    return item.on is not None and item.on < today and item.kind not in PASSING


def place_of(line: Line) -> str:
    """The path to go to; a term of the return track stands in its picture, what is missing for its day in its field."""
    if line.row.item.kind not in _TERMS:
        return line.row.item.ref
    return next((need for need in needs(line) if not need.startswith(HELD)), TRACK)


def needs(line: Line) -> tuple[str, ...]:
    """The paths of what is missing for the day of a term; empty when nothing is."""
    return () if line.track is None else needs_of(line.row.item, line.track)


def term_of(line: Line) -> Deadline | None:
    """The term of the return track that gives this day; None for other days."""
    if line.track is None or line.row.item.kind not in _TERMS:
        return None
    if line.row.item.kind is AgendaKind.AID_ENDS:
        return line.track.aid_ends
    moment = line.track.moment(KeyMoment(line.row.item.ref.partition("/")[2]))
    return moment.deadline if moment else None
