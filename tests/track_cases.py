"""A resident in each phase of the return track. Nobody: numbers instead of names, and days around Monday 23/11/2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.domain.case import Case, Desk
from loket_app.domain.conversation import Conversation, Holder, KeyMoment, Stance
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation, Vulnerability
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
    Stay,
    StayCategory,
)
from loket_app.domain.track_parts import Phase

MONDAY = date(2026, 11, 23)


def day(offset: int) -> date:
    """So many days after the Monday."""
    return MONDAY + timedelta(days=offset)


def resident(number: int = 1, **stay: Any) -> Case:
    """An adult in the reception network, with a stay as given."""
    person = Person(
        "person-1", Relation.APPLICANT, given_names=f"Resident {number}", birth_date=PartialDate(1990, 5, 14)
    )
    told = {
        "category": StayCategory.APPLICANT,
        "in_reception": True,
        "procedures": (Procedure("p1", ProcedureKind.PROTECTION, PartialDate.of(day(-200)), Outcome.PENDING),),
    }
    return Case(
        id=f"track-{number}",
        number=f"BRU-0000-{100 + number:04d}",
        desk=Desk.BRUSSELS,
        opened_on=day(-10),
        counsellor="demo",
        household=(person,),
        stay=Stay(**{**told, **stay}),
    )


def refused(notified: date | None, **more: Any) -> Decision:
    """A negative decision of the CGVS."""
    told = {"notified_on": notified} if notified else {}
    return Decision("cgvs", Authority.CGVS, Outcome.NEGATIVE, **{"final": False, **told, **more})


def rejected(notified: date | None, **more: Any) -> Decision:
    """A rejection of the appeal by the RVV: a final refusal."""
    told = {"notified_on": notified} if notified else {}
    return Decision("rvv", Authority.RVV, Outcome.NEGATIVE, **{"final": True, **told, **more})


def talk(moment: KeyMoment, on: date, **more: Any) -> Conversation:
    """A conversation that was held."""
    return Conversation(f"talk-{moment.value}", **{"on": on, "moment": moment, **more})


def in_otp(arrived: date | None, notified: date | None, **more: Any) -> Case:
    """A resident with a final refusal and an open return place."""
    told: dict[str, Any] = {"otp_arrived_on": arrived} if arrived else {}
    decisions = (refused((notified or day(-14)) - timedelta(days=106)), rejected(notified))
    return resident(
        4,
        **{
            "category": StayCategory.REJECTED,
            "decisions": decisions,
            "open_return_place": OpenReturnPlace.ASSIGNED,
            **told,
            **more,
        },
    )


def extended(state: ExtensionState | Missing = NOT_ASKED, arrived: date | None = None, **more: Any) -> Case:
    """In an open return place in which the right ends on day 23, with an extension."""
    start = arrived or day(-7)
    return in_otp(start, start, otp_agrees=True, extensions=(AidExtension("e", **{"state": state, **more}),))


def asked(number: int, kind: ProcedureKind, on: date | PartialDate | None, **more: Any) -> Procedure:
    """A request for protection of that day, or of no day."""
    told = {"started_on": PartialDate.of(on) if isinstance(on, date) else on} if on else {}
    return Procedure(f"p{number}", kind, **{**told, **more})


def again(**stay: Any) -> Case:
    """Refused, in an open return place until a later request with a new assignment, and refused again a week ago."""
    told: dict[str, Any] = {
        "procedures": (
            asked(1, ProcedureKind.PROTECTION, day(-900)),
            asked(2, ProcedureKind.SUBSEQUENT_PROTECTION, day(-300)),
        ),
        "decisions": (
            refused(day(-600)),
            rejected(day(-350)),
            replace(refused(day(-100)), id="cgvs-2"),
            replace(rejected(day(-7)), id="rvv-2"),
        ),
        "otp_agrees": True,
        "otp_agreed_on": day(-335),
        "otp_end": EndOfStay.SUBSEQUENT_REQUEST,
        "otp_ended_on": day(-299),
    }
    return in_otp(day(-340), None, **{**told, **stay})


def residents() -> dict[Phase, Case]:
    """One in each phase on that Monday."""
    negative = resident(
        2, decisions=(refused(day(-3), appeal_lodged=True, appeal_suspensive=True, hearing_on=day(21)),)
    )
    refusal = resident(
        3,
        category=StayCategory.REJECTED,
        decisions=(refused(day(-150)), rejected(day(-6))),
        open_return_place=OpenReturnPlace.EXCEPTION_ASKED,
    )
    place = in_otp(day(-7), day(-14), otp_agrees=True, otp_agreed_on=day(-5))
    social = Holder.SOCIAL_WORKER
    place = replace(
        place,
        conversations=(
            talk(KeyMoment.NEGATIVE_DECISION, day(-118), held_by=social, stance=Stance.DOES_NOT_WANT),
            talk(KeyMoment.REFUSAL_FIRST, day(-12), held_by=social, stance=Stance.DOUBTS),
            talk(KeyMoment.OTP_INTAKE, day(-5), held_by=social, stance=Stance.CONSIDERS, covered=("options",)),
        ),
    )
    ended = in_otp(day(-40), day(-60), otp_agrees=True, otp_end=EndOfStay.RETURNED, otp_ended_on=day(-15))
    return {
        Phase.PROCEDURE: resident(1),
        Phase.NEGATIVE_DECISION: negative,
        Phase.FINAL_REFUSAL: refusal,
        Phase.OPEN_RETURN_PLACE: place,
        Phase.ENDED: replace(ended, id="track-5", number="BRU-0000-0105"),
    }


def minor() -> Case:
    """An unaccompanied minor in the reception network: the track is not for them, the last day of an order stays."""
    case = resident(6, orders=(LeaveOrder("o", day(-1), day(29)),))
    return replace(case, household=(replace(case.household[0], vulnerabilities=(Vulnerability.UNACCOMPANIED_MINOR,)),))


def every_resident() -> dict[str, Case]:
    """One in each phase, a minor, and one in a second round, each with a word for its picture."""
    second = replace(again(), id="track-7", number="BRU-0000-0107")
    return {**{phase.value: case for phase, case in residents().items()}, "minor": minor(), "second_round": second}
