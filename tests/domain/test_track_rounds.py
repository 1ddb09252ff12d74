"""A case that goes round again: a later request begins the track anew, and what came before it is history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.conversation import KeyMoment
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.stay import Authority, Decision, EndOfStay, OpenReturnPlace, Outcome, ProcedureKind
from loket_app.domain.track_parts import Deadline, EventKind, MomentState, OddKind, Phase, Track
from loket_app.domain.track_rounds import anew
from loket_app.services.track import track_of
from tests.track_cases import MONDAY, again, asked, day, in_otp, refused, rejected, resident, talk

FIRST, LATER = ProcedureKind.PROTECTION, ProcedureKind.SUBSEQUENT_PROTECTION


def kinds(found: Track) -> list[OddKind]:
    return [question.kind for question in found.questions]


def state(found: Track, which: KeyMoment) -> MomentState | None:
    moment = found.moment(which)
    return moment.state if moment else None


def test_after_a_second_refusal_the_place_of_before_does_not_count() -> None:
    found = track_of(again(), MONDAY)
    assert (found.phase, found.aid_ends.on) == (Phase.FINAL_REFUSAL, day(23))
    assert found.moment(KeyMoment.OTP_INTAKE) is None
    assert state(found, KeyMoment.REFUSAL_SECOND) is MomentState.NOT_COMPUTABLE
    assert [(each.kind, each.path, each.other) for each in found.questions] == [
        (OddKind.PLACE_OF_EARLIER_STAY, "stay/open_return_place", "stay/otp_arrived_on")
    ]


def test_earlier_rounds_stay_in_the_picture() -> None:
    found = track_of(again(), MONDAY)
    assert [(span.phase, span.starts, span.ends) for span in found.spans] == [
        (Phase.PROCEDURE, day(-900), day(-600)),
        (Phase.NEGATIVE_DECISION, day(-600), day(-350)),
        (Phase.FINAL_REFUSAL, day(-350), day(-340)),
        (Phase.OPEN_RETURN_PLACE, day(-340), day(-300)),
        (Phase.PROCEDURE, day(-300), day(-100)),
        (Phase.NEGATIVE_DECISION, day(-100), day(-7)),
        (Phase.FINAL_REFUSAL, day(-7), day(23)),
    ]
    requests = [event.on for event in found.events if event.kind is EventKind.REQUEST]
    refusals = [event.on for event in found.events if event.kind is EventKind.FINAL_REFUSAL]
    assert (requests, refusals) == ([day(-900), day(-300)], [day(-350), day(-7)])
    assert EventKind.OTP_ARRIVAL in {event.kind for event in found.events}


def test_to_begin_anew_empties_the_answers_of_before_and_they_can_be_given_again() -> None:
    case = again()
    emptied = anew(case)
    assert set(emptied) == {
        f"stay/{name}"
        for name in ("open_return_place", "otp_arrived_on", "otp_agrees", "otp_agreed_on", "otp_end", "otp_ended_on")
    }
    assert set(emptied.values()) == {NOT_ASKED}
    told = {path.removeprefix("stay/"): value for path, value in emptied.items()}
    stay = replace(case.stay, **told)
    assert track_of(replace(case, stay=stay), MONDAY).questions == ()
    assert anew(replace(case, stay=stay)) == {}
    placed = replace(stay, open_return_place=OpenReturnPlace.ASSIGNED, otp_arrived_on=day(-2), otp_agrees=True)
    found = track_of(replace(case, stay=placed), MONDAY)
    assert (found.phase, found.aid_ends.on, found.questions) == (Phase.OPEN_RETURN_PLACE, day(28), ())


def pending(**stay: Any) -> Case:
    """In an open return place, and a later request a month ago."""
    told: dict[str, Any] = {"procedures": (asked(1, FIRST, day(-300)), asked(2, LATER, day(-10)))}
    return in_otp(day(-20), day(-30), **{**told, "otp_agrees": True, **stay})


@pytest.mark.parametrize("end", [NOT_ASKED, UNKNOWN])
def test_a_later_request_alone_ends_no_term_of_the_place_and_is_asked_about(end: object) -> None:
    found = track_of(pending(otp_end=end), MONDAY)
    assert (found.phase, found.aid_ends.on, found.aid_ends.needs) == (Phase.OPEN_RETURN_PLACE, day(10), ())
    assert [(each.kind, each.path, each.other) for each in found.questions] == [
        (OddKind.LATER_REQUEST_PENDING, "stay/otp_end", "stay/procedures/p2/started_on")
    ]
    alone = track_of(pending(procedures=(asked(1, FIRST, day(-300)),)), MONDAY)
    assert found.moments == alone.moments


@pytest.mark.parametrize("outcome", [Outcome.NEGATIVE, Outcome.WITHDRAWN])
def test_a_later_request_that_was_closed_without_a_decision_leaves_the_old_round(outcome: Outcome) -> None:
    told = (asked(1, FIRST, day(-300)), asked(2, LATER, day(-10), outcome=outcome))
    found = track_of(pending(procedures=told), MONDAY)
    assert (found.phase, found.aid_ends.on, found.questions) == (Phase.OPEN_RETURN_PLACE, day(10), ())
    stays = resident(decisions=(rejected(day(-20)),), procedures=told, open_return_place=OpenReturnPlace.NONE)
    assert track_of(stays, MONDAY).aid_ends.on == day(10)


def test_an_end_of_the_stay_that_is_to_come_leaves_the_terms_until_its_day() -> None:
    case = pending(otp_end=EndOfStay.SUBSEQUENT_REQUEST, otp_ended_on=day(2))
    assert track_of(case, day(1)).phase is Phase.OPEN_RETURN_PLACE
    assert track_of(case, day(2)).phase is Phase.PROCEDURE


@pytest.mark.parametrize("end", EndOfStay)
def test_an_end_that_was_answered_is_never_needed(end: EndOfStay) -> None:
    case = pending(otp_end=end)
    refused_anew = replace(case.stay, decisions=(*case.stay.decisions, replace(refused(day(-2)), id="anew")))
    for each in (case, replace(case, stay=refused_anew)):
        found = track_of(each, MONDAY)
        assert found.aid_ends.needs == ()
        assert not {OddKind.LATER_REQUEST_PENDING, OddKind.LATER_REQUEST_DECIDED} & {*kinds(found)}


def test_a_later_request_without_its_day_is_not_said_to_be_missing() -> None:
    told = (asked(1, FIRST, day(-300)), asked(2, LATER, None))
    found = track_of(pending(procedures=told, otp_end=EndOfStay.SUBSEQUENT_REQUEST, otp_ended_on=day(-8)), MONDAY)
    assert OddKind.LATER_REQUEST_MISSING not in kinds(found)
    decided = resident(decisions=(rejected(day(-90)), refused(day(-2))), procedures=told)
    assert OddKind.REQUEST_MISSING not in kinds(track_of(decided, MONDAY))


@pytest.mark.parametrize("place", [OpenReturnPlace.NONE, OpenReturnPlace.EXCEPTION_ASKED])
def test_an_answer_on_the_place_that_is_younger_than_its_days_counts_and_is_not_emptied(place: OpenReturnPlace) -> None:
    case = again(open_return_place=place)
    found = track_of(case, MONDAY)
    assert (state(found, KeyMoment.REFUSAL_SECOND), found.questions) == (MomentState.COMING, ())
    assert "stay/open_return_place" not in anew(case)
    assert [span.phase for span in found.spans].count(Phase.OPEN_RETURN_PLACE) == 1


def test_a_new_assignment_ends_the_stay_of_before() -> None:
    found = track_of(pending(otp_end=EndOfStay.SUBSEQUENT_REQUEST, otp_ended_on=day(-8)), MONDAY)
    assert (found.phase, found.aid_ends, found.questions) == (Phase.PROCEDURE, Deadline(), ())


def test_before_the_later_request_everything_is_as_it_was() -> None:
    found = track_of(pending(), day(-11))
    assert (found.phase, found.aid_ends.on) == (Phase.OPEN_RETURN_PLACE, day(10))
    ended = pending(otp_end=EndOfStay.SUBSEQUENT_REQUEST, otp_ended_on=day(-10))
    assert track_of(ended, day(-10)).phase is Phase.PROCEDURE


def test_a_later_request_without_a_place_leaves_no_rule_for_the_end_of_the_aid() -> None:
    told = (asked(1, FIRST, day(-300)), asked(2, LATER, day(-10)))
    case = resident(decisions=(rejected(day(-30)),), procedures=told, open_return_place=OpenReturnPlace.NONE)
    found = track_of(case, MONDAY)
    assert (found.aid_ends.on, found.aid_ends.rule, found.aid_ends.from_on) == (None, "", day(-10))
    over = replace(case, stay=replace(case.stay, procedures=(told[0], asked(2, LATER, day(1)))))
    assert track_of(over, day(2)).aid_ends == Deadline()


def test_the_decision_of_the_day_of_a_request_is_about_the_one_before() -> None:
    case = resident(decisions=(rejected(day(-30)),), procedures=(asked(1, FIRST, day(-99)), asked(2, LATER, day(-30))))
    assert track_of(case, MONDAY).phase is Phase.PROCEDURE
    assert track_of(case, day(-31)).phase is Phase.PROCEDURE


@pytest.mark.parametrize("on", [None, PartialDate(2026), PartialDate(2026, 11)])
def test_a_later_request_without_a_usable_day_is_asked_for(on: PartialDate | None) -> None:
    told = (asked(1, FIRST, day(-300)), asked(2, LATER, on))
    found = track_of(resident(decisions=(rejected(day(-6)),), procedures=told), MONDAY)
    need = ("stay/procedures/p2/started_on",)
    assert (found.aid_ends.on, found.aid_ends.needs) == (None, need)
    asked_about = [moment for moment in found.moments if moment.phase is Phase.FINAL_REFUSAL]
    assert {moment.state for moment in asked_about} == {MomentState.NOT_COMPUTABLE}
    assert {moment.deadline.needs for moment in asked_about} == {need}


def test_a_part_of_a_day_that_leaves_no_doubt_is_enough() -> None:
    told = (asked(1, FIRST, day(-900)), asked(2, LATER, PartialDate(2025)))
    case = resident(decisions=(replace(rejected(date(2024, 9, 2)), id="old"), rejected(day(-6))), procedures=told)
    found = track_of(case, MONDAY)
    assert (found.aid_ends.on, found.questions) == (day(24), ())
    assert track_of(resident(procedures=told[1:]), MONDAY).phase is Phase.PROCEDURE


def test_a_decision_tells_of_a_request_that_was_not_written() -> None:
    case = resident(decisions=(rejected(day(-90)), refused(day(-2))), procedures=())
    found = track_of(case, MONDAY)
    assert (found.phase, state(found, KeyMoment.NEGATIVE_DECISION)) == (Phase.NEGATIVE_DECISION, MomentState.DUE)
    assert [(each.kind, each.path) for each in found.questions] == [
        (OddKind.REQUEST_MISSING, "stay/decisions/cgvs/notified_on")
    ]
    left = Departure(result=DepartureResult.DEPARTED, departed_on=day(-80))
    assert track_of(replace(case, departure=left), MONDAY).phase is Phase.NEGATIVE_DECISION


def test_a_conversation_of_an_earlier_round_does_nothing_for_this_one_and_is_not_odd() -> None:
    talks = (talk(KeyMoment.INTAKE, day(-880)), talk(KeyMoment.NEGATIVE_DECISION, day(-598)))
    found = track_of(replace(again(), conversations=talks), day(-97))
    assert state(found, KeyMoment.NEGATIVE_DECISION) is MomentState.DUE
    assert OddKind.CONVERSATION_TOO_EARLY not in kinds(found)


def test_what_the_council_annulled_is_decided_again_in_the_same_round() -> None:
    annulled = Decision("annulled", Authority.RVV, Outcome.POSITIVE, notified_on=day(-40))
    told = (refused(day(-90), final=True), annulled, replace(refused(day(-2)), id="again"))
    found = track_of(resident(decisions=told, procedures=()), MONDAY)
    assert OddKind.REQUEST_MISSING not in kinds(found)


DAYS = st.integers(0, 400)


@given(gap=st.integers(1, 60), earlier=DAYS, arrival=st.one_of(st.none(), DAYS), pick=st.booleans())
def test_an_older_round_never_changes_what_a_newer_one_asks(
    gap: int, earlier: int, arrival: int | None, *, pick: bool
) -> None:
    """The newer round alone, and with an older one before it: the same phase, moments and terms."""
    request = date(2026, 1, 5)
    new = (
        replace(refused(request + timedelta(gap)), id="new"),
        replace(rejected(request + timedelta(gap * 3)), id="new-2"),
    )
    later = asked(2, LATER, request)
    old = (refused(request - timedelta(earlier + 30)), rejected(request - timedelta(earlier)))
    told: dict[str, Any] = (
        {} if arrival is None else {"otp_arrived_on": request - timedelta(arrival), "otp_agrees": pick}
    )
    alone = resident(decisions=new, procedures=(later,))
    both = resident(decisions=(*new, *old), procedures=(asked(1, FIRST, request - timedelta(900)), later), **told)
    for on in (request + timedelta(gap), request + timedelta(gap * 3), request + timedelta(gap * 3 + 40)):
        one, other = track_of(alone, on), track_of(both, on)
        assert (one.phase, one.moments, one.aid_ends) == (other.phase, other.moments, other.aid_ends)


@given(
    seed=st.randoms(use_true_random=False),
    on=st.dates(day(-1000), day(60)),
    shifts=st.lists(st.integers(-400, 400), min_size=6, max_size=6),
)
def test_the_order_of_entry_does_not_matter_in_two_rounds(seed: Random, on: date, shifts: list[int]) -> None:
    """Two rounds whose days were moved about, entered in any order."""
    case = again()
    moved = tuple(
        replace(each, notified_on=day(offset)) for each, offset in zip(case.stay.decisions, shifts, strict=False)
    )
    procedures = (asked(1, FIRST, day(shifts[4])), asked(2, LATER, day(shifts[5])), asked(3, LATER, None))
    for told in (procedures, procedures[:2]):
        stay = replace(case.stay, decisions=moved, procedures=told)
        decisions, requests = list(moved), list(told)
        seed.shuffle(decisions)
        seed.shuffle(requests)
        turned = replace(stay, decisions=tuple(decisions), procedures=tuple(requests))
        assert track_of(replace(case, stay=turned), on) == track_of(replace(case, stay=stay), on)
