"""A fact that is missing stands on Today once, with all that waits for it."""

from __future__ import annotations

from dataclasses import replace

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_terms import beside
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation, KeyMoment
from loket_app.i18n.phrases_agenda import what_text
from loket_app.services.track import track_of
from tests.track_cases import MONDAY, day, in_otp, rejected, resident


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
