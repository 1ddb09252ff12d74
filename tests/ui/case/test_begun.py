"""What begins on the track: nothing is supposed to be held by looking at it, and what was begun is in sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.conversation import KeyMoment, TalkState
from loket_app.domain.track_parts import Moment, MomentState, Phase
from loket_app.services.desk import Desk
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.track.track_piece import TrackPiece
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, still_clock
from tests.track_cases import residents
from tests.ui.conftest import ShowWindow
from tests.ui.hands import ALT, CTRL, child, focused, open_case, press

AT = datetime(2026, 11, 23, 12, 3, tzinfo=UTC)
CASES = residents()
Shown = Callable[..., CasePage]


@pytest.fixture
def shown(show_window: ShowWindow) -> Shown:
    """Show the track of the resident in a phase on that Monday, in a window of a size."""

    def show(phase: Phase, height: int = 768) -> CasePage:
        window = show_window(CASES[phase], desk=lambda opened, **_more: Desk(opened, clock=still_clock(AT)))
        window.resize(1366, height)
        page = open_case(window, CASES[phase].id)
        press(Qt.Key.Key_7, ALT)
        settle(window)
        return page

    return show


def calm(page: CasePage) -> CasePage:
    """Once nothing is on its way."""
    window = page.window()
    assert isinstance(window, MainWindow)
    settle(window)
    return page


def rows(page: CasePage) -> list[QPushButton]:
    return [each for each in child(page, TrackPiece).findChildren(QPushButton) if each.isVisible()]


def outtake(page: CasePage) -> Moment:
    track = child(page, TrackPiece).track
    found = track.moment(KeyMoment.OTP_OUTTAKE) if track else None
    assert found is not None
    return found


def test_a_moment_that_is_not_to_be_held_yet_gets_no_day_by_looking_at_it(shown: Shown) -> None:
    page = shown(Phase.OPEN_RETURN_PLACE)
    last = outtake(page).deadline.on
    next(each for each in rows(page) if each.text().startswith("Outtake · coming")).click()
    made = calm(page).editor.case.conversations[-1]
    assert (made.on, made.moment) == (NOT_ASKED, KeyMoment.OTP_OUTTAKE)
    assert (outtake(page).state, outtake(page).deadline.on) == (MomentState.COMING, last)
    assert outtake(page).planned == made.id


def test_a_moment_that_is_due_is_not_held_by_looking_at_it_and_a_second_look_is_the_same_conversation(
    shown: Shown,
) -> None:
    page = shown(Phase.FINAL_REFUSAL)
    for _look in range(2):
        next(each for each in rows(page) if each.text().startswith("First conversation after the final")).click()
        calm(page)
    (made,) = page.editor.case.conversations
    assert (made.on, made.state, made.moment) == (NOT_ASKED, TalkState.PLANNED, KeyMoment.REFUSAL_FIRST)
    track = child(page, TrackPiece).track
    moment = track.moment(KeyMoment.REFUSAL_FIRST) if track else None
    assert moment is not None
    assert (moment.state, moment.conversation, moment.planned) == (MomentState.DUE, None, made.id)


def test_the_key_for_a_new_conversation_supposes_nothing_that_others_hold(shown: Shown) -> None:
    page = shown(Phase.OPEN_RETURN_PLACE)  # the coach's intake is due
    press(Qt.Key.Key_T, CTRL)
    made = calm(page).editor.case.conversations[-1]
    assert (made.on, made.moment, made.held_by) == (NOT_ASKED, NOT_ASKED, NOT_ASKED)


def test_nor_the_session_in_the_arrival_centre(shown: Shown) -> None:
    page = shown(Phase.PROCEDURE)
    press(Qt.Key.Key_T, CTRL)
    assert calm(page).editor.case.conversations[-1].moment is NOT_ASKED


def test_the_key_goes_back_to_what_was_begun_for_the_moment_that_is_due(shown: Shown) -> None:
    page = shown(Phase.FINAL_REFUSAL)
    for _press in range(2):
        press(Qt.Key.Key_T, CTRL)
        calm(page)
    (made,) = page.editor.case.conversations
    assert (made.on, made.moment) == (NOT_ASKED, KeyMoment.REFUSAL_FIRST)


def test_its_key_leads_from_anywhere_on_the_track_back_to_the_picture(shown: Shown) -> None:
    page = shown(Phase.OPEN_RETURN_PLACE)
    picture = focused()
    press(Qt.Key.Key_T, CTRL)
    below = calm(page) and focused()
    places = []
    for key in (Qt.Key.Key_1, Qt.Key.Key_7, Qt.Key.Key_7):
        press(key, ALT)
        places.append(calm(page) and focused())
    assert (places[1], places[2], picture is below) == (below, picture, False)


@pytest.mark.parametrize("height", [500, 768])
@pytest.mark.parametrize("how", ["key", "moment", "fact"])
def test_what_is_begun_or_opened_is_in_sight(shown: Shown, how: str, height: int) -> None:
    page = shown(Phase.OPEN_RETURN_PLACE, height)
    if how == "key":
        press(Qt.Key.Key_T, CTRL)
    elif how == "moment":
        press(Qt.Key.Key_Return)
    else:
        page.reveal("stay/decisions/rvv/notified_on")
    here = calm(page) and focused()
    assert here is not None
    top = here.mapTo(page.window(), QPoint()).y()
    assert 0 <= top <= page.window().height() - here.height()
    assert not here.visibleRegion().isEmpty()
