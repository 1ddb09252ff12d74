"""The return track: for whom it is, its phases, what is done and what is odd; whatever the order of entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN, known
from loket_app.domain.case import Case
from loket_app.domain.conversation import KeyMoment, Stance
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.domain.stay import (
    Authority,
    Decision,
    EndOfStay,
    LeaveOrder,
    Outcome,
    Procedure,
    ProcedureKind,
    StayCategory,
)
from loket_app.domain.track_parts import Applies, Deadline, EventKind, MomentState, OddKind, Phase, Unit
from loket_app.services.holidays import BelgianCalendar
from loket_app.services.track import track_of
from tests.domain.track_odd import ODD
from tests.strategies import cases
from tests.track_cases import MONDAY, day, in_otp, refused, rejected, resident, residents, talk

T = TypeVar("T")

DATES = st.dates(date(2024, 7, 1), date(2032, 12, 31))


@pytest.mark.parametrize(("phase", "case"), residents().items(), ids=lambda value: getattr(value, "value", ""))
def test_a_resident_in_each_phase(phase: Phase, case: Case) -> None:
    found = track_of(case, MONDAY)
    assert (found.phase, found.applies, found.questions) == (phase, Applies.YES, ())


def _born(case: Case, year: int, *more: Person) -> Case:
    return replace(case, household=(replace(case.household[0], birth_date=PartialDate(year)), *more))


def test_an_unaccompanied_minor_has_no_track_and_keeps_the_last_day_of_an_order() -> None:
    case = resident(decisions=(refused(day(-3)),), orders=(LeaveOrder("o", day(-2), day(28)),))
    found = track_of(_born(case, 2012), MONDAY)
    assert (found.applies, found.phase, found.moments, found.aid_ends) == (Applies.NO_MINOR, Phase.NONE, (), Deadline())
    assert [(event.kind, event.on) for event in found.events if event.kind is EventKind.LEAVE_BY] == [
        (EventKind.LEAVE_BY, day(28))
    ]
    parent = Person("person-2", Relation.PARENT)
    assert track_of(_born(case, 2012, parent), MONDAY).applies is Applies.YES
    named = replace(case, household=(replace(case.household[0], vulnerabilities=(Vulnerability.UNACCOMPANIED_MINOR,)),))
    assert track_of(named, MONDAY).applies is Applies.NO_MINOR


@pytest.mark.parametrize(
    ("told", "expected", "needs"),
    [
        ({"in_reception": False}, Applies.NO_NOT_IN_RECEPTION, ()),
        ({"in_reception": UNKNOWN}, Applies.UNKNOWN, ("stay/in_reception",)),
        ({"category": StayCategory.NO_LEGAL_STAY, "procedures": (), "had_procedure": False}, Applies.NO_REQUEST, ()),
        ({"category": UNKNOWN, "procedures": (), "had_procedure": False}, Applies.NO_REQUEST, ()),
        ({"category": StayCategory.LEGAL_STAY, "procedures": ()}, Applies.NO_REQUEST, ()),
        ({"category": StayCategory.NO_LEGAL_STAY, "procedures": ()}, Applies.UNKNOWN, ("stay/had_procedure",)),
        (
            {"category": StayCategory.NO_LEGAL_STAY, "procedures": (), "had_procedure": True},
            Applies.UNKNOWN,
            ("stay/procedures",),
        ),
        ({"category": NOT_ASKED, "procedures": ()}, Applies.UNKNOWN, ("stay/category",)),
    ],
)
def test_for_whom_it_is(told: dict[str, Any], expected: Applies, needs: tuple[str, ...]) -> None:
    found = track_of(resident(**told), MONDAY)
    assert (found.applies, found.applies_needs) == (expected, needs)


def test_while_it_is_not_known_whether_it_applies_the_terms_are_there() -> None:
    found = track_of(_born(resident(in_reception=UNKNOWN, decisions=(refused(day(0)),)), 2008), MONDAY)
    assert found.applies_needs == ("household/person-1/birth_date", "stay/in_reception")
    assert found.moment(KeyMoment.NEGATIVE_DECISION) is not None


def test_what_applied_before_the_instruction_is_not_measured_by_it() -> None:
    """A notification on 26/06/2024: the fact sheet knew the conversation and no term; the day after, five days."""
    before, after = date(2024, 6, 26), date(2024, 6, 27)
    old = track_of(resident(decisions=(refused(before),)), after).moment(KeyMoment.NEGATIVE_DECISION)
    new = track_of(resident(decisions=(refused(after),)), after).moment(KeyMoment.NEGATIVE_DECISION)
    assert old is not None
    assert new is not None
    assert (old.deadline.on, old.deadline.unit, old.deadline.rule) == (None, Unit.NONE, "negative-decision@before")
    assert (new.deadline.on, new.deadline.rule) == (date(2024, 7, 2), "negative-decision@2024-06-27")


def test_an_older_hearing_has_no_conversation_and_an_older_place_thirty_days_for_everybody() -> None:
    heard = resident(decisions=(refused(date(2024, 5, 2), appeal_lodged=True, hearing_on=date(2024, 6, 26)),))
    assert track_of(heard, date(2024, 6, 28)).moment(KeyMoment.APPEAL_HEARING) is None
    case = in_otp(date(2024, 6, 26), date(2024, 6, 10), otp_agrees=False)
    found = track_of(case, date(2024, 6, 28))
    assert found.aid_ends.on == date(2024, 7, 26)
    assert found.moment(KeyMoment.OTP_ICAM_INTAKE) is None
    assert track_of(in_otp(None, date(2024, 6, 10)), date(2024, 6, 28)).aid_ends == Deadline(
        from_fact="stay/decisions/rvv/notified_on", from_on=date(2024, 6, 10)
    )


def test_a_later_phase_passes_by_what_was_not_held() -> None:
    found = track_of(residents()[Phase.FINAL_REFUSAL], MONDAY)
    passed = [moment.moment for moment in found.moments if moment.state is MomentState.NOT_NEEDED]
    assert passed == [KeyMoment.INFO_SESSION, KeyMoment.INTAKE]


@pytest.mark.parametrize(
    ("began", "state"),
    [(0, MomentState.NOT_NEEDED), (5, MomentState.NOT_NEEDED), (6, MomentState.NOT_HELD)],
    ids=["the same day", "on the last day", "the day after"],
)
def test_a_term_that_ran_out_before_the_next_phase_was_not_held(began: int, state: MomentState) -> None:
    case = resident(decisions=(refused(day(-50)), rejected(day(-50 + began))))
    moment = track_of(case, MONDAY).moment(KeyMoment.NEGATIVE_DECISION)
    assert moment is not None
    assert moment.state is state


def test_what_ran_out_in_the_place_is_not_recorded_once_the_stay_ended() -> None:
    case = in_otp(day(-40), day(-60), otp_agrees=True, otp_end=EndOfStay.LEFT, otp_ended_on=day(-30))
    found = track_of(case, MONDAY)
    states = {moment.moment: moment.state for moment in found.moments}
    assert states[KeyMoment.OTP_INTAKE] is MomentState.NOT_HELD
    assert states[KeyMoment.OTP_OUTTAKE] is MomentState.NOT_NEEDED


@pytest.mark.parametrize("place", [NOT_ASKED, UNKNOWN])
def test_without_a_word_on_the_place_the_conversations_wait_for_it(place: object) -> None:
    found = track_of(resident(decisions=(rejected(day(-6)),), open_return_place=place), MONDAY)
    waiting = {m.moment: m.deadline.needs for m in found.moments if m.state is MomentState.NOT_COMPUTABLE}
    need = ("stay/open_return_place",)
    assert waiting == {KeyMoment.REFUSAL_SECOND: need, KeyMoment.REFUSAL_THIRD: need}
    first = found.moment(KeyMoment.REFUSAL_FIRST)
    assert first is not None
    assert first.state is MomentState.DUE


@pytest.mark.parametrize(
    ("told", "there"),
    [({}, True), ({"appeal_suspensive": True}, True), ({"appeal_suspensive": False}, False)],
)
def test_the_conversation_after_the_hearing_is_about_a_suspensive_appeal(told: dict[str, Any], *, there: bool) -> None:
    case = resident(decisions=(refused(day(-30), appeal_lodged=True, hearing_on=day(-3), **told),))
    assert (track_of(case, MONDAY).moment(KeyMoment.APPEAL_HEARING) is not None) is there


def test_what_the_immigration_office_refuses_for_good_is_of_protection_only_without_another_procedure() -> None:
    office = Decision("d", Authority.DVZ, Outcome.NEGATIVE, final=True, notified_on=day(-9))
    case = resident(decisions=(office,))
    assert track_of(case, MONDAY).phase is Phase.FINAL_REFUSAL
    other = (*case.stay.procedures, Procedure("p9", ProcedureKind.HUMANITARIAN))
    assert track_of(resident(decisions=(office,), procedures=other), MONDAY).phase is Phase.PROCEDURE


def test_a_conversation_does_a_moment_once_held_and_never_before_its_reason() -> None:
    case = resident(decisions=(refused(day(-3)),))
    early = replace(case, conversations=(talk(KeyMoment.NEGATIVE_DECISION, day(-4)),))
    found = track_of(early, MONDAY)
    moment = found.moment(KeyMoment.NEGATIVE_DECISION)
    assert moment is not None
    assert moment.state is MomentState.DUE
    assert [question.kind for question in found.questions] == [OddKind.CONVERSATION_TOO_EARLY]
    planned = replace(case, conversations=(talk(KeyMoment.NEGATIVE_DECISION, day(1)),))
    assert [question.kind for question in track_of(planned, MONDAY).questions] == [OddKind.IN_THE_FUTURE]
    twice = (
        talk(KeyMoment.NEGATIVE_DECISION, day(0), covered=("appeal", "options")),
        replace(talk(KeyMoment.NEGATIVE_DECISION, day(-1), covered=("options", "attitude")), id="second"),
    )
    done = track_of(replace(case, conversations=twice), MONDAY).moment(KeyMoment.NEGATIVE_DECISION)
    assert done is not None
    assert (done.state, done.conversation, done.done_on) == (MomentState.DONE, "second", day(-1))
    assert done.covered == ("options", "attitude", "appeal")


def test_a_negative_decision_without_its_authority_cannot_be_measured() -> None:
    case = resident(decisions=(Decision("d", outcome=Outcome.NEGATIVE, notified_on=day(-1)),))
    moment = track_of(case, MONDAY).moment(KeyMoment.NEGATIVE_DECISION)
    assert moment is not None
    assert (moment.state, moment.deadline.needs) == (MomentState.NOT_COMPUTABLE, ("stay/decisions/d/authority",))


def test_a_rejection_by_the_council_is_final_unless_said_otherwise() -> None:
    def phase(final: object) -> Phase:
        return track_of(resident(decisions=(rejected(day(-1), final=final),)), MONDAY).phase

    assert [phase(final) for final in (True, NOT_ASKED, False)] == [
        Phase.FINAL_REFUSAL,
        Phase.FINAL_REFUSAL,
        Phase.PROCEDURE,
    ]


def test_a_decision_that_was_overturned_asks_for_nothing_more() -> None:
    positive = Decision("rvv", Authority.RVV, Outcome.POSITIVE, notified_on=day(-1))
    case = resident(decisions=(refused(day(-60)), positive))
    found = track_of(case, MONDAY)
    assert (found.phase, found.moment(KeyMoment.NEGATIVE_DECISION)) == (Phase.PROCEDURE, None)
    final = resident(decisions=(refused(day(-60)), replace(positive, final=True)))
    assert track_of(final, MONDAY).phase is Phase.ENDED


@pytest.mark.parametrize("end", EndOfStay)
def test_every_end_of_the_stay_ends_the_track_and_a_new_decision_begins_it_again(end: EndOfStay) -> None:
    case = in_otp(day(-20), day(-30), otp_agrees=True, otp_end=end, otp_ended_on=day(-2))
    found = track_of(case, MONDAY)
    assert (found.phase, found.aid_ends) == (Phase.ENDED, Deadline())
    assert not [m for m in found.moments if m.state in (MomentState.DUE, MomentState.LATE, MomentState.COMING)]
    assert track_of(case, day(-3)).phase is Phase.OPEN_RETURN_PLACE
    again = replace(case, stay=replace(case.stay, decisions=(*case.stay.decisions, refused(day(-1)))))
    assert track_of(replace(again, stay=replace(again.stay, otp_arrived_on=NOT_ASKED)), MONDAY).phase is not Phase.ENDED


def test_a_departure_ends_the_track() -> None:
    left = Departure(result=DepartureResult.DEPARTED, departed_on=day(-1))
    assert track_of(replace(in_otp(day(-9), day(-20)), departure=left), MONDAY).phase is Phase.ENDED


def test_the_hearing_of_the_coach_is_asked_for_when_somebody_refuses_to_leave() -> None:
    def state(on: date, **told: Any) -> MomentState | None:
        case = in_otp(day(-40), day(-50), otp_agrees=True, **told)
        found = track_of(case, on).moment(KeyMoment.OTP_ICAM_HEARING)
        return found.state if found else None

    ends = day(-10)
    assert state(ends) is None
    assert state(ends + timedelta(1)) is MomentState.NOT_COMPUTABLE
    assert state(ends, refuses_to_leave=True) is MomentState.COMING
    assert state(ends + timedelta(1), refuses_to_leave=True) is MomentState.DUE
    assert state(ends + timedelta(1), refuses_to_leave=False) is None
    stopped = {"otp_end": EndOfStay.NO_COOPERATION, "otp_ended_on": day(-20), "refuses_to_leave": True}
    assert state(MONDAY, **stopped) is MomentState.DUE


@pytest.mark.parametrize("kind", OddKind, ids=lambda kind: kind.value)
def test_what_is_odd_is_asked_about_at_its_place(kind: OddKind) -> None:
    questions = track_of(ODD[kind], MONDAY).questions
    assert [question.kind for question in questions] == [kind]
    assert questions[0].path


def test_the_decision_that_the_council_confirmed_may_be_final_too() -> None:
    case = resident(decisions=(refused(day(-50), final=True), rejected(day(-5))))
    found = track_of(case, MONDAY)
    assert (found.questions, found.aid_ends.on) == ((), day(25))


def test_the_wish_to_return_is_a_line_in_the_order_of_days() -> None:
    told = ((day(-1), Stance.WANTS), (day(-30), Stance.DOUBTS), (day(-9), Stance.CONSIDERS))
    talks = tuple(
        replace(talk(KeyMoment.INTAKE, on, stance=stance), id=str(number)) for number, (on, stance) in enumerate(told)
    )
    found = track_of(replace(resident(), conversations=talks), MONDAY)
    assert found.stances == ((day(-30), Stance.DOUBTS), (day(-9), Stance.CONSIDERS), (day(-1), Stance.WANTS))


def test_correcting_a_day_recomputes_everything_that_hangs_on_it() -> None:
    first = track_of(in_otp(day(-7), day(-14), otp_agrees=True), MONDAY)
    corrected = track_of(in_otp(day(-6), day(-14), otp_agrees=True), MONDAY)
    moved = [
        (one.deadline.on, other.deadline.on)
        for one, other in zip(first.moments, corrected.moments, strict=True)
        if one.deadline.on != other.deadline.on
    ]
    assert moved == [(day(-3), day(0)), (day(18), day(21))]
    assert (first.aid_ends.on, corrected.aid_ends.on) == (day(23), day(24))


@given(case=cases, on=DATES, seed=st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(case: Case, on: date, seed: Random) -> None:
    def mixed(items: tuple[T, ...]) -> tuple[T, ...]:
        shuffled = list(items)
        seed.shuffle(shuffled)
        return tuple(shuffled)

    stay = replace(
        case.stay,
        decisions=mixed(case.stay.decisions),
        procedures=mixed(case.stay.procedures),
        orders=mixed(case.stay.orders),
    )
    turned = replace(case, stay=stay, conversations=mixed(case.conversations))
    assert track_of(turned, on) == track_of(case, on)


def _unsaid(case: Case, moment: KeyMoment) -> set[str]:
    """What can be missing of the conversations of a key moment themselves: the day, and whether they were held."""
    talks = [each for each in case.conversations if each.moment is moment]
    days = {f"conversations/{each.id}/on" for each in talks if each.counts and not known(each.on)}
    return days | {f"conversations/{each.id}/state" for each in talks if each.state in (UNKNOWN, DECLINED)}


_OF_NO_DAY = replace(
    resident(decisions=(refused(date(2025, 1, 2)),)),
    conversations=(replace(talk(KeyMoment.NEGATIVE_DECISION, MONDAY), id="000000", on=NOT_ASKED),),
)


def test_a_moment_keeps_its_last_day_while_its_conversation_has_none() -> None:
    """Five days after Thu 02/01/2025; on which day it was held is asked, before that day and after it."""
    for on in (date(2025, 1, 3), date(2025, 1, 7), date(2025, 1, 8)):
        found = track_of(_OF_NO_DAY, on).moment(KeyMoment.NEGATIVE_DECISION)
        assert found is not None
        assert (found.deadline.on, found.deadline.needs) == (date(2025, 1, 7), ("conversations/000000/on",))
        assert found.state is MomentState.NOT_COMPUTABLE


@given(case=cases, on=DATES)
@example(case=_OF_NO_DAY, on=date(2025, 1, 3))
def test_any_case_has_a_track_and_no_term_in_working_days_ends_on_a_day_off(case: Case, on: date) -> None:
    calendar = BelgianCalendar()
    for moment in track_of(case, on).moments:
        deadline = moment.deadline
        if deadline.on and deadline.needs:  # the term is known; whether it was met hangs on the conversation itself
            assert moment.state is MomentState.NOT_COMPUTABLE
            assert set(deadline.needs) <= _unsaid(case, moment.moment)
        if deadline.unit is Unit.WORKING_DAYS and deadline.on:
            assert calendar.is_working_day(deadline.on)


@given(arrived=DATES, notified=DATES, later=st.integers(0, 60), agrees=st.sampled_from((True, False, NOT_ASKED)))
def test_a_later_notification_or_arrival_never_gives_an_earlier_term(
    arrived: date, notified: date, later: int, agrees: object
) -> None:
    def terms(arrived: date, notified: date) -> dict[str, date]:
        case = in_otp(arrived, notified, otp_agrees=agrees, decisions=(rejected(notified),))
        found = track_of(case, date(2033, 1, 1))
        told = {"aid": found.aid_ends.on, **{each.moment.value: each.deadline.on for each in found.moments}}
        return {name: on for name, on in told.items() if on}

    first = terms(arrived, notified)
    shift = timedelta(days=later)
    for second in (terms(arrived, notified + shift), terms(arrived + shift, notified)):
        assert {*first} ^ {*second} <= {KeyMoment.OTP_OUTTAKE.value}  # none while its last day is before the arrival
        assert all(first[name] <= second[name] for name in first.keys() & second.keys())
