"""A case that was withdrawn or closed says what still stands of it, and one press ends what the desk can end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from loket_app.domain.agenda_items import AgendaItem, AgendaKind
from loket_app.domain.case import Case
from loket_app.domain.conversation import Appointment, AppointmentKind, AppointmentState, Wait, WaitingFor
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.stay import LeaveOrder
from loket_app.i18n.phrases_agenda import run_on_text
from loket_app.services.agenda import Part
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.still_arranged import StillArranged
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.today.agenda_line import AgendaLine
from loket_app.ui.today.agenda_table import AgendaTable
from loket_app.ui.today.today_page import TodayPage
from tests.agenda_cases import busy_desk
from tests.at_work import NOW, settle, until
from tests.ui.conftest import ShowWindow
from tests.ui.hands import child, open_case, press, speak

TODAY = NOW.astimezone().date()
VISIT = Appointment("a", AppointmentKind.EMBASSY, TODAY + timedelta(days=6), state=AppointmentState.PLANNED)
WAIT = Wait("w", WaitingFor.IOM, "vluchtgegevens", date(2026, 4, 1), TODAY)
SENT = Handover("h", Recipient.IOM, state=HandoverState.SENT, on=date(2026, 4, 2))


@pytest.fixture
def page(show_window: ShowWindow, arranged: Case) -> CasePage:
    window = show_window(arranged)
    return open_case(window, arranged.id)


@pytest.fixture
def arranged() -> Case:
    case = busy_desk(TODAY)[0]
    return replace(case, appointments=(VISIT,), waits=(WAIT,), handovers=(SENT,))


def window_of(page: CasePage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def go_to(page: CasePage, status: Status) -> StillArranged:
    page.editor.add("history", StatusChange(page.editor.new_id(), status, NOW, "An Vos"))
    settle(window_of(page))
    return child(page, StillArranged)


def said(still: StillArranged) -> str:
    return child(still, NoteLine).text()


def test_nothing_is_said_while_somebody_works_on_the_case(page: CasePage) -> None:
    assert not child(page, StillArranged).isVisible()


def test_a_withdrawn_case_says_what_stands_on_today(page: CasePage) -> None:
    still = go_to(page, Status.WITHDRAWN)
    assert still.isVisible()
    assert (
        said(still)
        == "Still on Today: Appointment: embassy or consulate (20/04/2026); Ask again: IOM · vluchtgegevens (14/04/2026); 1 more"
    )
    speak("nl")
    settle(window_of(page))
    assert said(still).startswith("Staat nog bij Vandaag: Afspraak: ambassade")


def test_a_closed_case_says_what_is_no_longer_on_today(page: CasePage) -> None:
    still = go_to(page, Status.CLOSED)
    assert said(still).startswith("Still arranged, no longer on Today: Appointment: embassy")


def test_one_press_ends_it_and_undo_takes_it_back(page: CasePage) -> None:
    still = go_to(page, Status.WITHDRAWN)
    still.end.setFocus()
    press(Qt.Key.Key_Space)
    settle(window_of(page))
    case = page.editor.case
    assert (case.appointments[0].state, case.waits[0].ended_on) == (AppointmentState.CANCELLED, TODAY)
    assert said(still) == "Still on Today: Handover sent to IOM, no answer yet"  # only IOM can end that
    assert not still.end.isVisible()
    page.undo()
    settle(window_of(page))
    assert (page.editor.case.appointments, page.editor.case.waits) == ((VISIT,), (WAIT,))
    assert page.editor.case.status is Status.WITHDRAWN
    assert still.end.isVisible()


def test_who_withdrew_is_told_which_terms_run_on_and_nothing_ends_them(page: CasePage) -> None:
    order = LeaveOrder("o", TODAY - timedelta(days=2), TODAY + timedelta(days=9))
    page.editor.set_many({"appointments/a/state": AppointmentState.KEPT, "waits/w/ended_on": TODAY})
    page.editor.set("handovers/h/state", HandoverState.ACCEPTED)
    page.editor.add("stay/orders", order)
    still = go_to(page, Status.WITHDRAWN)
    words = "Running on for the person: "
    assert said(still).startswith(words)
    assert "Last day of the order to leave the territory (23/04/2026)" in said(still)
    assert still.isVisible()
    assert not still.end.isVisible()
    assert not go_to(page, Status.CLOSED).isVisible()


def test_of_the_terms_that_run_on_the_first_is_named_so_that_the_head_stays_low(arranged: Case) -> None:
    days = (AgendaItem(AgendaKind.AID_ENDS, "track/aid_ends", TODAY + timedelta(days=each)) for each in (9, 6, 30))
    words = run_on_text(arranged, tuple(days))
    assert words == "Running on for the person: End of the material aid (20/04/2026); 2 more"


def test_what_was_arranged_and_what_runs_on_stand_in_a_line_each(page: CasePage) -> None:
    page.editor.add("stay/orders", LeaveOrder("o", TODAY, TODAY + timedelta(days=30)))
    arranged, runs = said(go_to(page, Status.REFERRED)).split("\n")
    assert arranged.startswith("Still on Today: Appointment: embassy")
    assert runs.startswith("Running on for the person: ")


def test_today_marks_the_days_of_a_withdrawn_case(page: CasePage) -> None:
    window = window_of(page)
    go_to(page, Status.WITHDRAWN)
    window.show_place("today")
    today = child(window, TodayPage)
    until(lambda: any("withdrawn" in each.button.text() for each in today.findChildren(AgendaLine)))
    today.overview.all_asked.emit(Part.TODAY)
    settle(window)
    settle(window)
    table = child(today, AgendaTable).table
    assert str(table.model().index(0, 2).data()).endswith(" · withdrawn")
