"""A day to watch, why it is watched, and where in its case it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum


class AgendaKind(Enum):
    """Why a day is watched. The values stand in stores."""

    APPOINTMENT = "appointment"
    TALK = "talk"
    KEY_MOMENT = "key_moment"
    AID_ENDS = "aid_ends"
    LEAVE_BY = "leave_by"
    DEPARTURE = "departure"
    WAIT = "wait"
    DOCUMENT_REQUESTED = "document_requested"
    DOCUMENT_EXPIRES = "document_expires"
    HANDOVER_SENT = "handover_sent"
    REPORT = "report"


PASSING = frozenset({AgendaKind.AID_ENDS, AgendaKind.LEAVE_BY})
"""Days that come and go. Nobody can do them, so they are never late."""

WAITING = frozenset({AgendaKind.WAIT, AgendaKind.DOCUMENT_REQUESTED, AgendaKind.HANDOVER_SENT})
"""Somebody else has the next move."""

TRACK, AID = "track", "aid_ends"
"""A term of the track has no place in the case: `track/otp_intake`, `track/aid_ends`."""


@dataclass(frozen=True)
class AgendaItem:
    """A day to watch: `ref` is the path of the place in the case.

    `on` is the last day on which it can be done, or the day itself; None while nobody set one. `opens_on` is the first
    such day, or since when one waits. `who` is the value of the enum that says who holds it or has the next move.
    """

    kind: AgendaKind
    ref: str
    on: date | None = None
    opens_on: date | None = None
    who: str | None = None


def hour_of(at: str | None) -> time | None:
    """The hour of an appointment, kept as 14:30; None where it is not known or was written otherwise."""
    try:
        return time.fromisoformat(at) if at else None
    except ValueError:
        return None
