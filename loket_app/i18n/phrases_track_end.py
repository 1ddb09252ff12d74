"""How a return track ended, in words: by what, when, and which answer says so; and since when the case itself stopped."""

from __future__ import annotations

from collections.abc import Iterator

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.handover import DepartureResult
from loket_app.domain.status import OPEN
from loket_app.domain.stay import Outcome, StayCategory
from loket_app.domain.track_parts import End, Track
from loket_app.i18n import _, formats
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_track_needs import fact_text


def ended_lines(case: Case, found: Track) -> tuple[str, ...]:
    """The end of the track and that of the case, as far as there is one, in a line each."""
    return tuple(_lines(case, found))


def end_text(case: Case, end: End) -> str:
    """`Left the place on Fri, 20 Mar 2026 (says “How the stay there ended”)`."""
    how = capital(_how(case, end))
    return _("{what} (as “{answer}” says)").format(what=_on(how, end), answer=fact_text(case, end.path))


def _lines(case: Case, found: Track) -> Iterator[str]:
    if found.end is not None:
        yield end_text(case, found.end)
    if case.status not in OPEN:
        on = formats.format_date(case.history[-1].at.astimezone().date())
        yield said(_("This case"), _("{state} on {date}").format(state=label(case.status), date=on))


def _on(how: str, end: End) -> str:
    if end.on is not None:
        return _("{state} on {date}").format(state=how, date=formats.format_date(end.on))
    return how if isinstance(end.how, StayCategory) else _("{what}, on a day that is not known").format(what=how)


def _how(case: Case, end: End) -> str:
    if end.how is None:
        return _("the stay ended")
    if end.how is Outcome.POSITIVE:
        return _("protection was given")
    booked_by = case.departure.booked_by
    if end.how is DepartureResult.DEPARTED and known(booked_by):
        return _("departed with {whom}").format(whom=label(booked_by))
    return label(end.how)
