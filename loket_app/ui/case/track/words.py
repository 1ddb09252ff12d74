"""A track in words, line by line: for the list under the picture, for tips, and for who hears rather than sees it."""

from __future__ import annotations

from loket_app.domain.track_parts import PASSED_BY, Event, Moment, MomentState, Track
from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_track_needs import planned_text, state_text


def moment_line(moment: Moment) -> str:
    """`Outtake · to do now · by Wed, 22 Apr 2026 · social worker`."""
    told = (state_text(moment), planned_text(moment), when(moment))
    parts = (capital(label(moment.moment)), *told, label(moment.held_by))
    return " · ".join(part for part in parts if part)


def when(moment: Moment) -> str:
    """The day that matters of a moment: when it was held, else until when; empty when no day is known."""
    if moment.done_on is not None:
        return formats.format_date(moment.done_on)
    if moment.state in PASSED_BY:
        return ""
    if moment.deadline.on is not None:
        return _("by {date}").format(date=formats.format_date(moment.deadline.on))
    if moment.deadline.opens_on is not None and moment.state is MomentState.COMING:
        return _("from {date}").format(date=formats.format_date(moment.deadline.opens_on))
    return ""


def event_line(event: Event) -> str:
    """`Mon, 16 Mar 2026 · notification of the final refusal`."""
    return f"{formats.format_date(event.on)} · {label(event.kind)}"


def stance_lines(track: Track) -> list[str]:
    """The wish to return, conversation by conversation."""
    return [f"{formats.format_date(on)} · {label(stance)}" for on, stance in track.stances]


def track_lines(track: Track) -> list[str]:
    """The whole track, as its picture tells it."""
    moments = [moment_line(moment) for moment in track.moments]
    return [*moments, *map(event_line, track.events), *stance_lines(track)]
