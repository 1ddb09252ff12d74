"""Rates and rules on screen: it opens everywhere, finds by typing, and counts on the date that was typed."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from loket_app.domain.money import Money
from loket_app.domain.tables import RuleTables
from loket_app.i18n import LANGUAGES, PSEUDO_LANGUAGES, formats, set_language
from loket_app.ui import style
from loket_app.ui.kit.empty_state import EmptyState
from loket_app.ui.rules.parts import Part
from loket_app.ui.rules.rules_page import RulesPage
from loket_app.ui.shell.help_window import HelpWindow
from loket_app.ui.shell.rail import PLACES
from tests.ui.rules.support import (
    HALF,
    TODAY,
    WIDE,
    Calendar,
    Opener,
    choose,
    editor,
    entries,
    focused,
    lines,
    press,
    type_date,
    type_text,
)

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("size", [WIDE, HALF])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", [*LANGUAGES, *PSEUDO_LANGUAGES])
def test_it_opens_fits_and_has_names(
    qapp: QApplication, opener: Opener, lang: str, theme: Literal["light", "dark"], size: tuple[int, int]
) -> None:
    set_language(lang)
    style.apply(qapp, theme)
    page = opener(size)
    for part in Part:
        page.head.parts.buttons[part].click()
        for entry_id in entries(page):
            choose(page, entry_id)
            page.list.opened.emit()
            qapp.processEvents()
            assert nameless(page) == []
            assert cut(page) == [], entry_id
        page.sheet.left.emit()
    assert (page.width(), page.height()) == size


def test_typing_finds_as_one_types(opener: Opener) -> None:
    page = opener()
    type_text("brazil")
    assert set(entries(page)) == {
        "premium-visa-free-adult",
        "premium-visa-free-child",
        "budget-visa-free",
        "budget-brazil-adult",
        "budget-brazil-child",
    }
    assert [button.text() for button in page.head.parts.buttons.values()] == [
        "Figures  5",
        "Rules of eligibility  0",
        "Country groups  1",
        "Of this desk",
        "Other rules  1",
    ]
    assert page.head.parts.buttons[Part.GROUPS].accessibleName() == "Country groups, 1 found"
    assert "On this date among Visa-free countries: Brazil." in lines(page)
    opener.go(page, Part.GROUPS)
    assert "In this group on 21/11/2026: Brazil." in lines(page)


def test_accents_and_the_language_of_the_screen_count(opener: Opener) -> None:
    set_language("nl")
    page = opener()
    type_text("Brazilië")
    with_accent = set(entries(page))
    page.head.finder.selectAll()
    type_text("brazilie")
    assert set(entries(page)) == with_accent > {"budget-brazil-adult"}


def test_what_was_chosen_stays_chosen_while_it_is_found(opener: Opener) -> None:
    page = opener()
    choose(page, "budget-kosovo")
    type_text("kosovo")
    assert page.list.current_id == "budget-kosovo"
    page.head.finder.clear()
    assert page.list.current_id == "budget-kosovo"
    type_text("iraq")
    assert page.list.current_id != "budget-kosovo"


def test_nothing_found_says_so_and_where_else_to_look(opener: Opener) -> None:
    page = opener()
    type_text("broader")
    assert said_instead(page) == ["Nothing found for “broader”.", "Try another word, a country or an amount."]
    assert not page.list.isVisible()
    opener.go(page, Part.RULES)
    page.head.finder.setText("brazil")
    elsewhere = "Look under the other words at the top: something fits there."
    assert said_instead(page) == ["Nothing found for “brazil”.", elsewhere]
    page.head.finder.clear()
    assert page.list.isVisible()


def test_the_date_is_typed(opener: Opener) -> None:
    page = opener()
    choose(page, "budget-brazil-adult")
    assert entries(page)["budget-brazil-adult"].value == "none"
    type_date(page, "30/11/2025")
    assert entries(page)["budget-brazil-adult"].value == formats.format_range(Money.of(1000), Money.of(2500))
    assert "Counts on 30/11/2025" in lines(page)
    type_date(page, "1/12/2025")
    assert entries(page)["budget-brazil-adult"].value == "none"
    assert editor(page).accessibleDescription() == "For a departure on Mon, 1 Dec 2025."


def test_before_the_first_row_there_is_no_figure(opener: Opener) -> None:
    page = opener()
    type_date(page, "14/5/2012")
    assert {entry.value for entry in entries(page).values()} == {"no figure"}
    assert all(entry.quiet for entry in entries(page).values())
    assert "No figure for 14/05/2012: ask the voluntary-return cell." in lines(page)


@pytest.mark.parametrize("wrong", ["31/2/2026", "2026", "soon", ""])
def test_a_date_that_is_none_is_said_and_changes_nothing(opener: Opener, wrong: str) -> None:
    page = opener()
    type_date(page, "1/12/2025")
    press(Qt.Key.Key_Tab)
    type_date(page, wrong)
    press(Qt.Key.Key_Tab)
    assert page.head.day == date(2025, 12, 1)
    words = "Type a day of the calendar, such as 14/4/2026. Shown: Mon, 1 Dec 2025."
    assert editor(page).accessibleDescription() == words
    assert words in [label.text() for label in page.head.findChildren(QLabel)]


def test_one_key_goes_back_to_today(opener: Opener) -> None:
    page = opener()
    back = next(button for button in page.head.findChildren(QAbstractButton) if button.text() == "Today")
    assert not back.isVisible()
    type_date(page, "1/12/2021")
    assert back.isVisible()
    press(Qt.Key.Key_Tab)
    assert focused() is back
    press(Qt.Key.Key_Space)
    assert page.head.day == TODAY
    assert page.head.field.answer() == TODAY
    assert not back.isVisible()


def test_the_page_follows_the_calendar(opener: Opener, calendar: Calendar) -> None:
    page = opener()
    calendar.day = date(2026, 11, 22)
    page.refresh()
    assert page.head.day == page.head.field.answer() == date(2026, 11, 22)
    type_date(page, "1/12/2021")
    calendar.day = date(2026, 11, 23)
    page.refresh()
    assert page.head.day == date(2021, 12, 1)


def test_what_nobody_checked_for_a_year_stands_out(opener: Opener, calendar: Calendar) -> None:
    page = opener()
    assert "Everything was checked in the past year, against kept copies and notes of the sources." in said_at_the_top(
        page
    )
    assert not any(entry.warning for entry in entries(page).values())
    calendar.day = TODAY.replace(year=2027)
    page.refresh()
    assert "90 were not checked for a year." in said_at_the_top(page)
    assert {entry.warning for entry in entries(page).values()} == {"Not checked since 21/11/2026", ""}
    assert "Not checked since 21/11/2026" in lines(page)
    opener.go(page, Part.RULES)
    assert {entry.warning for entry in entries(page).values()} == {"Not checked since 21/11/2026"}
    assert lines(page).count("Not checked since 21/11/2026") == 1


def test_the_top_says_which_tables_these_are(opener: Opener, shipped: RuleTables) -> None:
    said = said_at_the_top(opener())
    assert f"Tables {shipped.version} of 21/11/2026." in said
    assert f"{len(shipped.figures)} figures, 13 rules, 6 country groups, 44 other rules." in said


def test_another_language_keeps_what_was_chosen_typed_and_dated(qapp: QApplication, opener: Opener) -> None:
    page = opener()
    type_date(page, "1/12/2021")
    page.head.finder.setText("kosovo")
    choose(page, "budget-kosovo")
    set_language("fr")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    qapp.processEvents()
    assert page.list.current_id == "budget-kosovo"
    assert lines(page)[0] == "Aide à la réintégration, Kosovo"
    assert page.head.day == date(2021, 12, 1)
    assert page.head.finder.text() == "kosovo"


def test_the_page_is_on_the_rail_and_explains_itself(qtbot: QtBot) -> None:
    assert list(PLACES)[-1] == "settings"
    assert len({place.key for place in PLACES.values()}) == len(PLACES)
    window = HelpWindow("rules")
    qtbot.addWidget(window)
    assert "Everything that the advice is made from" in window.findChildren(QLabel)[0].text()


def said_at_the_top(page: RulesPage) -> str:
    """What stands at the top of the page."""
    return " ".join(label.text() for label in page.head.findChildren(QLabel) if label.isVisible())


def said_instead(page: RulesPage) -> list[str]:
    """What stands where the list would be."""
    state = page.findChild(EmptyState)
    assert state is not None
    assert state.isVisible()
    return [label.text() for label in state.findChildren(QLabel)]


def nameless(page: QWidget) -> list[QWidget]:
    """What Tab stops at and nobody can name."""
    stops = [
        part
        for part in page.findChildren(QWidget)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
    ]
    return [
        part for part in stops if not part.accessibleName() and not (isinstance(part, QAbstractButton) and part.text())
    ]


def cut(page: QWidget) -> list[str]:
    """Words that stand beyond their page or are higher or wider than their place."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and _is_cut(label)]


def _is_cut(label: QLabel) -> bool:
    parent = label.parentWidget()
    assert parent is not None
    high = label.heightForWidth(label.width()) if label.wordWrap() else label.minimumSizeHint().height()
    wide = 0 if label.wordWrap() else label.minimumSizeHint().width()
    return label.geometry().right() > parent.width() or high > label.height() or wide > label.width()
