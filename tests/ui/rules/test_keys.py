"""Rates and rules by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from loket_app.domain.tables import RuleTables
from loket_app.ui.rules.link_line import LinkLine
from loket_app.ui.rules.parts import Part
from tests.ui.rules.support import (
    HALF,
    WIDE,
    Opener,
    area,
    choose,
    editor,
    focused,
    headings,
    lines,
    press,
    type_text,
)

CTRL = Qt.KeyboardModifier.ControlModifier


def test_tab_goes_from_the_top_to_the_sheet_and_round(opener: Opener) -> None:
    page = opener()
    assert focused() is page.head.finder
    choose(page, "premium-visa-required-adult")
    page.head.parts.setFocus()
    links = [line for line in lines(page) if line.startswith("https://")]
    visited = []
    for _step in range(6 + len(links)):
        visited.append(focused())
        press(Qt.Key.Key_Tab)
    first = page.head.parts.buttons[Part.FIGURES]
    assert visited[:5] == [first, editor(page), page.head.finder, page.list, area(page)]
    assert "Enter or correct a value" in [widget.text() for widget in visited[5:] if isinstance(widget, QPushButton)]
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


def test_a_link_without_end_is_copied_as_it_was(qtbot: QtBot) -> None:
    address = f"https://example.org/{'a' * 300}"
    link = LinkLine(address)
    qtbot.addWidget(link)
    assert link.minimumSizeHint().width() < 300
    link.setSelection(0, len(link.text()))
    QTest.keyClick(link, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == address
