"""Days for one's own agenda: those in sight or of one's own choice, in a file without names."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QFileDialog

from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.today.export_bar import ExportBar
from loket_app.ui.today.today_page import TodayPage
from tests.agenda_cases import busy_desk
from tests.at_work import NOW, settle
from tests.ui.conftest import ShowWindow
from tests.ui.hands import child

TODAY = NOW.astimezone().date()


@pytest.fixture
def window(show_window: ShowWindow) -> MainWindow:
    return show_window(*busy_desk(TODAY))


def page(window: MainWindow) -> TodayPage:
    return child(window, TodayPage)


def show(window: MainWindow, view: int) -> None:
    """The week (1) or the month (2), by its button."""
    page(window).head.views.options[view].click()
    settle(window)
    settle(window)


def test_the_days_in_sight_are_saved_without_names(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(window, 2)
    target = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    bar = child(page(window), ExportBar)
    bar.button.click()
    settle(window)
    content = target.with_suffix(".ics").read_bytes()
    events = Calendar.from_ical(content).walk("VEVENT")
    assert {str(event["summary"])[:13] for event in events} >= {"GNT-2026-0903", "GNT-2026-0906"}
    assert b"Resident" not in content
    assert b"RESIDENT" not in content
    assert bar.note.text() == f"Saved {len(events)} days, without names."


def test_days_of_ones_own_choice_are_saved_and_checked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(window, 1)
    bar = child(page(window), ExportBar)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "a"), ""))
    assert not bar.free.isVisible()
    bar.range.setCurrentIndex(bar.range.count() - 1)
    assert bar.free.isVisible()
    assert bar.free.first.text() == "13/4/2026"
    for first, last, said in (
        ("31/2/2026", "1/5/2026", "from: That is no whole day."),
        ("1/5/2026", "4/2026", "until and including: That is no whole day."),
        ("1/5/1026", "1/5/2026", "from: That year is outside 2012 to 2099."),
        ("1/5/2026", "30/4/2026", "comes before Fri, 1 May 2026."),
    ):
        bar.free.first.setText(first)
        bar.free.last.setText(last)
        bar.button.click()
        settle(window)
        assert said in bar.note.text()
    assert not (tmp_path / "a.ics").exists()
    bar.free.first.setText("14/4/26")
    bar.free.last.setText("14/4/26")
    bar.button.click()
    settle(window)
    events = Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    assert {event.decoded("dtstart").date() for event in events} == {TODAY}


def test_a_place_that_can_not_be_written_is_said_on_the_page(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(window, 1)
    bar = child(page(window), ExportBar)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "none" / "a.ics"), ""))
    bar.button.click()
    settle(window)
    assert "There is no such folder." in bar.note.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    bar.range.setCurrentIndex(1)
    bar.range.activated.emit(1)
    bar.button.click()
    settle(window)
    assert "No names;" in bar.note.text()
    assert list(tmp_path.glob("**/*.ics")) == []
