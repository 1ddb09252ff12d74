"""The list itself: a model that Qt accepts, headings that nobody lands on, words that wrap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from loket_app.ui.rules.entry import Entry
from loket_app.ui.rules.entry_list import EntryList

HEADING, ONE, TWO = (
    Entry("Premium"),
    Entry("Adult", "one", "€ 50"),
    Entry("Child", "two", "€ 25", "Not checked", quiet=True),
)


def test_qt_accepts_the_model(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    made = listed(qtbot)
    qtmodeltester.check(made.model())  # type: ignore[no-untyped-call]  # pytest-qt gives it no types
    made.show_entries((ONE,))
    qtmodeltester.check(made.model())  # type: ignore[no-untyped-call]  # pytest-qt gives it no types


def test_the_first_entry_is_chosen_and_a_heading_never(qtbot: QtBot) -> None:
    made = listed(qtbot)
    assert made.current_id == "one"
    assert made.model().index(0, 0).flags() == Qt.ItemFlag.NoItemFlags


def test_it_tells_what_is_chosen_once(qtbot: QtBot) -> None:
    made = listed(qtbot)
    told: list[str] = []
    made.chosen.connect(told.append)
    made.show_entries((HEADING, TWO, ONE), "one")
    made.show_entries((HEADING, TWO), "one")
    made.show_entries(())
    assert told == ["one", "two", ""]


def test_a_narrow_list_is_higher(qtbot: QtBot) -> None:
    long = Entry("Departure premium per adult, return to a visa-required country", "long", "not public")
    heights = []
    for width in (600, 200):
        made = listed(qtbot, long)
        made.resize(width, 300)
        made.doItemsLayout()
        heights.append(made.visualRect(made.model().index(0, 0)).height())
    assert heights[0] < heights[1]
    assert made.visualRect(made.model().index(0, 0)).width() == made.viewport().width()


def test_a_warning_takes_a_line_of_its_own(qtbot: QtBot) -> None:
    made = listed(qtbot)
    made.resize(600, 300)
    made.doItemsLayout()
    plain, warned = (made.visualRect(made.model().index(row, 0)).height() for row in (1, 2))
    assert warned > plain + made.fontMetrics().height()


def test_what_is_chosen_stays_in_sight_when_the_list_gets_narrower(qtbot: QtBot) -> None:
    words = "Departure premium per adult, return to a visa-required country"
    made = listed(qtbot, *(Entry(words, f"e{number}", "not public") for number in range(12)))
    made.resize(600, 300)
    made.show()
    made.setCurrentIndex(made.model().index(4, 0))
    made.resize(160, 300)
    assert made.viewport().rect().contains(made.visualRect(made.currentIndex()))


def listed(qtbot: QtBot, *entries: Entry) -> EntryList:
    """A list that is shown."""
    made = EntryList()
    qtbot.addWidget(made)
    made.show()
    made.show_entries(entries or (HEADING, ONE, TWO))
    return made
