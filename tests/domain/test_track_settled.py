"""A question that was answered with "that is right" rests until one of the answers behind it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation, KeyMoment, TalkState
from loket_app.domain.said_right import SaidRight
from loket_app.domain.stay import EndOfStay
from loket_app.domain.track_parts import OddKind, Question
from loket_app.domain.track_settled import about, may_be_right
from loket_app.services.track import track_of
from tests.domain.track_odd import ODD
from tests.track_cases import MONDAY, again, day, in_otp, refused, resident

HEARING = "stay/decisions/cgvs/hearing_on"


def heard(**more: Any) -> Case:
    """A hearing before the appeal: odd, and it can be right."""
    told = {"appeal_lodged": True, "appeal_lodged_on": day(-2), "appeal_suspensive": True, "hearing_on": day(-3)}
    return resident(decisions=(refused(day(-9), **{**told, **more}),))


def said(case: Case, question: Question, on: date = MONDAY, note: str = "n") -> Case:
    """The case with that question said to be right."""
    told = SaidRight(note, question.path, question.kind.value, question.other, about(case, question), on, "an")
    return replace(case, said_right=(*case.said_right, told))


def test_what_was_said_to_be_right_is_not_asked_and_still_told() -> None:
    case = heard()
    (question,) = track_of(case, MONDAY).questions
    found = track_of(said(case, question), MONDAY)
    assert found.questions == ()
    assert [(each.question, each.said.on, each.said.by) for each in found.settled] == [(question, MONDAY, "an")]
    assert found.moments == track_of(case, MONDAY).moments


@pytest.mark.parametrize("changed", [{"hearing_on": day(-4)}, {"appeal_lodged_on": day(-1)}])
def test_it_is_asked_again_once_one_of_the_two_answers_is_another(changed: dict[str, date]) -> None:
    case = heard()
    (question,) = track_of(case, MONDAY).questions
    rests = said(case, question)
    moved = replace(rests, stay=heard(**changed).stay)
    found = track_of(moved, MONDAY)
    assert ([each.kind for each in found.questions], found.settled) == ([OddKind.HEARING_BEFORE_APPEAL], ())
    back = track_of(replace(moved, stay=case.stay), MONDAY)
    assert back.questions == ()  # the very answers that were said to be right


def test_another_answer_than_those_two_leaves_it_at_rest() -> None:
    case = heard()
    (question,) = track_of(case, MONDAY).questions
    rests = said(case, question)
    assert track_of(replace(rests, stay=heard(decided_on=day(-12)).stay), MONDAY).questions == ()


def test_of_two_questions_in_one_place_each_rests_by_itself() -> None:
    case = heard(hearing_on=day(-10))
    asked = track_of(case, MONDAY).questions
    assert [(each.path, each.kind) for each in asked] == [
        (HEARING, OddKind.HEARING_BEFORE_APPEAL),
        (HEARING, OddKind.HEARING_BEFORE_NOTIFICATION),
    ]
    assert [each.kind for each in track_of(said(case, asked[0]), MONDAY).questions] == [
        OddKind.HEARING_BEFORE_NOTIFICATION
    ]


def test_the_last_of_several_notes_is_told() -> None:
    case = heard()
    (question,) = track_of(case, MONDAY).questions
    twice = said(said(case, question, day(-1)), question, day(0), "m")
    assert [each.said.on for each in track_of(twice, MONDAY).settled] == [day(0)]


def test_what_asks_for_an_answer_is_not_answered_with_yes() -> None:
    """Nothing stands there to be right, or two answers exclude each other."""
    unsaid = in_otp(day(-9), day(-12), otp_end=EndOfStay.LEFT, otp_ended_on=NOT_ASKED)
    for case, kind in (
        (unsaid, OddKind.END_WITHOUT_DAY),
        (again(), OddKind.PLACE_OF_EARLIER_STAY),
        (ODD[OddKind.APPEAL_DAY_WITHOUT_APPEAL], OddKind.APPEAL_DAY_WITHOUT_APPEAL),
    ):
        (question,) = track_of(case, MONDAY).questions
        assert question.kind is kind
        assert not may_be_right(case, question)
        assert track_of(said(case, question), MONDAY).questions == (question,)


def test_a_note_about_a_question_that_is_asked_no_more_does_no_harm() -> None:
    case = heard()
    (question,) = track_of(case, MONDAY).questions
    gone = replace(said(case, question), stay=resident().stay)
    assert track_of(gone, MONDAY).settled == ()
    unknown = SaidRight("n", "stay/decisions/gone/hearing_on", "no_such_question", "", "[]", MONDAY, "an")
    assert track_of(replace(case, said_right=(unknown,)), MONDAY).questions == (question,)


def test_a_conversation_before_what_it_is_about_is_asked_about_again_when_that_day_moves() -> None:
    case = ODD[OddKind.CONVERSATION_TOO_EARLY]
    (question,) = track_of(case, MONDAY).questions
    assert question.other == "stay/otp_arrived_on"
    rests = said(case, question)
    assert track_of(rests, MONDAY).questions == ()
    moved = replace(rests, stay=replace(rests.stay, otp_arrived_on=day(-8)))
    assert [each.kind for each in track_of(moved, MONDAY).questions] == [OddKind.CONVERSATION_TOO_EARLY]


def test_who_says_that_a_conversation_is_still_planned_is_asked_again_once_its_day_is_another() -> None:
    talk = Conversation("t", on=day(-3), state=TalkState.PLANNED, moment=KeyMoment.INTAKE)
    case = replace(resident(), conversations=(talk,))
    (question,) = track_of(case, MONDAY).questions
    rests = said(case, question)
    assert track_of(rests, MONDAY).questions == ()
    moved = replace(rests, conversations=(replace(talk, on=day(-1)),))
    assert [each.kind for each in track_of(moved, MONDAY).questions] == [OddKind.HELD_OR_STILL_PLANNED]


def test_of_two_final_refusals_the_days_count_that_it_asks_about() -> None:
    case = ODD[OddKind.TWO_FINAL_REFUSALS]
    question = next(each for each in track_of(case, MONDAY).questions if each.kind is OddKind.TWO_FINAL_REFUSALS)
    rests = said(case, question)
    first, *others = rests.stay.decisions
    assert OddKind.TWO_FINAL_REFUSALS not in [each.kind for each in track_of(rests, MONDAY).questions]
    later = tuple(replace(each, notified_on=day(-1)) if each.id in question.path else each for each in (first, *others))
    moved = replace(rests, stay=replace(rests.stay, decisions=later))
    assert OddKind.TWO_FINAL_REFUSALS in [each.kind for each in track_of(moved, MONDAY).questions]
