"""What is late, due and waited for, on the page: by key and by click, for the desk or for one person."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.conversation import Appointment, AppointmentKind, AppointmentState, Wait, WaitingFor
from loket_app.domain.handover import Departure
from loket_app.domain.stay import LeaveOrder
from loket_app.domain.track_parts import Phase
from loket_app.services.agenda import SHOWN, Part
from loket_app.services.desk import TODAY_ROWS, Desk, TodayRow
from loket_app.storage.errors import DiskFull
from loket_app.storage.store import Store
from loket_app.ui.case.track.track_picture import TrackPicture
from loket_app.ui.fields.options import Options
from loket_app.ui.shell.help_window import HelpWindow
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.today.agenda_line import AgendaLine
from loket_app.ui.today.agenda_section import AgendaSection
from loket_app.ui.today.agenda_table import AgendaTable
from loket_app.ui.today.calendar_view import CalendarView
from loket_app.ui.today.day_grid import DayGrid
from loket_app.ui.today.today_page import TodayPage
from tests.agenda_cases import busy_desk
from tests.at_work import NOW, settle, still_clock, until
from tests.track_cases import MONDAY, day, refused, resident, residents
from tests.ui.conftest import ShowWindow
from tests.ui.hands import CTRL, case_page, child, field_with_focus, focused, press, speak

TODAY = NOW.astimezone().date()
CASES = busy_desk(TODAY)


@pytest.fixture
def window(show_window: ShowWindow) -> MainWindow:
    return show_window(*CASES)


def page(window: MainWindow) -> TodayPage:
    return child(window, TodayPage)


def on_monday(show_window: ShowWindow, *cases: Case) -> MainWindow:
    """Today, on the Monday of the residents."""
    clock = still_clock(datetime.combine(MONDAY, time(12), UTC))
    window = show_window(*cases, desk=lambda opened, **_more: Desk(opened, clock=clock))
    window.show_place("today")
    settle(window)
    return window


def sections(window: MainWindow) -> dict[Part, AgendaSection]:
    """The parts that are shown."""
    return {each.section.part: each for each in page(window).findChildren(AgendaSection) if each.isVisible()}


def lines(window: MainWindow) -> list[AgendaLine]:
    found = [each for each in page(window).findChildren(AgendaLine) if each.isVisible()]
    return sorted(found, key=lambda each: each.mapTo(page(window), each.rect().topLeft()).y())


def words(window: MainWindow) -> str:
    return "\n".join(label.text() for label in page(window).findChildren(QLabel) if label.isVisible())


def show(window: MainWindow, view: int) -> None:
    """The list (0), the week (1) or the month (2), by its button."""
    page(window).head.views.options[view].click()
    settle(window)
    settle(window)


def test_the_parts_stand_in_their_order_the_late_ones_first(window: MainWindow) -> None:
    assert list(sections(window)) == [Part.LATE, Part.TODAY, Part.COMING, Part.WAITING]
    first = lines(window)[0]
    assert first.button.accessibleName().startswith("6 days late, RESIDENT 1 · GNT-2026-0901")
    today = child(sections(window)[Part.TODAY], AgendaLine)
    assert today.button.accessibleName().startswith("09:30, RESIDENT 3")


def test_a_resident_has_the_conversations_of_the_track(window: MainWindow) -> None:
    late = sections(window)[Part.LATE]
    said = [line.button.accessibleName() for line in late.findChildren(AgendaLine)]
    (intake,) = (words for words in said if "RESIDENT 2" in words)
    assert "4 days late" in intake
    assert "Intake in the open return place · social worker" in intake
    assert "4 working days after the arrival in the open return place on Mon, 6 Apr 2026" in intake


def test_a_term_leads_to_the_track(window: MainWindow) -> None:
    line = next(line for line in lines(window) if "RESIDENT 2" in line.button.text())
    line.button.click()
    until(lambda: window.case_page is not None)
    settle(window)
    assert case_page(window).step == "track"
    assert isinstance(focused(), TrackPicture)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_one_press_leads_to_the_place(window: MainWindow, key: Qt.Key) -> None:
    line = child(sections(window)[Part.TODAY], AgendaLine)
    line.button.setFocus()
    press(key)
    until(lambda: window.case_page is not None)
    settle(window)
    assert case_page(window).editor.case.id == line._line.row.case_id
    assert case_page(window).step == "track"


def test_one_counsellor_or_the_desk_is_remembered(window: MainWindow) -> None:
    assert "GNT-2026-0904" in "".join(line.button.text() for line in lines(window))
    whose = page(window).head.whose
    whose.options[0].setFocus()
    press(Qt.Key.Key_Right)
    settle(window)
    shown = "".join(line.button.text() for line in lines(window))
    assert "GNT-2026-0903" in shown
    assert "GNT-2026-0904" not in shown
    assert "5 open cases" in words(window)
    assert window._desk.preferences.own_cases
    assert isinstance(whose, Options)


def test_what_was_done_is_gone_when_one_comes_back(window: MainWindow) -> None:
    child(sections(window)[Part.LATE], AgendaLine).button.click()
    until(lambda: window.case_page is not None)
    editor = case_page(window).editor
    editor.set("waits/w/ended_on", TODAY)
    settle(window)
    press(Qt.Key.Key_1, CTRL)
    until(page(window).isVisible)
    until(lambda: Part.LATE in sections(window) and sections(window)[Part.LATE].section.count == 1)
    assert len(lines(window)) > 1
    assert all("RESIDENT 1" not in line.button.text() for line in lines(window))


def test_a_desk_without_days_says_so(show_window: ShowWindow) -> None:
    window = show_window(*(case for case in CASES if case.number.endswith("0905")))
    assert "Nothing is due today or in the coming 7 days." in words(window)
    speak("nl")
    settle(window)
    assert "Niets te doen vandaag of in de komende 7 dagen." in words(window)


def test_a_full_disk_is_said_and_what_is_there_is_shown(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_store: Store) -> None:
        raise DiskFull(Path("store"))

    done = window._desk._thread.submit(lambda store: _forget(store, CASES[0].id))
    until(done.done)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "work", full)
        page(window).refresh()
        settle(window)
    assert "The days of some cases could not be worked out" in words(window)
    assert "GNT-2026-0903" in "".join(line.button.text() for line in lines(window))


def _forget(store: Store, case_id: str) -> None:
    with store.work() as work:
        work.agenda.drop([case_id])
        work.commit()


def test_more_than_a_few_are_one_press_away_and_read_as_one_scrolls(show_window: ShowWindow) -> None:
    waits = tuple(replace(CASES[0].waits[0], id=f"w{n}") for n in range(1_000))
    window = show_window(replace(CASES[0], waits=waits))
    until(lambda: Part.LATE in sections(window))
    late = sections(window)[Part.LATE]
    assert (late.section.count, len(late.findChildren(AgendaLine))) == (1_000, SHOWN)
    late.lines._more.click()
    settle(window)
    table = child(page(window), AgendaTable)
    until(lambda: table._model.rowCount() == 1_000)
    settle(window)
    assert focused() is table.table
    assert len(table._model._pages) == 1
    press(Qt.Key.Key_Return)
    until(lambda: window.case_page is not None)


def test_the_keys_of_the_calendar(window: MainWindow) -> None:
    show(window, 2)
    grid = child(page(window), DayGrid)
    grid.setFocus()
    for key, then in (
        (Qt.Key.Key_Right, TODAY + timedelta(days=1)),
        (Qt.Key.Key_Down, TODAY + timedelta(days=8)),
        (Qt.Key.Key_Left, TODAY + timedelta(days=7)),
        (Qt.Key.Key_Up, TODAY),
        (Qt.Key.Key_PageDown, TODAY.replace(month=5)),
        (Qt.Key.Key_PageUp, TODAY),
        (Qt.Key.Key_PageUp, TODAY.replace(month=3)),
        (Qt.Key.Key_Home, TODAY),
    ):
        press(key)
        assert grid.day == then
    settle(window)
    assert grid.accessibleDescription() == "Tuesday, 14 April 2026, 2 × appointment"


def test_a_holiday_has_its_name(window: MainWindow) -> None:
    show(window, 2)
    grid = child(page(window), DayGrid)
    grid.go_to(TODAY.replace(day=6))
    settle(window)
    assert "Easter Monday" in grid.accessibleDescription()
    assert "Easter Monday" in words(window)
    assert "Nothing on this day." in words(window)


def test_enter_opens_the_only_thing_of_a_day_and_goes_to_the_first_of_several(window: MainWindow) -> None:
    show(window, 1)
    grid = child(page(window), DayGrid)
    grid.setFocus()
    press(Qt.Key.Key_Return)
    assert focused() is lines(window)[0].button
    grid.setFocus()
    grid.go_to(TODAY + timedelta(days=2))
    settle(window)
    press(Qt.Key.Key_Return)
    until(lambda: window.case_page is not None)
    assert case_page(window).editor.case.number == "GNT-2026-0903"


def test_a_click_chooses_a_day_and_the_arrows_turn_the_page(window: MainWindow) -> None:
    show(window, 1)
    calendar = child(page(window), CalendarView)
    grid = calendar.grid
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid._place(6).center())
    assert grid.day == grid.days[6]
    assert len(grid.days) == 7
    calendar._after.click()
    assert grid.day == TODAY.replace(day=26)
    calendar._now.click()
    assert grid.day == TODAY


@pytest.mark.parametrize("by_key", [True, False])
def test_a_day_that_holds_more_than_its_cell_opens_as_a_list(show_window: ShowWindow, *, by_key: bool) -> None:
    planned = tuple(Appointment(f"a{n}", AppointmentKind.IOM, TODAY, state=AppointmentState.PLANNED) for n in range(2))
    wait, journey = Wait("w", WaitingFor.IOM, "", TODAY, TODAY), Departure(leaves_on=TODAY)
    window = show_window(replace(CASES[0], appointments=planned, waits=(wait,), departure=journey))
    show(window, 2)
    grid = child(page(window), DayGrid)
    rest = grid._cell(TODAY).rest(grid.fontMetrics())
    assert rest is not None
    if by_key:
        grid.setFocus()
        press(Qt.Key.Key_Return)
    else:
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=rest.center())
    settle(window)
    table = child(page(window), AgendaTable)
    assert table.isVisible()
    assert table._model.rowCount() == 4


def test_f1_says_what_the_page_is_for(window: MainWindow) -> None:
    press(Qt.Key.Key_F1)
    help_window = child(window, HelpWindow)
    assert "Page Down by month" in "".join(label.text() for label in help_window.findChildren(QLabel))
    help_window.close()


def test_what_has_no_last_day_leads_to_what_is_missing_or_to_the_track(show_window: ShowWindow) -> None:
    unknown = resident(9, decisions=(refused(None),))
    exception = residents()[Phase.FINAL_REFUSAL]
    window = on_monday(show_window, unknown, exception)
    found = {each.button.accessibleName(): each for each in sections(window)[Part.UNDATED].findChildren(AgendaLine)}
    assert any("First conversation after the final refusal" in name for name in found)
    missing = next(each for name, each in found.items() if "cannot be computed" in name)
    missing.button.click()
    settle(window)
    assert case_page(window).editor.case.id == unknown.id
    assert field_with_focus().answer() is NOT_ASKED


def test_what_everybody_in_a_procedure_has_is_counted_and_one_press_away(show_window: ShowWindow) -> None:
    exception = residents()[Phase.FINAL_REFUSAL]
    several = (replace(resident(n), id=f"r{n}") for n in range(4, 9))
    window = on_monday(show_window, *several, exception)
    undated = sections(window)[Part.UNDATED]
    (line,) = undated.findChildren(AgendaLine)
    assert "First conversation after the final refusal" in line.button.accessibleName()
    assert "Without a last day · 11" in words(window)
    undated.lines._more.click()
    settle(window)
    table = child(page(window), AgendaTable)
    assert table._model.rowCount() == 11
    first = table._model.row(0)
    assert first is not None
    assert first.row.case_id == exception.id


def test_where_there_is_little_room_a_row_takes_more_lines(window: MainWindow) -> None:
    window.resize(1366, 768)
    page(window).overview.all_asked.emit(Part.LATE)
    settle(window)
    table = child(page(window), AgendaTable).table
    flat = table.rowHeight(0)
    window.resize(683, 384)
    settle(window)
    cell = table.visualRect(table.model().index(1, 2)).adjusted(8, 0, -8, 0)
    words = str(table.model().index(1, 2).data())
    assert table.wordWrap()
    assert table.rowHeight(0) > flat
    needed = table.fontMetrics().boundingRect(cell, Qt.TextFlag.TextWordWrap, words)
    assert needed.height() <= cell.height()
    assert table.fontMetrics().horizontalAdvance(words) > cell.width()


def test_a_desk_with_procedures_alone_has_nothing_due(show_window: ShowWindow) -> None:
    window = on_monday(show_window, resident(9))
    undated = sections(window)[Part.UNDATED]
    assert not undated.findChildren(AgendaLine)
    assert undated.lines._more.isVisible()
    assert "Nothing is due today" in words(window)
    assert "Nothing on this day." not in words(window)


def test_what_is_due_stands_before_the_open_cases_are_asked_for(show_window: ShowWindow) -> None:
    stood: list[bool] = []

    class Told(Desk):
        def today(self, limit: int = TODAY_ROWS, counsellor: str = "") -> Future[tuple[TodayRow, ...]]:
            lines = [each for each in QApplication.allWidgets() if isinstance(each, AgendaLine)]
            stood.append(any(line.isVisible() for line in lines))
            return super().today(limit, counsellor)

    show_window(*CASES, desk=Told)
    assert stood == [True]


def test_a_last_day_in_the_weekend_is_pointed_out(show_window: ShowWindow) -> None:
    order = resident(9, orders=(LeaveOrder("o", day(-25), day(5)),))
    window = on_monday(show_window, order)
    (line,) = (each for each in lines(window) if "order to leave" in each.button.accessibleName())
    assert "falls on a Saturday" in line.button.accessibleName()


def test_a_line_keeps_the_source_of_its_term_in_its_tip_and_says_it_to_who_hears(show_window: ShowWindow) -> None:
    window = on_monday(show_window, residents()[Phase.NEGATIVE_DECISION])
    line = next(each for each in lines(window) if "5 days after" in each._why.text())
    source = line.button.accessibleDescription()
    assert source.startswith("Source: ")
    assert "27/06/2024" in source
    assert source not in line._why.text()
    assert (line.button.toolTip(), line._why.toolTip()) == (source, source)
