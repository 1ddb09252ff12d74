"""The return track beside the six steps: conversations, appointments, what is waited for; stopping and going on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.conversation import Appointment, AppointmentState, Conversation, Stance, TalkState
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.stay import LeaveOrder, OpenReturnPlace
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.record_card import RecordCard
from loket_app.ui.case.record_list import RecordList
from loket_app.ui.case.status_button import StatusButton, still_running
from loket_app.ui.case.status_dialog import StatusDialog
from loket_app.ui.case.track.held_today import HeldToday
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import NOW, settle, until
from tests.documents.cases import FAMILY
from tests.ui.case.conftest import Opening
from tests.ui.hands import ALT, CTRL, child, field_with_focus, focused, open_case, press

TODAY = NOW.date()
OLD = Conversation("old", on=date(2026, 2, 2), stance=Stance.DOUBTS)
OLDER = Conversation("older", on=date(2026, 1, 5), stance=Stance.DOES_NOT_WANT)
CASE = replace(FAMILY, conversations=(OLD, OLDER), appointments=(), waits=())


@pytest.fixture
def window(opening: Opening) -> MainWindow:
    return opening(CASE)


@pytest.fixture
def page(window: MainWindow) -> CasePage:
    shown = open_case(window, CASE.id)
    press(Qt.Key.Key_7, ALT)
    settle(window)
    assert shown.step == "track"
    return shown


def records(page: CasePage, path: str) -> RecordList:
    return next(each for each in page.findChildren(RecordList) if each._path == path)


def lines(found: RecordList) -> list[str]:
    """The lines of the cards, from the top down."""
    cards = sorted(found.findChildren(RecordCard), key=lambda card: card.y())
    return [card._title.text() for card in cards]


def test_the_latest_conversation_stands_first(page: CasePage) -> None:
    assert [line.split(" · ")[0] for line in lines(records(page, "conversations"))] == [
        "Mon, 2 Feb 2026",
        "Mon, 5 Jan 2026",
    ]


def test_a_new_conversation_is_planned_and_has_the_cursor_in_it(window: MainWindow, page: CasePage) -> None:
    press(Qt.Key.Key_T, CTRL)
    settle(window)
    made = page.editor.case.conversations[-1]
    assert (made.on, made.state) == (NOT_ASKED, TalkState.PLANNED)
    assert lines(records(page, "conversations"))[0].startswith("planned")
    assert field_with_focus().answer() is NOT_ASKED


def test_one_press_says_that_it_was_held_today_and_one_undo_takes_both_answers_back(
    window: MainWindow, page: CasePage
) -> None:
    press(Qt.Key.Key_T, CTRL)
    settle(window)
    begun = page.editor.case.conversations[-1]
    held = next(each for each in page.findChildren(HeldToday) if each.isVisible())
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is held.button
    press(Qt.Key.Key_Space)
    settle(window)
    made = page.editor.case.conversations[-1]
    assert (made.on, made.state, held.isVisible()) == (TODAY, TalkState.HELD, False)
    page.undo()
    settle(window)
    assert page.editor.case.conversations[-1] == begun
    assert held.isVisible()


def test_a_letter_with_alt_says_that_it_was_held_today(window: MainWindow, page: CasePage) -> None:
    """The button shows for a tenth of a second that it is pressed, as Qt has it."""
    press(Qt.Key.Key_T, CTRL)
    settle(window)
    press(Qt.Key.Key_H, ALT)
    until(lambda: page.editor.case.conversations[-1].state is TalkState.HELD)
    assert page.editor.case.conversations[-1].on == TODAY


def test_what_was_noted_before_anybody_was_asked_is_not_asked_whether_it_was_held(page: CasePage) -> None:
    records(page, "conversations").reveal("conversations/old")
    (held,) = page.findChildren(HeldToday)
    assert held.isHidden()
    page.editor.set("conversations/old/state", TalkState.NOT_HELD)
    assert not held.isHidden()


def test_a_conversation_of_an_earlier_day_takes_its_place(window: MainWindow, page: CasePage) -> None:
    press(Qt.Key.Key_T, CTRL)
    settle(window)
    made = page.editor.case.conversations[-1]
    page.editor.set(f"conversations/{made.id}/on", date(2026, 1, 20))
    settle(window)
    assert [line.split(" · ")[0] for line in lines(records(page, "conversations"))] == [
        "Mon, 2 Feb 2026",
        "Tue, 20 Jan 2026",
        "Mon, 5 Jan 2026",
    ]


def test_one_key_begins_a_conversation_from_any_step(window: MainWindow, page: CasePage) -> None:
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_T, CTRL)
    settle(window)
    assert page.step == "track"
    assert len(page.editor.case.conversations) == len(CASE.conversations) + 1
    assert field_with_focus().answer() is NOT_ASKED


def test_the_key_goes_to_what_is_planned_for_today_and_the_button_begins_another(
    window: MainWindow, page: CasePage
) -> None:
    planned = Conversation("planned", on=TODAY, state=TalkState.PLANNED)
    page.editor.add("conversations", planned)
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_T, CTRL)
    settle(window)
    assert (page.step, page.editor.case.conversations[-1]) == ("track", planned)
    assert page.editor.case.conversations == (*CASE.conversations, planned)
    assert field_with_focus().answer() == TODAY
    press(Qt.Key.Key_H, ALT)
    until(lambda: page.editor.case.conversations[-1].state is TalkState.HELD)
    press(Qt.Key.Key_T, CTRL)
    settle(window)
    assert len(page.editor.case.conversations) == len(CASE.conversations) + 2


def test_an_appointment_is_planned_and_a_wait_begins_today(window: MainWindow, page: CasePage) -> None:
    for path in ("appointments", "waits"):
        records(page, path).add()
        settle(window)
    case = page.editor.case
    assert case.appointments[0].state is AppointmentState.PLANNED
    assert case.waits[0].since == TODAY
    assert lines(records(page, "waits")) == ["Since Tue, 14 Apr 2026"]


def test_the_steps_go_on_without_the_track(window: MainWindow, page: CasePage) -> None:
    page.walk(1)
    page.walk(-1)
    assert page.step == "track"
    assert not page._foot._on.isVisible()
    press(Qt.Key.Key_1, ALT)
    settle(window)
    assert page.step == "intake"
    assert page._foot._on.isVisible()


def test_undo_leads_back_to_the_track(window: MainWindow, page: CasePage) -> None:
    page.editor.set("stay/otp_arrived_on", date(2026, 3, 2))
    page.go("intake")
    page.undo()
    settle(window)
    assert page.step == "track"


def test_withdrawing_names_what_goes_on(window: MainWindow, page: CasePage) -> None:
    page.editor.add("appointments", Appointment("a1", on=date(2026, 4, 20), state=AppointmentState.PLANNED))
    line = "Appointments: Mon, 20 Apr 2026 · planned"
    assert line in still_running(page.editor)
    dialog = StatusDialog(Status.INTAKE, Status.WITHDRAWN, (line,), window)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert f"• {line}" in words
    assert any("right" in each for each in words)
    dialog.close()


def test_the_days_of_the_track_go_on_too(page: CasePage) -> None:
    page.editor.add("stay/orders", LeaveOrder("o9", date(2026, 4, 1), date(2026, 5, 1)))
    assert "Last day of the order to leave the territory: Fri, 1 May 2026" in still_running(page.editor)
    page.editor.set("stay/orders/o9/leave_by", date(2026, 4, 13))
    assert not any("order to leave" in line for line in still_running(page.editor))


def test_who_withdraws_is_told_that_the_days_of_the_law_stay_on_today(window: MainWindow, page: CasePage) -> None:
    page.editor.add("stay/orders", LeaveOrder("o9", date(2026, 4, 1), date(2026, 5, 1)))
    child(page, StatusButton)._go(Status.WITHDRAWN)
    plain = StatusDialog(Status.INTAKE, Status.WITHDRAWN, (), window)
    back = StatusDialog(Status.WITHDRAWN, Status.INTAKE, (), window, terms=True)
    asked = next(each for each in window.findChildren(StatusDialog) if each.isVisible())
    closing = StatusDialog(Status.INTAKE, Status.CLOSED, (), window, terms=True)
    shown = (asked, plain, back, closing)
    run_on = "The days of the return track and of an order run on"
    told = [[label.text() for label in each.findChildren(QLabel) if label.text().startswith(run_on)] for each in shown]
    assert told == [[f"{run_on} for the person, and stay on Today."], [], [], [f"{run_on}, but leave Today."]]
    for each in shown:
        each.close()


def test_nobody_is_told_to_end_a_term_of_the_law(window: MainWindow) -> None:
    heads = []
    for terms in (True, False):
        dialog = StatusDialog(Status.INTAKE, Status.WITHDRAWN, ("a line",), window, terms=terms)
        heads += [label.text() for label in dialog.findChildren(QLabel) if label.text().startswith("This goes on")]
        dialog.close()
    assert heads == ["This goes on:", "This goes on until you end it:"]


def test_who_withdrew_may_come_back(window: MainWindow, page: CasePage) -> None:
    page.editor.add("history", StatusChange("s9", Status.WITHDRAWN, NOW, "AV"))
    settle(window)
    offered = [action.text() for action in child(page, StatusButton).menu().actions()]
    assert offered == ["Go on with this case", "Close this case", "Referred"]
    dialog = StatusDialog(Status.WITHDRAWN, Status.INTAKE, (), window)
    assert any("in both directions" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


def test_a_day_of_the_track_that_passed_says_that_it_is_late(page: CasePage) -> None:
    page.editor.set_many({"stay/in_reception": True, "stay/otp_arrived_on": date(2026, 4, 2)})
    page.editor.set("stay/open_return_place", OpenReturnPlace.ASSIGNED)
    assert "Intake in the open return place · social worker: Thu, 9 Apr 2026 (late)" in still_running(page.editor)
