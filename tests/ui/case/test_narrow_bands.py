"""A phase whose band is too narrow for its name has a letter in it, and its name beside that letter below."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from loket_app.services.desk import Desk
from loket_app.ui.case.track.brush import fits
from loket_app.ui.case.track.track_picture import TrackPicture
from loket_app.ui.case.track.track_piece import TrackPiece
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, still_clock
from tests.track_cases import every_resident
from tests.ui.conftest import ShowWindow
from tests.ui.hands import child, focused, open_case, speak

AT = datetime(2026, 11, 23, 12, 3, tzinfo=UTC)
CASE = every_resident()["second_round"]


@pytest.fixture
def window(show_window: ShowWindow) -> MainWindow:
    """The track of a second request, at the size that a screen has at 200 %."""
    window = show_window(CASE, desk=lambda opened, **_more: Desk(opened, clock=still_clock(AT)))
    open_case(window, CASE.id).go("track")
    window.resize(683, 384)
    settle(window)
    return window


def words(window: MainWindow) -> str:
    return child(window, TrackPiece)._narrow.text()


def written(picture: TrackPicture) -> Iterator[bool]:
    """Of each narrow band, whether anything is drawn on its ground."""
    image = picture.grab().toImage()
    for band in picture._picture().bands:
        if not fits(band, picture.fontMetrics()):
            across = range(int(band.left) + 3, int(band.right) - 3)
            down = range(picture.fontMetrics().height() + 6, picture.fontMetrics().height() + 28)
            yield len({image.pixel(x, y) for x in across for y in down}) > 1


def test_a_phase_of_two_rounds_has_one_letter_and_is_named_once(window: MainWindow) -> None:
    picture = child(window, TrackPicture)
    assert words(window) == (
        "In the narrow bands: a = Procedure, b = Negative decision, c = Final refusal, d = Open return place."
    )
    assert not isinstance(focused(), TrackPicture)  # it waits for nobody's focus
    assert list(written(picture)) == [True] * 7


def test_a_name_that_has_room_stands_in_its_band_alone(window: MainWindow) -> None:
    window.resize(1366, 768)
    settle(window)
    assert words(window) == "In the narrow bands: a = Negative decision, b = Final refusal, c = Open return place."
    picture = child(window, TrackPicture)
    picture.resize(4000, picture.height())
    assert (words(window), child(window, TrackPiece)._narrow.isVisible()) == ("", False)


def test_the_letters_are_told_in_the_language_of_the_screen(window: MainWindow) -> None:
    speak("nl")
    settle(window)
    assert words(window).startswith("In de smalle vakken: a = Procedure, b = Negatieve beslissing, ")


def test_a_tip_names_the_phase_under_the_pointer(window: MainWindow) -> None:
    picture = child(window, TrackPicture)
    band = picture._picture().bands[3]
    place = QPoint(int(band.left) + 4, 40)
    QApplication.sendEvent(picture, QHelpEvent(QHelpEvent.Type.ToolTip, place, picture.mapToGlobal(place)))
    assert QToolTip.text() == "Open return place"
    QToolTip.hideText()
