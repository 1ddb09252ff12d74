"""The hours of the free number in the settings: the desk's own words are kept, and the sources can be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from loket_app.services.desk_profile import desk_profile
from loket_app.services.free_number import number_hours
from loket_app.ui.settings.free_number_part import FreeNumberPart
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.ui.conftest import ShowWindow


@pytest.fixture
def shown(show_window: ShowWindow) -> tuple[MainWindow, FreeNumberPart]:
    window = show_window()
    window.show_place("settings")
    found: FreeNumberPart | None = window.findChild(FreeNumberPart)
    assert found is not None
    return window, found


def test_own_words_are_kept_and_an_empty_line_gives_those_of_the_data_back(
    shown: tuple[MainWindow, FreeNumberPart],
) -> None:
    window, part = shown
    for typed, kept in ((" ma–vr 9–16 ", "ma–vr 9–16"), ("   ", "")):
        part.line.setText(typed)
        part.line.editingFinished.emit()
        settle(window)
        profile = window._desk._thread.submit(desk_profile).result()
        assert profile is not None
        assert profile.number_hours == kept
        assert number_hours(profile, "nl") == (kept or "op werkdagen van 9 tot 17 uur")
    assert "on working days from 9 a.m. to 5 p.m." in part.line.accessibleDescription()


def test_the_sources_stand_side_by_side_with_the_decision(shown: tuple[MainWindow, FreeNumberPart]) -> None:
    window, part = shown
    part.origin.set_open(opened=True)
    settle(window)
    told = "\n".join(label.text() for label in part.origin.findChildren(QLabel))
    for words in ("on working days from 9 a.m. to 5 p.m.", "from 1.30 to 4 p.m.", "Why the first source counts"):
        assert words in told
