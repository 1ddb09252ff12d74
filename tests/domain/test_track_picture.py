"""The drawn track: everything stands in its room, in the order of time, and no mark on another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.conversation import Holder, KeyMoment, Stance
from loket_app.domain.track_parts import (
    Applies,
    Deadline,
    Event,
    EventKind,
    Moment,
    MomentState,
    Phase,
    Span,
    Track,
)
from loket_app.domain.track_picture import Room, day_of, picture

TODAY = date(2026, 11, 23)
ROOM = Room(720, 16, 28)
_DAYS = st.integers(-900, 900).map(lambda offset: TODAY + timedelta(offset))


def moment(which: KeyMoment, on: date | None, state: MomentState = MomentState.COMING) -> Moment:
    opens = on - timedelta(4) if on else None
    return Moment(which, Phase.OPEN_RETURN_PLACE, Holder.SOCIAL_WORKER, Deadline(on=on, opens_on=opens), state)


def track(*moments: Moment, spans: tuple[Span, ...] = (), events: tuple[Event, ...] = ()) -> Track:
    stances = ((TODAY - timedelta(30), Stance.DOUBTS), (TODAY - timedelta(2), Stance.WANTS))
    return Track(
        on=TODAY,
        applies=Applies.YES,
        applies_needs=(),
        phase=Phase.OPEN_RETURN_PLACE,
        moments=moments,
        spans=spans,
        events=events,
        aid_ends=Deadline(),
        aid_may_end=None,
        questions=(),
        stances=stances,
        rules_version="test",
    )


@given(st.lists(st.none() | _DAYS, max_size=13), st.lists(_DAYS, min_size=1, max_size=5, unique=True))
def test_everything_stands_in_its_room_in_the_order_of_time(days: list[date | None], ends: list[date]) -> None:
    moments = [moment(which, on) for which, on in zip(KeyMoment, days, strict=False)]
    spans = tuple(Span(Phase.OPEN_RETURN_PLACE, *pair) for pair in pairwise(sorted(ends)))
    events = tuple(Event("", EventKind.NOTIFIED, on) for on in sorted(ends))
    drawn = picture(track(*moments, spans=spans, events=events), ROOM)
    places = [*(mark.x for mark in drawn.marks), *(x for x, _event in drawn.events), drawn.today]
    assert all(ROOM.margin - 0.01 <= x <= ROOM.width - ROOM.margin + 0.01 for x in places)
    assert [x for x, _event in drawn.events] == sorted(x for x, _event in drawn.events)
    true_places = sorted((day_of(mark.moment), mark.at) for mark in drawn.marks if day_of(mark.moment))
    assert [at for _day, at in true_places] == sorted(at for _day, at in true_places if at is not None)
    least = min(ROOM.apart, (ROOM.width - 2 * ROOM.margin) / max(1, len(moments)))
    assert all(after.x - before.x >= least - 0.01 for before, after in pairwise(drawn.marks))


def test_what_is_passed_by_is_not_drawn() -> None:
    gone = moment(KeyMoment.INTAKE, TODAY, MomentState.NOT_NEEDED)
    drawn = picture(track(gone, moment(KeyMoment.OTP_INTAKE, TODAY)), ROOM)
    assert [mark.moment.moment for mark in drawn.marks] == [KeyMoment.OTP_INTAKE]


def test_moments_without_a_day_stand_on_a_shelf_behind_the_line() -> None:
    """One that may begin on a known day has no day of its own either."""
    span = Span(Phase.OPEN_RETURN_PLACE, TODAY - timedelta(7), TODAY + timedelta(23))
    unknown = moment(KeyMoment.OTP_OPTIONS, None, MomentState.NOT_COMPUTABLE)
    begun = replace(unknown, deadline=Deadline(opens_on=TODAY))
    drawn = picture(track(unknown, moment(KeyMoment.OTP_INTAKE, TODAY), begun, spans=(span,)), ROOM)
    assert [mark.at is None for mark in drawn.marks] == [False, True, True]
    assert drawn.shelf is not None
    assert drawn.bands[0].right <= drawn.shelf < drawn.marks[1].x < drawn.marks[2].x <= ROOM.width - ROOM.margin


def test_a_short_phase_has_room_for_its_marks() -> None:
    """Four weeks after two years would be a hair's breadth to scale."""
    long = Span(Phase.PROCEDURE, TODAY - timedelta(700), TODAY - timedelta(7))
    short = Span(Phase.OPEN_RETURN_PLACE, TODAY - timedelta(7), TODAY + timedelta(23))
    marks = [moment(which, TODAY + timedelta(number)) for number, which in enumerate(list(KeyMoment)[:5])]
    _before, band = picture(track(*marks, spans=(long, short)), ROOM).bands
    assert band.right - band.left >= 5 * ROOM.apart
