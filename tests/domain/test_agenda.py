"""What there is to watch in a case, and what is no longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import PASSING, WAITING, AgendaItem, AgendaKind
from loket_app.domain.agenda_terms import needs_of
from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.arranged import endings
from loket_app.domain.case import Case, Desk
from loket_app.domain.conversation import (
    Appointment,
    AppointmentState,
    Holder,
    KeyMoment,
    Wait,
    WaitingFor,
)
from loket_app.domain.handover import Departure, DepartureResult, Handover, HandoverState, Recipient
from loket_app.domain.shape import pattern_of
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.stay import LeaveOrder, Stay
from loket_app.domain.track_parts import Applies, Deadline, Moment, MomentState, Phase, Track
from loket_app.domain.travel import DocumentState, TravelDocument
from loket_app.domain.wish import FollowUpReport, Partner, Plan, Wish
from tests.strategies import cases

DAY, LATER = date(2026, 4, 20), date(2026, 5, 4)


def case_of(**fields: Any) -> Case:
    return Case("c", "GNT-2026-0001", Desk.GHENT, date(2026, 4, 1), "An", **fields)


def only(case: Case) -> AgendaItem:
    (item,) = agenda(case)
    return item


@pytest.mark.parametrize("state", [AppointmentState.PLANNED, NOT_ASKED])
def test_an_appointment_that_is_still_to_come(state: Any) -> None:
    case = case_of(appointments=(Appointment("a", on=DAY, at="14:30", state=state),))
    assert only(case) == AgendaItem(AgendaKind.APPOINTMENT, "appointments/a", DAY)


@pytest.mark.parametrize(
    "appointment",
    [
        *(Appointment("a", on=DAY, state=state) for state in set(AppointmentState) - {AppointmentState.PLANNED}),
        Appointment("a", state=AppointmentState.CANCELLED),
    ],
)
def test_an_appointment_that_was_or_is_off(appointment: Appointment) -> None:
    assert agenda(case_of(appointments=(appointment,))) == ()


@pytest.mark.parametrize("appointment", [Appointment("a", on=UNKNOWN), Appointment("a", at="14:30")])
def test_an_appointment_whose_day_is_to_be_fixed(appointment: Appointment) -> None:
    case = case_of(appointments=(appointment,))
    assert only(case) == AgendaItem(AgendaKind.APPOINTMENT, "appointments/a")
    assert endings(case, DAY) == {"appointments/a/state": AppointmentState.CANCELLED}


def test_who_has_the_next_move_and_when_to_ask_again() -> None:
    asked = Wait("w", WaitingFor.IOM, since=DAY, ask_again_on=LATER)
    assert only(case_of(waits=(asked,))) == AgendaItem(AgendaKind.WAIT, "waits/w", LATER, DAY, "iom")
    assert only(case_of(waits=(Wait("w"),))) == AgendaItem(AgendaKind.WAIT, "waits/w")
    assert agenda(case_of(waits=(replace(asked, ended_on=LATER),))) == ()


def test_the_latest_order_to_leave_counts() -> None:
    orders = (LeaveOrder("o2", leave_by=LATER), LeaveOrder("o1", leave_by=DAY), LeaveOrder("o3"))
    item = only(case_of(stay=Stay(orders=orders)))
    assert (item.kind, item.ref, item.on) == (AgendaKind.LEAVE_BY, "stay/orders/o2/leave_by", LATER)
    assert item.kind in PASSING


@pytest.mark.parametrize(
    ("departure", "watched"),
    [
        (Departure(leaves_on=DAY, booked_by=Recipient.IOM), True),
        (Departure(), False),
        *((Departure(leaves_on=DAY, result=result), result is DepartureResult.POSTPONED) for result in DepartureResult),
    ],
)
def test_a_booked_journey_until_its_end_is_known(departure: Departure, *, watched: bool) -> None:
    found = [item for item in agenda(case_of(departure=departure)) if item.kind is AgendaKind.DEPARTURE]
    assert [item.on for item in found] == ([DAY] if watched else [])


def paper(state: DocumentState, **more: Any) -> TravelDocument:
    return TravelDocument("d", "p", state=state, **more)


def test_a_paper_that_was_asked_for() -> None:
    item = only(case_of(documents=(paper(DocumentState.REQUESTED, requested_on=DAY),)))
    assert item == AgendaItem(AgendaKind.DOCUMENT_REQUESTED, "documents/d", None, DAY, "document")
    assert item.kind in WAITING


@pytest.mark.parametrize(
    ("leaves", "watched"),
    [(date(2026, 4, 20), False), (date(2026, 4, 21), True), (NOT_ASKED, True)],
)
def test_a_paper_that_runs_out_before_the_journey(leaves: Any, *, watched: bool) -> None:
    case = case_of(documents=(paper(DocumentState.HAS, valid_until=DAY),), wish=Wish(departure_on=leaves))
    assert [item.ref for item in agenda(case)] == (["documents/d/valid_until"] if watched else [])


def test_the_booked_day_counts_before_the_wished_one() -> None:
    papers = (paper(DocumentState.HAS, valid_until=DAY),)
    case = case_of(documents=papers, wish=Wish(departure_on=LATER), departure=Departure(leaves_on=DAY))
    assert [item.kind for item in agenda(case)] == [AgendaKind.DEPARTURE]


@pytest.mark.parametrize("state", [DocumentState.EXPIRED, DocumentState.NONE, DocumentState.LOST_REPORTED])
def test_a_paper_that_is_of_no_use_runs_out_no_more(state: DocumentState) -> None:
    assert agenda(case_of(documents=(paper(state, valid_until=DAY),))) == ()


def test_a_handover_without_an_answer() -> None:
    sent = Handover("h", Recipient.IOM, state=HandoverState.SENT, on=DAY)
    assert only(case_of(handovers=(sent,))) == AgendaItem(AgendaKind.HANDOVER_SENT, "handovers/h", None, DAY, "iom")
    unsaid = replace(sent, on=NOT_ASKED, made_at=datetime(2026, 4, 19, 9, tzinfo=UTC))
    assert only(case_of(handovers=(unsaid,))).opens_on == date(2026, 4, 19)
    again = Handover("h2", Recipient.IOM, state=HandoverState.SENT, on=LATER, corrects="h")
    assert only(case_of(handovers=(sent, again))).ref == "handovers/h2"
    not_yet = replace(again, state=HandoverState.PREPARED)
    assert only(case_of(handovers=(sent, not_yet))).ref == "handovers/h"
    for state in set(HandoverState) - {HandoverState.SENT}:
        assert agenda(case_of(handovers=(replace(sent, state=state),))) == ()


def test_the_partners_next_report_until_it_came() -> None:
    first = FollowUpReport("r1", on=date(2026, 3, 1), next_on=DAY)
    plan = Plan(partner=Partner.CARITAS, reports=(first,))
    home = (StatusChange("s", Status.FOLLOW_UP, datetime(2026, 2, 1, tzinfo=UTC), "An"),)
    item = only(case_of(plan=plan, history=home))
    assert item == AgendaItem(AgendaKind.REPORT, "plan/reports/r1", DAY, None, "caritas")
    came = replace(plan, reports=(first, FollowUpReport("r2", on=DAY)))
    assert agenda(case_of(plan=came, history=home)) == ()


@pytest.mark.parametrize(
    "left",
    [
        {"departure": Departure(leaves_on=DAY, result=DepartureResult.DEPARTED)},
        {"departure": Departure(leaves_on=DAY, departed_on=DAY)},
        {"departure": Departure(leaves_on=DAY, arrived_on=DAY)},
        {"history": (StatusChange("s", Status.ARRIVED, datetime(2026, 4, 1, tzinfo=UTC), "An"),)},
    ],
)
def test_after_departure_only_what_still_runs(left: dict[str, Any]) -> None:
    case = case_of(
        stay=Stay(orders=(LeaveOrder("o", leave_by=DAY),)),
        documents=(paper(DocumentState.REQUESTED),),
        handovers=(Handover("h", Recipient.IOM, state=HandoverState.SENT),),
        waits=(Wait("w"),),
        **left,
    )
    assert [item.kind for item in agenda(case, track_of(moment(MomentState.DUE)))] == [AgendaKind.WAIT]


def test_a_day_beside_a_journey_that_was_not_made_ends_nothing() -> None:
    case = case_of(
        stay=Stay(orders=(LeaveOrder("o", leave_by=DAY),)),
        departure=Departure(result=DepartureResult.NO_SHOW, departed_on=DAY, arrived_on=DAY),
    )
    assert [item.kind for item in agenda(case)] == [AgendaKind.LEAVE_BY]


def moment(state: MomentState, on: date | None = DAY) -> Moment:
    deadline = Deadline(on, date(2026, 4, 14))
    return Moment(KeyMoment.OTP_INTAKE, Phase.OPEN_RETURN_PLACE, Holder.SOCIAL_WORKER, deadline, state)


def track_of(*moments: Moment, phase: Phase = Phase.OPEN_RETURN_PLACE, aid: date | None = None) -> Track:
    return Track(
        on=date(2026, 4, 14),
        applies=Applies.YES,
        applies_needs=(),
        phase=phase,
        moments=moments,
        spans=(),
        events=(),
        aid_ends=Deadline(aid),
        aid_may_end=None,
        questions=(),
        stances=(),
        rules_version="1",
    )


@pytest.mark.parametrize("state", [MomentState.LATE, MomentState.DUE, MomentState.COMING])
def test_a_conversation_of_the_track_that_has_a_last_day(state: MomentState) -> None:
    (item,) = agenda(case_of(), track_of(moment(state)))
    assert item == AgendaItem(AgendaKind.KEY_MOMENT, "track/otp_intake", DAY, date(2026, 4, 14), "social_worker")


@pytest.mark.parametrize(
    "settled",
    [
        moment(MomentState.DONE),
        moment(MomentState.NOT_NEEDED),
        moment(MomentState.NOT_HELD),
        moment(MomentState.COMING, None),
    ],
)
def test_a_conversation_that_was_held_or_is_not_there_yet(settled: Moment) -> None:
    assert agenda(case_of(), track_of(settled)) == ()


@pytest.mark.parametrize("state", [MomentState.DUE, MomentState.NOT_COMPUTABLE])
def test_what_can_be_held_now_is_watched_without_a_last_day_too(state: MomentState) -> None:
    need = ("stay/open_return_place",)
    waiting = moment(state, None)
    track = track_of(replace(waiting, deadline=replace(waiting.deadline, needs=need)))
    (item,) = agenda(case_of(), track)
    assert (item.kind, item.ref, item.on) == (AgendaKind.KEY_MOMENT, "track/otp_intake", None)
    assert needs_of(item, track) == need
    assert needs_of(AgendaItem(AgendaKind.LEAVE_BY, "stay/orders/o/leave_by"), track) == ()


def test_an_end_of_the_aid_that_cannot_be_computed_is_watched_with_what_it_needs() -> None:
    track = replace(track_of(), aid_ends=Deadline(needs=("stay/otp_end",)))
    (item,) = agenda(case_of(), track)
    assert (item.kind, item.on, needs_of(item, track)) == (AgendaKind.AID_ENDS, None, ("stay/otp_end",))
    assert agenda(case_of(), replace(track, aid_ends=Deadline(from_fact="stay/decisions"))) == ()


def test_the_end_of_the_material_aid_until_the_track_ended() -> None:
    (item,) = agenda(case_of(), track_of(aid=LATER))
    assert (item.kind, item.on) == (AgendaKind.AID_ENDS, LATER)
    assert agenda(case_of(), track_of(phase=Phase.ENDED, aid=LATER)) == ()


@given(cases)
def test_any_case_has_an_agenda_and_each_day_its_place(case: Case) -> None:
    for item in agenda(case):
        assert item.on is not None or item.kind in WAITING | {AgendaKind.APPOINTMENT}
        assert pattern_of(item.ref)
