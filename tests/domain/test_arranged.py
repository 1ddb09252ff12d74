"""What stands when somebody withdraws, and what the desk itself can end of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import AgendaKind
from loket_app.domain.arranged import arranged, endings
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.conversation import Appointment, AppointmentState, Wait
from loket_app.domain.handover import Departure, Handover, HandoverState, Recipient
from loket_app.domain.stay import LeaveOrder, Stay
from loket_app.domain.travel import DocumentState, TravelDocument
from tests.domain.test_agenda import case_of
from tests.strategies import cases

TODAY = date(2026, 4, 14)
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


def test_arrangements_stand_and_terms_do_not() -> None:
    case = case_of(
        appointments=(Appointment("a", on=TOMORROW),),
        waits=(Wait("w"),),
        handovers=(Handover("h", Recipient.IOM, state=HandoverState.SENT),),
        departure=Departure(leaves_on=TOMORROW),
        documents=(
            TravelDocument("d", "p", state=DocumentState.REQUESTED),
            TravelDocument("e", "p", state=DocumentState.HAS, valid_until=TOMORROW),
        ),
        stay=Stay(orders=(LeaveOrder("o", leave_by=TOMORROW),)),
    )
    assert [item.ref for item in arranged(case)] == [
        "appointments/a",
        "waits/w",
        "departure/leaves_on",
        "documents/d",
        "handovers/h",
    ]
    assert endings(case, TODAY) == {
        "appointments/a/state": AppointmentState.CANCELLED,
        "waits/w/ended_on": TODAY,
        "documents/d/state": DocumentState.NONE,
    }


@pytest.mark.parametrize(("on", "ended"), [(YESTERDAY, False), (TODAY, True)])
def test_whether_an_appointment_of_yesterday_was_kept_is_not_made_up(on: Any, *, ended: bool) -> None:
    assert bool(endings(case_of(appointments=(Appointment("a", on=on),)), TODAY)) is ended


@given(cases)
def test_ending_leaves_what_others_have_to_tell(case: Case) -> None:
    for path, value in endings(case, TODAY).items():
        assert value_at(case, path) != value
    waits = tuple(replace(each, ended_on=TODAY) for each in case.waits)
    left = {item.kind for item in arranged(replace(case, waits=waits))}
    assert AgendaKind.WAIT not in left
    assert {*arranged(case)} <= {*agenda(case)}
