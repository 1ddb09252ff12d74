"""What is planned for a day stands once on the sheet with somebody's dates, by that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.documents.track import plain
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation, KeyMoment, TalkState
from loket_app.domain.track_parts import Phase, Track
from loket_app.services.holidays import BelgianCalendar
from loket_app.services.track import track_of
from tests.track_cases import MONDAY, day, in_otp, residents

OPTIONS = "Second conversation with your social worker: which options do you have?"
COACH = "First conversation with the ICAM coach of the Immigration Office"


def planned(case: Case, moment: KeyMoment, on: date) -> tuple[Case, Track]:
    plan = Conversation("plan", on, TalkState.PLANNED, moment=moment)
    told = replace(case, conversations=(*case.conversations, plan))
    return told, track_of(told, MONDAY)


def told_of(case: Case, found: Track, what: str) -> list[tuple[date, bool]]:
    return [(each.on, each.until) for each in plain.items(case, found, BelgianCalendar()) if each.what == what]


def test_what_is_planned_has_a_day() -> None:
    """The discussion of the options has no last day of its own."""
    case = residents()[Phase.OPEN_RETURN_PLACE]
    assert OPTIONS in plain.without_date(track_of(case, MONDAY))
    told, found = planned(case, KeyMoment.OTP_OPTIONS, day(2))
    assert told_of(told, found, OPTIONS) == [(day(2), False)]
    assert OPTIONS not in plain.without_date(found)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (day(1), [(day(1), False)]),
        (day(4), [(day(4), False)]),  # its last day: Friday, 7 working days after Wednesday the week before
        (day(5), [(day(4), True), (day(5), False)]),
        (day(-1), [(day(4), True)]),  # nobody said how that went
    ],
)
def test_its_last_day_is_told_only_where_it_is_planned_too_late_or_not(
    on: date, expected: list[tuple[date, bool]]
) -> None:
    told, found = planned(residents()[Phase.OPEN_RETURN_PLACE], KeyMoment.OTP_ICAM_INTAKE, on)
    assert told_of(told, found, COACH) == expected


def test_who_has_a_new_day_is_not_asked_about_the_one_that_was_missed() -> None:
    case = in_otp(day(-10), day(-16), otp_agrees=True)
    assert plain.late(track_of(case, MONDAY))
    _told, found = planned(case, KeyMoment.OTP_INTAKE, day(1))
    assert not plain.late(found)
