"""Which fact counts on the return track, and from when: hearings, refusals that were annulled, what was never written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.agenda import agenda
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.conversation import KeyMoment
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.stay import Authority, Decision, EndOfStay, Outcome, Procedure, ProcedureKind, StayCategory
from loket_app.domain.track_parts import Applies, Deadline, MomentState, OddKind, Phase, Track
from loket_app.services.track import track_of
from tests.strategies import cases
from tests.track_cases import MONDAY, asked, day, in_otp, refused, rejected, resident, talk


def state(found: Track, which: KeyMoment) -> MomentState | None:
    moment = found.moment(which)
    return moment.state if moment else None


def kinds(found: Track) -> list[OddKind]:
    return [question.kind for question in found.questions]


def council(outcome: object = Outcome.PENDING, **more: Any) -> Decision:
    """A decision of the RVV, or one that it is still to take."""
    return Decision("rvv", Authority.RVV, **{"outcome": outcome, **more})


@pytest.mark.parametrize("outcome", [Outcome.PENDING, NOT_ASKED])
@pytest.mark.parametrize("appeal", [{}, {"appeal_lodged": True, "appeal_suspensive": True}])
def test_the_day_of_a_hearing_that_stands_with_the_council_counts(outcome: object, appeal: dict[str, Any]) -> None:
    case = resident(decisions=(refused(day(-40), **appeal), council(outcome, hearing_on=day(-3))))
    moment = track_of(case, MONDAY).moment(KeyMoment.APPEAL_HEARING)
    assert moment is not None
    assert (moment.state, moment.deadline.on) == (MomentState.DUE, day(4))
    asked_about = [(each.kind, each.path) for each in track_of(case, MONDAY).questions]
    unsaid = [(OddKind.HEARING_SUSPENSIVE_UNSAID, "stay/decisions/cgvs/appeal_suspensive")]
    assert asked_about == ([] if appeal else unsaid)
    assert track_of(case, day(5)).moment(KeyMoment.APPEAL_HEARING) == replace(moment, state=MomentState.LATE)


def test_what_the_cgvs_hears_before_it_decides_is_no_hearing_of_an_appeal() -> None:
    pending = Decision("d", Authority.CGVS, Outcome.PENDING, hearing_on=day(-3))
    assert track_of(resident(decisions=(pending,)), MONDAY).moment(KeyMoment.APPEAL_HEARING) is None
    withdrawn = council(Outcome.WITHDRAWN, hearing_on=day(-3))
    assert track_of(resident(decisions=(withdrawn,)), MONDAY).moment(KeyMoment.APPEAL_HEARING) is None


def test_a_hearing_without_an_appeal_is_asked_about_at_the_councils_decision_too() -> None:
    case = resident(decisions=(refused(day(-40), appeal_lodged=False), council(hearing_on=day(-3))))
    assert [(each.kind, each.path) for each in track_of(case, MONDAY).questions] == [
        (OddKind.HEARING_WITHOUT_APPEAL, "stay/decisions/rvv/hearing_on")
    ]


def test_a_positive_decision_counts_from_its_day() -> None:
    positive = Decision("d", Authority.CGVS, Outcome.POSITIVE, notified_on=day(3))
    case = resident(decisions=(rejected(day(-6)), positive))
    found = track_of(case, MONDAY)
    assert (found.phase, found.aid_ends.on, kinds(found)) == (Phase.FINAL_REFUSAL, day(24), [OddKind.IN_THE_FUTURE])
    assert track_of(case, day(3)).phase is Phase.ENDED
    revoked = (replace(positive, notified_on=day(-9)), refused(day(2)))
    assert track_of(resident(decisions=revoked), MONDAY).phase is Phase.ENDED
    assert track_of(resident(decisions=revoked), day(2)).phase is Phase.NEGATIVE_DECISION


def test_after_an_annulment_nothing_of_the_refusal_is_to_be_done() -> None:
    heard = refused(day(-200), appeal_lodged=True, appeal_suspensive=True, hearing_on=day(-90))
    annulled = council(Outcome.POSITIVE, final=False, notified_on=day(-70))
    found = track_of(resident(decisions=(heard, annulled)), MONDAY)
    assert (found.phase, state(found, KeyMoment.APPEAL_HEARING)) == (Phase.PROCEDURE, MomentState.NOT_HELD)
    soon = replace(annulled, notified_on=day(-88))
    passed = track_of(resident(decisions=(heard, soon)), MONDAY)
    assert state(passed, KeyMoment.APPEAL_HEARING) is MomentState.NOT_NEEDED
    refused_again = (heard, annulled, replace(refused(day(-2)), id="again"))
    found = track_of(resident(decisions=refused_again), MONDAY)
    assert (found.phase, state(found, KeyMoment.NEGATIVE_DECISION)) == (Phase.NEGATIVE_DECISION, MomentState.DUE)
    assert state(found, KeyMoment.APPEAL_HEARING) is MomentState.NOT_HELD


def annulled_in_the_place(**stay: Any) -> Any:
    """In an open return place, when the Council of State annulled the rejection."""
    undone = Decision("cos", Authority.COUNCIL_OF_STATE, Outcome.POSITIVE, final=False, notified_on=day(-5))
    return in_otp(day(-20), None, decisions=(refused(day(-90)), rejected(day(-25)), undone), **stay)


@pytest.mark.parametrize("agrees", [True, False, NOT_ASKED])
def test_an_annulment_in_the_open_return_place_leaves_no_end_and_asks_who_lives_there(agrees: object) -> None:
    case = annulled_in_the_place(otp_agrees=agrees)
    found = track_of(case, MONDAY)
    assert (found.phase, found.aid_ends, found.aid_may_end) == (Phase.PROCEDURE, Deadline(), None)
    assert [(each.kind, each.path) for each in found.questions] == [(OddKind.REFUSAL_ANNULLED, "stay/otp_end")]
    place = [each.state for each in found.moments if each.phase is Phase.OPEN_RETURN_PLACE]
    assert set(place) <= {MomentState.NOT_HELD, MomentState.NOT_NEEDED}
    again = replace(case.stay, decisions=(*case.stay.decisions, replace(refused(day(-1)), id="again")))
    found = track_of(replace(case, stay=again), MONDAY)
    assert (found.phase, found.aid_ends, kinds(found)) == (
        Phase.NEGATIVE_DECISION,
        Deadline(),
        [OddKind.REFUSAL_ANNULLED],
    )


FIRST = ProcedureKind.PROTECTION


@pytest.mark.parametrize(
    ("told", "path"),
    [
        ({"procedures": (asked(1, FIRST, day(-300), outcome=Outcome.NEGATIVE),)}, "stay/procedures/p1/outcome"),
        ({"procedures": (asked(1, FIRST, day(-300), outcome=Outcome.WITHDRAWN),)}, "stay/procedures/p1/outcome"),
        ({"category": StayCategory.REJECTED, "procedures": (asked(1, FIRST, day(-300)),)}, "stay/category"),
        ({"category": StayCategory.REJECTED, "procedures": ()}, "stay/category"),
    ],
)
def test_a_refusal_that_no_decision_tells_of_needs_the_decision(told: dict[str, Any], path: str) -> None:
    found = track_of(resident(**told), MONDAY)
    assert (found.phase, found.moments, found.aid_ends.needs) == (Phase.NONE, (), ("stay/decisions",))
    assert [(each.kind, each.path) for each in found.questions] == [(OddKind.CLOSED_UNWRITTEN, path)]


def test_a_request_that_runs_is_in_the_procedure_whatever_the_category_of_before() -> None:
    runs = Procedure("p2", ProcedureKind.SUBSEQUENT_PROTECTION)
    for procedures in ((runs,), (asked(1, FIRST, day(-9), outcome=Outcome.PENDING),)):
        found = track_of(resident(category=StayCategory.REJECTED, procedures=procedures), MONDAY)
        assert (found.phase, found.questions) == (Phase.PROCEDURE, ())


@pytest.mark.parametrize("category", [StayCategory.LEGAL_STAY, StayCategory.BELGIAN])
def test_who_may_stay_is_asked_about_an_old_refusal_and_has_nothing_to_do(category: StayCategory) -> None:
    for case in (
        resident(category=category, decisions=(refused(day(-2)),)),
        in_otp(day(-5), day(-9), category=category),
    ):
        found = track_of(case, MONDAY)
        assert (found.phase, found.aid_ends, kinds(found)) == (Phase.ENDED, Deadline(), [OddKind.HAS_STAY])
        assert {each.state for each in found.moments} <= {MomentState.NOT_HELD, MomentState.NOT_NEEDED}


def test_nobody_is_asked_about_who_never_arrived_or_leaves() -> None:
    over = {"otp_agrees": False}
    here = in_otp(day(-40), day(-50), **over)
    moment = track_of(here, MONDAY).moment(KeyMoment.OTP_ICAM_HEARING)
    assert moment is not None
    assert (moment.state, moment.deadline.needs) == (MomentState.NOT_COMPUTABLE, ("stay/refuses_to_leave",))
    assert track_of(in_otp(None, day(-50), **over), MONDAY).moment(KeyMoment.OTP_ICAM_HEARING) is None
    for gone in (
        Departure(leaves_on=day(4)),
        Departure(leaves_on=day(-4), result=DepartureResult.DEPARTED, departed_on=day(-4)),
    ):
        assert track_of(replace(here, departure=gone), MONDAY).moment(KeyMoment.OTP_ICAM_HEARING) is None


def test_on_its_last_day_the_outtake_is_due() -> None:
    case = in_otp(date(2026, 11, 16), date(2026, 11, 9), otp_agrees=True)
    case = replace(case, conversations=(talk(KeyMoment.OTP_INTAKE, date(2026, 11, 18)),))
    assert state(track_of(case, date(2026, 12, 10)), KeyMoment.OTP_OUTTAKE) is MomentState.COMING
    assert state(track_of(case, date(2026, 12, 11)), KeyMoment.OTP_OUTTAKE) is MomentState.DUE


def test_who_is_said_to_be_out_of_reception_after_an_arrival_is_asked_about() -> None:
    case = in_otp(day(-9), day(-12), in_reception=False)
    found = track_of(case, MONDAY)
    assert (found.applies, found.applies_needs) == (Applies.UNKNOWN, ("stay/otp_end",))
    assert [(each.kind, each.path) for each in found.questions] == [(OddKind.LEFT_RECEPTION, "stay/in_reception")]
    left = replace(case, stay=replace(case.stay, otp_end=EndOfStay.LEFT, otp_ended_on=day(-2)))
    found = track_of(left, MONDAY)
    assert (found.applies, found.phase, found.questions) == (Applies.YES, Phase.ENDED, ())


def test_a_conversation_without_its_day_is_asked_for_its_day() -> None:
    undated = replace(talk(KeyMoment.OTP_INTAKE, day(0)), on=NOT_ASKED)
    for on, last in ((MONDAY, day(3)), (day(6), day(3)), (day(40), None)):  # arrived on a Saturday; the aid was over
        found = track_of(replace(in_otp(day(-2), day(-9)), conversations=(undated,)), on)
        moment = found.moment(KeyMoment.OTP_INTAKE)
        assert moment is not None
        assert (moment.state, moment.deadline.on) == (MomentState.NOT_COMPUTABLE, last)
        assert moment.deadline.needs == ("conversations/talk-otp_intake/on",)


def test_a_last_day_stays_among_the_days_to_watch_while_its_conversation_has_no_day() -> None:
    undated = replace(talk(KeyMoment.OTP_INTAKE, day(0)), on=NOT_ASKED)
    case = replace(in_otp(day(-2), day(-9)), conversations=(undated,))
    for on in (MONDAY, day(6)):
        watched = {item.ref: item.on for item in agenda(case, track_of(case, on))}
        assert watched["track/otp_intake"] == day(3)


@pytest.mark.parametrize("answer", [{"refuses_to_leave": True}, {"refuses_to_leave": False}])
def test_once_it_is_said_who_still_lives_there_the_end_of_the_aid_asks_no_more(answer: dict[str, Any]) -> None:
    over = in_otp(day(-40), day(-50), otp_agrees=True)
    assert kinds(track_of(over, MONDAY)) == [OddKind.AID_OVER]
    assert track_of(replace(over, stay=replace(over.stay, **answer)), MONDAY).questions == ()
    assert track_of(replace(over, departure=Departure(leaves_on=day(9))), MONDAY).questions == ()


def test_the_hearing_counts_from_the_end_of_the_granting() -> None:
    case = in_otp(
        day(-20),
        day(-30),
        otp_agrees=True,
        otp_end=EndOfStay.NO_COOPERATION,
        otp_ended_on=day(-3),
        refuses_to_leave=True,
    )
    moment = track_of(case, MONDAY).moment(KeyMoment.OTP_ICAM_HEARING)
    assert moment is not None
    assert (moment.state, moment.deadline.from_fact) == (MomentState.DUE, "stay/otp_ended_on")
    assert moment.deadline.from_on == day(-3)


def test_an_agreement_that_came_too_late_tells_both_days() -> None:
    case = in_otp(day(-20), day(-40), otp_agrees=True, otp_agreed_on=day(-9))
    found = track_of(case, MONDAY)
    assert found.aid_may_end is not None
    assert (found.aid_ends.on, found.aid_may_end.on) == (day(-10), day(10))


def test_a_conversation_before_the_one_that_comes_first_is_asked_about() -> None:
    talks = (talk(KeyMoment.OTP_ICAM_INTAKE, day(-6)), talk(KeyMoment.OTP_INTAKE, day(-5)))
    found = track_of(replace(in_otp(day(-9), day(-12)), conversations=talks), MONDAY)
    assert kinds(found) == [OddKind.CONVERSATION_OUT_OF_ORDER]
    in_turn = (talks[1], replace(talks[0], on=day(-5)))
    assert track_of(replace(in_otp(day(-9), day(-12)), conversations=in_turn), MONDAY).questions == ()


@pytest.mark.parametrize("told", [{"procedures": (asked(1, ProcedureKind.PROTECTION, day(2)),)}, {}])
def test_a_request_or_a_departure_to_come_is_asked_about(told: dict[str, Any]) -> None:
    left = Departure(result=DepartureResult.DEPARTED, departed_on=day(2))
    case = resident(**told) if told else replace(resident(), departure=left)
    assert kinds(track_of(case, MONDAY)) == [OddKind.IN_THE_FUTURE]


SHIFTS = st.one_of(st.none(), st.integers(-60, 20))


@given(case=cases, on=st.dates(date(2024, 7, 1), date(2032, 12, 31)))
def test_what_cannot_be_computed_always_says_what_it_needs(case: Any, on: date) -> None:
    for moment in track_of(case, on).moments:
        assert moment.state is not MomentState.NOT_COMPUTABLE or moment.deadline.needs


@given(
    notified=SHIFTS,
    arrived=SHIFTS,
    agrees=st.sampled_from((True, False, NOT_ASKED)),
    refuses=st.sampled_from((True, False, NOT_ASKED)),
    later=SHIFTS,
)
def test_nor_in_the_open_return_place(
    notified: int | None, arrived: int | None, agrees: object, refuses: object, later: int | None
) -> None:
    told: dict[str, Any] = {"procedures": (asked(1, FIRST, day(-300)),)}
    if later is not None:
        told["procedures"] += (asked(2, ProcedureKind.SUBSEQUENT_PROTECTION, day(later)),)
    case = in_otp(
        None if arrived is None else day(arrived),
        None if notified is None else day(notified),
        otp_agrees=agrees,
        refuses_to_leave=refuses,
        **told,
    )
    for moment in track_of(case, MONDAY).moments:
        assert moment.state is not MomentState.NOT_COMPUTABLE or moment.deadline.needs
