"""Rates and rules on screen: read by keyboard, found by typing, dated by typing, in every language and size."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from loket_app.domain.money import Money
from loket_app.domain.tables import RuleTables
from loket_app.i18n import LANGUAGES, PSEUDO_LANGUAGES, formats, set_language
from loket_app.ui import style
from loket_app.ui.kit.empty_state import EmptyState
from loket_app.ui.rules.parts import Part
from loket_app.ui.rules.rules_page import RulesPage
from loket_app.ui.rules.wording import period_text, value_text
from loket_app.ui.shell.help_window import HelpWindow
from loket_app.ui.shell.rail import PLACES
from tests.ui.rules.support import (
    HALF,
    TODAY,
    WIDE,
    Calendar,
    Opener,
    area,
    choose,
    editor,
    entries,
    focused,
    headings,
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


def test_every_figure_shows_each_row_once(opener: Opener, shipped: RuleTables) -> None:
    page = opener()
    assert set(entries(page)) == {figure.id for figure in shipped.figures}
    for figure in shipped.figures:
        choose(page, figure.id)
        read = lines(page)
        assert read[0] == figure.title.en
        for row in figure.rows:
            at = read.index(period_text(row.period))
            assert read.count(period_text(row.period)) == 1
            assert read[at + 1] == value_text(row)
            assert row.note is None or row.note.en in read
            assert any(line.startswith(row.source.title) for line in read)
            assert row.source.link == "" or row.source.link in read


def test_every_rule_shows_reason_verdict_change_and_source(opener: Opener, shipped: RuleTables) -> None:
    page = opener()
    opener.go(page, Part.RULES)
    assert set(entries(page)) == {rule.id for rule in shipped.rules}
    for rule in shipped.rules:
        choose(page, rule.id)
        read = lines(page)
        assert read[0] == rule.title.en
        assert rule.change.en in read
        assert any(line.startswith(rule.source.title) for line in read)
        assert any(line.endswith("handed over while this holds.") for line in read) == rule.stops_handover
    assert headings(page)[:2] == ["◆ Eligible", "▲ Ask Fedasil"]


def test_a_group_shows_who_is_in_it_and_who_came_and_went(opener: Opener) -> None:
    page = opener()
    opener.go(page, Part.GROUPS)
    choose(page, "eu-since-2004")
    read = lines(page)
    assert "On 21/11/2026: 13 countries" in read
    assert any("Bulgaria, Croatia, Cyprus" in line for line in read)
    at = read.index("01/07/2013")
    assert read[at + 1] == "Croatia joined (before: Visa-free countries)"
    assert "Who joined or left later" not in read


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
    assert "Everything was checked in the past year." in said_at_the_top(page)
    assert not any(entry.warning for entry in entries(page).values())
    calendar.day = TODAY.replace(year=2027)
    page.refresh()
    assert "50 were not checked for a year." in said_at_the_top(page)
    assert {entry.warning for entry in entries(page).values()} == {"Not checked since 21/11/2026"}
    assert "Not checked since 21/11/2026" in lines(page)
    opener.go(page, Part.RULES)
    assert {entry.warning for entry in entries(page).values()} == {"Not checked since 21/11/2026"}
    assert lines(page).count("Not checked since 21/11/2026") == 1


def test_the_top_says_which_tables_these_are(opener: Opener, shipped: RuleTables) -> None:
    said = said_at_the_top(opener())
    assert f"Tables {shipped.version} of 21/11/2026." in said
    assert f"{len(shipped.figures)} figures, 13 rules, 6 country groups." in said


def test_tab_goes_from_the_top_to_the_sheet_and_round(opener: Opener) -> None:
    page = opener()
    assert focused() is page.head.finder
    choose(page, "premium-visa-required-adult")
    page.head.parts.setFocus()
    links = [line for line in lines(page) if line.startswith("https://")]
    visited = []
    for _step in range(5 + len(links)):
        visited.append(focused())
        press(Qt.Key.Key_Tab)
    first = page.head.parts.buttons[Part.FIGURES]
    assert visited[:5] == [first, editor(page), page.head.finder, page.list, area(page)]
    assert [widget.text() for widget in visited[5:] if isinstance(widget, QLabel)] == links
    assert len(links) > 1
    assert focused() is first
    press(Qt.Key.Key_Backtab)
    assert focused() is visited[-1]


def test_arrows_choose_a_part_and_an_entry(opener: Opener) -> None:
    page = opener()
    page.head.parts.setFocus()
    press(Qt.Key.Key_Right)
    assert headings(page)[0] == "◆ Eligible"
    press(Qt.Key.Key_Right)
    assert lines(page)[0] == "Visa-required countries"
    page.list.setFocus()
    press(Qt.Key.Key_Down)
    assert lines(page)[0] == "Visa-free countries"
    opener.go(page, Part.RULES)
    opener.go(page, Part.GROUPS)
    assert lines(page)[0] == "Visa-free countries"
    page.list.setFocus()
    press(Qt.Key.Key_Return)
    assert focused() is area(page)
    press(Qt.Key.Key_Escape)
    assert focused() is page.list


def test_arrows_pass_over_headings(opener: Opener, shipped: RuleTables) -> None:
    page = opener()
    page.list.setFocus()
    visited = {page.list.current_id}
    for _step in shipped.figures:
        press(Qt.Key.Key_Down)
        visited.add(page.list.current_id)
    assert visited == {figure.id for figure in shipped.figures}


def test_the_sheet_scrolls_by_keys(opener: Opener) -> None:
    page = opener(HALF)
    opener.go(page, Part.GROUPS)
    choose(page, "visa-free")
    page.list.setFocus()
    press(Qt.Key.Key_Return)
    bar = area(page).verticalScrollBar()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        before = bar.value()
        press(key)
        assert bar.value() > before
    assert bar.value() == bar.maximum()
    press(Qt.Key.Key_Home)
    assert bar.value() == 0


def test_find_keys_lead_to_the_find_line_and_to_the_list(opener: Opener) -> None:
    page = opener()
    page.list.setFocus()
    press(Qt.Key.Key_F, CTRL)
    assert focused() is page.head.finder
    type_text("iraq")
    press(Qt.Key.Key_Return)
    assert focused() is page.list


def test_on_a_narrow_screen_one_reads_the_list_and_then_the_sheet(opener: Opener) -> None:
    page = opener(HALF)
    assert page.list.isVisible()
    assert not page.sheet.isVisible()
    page.list.setFocus()
    press(Qt.Key.Key_Return)
    assert (page.list.isVisible(), page.sheet.isVisible(), page.head.isVisible()) == (False, True, False)
    press(Qt.Key.Key_Escape)
    assert (page.list.isVisible(), page.sheet.isVisible(), page.head.isVisible()) == (True, False, True)
    assert focused() is page.list
    press(Qt.Key.Key_Return)
    page.window().resize(*WIDE)
    assert page.list.isVisible()
    assert page.sheet.isVisible()


def test_a_link_can_be_copied_and_is_never_opened(opener: Opener) -> None:
    page = opener()
    choose(page, "budget-brazil-adult")
    link = next(label for label in page.sheet.findChildren(QLabel) if label.text().startswith("https://"))
    link.setFocus(Qt.FocusReason.TabFocusReason)
    assert link.selectedText() == link.text()
    press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == link.text()
    assert not link.textInteractionFlags() & (
        Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    assert link.textFormat() == Qt.TextFormat.PlainText
    assert link.accessibleName() == f"Link to copy: {link.text()}"


def test_who_listens_hears_the_whole_sheet(opener: Opener) -> None:
    page = opener()
    choose(page, "budget-syria-irregular")
    assert area(page).accessibleName() == lines(page)[0]
    assert area(page).accessibleDescription() == "\n".join(lines(page))
    index = page.list.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ", ".join((lines(page)[0], entries(page)["budget-syria-irregular"].value))


def test_what_is_only_informative_says_so(opener: Opener) -> None:
    page = opener()
    assert headings(page)[-1] == "For information: shown, not applied"
    choose(page, "eu-programme-main")
    assert "Shown, not applied: it isn't public whom it is for." in lines(page)
    choose(page, "budget-kosovo")
    assert "Shown, not applied: it isn't public whom it is for." not in lines(page)


def test_for_whom_a_figure_is(opener: Opener) -> None:
    page = opener()
    choose(page, "premium-iraq-2016-adult")
    read = lines(page)
    pairs = dict(pairwise(read))
    assert pairs["What"] == "Departure premium, in cash"
    assert pairs["Return to"] == "Iraq"
    assert pairs["Stay"] == "Applicant for international protection"
    assert pairs["Arrived"] == "before 01/01/2016"
    choose(page, "budget-visa-free")
    read = lines(page)
    pairs = dict(pairwise(read))
    assert pairs["Country of origin"] == "Visa-free countries (91 countries)"
    assert pairs["Own figures for"] == "Brazil, Kosovo, Moldova"


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
