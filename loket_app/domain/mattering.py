"""Why a missing answer matters, and to whom."""

from __future__ import annotations

from enum import Enum

from loket_app.domain.handover import BOOKERS, Recipient


class Matters(Enum):
    """Why an answer matters to who gets the file."""

    IDENTITY = "identity"
    DECISION = "decision"
    CHOICE = "choice"
    REACH = "reach"
    TICKET = "ticket"
    CARE = "care"
    ARRIVAL = "arrival"
    PAPERS = "papers"
    PLAN = "plan"
    CONSENT = "consent"


_OF_THE_JOURNEY = frozenset((Matters.IDENTITY, Matters.DECISION, Matters.TICKET, Matters.CARE))


def matters_to(recipient: Recipient, why: Matters) -> Matters:
    """The reason for this recipient: Caritas books no ticket and arranges no help on the way (DOMAIN.md §6), it prepares a plan."""
    return why if recipient in BOOKERS or why not in _OF_THE_JOURNEY else Matters.PLAN
