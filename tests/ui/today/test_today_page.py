"""Today: the open cases, the latest first, each with what to ask next, one key away."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from loket_app.domain.case import Case
from loket_app.domain.next_question import best_questions
from loket_app.i18n import phrases
from loket_app.services.clock import Clock
from loket_app.services.demo import demo_cases
from loket_app.services.desk import Desk
from loket_app.services.entrance import Opened
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.today.open_cases import AT_ONCE, OpenCases
from loket_app.ui.today.today_card import TodayCard
from loket_app.ui.today.today_page import TodayPage
from tests.at_work import NOW, settle, until
from tests.ui.conftest import ShowWindow
from tests.ui.hands import CTRL, case_page, child, focused, new_case, press, speak, type_text

STORIES = demo_cases()


@pytest.fixture
def window(show_window: ShowWindow) -> MainWindow:
    return show_window(*STORIES)


def cards(window: MainWindow) -> list[TodayCard]:
    """The cards on the page, top to bottom."""
    return cards_in(child(window, TodayPage))


def cards_in(within: QWidget) -> list[TodayCard]:
    shown = [card for card in within.findChildren(TodayCard) if card.isVisible()]
    return sorted(shown, key=lambda card: card.mapTo(within, QPoint()).y())


def words(window: MainWindow) -> str:
    shown = child(window, TodayPage).findChildren(QLabel)
    return "\n".join(label.text() for label in shown if label.isVisible())


def today(window: MainWindow) -> None:
    press(Qt.Key.Key_1, CTRL)
    until(lambda: child(window, TodayPage).isVisible())
    settle(window)


def next_question(card: TodayCard) -> QAbstractButton:
    return child(card, QAbstractButton, lambda button: button.text().startswith("Ask next"))


def test_every_open_case_has_a_card_with_its_name_number_and_next_question(window: MainWindow) -> None:
    assert {card._row.case.id for card in cards(window)} == {case.id for case in STORIES}
    for card in cards(window):
        case = card._row.case
        title = child(card, QAbstractButton)
        assert title.accessibleName() == f"{phrases.household_name(case)}, {case.number}"
        best = best_questions(case, window._desk.tables, card._row.advice)[0].question
        asked = phrases.place_text(case, best.path)
        assert asked in next_question(card).text()
    assert "4 open cases" in words(window)


def an_hour_later(opened: Opened, clock: Clock) -> Desk:
    return Desk(opened, clock=replace(clock, now=lambda: NOW + timedelta(hours=1)))


def test_the_case_touched_last_stands_first(show_window: ShowWindow) -> None:
    window = show_window(*STORIES, desk=an_hour_later)
    page = new_case(window)
    type_text("Miftari")
    today(window)
    assert cards(window)[0]._row.case.id == page.editor.case.id
    assert len(cards(window)) == len(STORIES) + 1


def test_a_card_opens_its_case_by_key(window: MainWindow) -> None:
    card = cards(window)[1]
    case: Case = card._row.case
    title = child(card, QAbstractButton)
    tab_to(title)
    press(Qt.Key.Key_Space)
    until(lambda: window.case_page is not None)
    assert case_page(window).editor.case == case


def test_the_next_question_is_one_key_away(window: MainWindow) -> None:
    card = cards(window)[0]
    path = card.asked
    tab_to(next_question(card))
    press(Qt.Key.Key_Space)
    until(lambda: window.case_page is not None)
    settle(window)
    rows = case_page(window).findChildren(QuestionRow)
    here = next(row for row in rows if row.isAncestorOf(focused()))
    assert here.findChildren(QLabel)[0].text() in phrases.place_text(case_page(window).editor.case, path)


def test_another_language_reads_everything_anew(window: MainWindow) -> None:
    before = words(window)
    speak("nl")
    settle(window)
    assert "4 open dossiers" in words(window)
    speak("en")
    settle(window)
    assert words(window) == before


def test_an_empty_desk_says_where_to_begin(show_window: ShowWindow) -> None:
    window = show_window()
    assert cards(window) == []
    assert "Start with a new intake" in words(window)
    begin = child(window, TodayPage).findChildren(QAbstractButton)[0]
    tab_to(begin)
    press(Qt.Key.Key_Space)
    until(lambda: window.case_page is not None)


def tab_to(widget: QAbstractButton) -> None:
    """By Tab alone."""
    for _stop in range(60):
        if focused() is widget:
            return
        press(Qt.Key.Key_Tab)
    pytest.fail("Tab doesn't come there")


def test_cards_that_say_the_same_stay_when_the_page_is_read_again(window: MainWindow) -> None:
    before = cards(window)
    child(window, TodayPage).refresh()
    settle(window)
    assert [id(card) for card in cards(window)] == [id(card) for card in before]


def test_more_cards_than_come_at_once_stand_in_their_order(qtbot: QtBot, window: MainWindow) -> None:
    (row, *_others) = child(window, TodayPage)._rows or ()
    rows = tuple(replace(row, gaps=("",) * number) for number in range(AT_ONCE * 2 + 1))
    piece = OpenCases(lambda: window._desk.tables)
    qtbot.addWidget(piece)
    piece.show()
    for some in (rows, rows[1:], rows[:AT_ONCE], (), rows):
        piece.show_rows(some)
        until(lambda: not piece._next.isActive())
        QApplication.processEvents()
        assert tuple(card._row for card in cards_in(piece)) == some


def test_the_page_ends_where_its_words_end(window: MainWindow) -> None:
    page = child(window, TodayPage)
    sheet = page.widget()
    assert sheet is not None
    last = cards(window)[-1]
    white = sheet.height() - last.mapTo(sheet, last.rect().bottomLeft()).y()
    assert sheet.height() > page.viewport().height()
    assert white < last.height()


def test_the_open_cases_stand_close(window: MainWindow) -> None:
    first, second, *_others = cards(window)
    lines = 2 * first.fontMetrics().lineSpacing()
    assert second.mapTo(window, QPoint()).y() - first.mapTo(window, QPoint()).y() <= lines * 2


def test_nothing_is_read_once_the_window_is_closed(window: MainWindow) -> None:
    page = child(window, TodayPage)
    page._after.start()  # the overview has just come
    window.close()
    page.refresh()  # as when the words change
    assert not page._after.isActive()
