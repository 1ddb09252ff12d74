"""A case for everything that the return track asks about: just that one question, on the Monday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loket_app.domain.conversation import AfterConversation, KeyMoment, TalkState
from loket_app.domain.stay import (
    AidExtension,
    Authority,
    Decision,
    EndOfStay,
    ExtensionState,
    LeaveOrder,
    OpenReturnPlace,
    Outcome,
    Procedure,
    ProcedureKind,
    StayCategory,
)
from loket_app.domain.track_parts import OddKind
from tests.track_cases import again, asked, day, extended, in_otp, refused, rejected, resident, talk

ODD = {
    OddKind.IN_THE_FUTURE: resident(decisions=(refused(day(1)),)),
    OddKind.NOTIFIED_BEFORE_DECIDED: resident(decisions=(refused(day(-3), decided_on=day(-2)),)),
    OddKind.HEARING_BEFORE_NOTIFICATION: resident(
        decisions=(refused(day(-3), appeal_lodged=True, appeal_suspensive=True, hearing_on=day(-4)),)
    ),
    OddKind.HEARING_WITHOUT_APPEAL: resident(decisions=(refused(day(-9), appeal_lodged=False, hearing_on=day(-4)),)),
    OddKind.HEARING_APPEAL_UNSAID: resident(decisions=(refused(day(-9), hearing_on=day(-4)),)),
    OddKind.HEARING_SUSPENSIVE_UNSAID: resident(
        decisions=(refused(day(-9), appeal_lodged=True, hearing_on=day(-4)), rejected(day(-2), hearing_on=day(-4)))
    ),
    OddKind.HEARING_NOT_SUSPENSIVE: resident(
        decisions=(refused(day(-9), appeal_lodged=True, appeal_suspensive=False, hearing_on=day(-4)),)
    ),
    OddKind.FINAL_BY_DVZ: resident(
        decisions=(Decision("d", Authority.DVZ, Outcome.NEGATIVE, final=True, notified_on=day(-9)),),
        procedures=(Procedure("p9", ProcedureKind.HUMANITARIAN),),
    ),
    OddKind.REQUEST_MISSING: resident(decisions=(rejected(day(-90)), refused(day(-5)))),
    OddKind.LATER_REQUEST_MISSING: in_otp(
        day(-20), day(-30), otp_end=EndOfStay.SUBSEQUENT_REQUEST, otp_ended_on=day(-2)
    ),
    OddKind.LATER_REQUEST_PENDING: in_otp(
        day(-20), day(-25), procedures=(asked(2, ProcedureKind.SUBSEQUENT_PROTECTION, day(-10)),)
    ),
    OddKind.LATER_REQUEST_DECIDED: in_otp(
        day(-20),
        None,
        decisions=(rejected(day(-25)), refused(day(-2))),
        procedures=(asked(2, ProcedureKind.SUBSEQUENT_PROTECTION, day(-10)),),
    ),
    OddKind.PLACE_OF_EARLIER_STAY: again(),
    OddKind.ARRIVAL_AFTER_AID: in_otp(day(-9), day(-40)),
    OddKind.AGREED_AFTER_AID: in_otp(day(-20), day(-40), otp_agrees=True, otp_agreed_on=day(-9)),
    OddKind.AGREED_ON_ALONE: in_otp(day(-9), day(-12), otp_agreed_on=day(-8)),
    OddKind.TWO_FINAL_REFUSALS: resident(decisions=(rejected(day(-9)), replace(rejected(day(-5)), id="rvv-2"))),
    OddKind.ARRIVAL_BEFORE_NOTIFICATION: in_otp(day(-9), day(-8)),
    OddKind.ARRIVAL_WITHOUT_REFUSAL: in_otp(day(-9), None, decisions=()),
    OddKind.ARRIVAL_WITHOUT_PLACE: in_otp(day(-9), day(-12), open_return_place=OpenReturnPlace.NONE),
    OddKind.AGREED_BEFORE_ARRIVAL: in_otp(day(-9), day(-12), otp_agrees=True, otp_agreed_on=day(-10)),
    OddKind.AGREED_ON_WITHOUT_AGREEMENT: in_otp(day(-9), day(-12), otp_agrees=False, otp_agreed_on=day(-8)),
    OddKind.ENDED_BEFORE_ARRIVAL: in_otp(day(-9), day(-12), otp_end=EndOfStay.LEFT, otp_ended_on=day(-10)),
    OddKind.LEAVE_BY_BEFORE_NOTIFICATION: resident(orders=(LeaveOrder("o", day(-2), day(-3)),)),
    OddKind.AID_OVER: resident(decisions=(rejected(day(-40)),), open_return_place=OpenReturnPlace.NONE),
    OddKind.LEFT_RECEPTION: in_otp(day(-9), day(-12), in_reception=False),
    OddKind.LONG_AGO: resident(orders=(LeaveOrder("o", date(1026, 11, 2), day(20)),)),
    OddKind.REQUEST_AFTER_DECISION: resident(
        decisions=(refused(day(-9)),), procedures=(asked(1, ProcedureKind.PROTECTION, day(-8)),)
    ),
    OddKind.FINAL_WITH_APPEAL: resident(decisions=(refused(day(-9), final=True, appeal_lodged=True),)),
    OddKind.CONVERSATION_OUT_OF_ORDER: replace(
        in_otp(day(-9), day(-12)), conversations=(talk(KeyMoment.OTP_ICAM_INTAKE, day(-2)),)
    ),
    OddKind.CONVERSATION_AFTER_END: replace(
        in_otp(day(-20), day(-30), otp_end=EndOfStay.LEFT, otp_ended_on=day(-9)),
        conversations=(talk(KeyMoment.OTP_INTAKE, day(-2)),),
    ),
    OddKind.AGREED_IN_CONVERSATION: replace(
        in_otp(day(-9), day(-12)),
        conversations=(talk(KeyMoment.OTP_INTAKE, day(-7), decided=AfterConversation.AGREES_WITH_TRACK),),
    ),
    OddKind.NO_COOPERATION_NOTED: replace(
        in_otp(day(-9), day(-12)),
        conversations=(talk(KeyMoment.OTP_INTAKE, day(-7), decided=AfterConversation.NO_COOPERATION),),
    ),
    OddKind.HEARING_BEFORE_APPEAL: resident(
        decisions=(
            refused(day(-9), appeal_lodged=True, appeal_lodged_on=day(-2), appeal_suspensive=True, hearing_on=day(-3)),
        )
    ),
    OddKind.APPEAL_BEFORE_NOTIFICATION: resident(
        decisions=(refused(day(-3), appeal_lodged=True, appeal_lodged_on=day(-4)),)
    ),
    OddKind.APPEAL_DAY_ALONE: resident(decisions=(refused(day(-3), appeal_lodged_on=day(-2)),)),
    OddKind.APPEAL_DAY_WITHOUT_APPEAL: resident(
        decisions=(refused(day(-3), appeal_lodged=False, appeal_lodged_on=day(-2)),)
    ),
    OddKind.ASSIGNED_ON_ALONE: resident(decisions=(rejected(day(-12)),), otp_assigned_on=day(-2)),
    OddKind.ASSIGNED_ON_WITHOUT_PLACE: resident(
        decisions=(rejected(day(-12)),), open_return_place=OpenReturnPlace.NONE, otp_assigned_on=day(-2)
    ),
    OddKind.ASSIGNED_BEFORE_NOTIFICATION: in_otp(day(-9), day(-12), otp_assigned_on=day(-13)),
    OddKind.ARRIVAL_BEFORE_ASSIGNMENT: in_otp(day(-9), day(-12), otp_assigned_on=day(-8)),
    OddKind.DAYS_OF_EARLIER_PLACE: again(open_return_place=OpenReturnPlace.ASSIGNED, otp_assigned_on=day(-2)),
    OddKind.EXTENSION_DAY_ALONE: extended(until=day(30)),
    OddKind.EXTENSION_NOT_GRANTED: extended(ExtensionState.REFUSED, until=day(30)),
    OddKind.EXTENSION_ANSWERED_EARLY: extended(
        ExtensionState.GRANTED, until=day(30), asked_on=day(-2), answered_on=day(-3)
    ),
    OddKind.EXTENSION_AFTER_AID: extended(ExtensionState.GRANTED, until=day(30), answered_on=day(0), arrived=day(-31)),
    OddKind.EXTENSION_SHORTER: extended(ExtensionState.GRANTED, until=day(20)),
    OddKind.EXTENSION_WITHOUT_REFUSAL: resident(extensions=(AidExtension("e", ExtensionState.GRANTED, until=day(30)),)),
    OddKind.CLOSED_UNWRITTEN: resident(category=StayCategory.REJECTED, procedures=()),
    OddKind.REFUSAL_ANNULLED: in_otp(
        day(-9),
        None,
        decisions=(rejected(day(-12)), Decision("d", Authority.OTHER, Outcome.POSITIVE, notified_on=day(-2))),
    ),
    OddKind.END_WITHOUT_DAY: in_otp(day(-9), day(-12), otp_end=EndOfStay.LEFT),
    OddKind.DAY_WITHOUT_END: in_otp(day(-9), day(-12), otp_ended_on=day(-2)),
    OddKind.HAS_STAY: resident(category=StayCategory.BELGIAN, decisions=(refused(day(-90)),)),
    OddKind.CONVERSATION_TOO_EARLY: replace(
        in_otp(day(-9), day(-12)), conversations=(talk(KeyMoment.OTP_INTAKE, day(-10)),)
    ),
    OddKind.HELD_OR_STILL_PLANNED: replace(
        in_otp(day(-9), day(-12)),
        conversations=(replace(talk(KeyMoment.OTP_INTAKE, day(-7)), state=TalkState.PLANNED),),
    ),
}
