"""Where a case stands, and where it may go from there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Status(Enum):
    """The life of a case, in order; withdrawn and referred lie beside the road."""

    ENQUIRY = "enquiry"
    INTAKE = "intake"
    APPLICATION = "application"
    HANDED_OVER = "handed_over"
    BOOKED = "booked"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    REFERRED = "referred"


_ROAD: dict[Status, tuple[Status, ...]] = {
    Status.ENQUIRY: (Status.INTAKE,),
    Status.INTAKE: (Status.APPLICATION, Status.ENQUIRY),
    Status.APPLICATION: (Status.HANDED_OVER, Status.INTAKE),
    Status.HANDED_OVER: (Status.BOOKED, Status.APPLICATION),
    Status.BOOKED: (Status.DEPARTED, Status.HANDED_OVER),
    Status.DEPARTED: (Status.ARRIVED, Status.BOOKED, Status.HANDED_OVER),
    Status.ARRIVED: (Status.FOLLOW_UP, Status.CLOSED, Status.DEPARTED),
    Status.FOLLOW_UP: (Status.CLOSED, Status.ARRIVED),
    Status.CLOSED: (Status.INTAKE,),
    Status.WITHDRAWN: (Status.INTAKE, Status.CLOSED),
    Status.REFERRED: (Status.INTAKE, Status.CLOSED),
}

_AWAY = (Status.WITHDRAWN, Status.REFERRED)

OPEN = frozenset(set(Status) - {Status.CLOSED, Status.WITHDRAWN, Status.REFERRED})
"""Statuses of a case that somebody still works on."""

ASIDE = frozenset(_AWAY)
"""Statuses beside the road: nobody works on the case, and what was arranged for it still stands."""


def next_statuses(now: Status) -> tuple[Status, ...]:
    """Where a case may go. From any point a person may withdraw (S0 §1: a right, never an error) or be referred."""
    return _ROAD[now] + tuple(away for away in _AWAY if away is not now)


def may_go(now: Status, then: Status) -> bool:
    """Whether the table of transitions allows it."""
    return then in next_statuses(now)


def steps_between(now: Status, then: Status) -> tuple[Status, ...]:
    """The steps of the road from one status to a later one, that one included; none where it does not lie ahead."""
    order = tuple(Status)
    return order[order.index(now) + 1 : order.index(then) + 1]


@dataclass(frozen=True)
class StatusChange:
    """One step on the road: who, when (UTC), why."""

    id: str
    status: Status
    at: datetime
    by: str
    why: str = ""
