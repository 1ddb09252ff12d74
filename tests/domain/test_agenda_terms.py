"""A fact that is missing stands on Today once, with all that waits for it."""

from __future__ import annotations

from dataclasses import replace

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import AgendaKind
from loket_app.domain.agenda_terms import beside
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation, KeyMoment, TalkState
from loket_app.i18n.phrases_agenda import what_text
from loket_app.services.track import track_of
from tests.track_cases import MONDAY, day, in_otp, rejected, resident, talk


def undated(case: Case) -> list[str]:
    """What stands without a last day, in words."""
    track = track_of(case, MONDAY)
    return [what_text(case, item, track) for item in agenda(case, track) if item.on is None]


def test_a_conversation_without_its_day_keeps_its_last_day_and_what_counts_from_it_waits() -> None:
    case = replace(in_otp(day(-5), day(-9)), conversations=(Conversation("c", moment=KeyMoment.OTP_INTAKE),))
    assert undated(case) == ["ICAM intake · ICAM coach"]


def test_the_second_and_the_third_conversation_wait_for_the_same_place() -> None:
    """What waits for another fact stands apart."""
    assert undated(resident(decisions=(rejected(None),))) == [
        "First conversation after the final refusal · social worker",
        "Second conversation after the final refusal, third conversation after the final refusal · social worker",
        "End of the material aid",
    ]


def test_a_term_with_a_day_waits_for_nothing() -> None:
    track = track_of(in_otp(day(-5), day(-9)), MONDAY)
    assert all(beside(item, track) == () for item in agenda(in_otp(day(-5), day(-9)), track) if item.on)


def test_what_has_no_last_day_and_is_planned_stands_by_its_day_alone() -> None:
    held = (talk(KeyMoment.OTP_INTAKE, day(-5)), talk(KeyMoment.OTP_ICAM_INTAKE, day(-2)))
    case = replace(in_otp(day(-7), day(-14), otp_agrees=True), conversations=held)
    assert undated(case) == ["Discussion of the options · social worker"]
    plan = Conversation("c", day(2), TalkState.PLANNED, moment=KeyMoment.OTP_OPTIONS)
    planned = replace(case, conversations=(*held, plan))
    assert undated(planned) == []
    assert [item.on for item in agenda(planned) if item.kind is AgendaKind.TALK] == [day(2)]
    assert undated(replace(case, conversations=(*held, replace(plan, on=NOT_ASKED)))) == undated(case)


def test_a_planned_day_hides_no_fact_that_is_missing() -> None:
    plan = Conversation("c", day(2), TalkState.PLANNED, moment=KeyMoment.REFUSAL_SECOND)
    bare = resident(decisions=(rejected(None),))
    assert undated(replace(bare, conversations=(plan,))) == undated(bare)
