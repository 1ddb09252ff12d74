"""Whether a conversation was held: only then it counts on the track, and what says planned is asked about in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import AgendaItem, AgendaKind
from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN, Answer
from loket_app.domain.arranged import arranged, endings
from loket_app.domain.case import Case
from loket_app.domain.conversation import AfterConversation, KeyMoment, Stance, TalkState
from loket_app.domain.running import running
from loket_app.domain.track_parts import Moment, MomentState, OddKind, Track
from loket_app.services.track import track_of
from tests.track_cases import MONDAY, day, in_otp, talk

INTAKE = KeyMoment.OTP_INTAKE
PLACE = "conversations/talk-otp_intake"


def case(on: Answer[date], state: Answer[TalkState], **more: Any) -> Case:
    """Arrived on that Monday's morning a week ago, with one intake."""
    told = {"state": state, **more}
    return replace(in_otp(day(-7), day(-14)), conversations=(replace(talk(INTAKE, MONDAY), on=on, **told),))


def found(told: Case) -> tuple[Track, Moment]:
    track = track_of(told, MONDAY)
    moment = track.moment(INTAKE)
    assert moment is not None
    return track, moment


def odd(told: Case) -> list[str]:
    return [each.path for each in found(told)[0].questions if each.kind is OddKind.HELD_OR_STILL_PLANNED]


@pytest.mark.parametrize(
    ("state", "stands", "needs"),
    [
        (TalkState.HELD, MomentState.DONE, ()),
        (NOT_ASKED, MomentState.DONE, ()),  # as before anybody was asked
        (TalkState.PLANNED, MomentState.LATE, ()),
        (TalkState.NOT_HELD, MomentState.LATE, ()),
        (UNKNOWN, MomentState.NOT_COMPUTABLE, (f"{PLACE}/state",)),
        (DECLINED, MomentState.NOT_COMPUTABLE, (f"{PLACE}/state",)),
    ],
)
def test_only_what_was_held_is_done(state: Answer[TalkState], stands: MomentState, needs: tuple[str, ...]) -> None:
    track, moment = found(case(day(-5), state, stance=Stance.DOUBTS))
    assert moment.state is stands
    assert moment.done_on == (day(-5) if stands is MomentState.DONE else None)
    assert track.stances == (((day(-5), Stance.DOUBTS),) if stands is MomentState.DONE else ())
    if needs:
        assert moment.deadline.needs == needs


@pytest.mark.parametrize(
    ("state", "stands", "last"),
    [
        (TalkState.HELD, MomentState.NOT_COMPUTABLE, day(-3)),
        (NOT_ASKED, MomentState.NOT_COMPUTABLE, day(-3)),
        (TalkState.PLANNED, MomentState.LATE, day(-3)),
        (TalkState.NOT_HELD, MomentState.LATE, day(-3)),
    ],
)
def test_without_a_day(state: Answer[TalkState], stands: MomentState, last: date) -> None:
    _track, moment = found(case(NOT_ASKED, state))
    assert (moment.state, moment.deadline.on) == (stands, last)


def test_a_planned_one_is_led_to_with_its_day() -> None:
    _track, moment = found(case(day(2), TalkState.PLANNED))
    assert (moment.conversation, moment.planned, moment.planned_on) == (None, "talk-otp_intake", day(2))


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (case(day(2), TalkState.PLANNED), False),
        (case(MONDAY, TalkState.PLANNED), False),
        (case(day(-1), TalkState.PLANNED), True),
        (case(NOT_ASKED, TalkState.PLANNED, stance=Stance.WANTS), True),
        (case(NOT_ASKED, TalkState.PLANNED, covered=("options",)), True),
        (case(NOT_ASKED, TalkState.PLANNED, notes="ask for the birth certificate"), False),
        (case(day(-1), TalkState.NOT_HELD), False),
        (case(day(-1), TalkState.HELD), False),
    ],
)
def test_what_says_planned_is_asked_about_once_its_day_is_over_or_something_was_said(
    told: Case, *, asked: bool
) -> None:
    assert odd(told) == ([f"{PLACE}/state"] if asked else [])


def test_a_day_to_come_is_odd_for_one_that_was_held_alone() -> None:
    asked = {
        state: OddKind.IN_THE_FUTURE in [each.kind for each in found(case(day(2), state))[0].questions]
        for state in (TalkState.HELD, NOT_ASKED, TalkState.PLANNED)
    }
    assert asked == {TalkState.HELD: True, NOT_ASKED: True, TalkState.PLANNED: False}


def test_what_was_decided_in_one_that_was_not_held_counts_for_nothing() -> None:
    agreed = {"decided": AfterConversation.AGREES_WITH_TRACK}
    kinds = [
        OddKind.AGREED_IN_CONVERSATION in [each.kind for each in found(case(day(-5), state, **agreed))[0].questions]
        for state in (TalkState.HELD, TalkState.NOT_HELD)
    ]
    assert kinds == [True, False]


def test_a_planned_day_stands_on_today_until_it_is_said_how_it_went() -> None:
    told = case(day(-1), TalkState.PLANNED)
    item = AgendaItem(AgendaKind.TALK, PLACE, day(-1))
    assert [each for each in agenda(told) if each.kind is AgendaKind.TALK] == [item]
    assert [each for state in (TalkState.HELD, TalkState.NOT_HELD) for each in agenda(case(day(-1), state))] == []
    assert arranged(told) == (item,)


def test_who_stops_ends_a_planned_one_that_is_still_to_come() -> None:
    assert endings(case(day(2), TalkState.PLANNED), MONDAY) == {f"{PLACE}/state": TalkState.NOT_HELD}
    assert endings(case(day(-1), TalkState.PLANNED), MONDAY) == {}
    assert running(case(day(2), TalkState.PLANNED), MONDAY) == (PLACE,)
