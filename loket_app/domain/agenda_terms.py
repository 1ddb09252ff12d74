"""The terms of the return track among the days to watch: what has a last day, and what is missing where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from loket_app.domain.agenda_items import AID, TRACK, AgendaItem, AgendaKind
from loket_app.domain.track_parts import HELD, PASSED_BY, Moment, MomentState, Phase, Track

_SETTLED = PASSED_BY | {MomentState.DONE}
_OPEN = frozenset({MomentState.DUE, MomentState.NOT_COMPUTABLE})


def terms(track: Track) -> Iterator[AgendaItem]:
    """Conversations that are still to be held, and the end of the material aid.

    Without a day: what can be held now, has no last day and is planned for none, and what cannot be computed, once for each fact that is
    missing; `needs_of` tells which, `beside` what else waits for it.
    """
    told: set[frozenset[str]] = set()
    for item in _terms(track):
        missing = _missing(item, track)
        if not missing or missing not in told:
            yield item
        told.add(missing)


def beside(item: AgendaItem, track: Track) -> tuple[AgendaItem, ...]:
    """The other terms that wait for the same fact."""
    missing = _missing(item, track)
    return tuple(
        each for each in _terms(track) if missing and each.ref != item.ref and _missing(each, track) == missing
    )


def needs_of(item: AgendaItem, track: Track) -> tuple[str, ...]:
    """The paths of what is missing for the day of a term of the track; empty when nothing is, or it is none."""
    place, _slash, name = item.ref.partition("/")
    if place != TRACK:
        return ()
    if name == AID:
        return track.aid_ends.needs
    return next((each.deadline.needs for each in track.moments if each.moment.value == name), ())


def _terms(track: Track) -> Iterator[AgendaItem]:
    for each in track.moments:
        term = each.deadline
        if each.state in _SETTLED or (term.on is None and not _is_told(each)):
            continue
        ref = f"{TRACK}/{each.moment.value}"
        yield AgendaItem(AgendaKind.KEY_MOMENT, ref, term.on, term.opens_on, each.held_by.value)
    ends = track.aid_ends
    if track.phase is not Phase.ENDED and (ends.on is not None or ends.needs):
        yield AgendaItem(AgendaKind.AID_ENDS, f"{TRACK}/{AID}", ends.on)


def _is_told(moment: Moment) -> bool:
    """Without a last day: what can be held now, or lacks a fact; what is planned for a day stands there by that day."""
    planned = moment.planned_on is not None and not moment.deadline.needs
    return moment.state in _OPEN and not planned and not _follows(moment)


def _follows(moment: Moment) -> bool:
    """Whether its day hangs on another conversation alone, which is watched itself."""
    needs = moment.deadline.needs
    return bool(needs) and all(need.startswith(HELD) for need in needs)


def _missing(item: AgendaItem, track: Track) -> frozenset[str]:
    """What nobody has told yet; a conversation that was not held is watched itself."""
    needs = () if item.on else needs_of(item, track)
    return frozenset(need for need in needs if not need.startswith(HELD))
