"""The return track of a case on one day (S3): what its screens, documents and agenda are made from."""

from __future__ import annotations

from loket_app.domain.track_parts import (
    HELD,
    Applies,
    Deadline,
    Event,
    EventKind,
    Moment,
    MomentState,
    OddKind,
    Phase,
    Question,
    Span,
    Track,
    Unit,
)
from loket_app.domain.working_days import Calendar

__all__ = [
    "HELD",
    "Applies",
    "Calendar",
    "Deadline",
    "Event",
    "EventKind",
    "Moment",
    "MomentState",
    "OddKind",
    "Phase",
    "Question",
    "Span",
    "Track",
    "Unit",
]
