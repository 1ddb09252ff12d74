"""Cases with days around a day, for tests and pictures: late, today, soon, and waited for. Nobody that anybody knows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from loket_app.domain.case import Case, Desk
from loket_app.domain.conversation import (
    Appointment,
    AppointmentKind,
    AppointmentState,
    Wait,
    WaitingFor,
)
from loket_app.domain.handover import Departure, Handover, HandoverState, Recipient
from loket_app.domain.person import Person, Relation
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.stay import (
    Authority,
    Decision,
    LeaveOrder,
    OpenReturnPlace,
    Outcome,
    Procedure,
    ProcedureKind,
    Stay,
    StayCategory,
)
from loket_app.domain.travel import DocumentKind, DocumentState, TravelDocument
from tests.at_work import NOW

MINE, OTHER = "An Vos", "Bert Maes"


def busy_desk(today: date) -> tuple[Case, ...]:
    """Seven cases of two counsellors."""

    def on(days: int) -> date:
        return today + timedelta(days=days)

    planned = AppointmentState.PLANNED
    return (
        _case(1, waits=(Wait("w", WaitingFor.CLIENT, "pasfoto's", on(-20), on(-6)),)),
        _case(2, stay=_resident(on)),
        _case(
            3,
            appointments=(
                Appointment("a", AppointmentKind.EMBASSY, today, "09:30", "Brussel", state=planned),
                Appointment("b", AppointmentKind.CONVERSATION, on(2), "14:00", state=planned),
            ),
            documents=(
                TravelDocument("d", "p3", DocumentKind.LAISSEZ_PASSER, DocumentState.REQUESTED, requested_on=on(-12)),
            ),
        ),
        _case(4, counsellor=OTHER, appointments=(Appointment("a", AppointmentKind.DOCTOR, today, "15:15"),)),
        _case(5, handovers=(Handover("h", Recipient.IOM, state=HandoverState.SENT, on=on(-9)),)),
        _case(6, departure=Departure(leaves_on=on(5), leaves_at="10:40", booked_by=Recipient.IOM)),
        _case(7, counsellor=OTHER, stay=Stay(orders=(LeaveOrder("o", on(-27), on(3)),))),
    )


def _resident(on: Any) -> Stay:
    """Somebody in an open return place since a few days."""
    return Stay(
        category=StayCategory.REJECTED,
        in_reception=True,
        open_return_place=OpenReturnPlace.ASSIGNED,
        otp_arrived_on=on(-8),
        procedures=(Procedure("r", ProcedureKind.PROTECTION, outcome=Outcome.NEGATIVE),),
        decisions=(
            Decision("d", Authority.RVV, Outcome.NEGATIVE, final=True, notified_on=on(-15), appeal_lodged=False),
        ),
    )


def _case(number: int, **fields: Any) -> Case:
    person = Person(f"p{number}", Relation.APPLICANT, family_name=f"Resident {number}", nationalities=("GE",))
    known = {"counsellor": MINE, **fields}
    return Case(
        id=f"busy{number:04d}",
        number=f"GNT-2026-{900 + number:04d}",
        desk=Desk.GHENT,
        opened_on=NOW.date(),
        household=(person,),
        history=(StatusChange("s", Status.INTAKE, NOW, MINE),),
        **known,
    )
