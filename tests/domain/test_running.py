"""What goes on when a case stops: it is named, and nothing that is over is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.conversation import Appointment, AppointmentState, Wait
from loket_app.domain.handover import Handover, HandoverState
from loket_app.domain.running import running
from loket_app.domain.travel import DocumentKind, DocumentState, TravelDocument
from tests.documents.cases import FAMILY

TODAY = date(2026, 4, 14)
BARE = replace(FAMILY, appointments=(), waits=(), documents=(), handovers=())


def found(**lists: object) -> tuple[str, ...]:
    case: Case = replace(BARE, **lists)  # type: ignore[arg-type]  # the lists of a case, by name
    return running(case, TODAY)


@pytest.mark.parametrize(
    ("state", "on", "runs"),
    [
        (AppointmentState.PLANNED, TODAY, True),
        (AppointmentState.PLANNED, TODAY - timedelta(1), False),
        (AppointmentState.PLANNED, UNKNOWN, True),
        (NOT_ASKED, TODAY + timedelta(1), True),
        (AppointmentState.CANCELLED, TODAY + timedelta(1), False),
        (AppointmentState.KEPT, TODAY, False),
    ],
)
def test_an_appointment_runs_until_its_day_or_its_end(state: AppointmentState, on: date, runs: bool) -> None:
    appointment = Appointment("a1", on=on, state=state)
    assert found(appointments=(appointment,)) == (("appointments/a1",) if runs else ())


@pytest.mark.parametrize(("ended", "runs"), [(NOT_ASKED, True), (TODAY, False), (TODAY + timedelta(1), True)])
def test_a_wait_runs_until_it_ended(ended: date, runs: bool) -> None:
    assert found(waits=(Wait("w1", ended_on=ended),)) == (("waits/w1",) if runs else ())


def test_a_document_runs_while_it_was_asked_for() -> None:
    asked = TravelDocument("d1", "p1", DocumentKind.PASSPORT, DocumentState.REQUESTED)
    there = replace(asked, id="d2", state=DocumentState.RECEIVED)
    assert found(documents=(asked, there)) == ("documents/d1",)


def test_a_handover_runs_until_another_replaces_it() -> None:
    first = Handover("h1", state=HandoverState.SENT)
    assert found(handovers=(first,)) == ("handovers/h1",)
    second = Handover("h2", state=HandoverState.ACCEPTED, corrects="h1")
    third = Handover("h3", state=HandoverState.PREPARED)
    assert found(handovers=(first, second, third)) == ("handovers/h2",)
    not_yet = Handover("h2", state=HandoverState.PREPARED, corrects="h1")
    assert found(handovers=(first, not_yet)) == ("handovers/h1",)
