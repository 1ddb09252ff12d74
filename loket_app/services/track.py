"""The return track of a case by the rules that Loket carries and the Belgian calendar."""

from __future__ import annotations

from datetime import date
from functools import cache

from loket_app.domain.case import Case
from loket_app.domain.track import Track, track
from loket_app.domain.track_rules import TrackRules
from loket_app.services.clock import Clock
from loket_app.services.holidays import BelgianCalendar


def track_of(case: Case, on: date | None = None, *, clock: Clock | None = None) -> Track:
    """The track on a day; without one, today's."""
    return track(case, track_rules(), BelgianCalendar(), on or (clock or Clock()).today())


@cache
def track_rules() -> TrackRules:
    """The rules of the track that Loket carries, read once."""
    from loket_app.rules import load_track_rules  # noqa: PLC0415  late: opening a window needs no rules

    return load_track_rules()
