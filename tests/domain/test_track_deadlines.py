"""Every term of the return track at its edges: the day before, the last day, the day after; holidays, weekends, leap days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.conversation import Holder, KeyMoment
from loket_app.domain.stay import OpenReturnPlace, StayCategory
from loket_app.domain.track_parts import Moment, MomentState, Track, Unit
from loket_app.services.track import track_of
from tests.track_cases import in_otp, refused, rejected, resident, talk

D = date
DAY = timedelta(days=1)


def moment(case: Case, which: KeyMoment, on: date) -> Moment:
    found = track_of(case, on).moment(which)
    assert found is not None
    return found


def states(case: Case, which: KeyMoment, last: date) -> list[MomentState]:
    """On the day before the last day, on it, and after it."""
    return [moment(case, which, last + DAY * shift).state for shift in (-1, 0, 1)]


IN_TIME = [MomentState.DUE, MomentState.DUE, MomentState.LATE]


@pytest.mark.parametrize(
    ("notified", "last"),
    [
        (D(2026, 11, 23), D(2026, 11, 28)),  # a Saturday: the source says days
        (D(2026, 4, 1), D(2026, 4, 6)),  # Easter Monday counts like any day
        (D(2026, 12, 24), D(2026, 12, 29)),
        (D(2028, 2, 27), D(2028, 3, 3)),  # over 29 February
        (D(2027, 2, 27), D(2027, 3, 4)),
    ],
)
def test_the_conversation_after_a_negative_decision_is_within_five_calendar_days(notified: date, last: date) -> None:
    case = resident(decisions=(refused(notified),))
    found = moment(case, KeyMoment.NEGATIVE_DECISION, notified)
    assert (found.deadline.on, found.deadline.opens_on, found.deadline.count) == (last, notified, 5)
    assert (found.deadline.unit, found.held_by) == (Unit.CALENDAR_DAYS, Holder.SOCIAL_WORKER)
    assert found.deadline.from_fact == "stay/decisions/cgvs/notified_on"
    assert states(case, KeyMoment.NEGATIVE_DECISION, last) == IN_TIME


def test_the_day_of_the_event_is_day_zero_and_counts_as_open() -> None:
    case = resident(decisions=(refused(D(2026, 11, 23)),))
    assert moment(case, KeyMoment.NEGATIVE_DECISION, D(2026, 11, 23)).state is MomentState.DUE


@pytest.mark.parametrize(
    ("heard", "last"),
    [(D(2026, 11, 23), D(2026, 11, 30)), (D(2026, 12, 28), D(2027, 1, 4)), (D(2028, 2, 22), D(2028, 2, 29))],
)
def test_the_conversation_after_the_hearing_is_within_a_week(heard: date, last: date) -> None:
    case = resident(decisions=(refused(heard - 60 * DAY, appeal_lodged=True, hearing_on=heard),))
    assert moment(case, KeyMoment.APPEAL_HEARING, heard).deadline.on == last
    assert states(case, KeyMoment.APPEAL_HEARING, last) == IN_TIME
    assert moment(case, KeyMoment.APPEAL_HEARING, heard - DAY).state is MomentState.COMING


def test_an_appeal_without_the_day_of_its_hearing_cannot_be_computed() -> None:
    case = resident(decisions=(refused(D(2026, 11, 2), appeal_lodged=True),))
    found = moment(case, KeyMoment.APPEAL_HEARING, D(2026, 11, 23))
    assert (found.state, found.deadline.on) == (MomentState.NOT_COMPUTABLE, None)
    assert found.deadline.needs == ("stay/decisions/cgvs/hearing_on",)


@pytest.mark.parametrize(
    ("arrived", "last"),
    [
        (D(2026, 11, 23), D(2026, 11, 27)),  # Monday to Friday
        (D(2026, 11, 24), D(2026, 11, 30)),  # over a weekend
        (D(2026, 11, 21), D(2026, 11, 26)),  # arrived on a Saturday
        (D(2026, 11, 22), D(2026, 11, 26)),  # arrived on a Sunday
        (D(2026, 4, 2), D(2026, 4, 9)),  # Easter Monday is 6 April
        (D(2026, 4, 29), D(2026, 5, 6)),  # 1 May is a Friday
        (D(2026, 11, 9), D(2026, 11, 16)),  # 11 November is a Wednesday
        (D(2026, 12, 23), D(2026, 12, 30)),  # Christmas is a Friday
        (D(2026, 12, 28), D(2027, 1, 4)),  # New Year is a Friday
        (D(2026, 5, 12), D(2026, 5, 19)),  # Ascension is Thursday 14 May
        (D(2026, 5, 22), D(2026, 5, 29)),  # Whit Monday is 25 May
        (D(2026, 7, 20), D(2026, 7, 27)),  # 21 July is a Tuesday
        (D(2028, 2, 28), D(2028, 3, 3)),  # a Monday; 29 February is a working day
    ],
)
def test_the_intake_in_the_place_is_within_four_working_days_of_arrival(arrived: date, last: date) -> None:
    case = in_otp(arrived, arrived - 10 * DAY)
    found = moment(case, KeyMoment.OTP_INTAKE, arrived)
    assert (found.deadline.on, found.deadline.unit, found.deadline.count) == (last, Unit.WORKING_DAYS, 4)
    assert states(case, KeyMoment.OTP_INTAKE, last) == IN_TIME


@pytest.mark.parametrize(
    ("held", "last"),
    [(D(2026, 11, 23), D(2026, 12, 2)), (D(2026, 11, 3), D(2026, 11, 13)), (D(2026, 12, 22), D(2027, 1, 4))],
)
def test_the_icam_intake_is_within_seven_working_days_of_the_intake_that_was_held(held: date, last: date) -> None:
    arrived = held - 3 * DAY
    case = in_otp(arrived, arrived - 20 * DAY, otp_agrees=True)
    before = moment(case, KeyMoment.OTP_ICAM_INTAKE, held)
    assert (before.state, before.deadline.needs) == (MomentState.NOT_COMPUTABLE, ("conversation:otp_intake",))
    case = replace(case, conversations=(talk(KeyMoment.OTP_INTAKE, held),))
    found = moment(case, KeyMoment.OTP_ICAM_INTAKE, held)
    assert (found.deadline.on, found.deadline.count, found.held_by) == (last, 7, Holder.ICAM_COACH)
    assert found.deadline.from_fact == "conversations/talk-otp_intake/on"
    assert states(case, KeyMoment.OTP_ICAM_INTAKE, last) == IN_TIME


def test_an_intake_without_a_day_is_what_the_icam_intake_needs() -> None:
    case = in_otp(D(2026, 11, 16), D(2026, 11, 2), otp_agrees=True)
    undated = replace(talk(KeyMoment.OTP_INTAKE, D(2026, 11, 18)), on=NOT_ASKED)
    found = moment(replace(case, conversations=(undated,)), KeyMoment.OTP_ICAM_INTAKE, D(2026, 11, 23))
    assert found.deadline.needs == ("conversations/talk-otp_intake/on",)


@pytest.mark.parametrize(
    ("arrived", "ends", "last"),
    [
        (D(2026, 11, 16), D(2026, 12, 16), D(2026, 12, 11)),  # a Wednesday: Tue, Mon, Fri
        (D(2026, 11, 19), D(2026, 12, 19), D(2026, 12, 16)),  # a Saturday: Fri, Thu, Wed
        (D(2026, 11, 28), D(2026, 12, 28), D(2026, 12, 22)),  # over Christmas
        (D(2026, 10, 13), D(2026, 11, 12), D(2026, 11, 6)),  # over 11 November
        (D(2026, 3, 9), D(2026, 4, 8), D(2026, 4, 2)),  # over Easter Monday
        (D(2028, 2, 1), D(2028, 3, 2), D(2028, 2, 28)),  # over 29 February
    ],
)
def test_the_outtake_is_at_the_latest_three_working_days_before_the_aid_ends(
    arrived: date, ends: date, last: date
) -> None:
    case = in_otp(arrived, arrived - 7 * DAY, otp_agrees=True)
    case = replace(case, conversations=(talk(KeyMoment.OTP_OPTIONS, arrived),))
    assert track_of(case, arrived).aid_ends.on == ends
    found = moment(case, KeyMoment.OTP_OUTTAKE, arrived)
    assert (found.deadline.on, found.deadline.count, found.deadline.unit) == (last, -3, Unit.WORKING_DAYS)
    assert states(case, KeyMoment.OTP_OUTTAKE, last) == IN_TIME


def test_the_outtake_comes_after_the_options_and_is_late_whatever_was_held() -> None:
    case = in_otp(D(2026, 11, 16), D(2026, 11, 9), otp_agrees=True)
    assert [s.value for s in states(case, KeyMoment.OTP_OUTTAKE, D(2026, 12, 11))] == ["coming", "due", "late"]


@pytest.mark.parametrize("which", [KeyMoment.OTP_OPTIONS, KeyMoment.OTP_ICAM_DECISION])
def test_what_has_no_term_of_its_own_is_never_late(which: KeyMoment) -> None:
    arrived = D(2026, 11, 16)
    case = in_otp(arrived, arrived - 7 * DAY, otp_agrees=True)
    on = D(2026, 12, 16)
    assert moment(case, which, on).state is MomentState.COMING
    earlier = (KeyMoment.OTP_INTAKE, KeyMoment.OTP_ICAM_INTAKE, KeyMoment.OTP_OUTTAKE)
    case = replace(case, conversations=tuple(talk(each, arrived + DAY) for each in earlier))
    found = moment(case, which, on)
    assert (found.state, found.deadline.on, found.deadline.count) == (MomentState.DUE, None, None)


def aid(found: Track) -> tuple[date | None, date | None]:
    return found.aid_ends.on, found.aid_may_end.on if found.aid_may_end else None


def test_aid_ends_thirty_days_after_notification_or_after_arrival_with_agreement() -> None:
    on = D(2026, 11, 23)
    notified, arrived = D(2026, 11, 2), D(2026, 11, 16)
    assert aid(track_of(in_otp(None, notified), on)) == (D(2026, 12, 2), None)
    assert aid(track_of(in_otp(arrived, notified), on)) == (D(2026, 12, 2), D(2026, 12, 16))
    assert aid(track_of(in_otp(arrived, notified, otp_agrees=True), on)) == (D(2026, 12, 16), None)
    assert aid(track_of(in_otp(arrived, notified, otp_agrees=False), on)) == (D(2026, 12, 2), None)
    stays = in_otp(None, notified, open_return_place=OpenReturnPlace.NONE)
    assert aid(track_of(stays, on)) == (D(2026, 12, 2), None)


def test_an_extension_never_shortens() -> None:
    case = in_otp(D(2026, 11, 2), D(2026, 11, 16), otp_agrees=True)
    assert track_of(case, D(2026, 11, 23)).aid_ends.on == D(2026, 12, 16)


def test_aid_without_its_facts_says_what_it_needs() -> None:
    found = track_of(in_otp(None, None), D(2026, 11, 23)).aid_ends
    assert (found.on, found.needs) == (None, ("stay/decisions/rvv/notified_on",))
    agreed = track_of(in_otp(None, D(2026, 11, 2), otp_agrees=True), D(2026, 11, 23)).aid_ends
    assert (agreed.on, agreed.needs) == (D(2026, 12, 2), ())
    later = track_of(in_otp(None, D(2026, 11, 2), otp_agrees=True), D(2026, 11, 23)).aid_may_end
    assert later is not None
    assert (later.on, later.needs) == (None, ("stay/otp_arrived_on",))
    outtake = moment(in_otp(None, None), KeyMoment.OTP_OUTTAKE, D(2026, 11, 23))
    assert (outtake.state, outtake.deadline.needs) == (
        MomentState.NOT_COMPUTABLE,
        ("stay/decisions/rvv/notified_on",),
    )


def test_the_three_conversations_without_a_place_follow_each_other_without_a_term() -> None:
    case = resident(
        decisions=(rejected(D(2026, 11, 2)),), open_return_place=OpenReturnPlace.NONE, category=StayCategory.REJECTED
    )
    three = (KeyMoment.REFUSAL_FIRST, KeyMoment.REFUSAL_SECOND, KeyMoment.REFUSAL_THIRD)
    on = D(2026, 12, 2)
    seen = []
    for done in range(3):
        case = replace(case, conversations=tuple(talk(each, D(2026, 11, 3 + n)) for n, each in enumerate(three[:done])))
        seen.append([moment(case, each, on).state.value for each in three])
    assert seen == [["due", "coming", "coming"], ["done", "due", "coming"], ["done", "done", "due"]]


def test_a_place_without_any_refusal_needs_the_decision() -> None:
    case = in_otp(None, None, decisions=())
    found = moment(case, KeyMoment.OTP_OUTTAKE, D(2026, 11, 23))
    assert (found.state, found.deadline.needs) == (MomentState.NOT_COMPUTABLE, ("stay/decisions",))
    assert track_of(case, D(2026, 11, 23)).aid_ends.needs == ("stay/decisions",)


def test_an_end_that_no_rule_gives_needs_what_the_place_would_give() -> None:
    case = in_otp(None, D(2024, 6, 10))
    assert moment(case, KeyMoment.OTP_OUTTAKE, D(2024, 7, 1)).deadline.needs == ("stay/otp_arrived_on",)
