"""Handing the file over, and what comes after: booking, departure, arrival."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from loket_app.domain.answers import NOT_ASKED, Answer, known
from loket_app.domain.money import Money


class Recipient(Enum):
    """Who may get a file: IOM books and pays, Fedasil's own cell books, Caritas follows a plan (DOMAIN.md §6)."""

    IOM = "iom"
    FEDASIL_BOOKING = "fedasil_booking"
    CARITAS = "caritas"


BOOKERS = (Recipient.IOM, Recipient.FEDASIL_BOOKING)
"""Who books a journey (DOMAIN.md §6); Caritas does not."""


class HandoverState(Enum):
    """Where a handover stands."""

    PREPARED = "prepared"
    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"


LEFT = frozenset(set(HandoverState) - {HandoverState.PREPARED})
"""States of a file that went out of the desk: whoever has it still has it, also after it was sent back or replaced."""


@dataclass(frozen=True)
class Handover:
    """A handover of the file and its answer.

    `content` is what left, as data, so that a correction can show its differences; `checksum` the SHA-256 of the
    package; `revision` the case's own at that moment; `corrects` the id of the handover that this one replaces.
    """

    id: str
    recipient: Answer[Recipient] = NOT_ASKED
    to: Answer[str] = NOT_ASKED
    state: Answer[HandoverState] = NOT_ASKED
    on: Answer[date] = NOT_ASKED
    answer: Answer[str] = NOT_ASKED
    made_at: Answer[datetime] = NOT_ASKED
    made_by: Answer[str] = NOT_ASKED
    version: Answer[int] = NOT_ASKED
    revision: Answer[int] = NOT_ASKED
    tables_version: Answer[str] = NOT_ASKED
    checksum: Answer[str] = NOT_ASKED
    corrects: Answer[str] = NOT_ASKED
    content: Answer[str] = NOT_ASKED


class DepartureResult(Enum):
    """How the day of departure ended. Withdrawing at the gate is a right, never an error (S0 §1)."""

    DEPARTED = "departed"
    WITHDREW = "withdrew"
    NO_SHOW = "no_show"
    REFUSED_BOARDING = "refused_boarding"
    POSTPONED = "postponed"


@dataclass(frozen=True)
class Departure:
    """What was booked and what happened. `premium_difference` explains what was paid otherwise than estimated.

    Of a journey that was not made `premium_given` tells whether a premium was paid all the same, and `premium_returned` how
    much of it came back.
    """

    booked_on: Answer[date] = NOT_ASKED
    booked_by: Answer[Recipient] = NOT_ASKED
    carrier: Answer[str] = NOT_ASKED
    travel_number: Answer[str] = NOT_ASKED
    leaves_on: Answer[date] = NOT_ASKED
    leaves_at: Answer[str] = NOT_ASKED
    result: Answer[DepartureResult] = NOT_ASKED
    departed_on: Answer[date] = NOT_ASKED
    arrived_on: Answer[date] = NOT_ASKED
    note: Answer[str] = NOT_ASKED
    premium_given: Answer[bool] = NOT_ASKED
    premium_paid: Answer[Money] = NOT_ASKED
    premium_paid_on: Answer[date] = NOT_ASKED
    premium_returned: Answer[Money] = NOT_ASKED
    premium_returned_on: Answer[date] = NOT_ASKED
    premium_difference: Answer[str] = NOT_ASKED

    @property
    def fell_through(self) -> bool:
        """Whether the journey was not made: a day of leaving or arriving that still stands beside it was noted before."""
        return known(self.result) and self.result is not DepartureResult.DEPARTED
