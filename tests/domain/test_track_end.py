"""How a track ended: every way that the facts can say it, with its day and the answer that says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.handover import Departure, DepartureResult, Recipient
from loket_app.domain.stay import Authority, Decision, EndOfStay, Outcome, StayCategory
from loket_app.domain.track_parts import End, EventKind, OddKind, Phase
from loket_app.i18n.phrases_track_end import end_text, ended_lines
from loket_app.services.track import track_of
from tests.track_cases import MONDAY, day, in_otp, refused, resident, residents

LEAVING = EventKind.DEPARTURE
GONE = Departure(booked_by=Recipient.IOM, result=DepartureResult.DEPARTED, departed_on=day(-1))


def placed(**stay: Any) -> Case:
    return in_otp(day(-9), day(-12), **stay)


@pytest.mark.parametrize("how", EndOfStay)
def test_the_end_of_the_stay(how: EndOfStay) -> None:
    found = track_of(placed(otp_end=how, otp_ended_on=day(-2)), MONDAY)
    assert found.end == End(how, "stay/otp_end", day(-2))


@pytest.mark.parametrize(
    ("case", "end", "said"),
    [
        (placed(otp_end=EndOfStay.LEFT), End(EndOfStay.LEFT, "stay/otp_end", None), "Left the place, on a day that"),
        (
            placed(otp_ended_on=day(-2)),
            End(None, "stay/otp_ended_on", day(-2)),
            "The stay ended on Sat, 21 Nov 2026",
        ),
        (
            replace(placed(otp_end=EndOfStay.RETURNED, otp_ended_on=day(-2)), departure=GONE),
            End(DepartureResult.DEPARTED, "departure/result", day(-1)),
            "Departed with IOM on Sun, 22 Nov 2026",
        ),
        (
            resident(category=StayCategory.LEGAL_STAY, decisions=(refused(day(-90)),)),
            End(StayCategory.LEGAL_STAY, "stay/category", None),
            "Legal stay (as “Residence situation” says)",
        ),
        (
            resident(decisions=(Decision("d", Authority.CGVS, Outcome.POSITIVE, notified_on=day(-3)),)),
            End(Outcome.POSITIVE, "stay/decisions/d/outcome", day(-3)),
            "Protection was given on Fri, 20 Nov 2026",
        ),
    ],
)
def test_each_end_names_its_answer(case: Case, end: End, said: str) -> None:
    found = track_of(case, MONDAY)
    assert (found.phase, found.end) == (Phase.ENDED, end)
    assert end_text(case, end).startswith(said)
    assert ended_lines(case, found) == (end_text(case, end),)


@pytest.mark.parametrize("case", residents().values(), ids=lambda case: case.number)
def test_there_is_an_end_only_when_the_track_ended(case: Case) -> None:
    found = track_of(case, MONDAY)
    assert (found.end is not None) is (found.phase is Phase.ENDED)


@pytest.mark.parametrize("how", DepartureResult)
def test_a_journey_that_was_not_made_is_no_departure_on_the_track(how: DepartureResult) -> None:
    past = Departure(leaves_on=day(-1), result=how, departed_on=day(-1))
    again = Departure(leaves_on=day(5), result=how, departed_on=NOT_ASKED)
    told = [
        [event.on for event in track_of(replace(placed(), departure=departure), MONDAY).events if event.kind is LEAVING]
        for departure in (past, again)
    ]
    assert told == [[day(-1)] if how is DepartureResult.DEPARTED else [], [day(5)]]


def test_an_end_that_is_still_to_come_is_none_yet() -> None:
    case = placed(otp_end=EndOfStay.LEFT, otp_ended_on=day(2))
    assert track_of(case, MONDAY).end is None


@pytest.mark.parametrize("departure", [{"result": DepartureResult.DEPARTED}, {"departed_on": day(-1)}])
def test_half_of_a_departure_is_asked_about(departure: dict[str, Any]) -> None:
    (asked,) = track_of(replace(placed(), departure=Departure(**departure)), MONDAY).questions
    assert asked.kind in (OddKind.END_WITHOUT_DAY, OddKind.DAY_WITHOUT_END)
    assert {asked.path, asked.other} == {"departure/result", "departure/departed_on"}


def test_who_said_that_it_is_not_known_is_not_asked_again() -> None:
    found = track_of(placed(otp_end=EndOfStay.LEFT, otp_ended_on=UNKNOWN), MONDAY)
    assert OddKind.END_WITHOUT_DAY not in {question.kind for question in found.questions}


def test_the_same_days_on_the_same_day_are_not_odd() -> None:
    case = in_otp(
        day(-9), day(-9), otp_agrees=True, otp_agreed_on=day(-9), otp_end=EndOfStay.LEFT, otp_ended_on=day(-9)
    )
    assert track_of(case, MONDAY).questions == ()
