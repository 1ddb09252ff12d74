"""Advice given is history; what would be said otherwise now is told, on the case and on the page of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from loket_app.domain.case import Case
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.tables import Verdict
from loket_app.services import desk as desk_service
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.advice_given import AdviceGivenPiece
from loket_app.ui.kit.folding import Folding
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.today.differently import Differently
from loket_app.ui.today.differently_row import DifferentlyRow
from loket_app.ui.words import Text
from tests.at_work import NOW, settle
from tests.documents.cases import FAMILY
from tests.ui.case.conftest import Opening
from tests.ui.case.support import advised, child, piece, speak

CHANGED = replace(advised(FAMILY), stay=replace(FAMILY.stay, dublin_transfer=True))


def texts(given: AdviceGivenPiece) -> str:
    return "\n".join(text.text() for text in given.findChildren(Text) if text.isVisible())


@pytest.fixture
def given(window: MainWindow, page: CasePage) -> AdviceGivenPiece:
    assert page.editor.case.advice == ()
    return piece(window, AdviceGivenPiece, "eligibility")


def test_recorded_advice_stays_as_it_was_said(window: MainWindow, page: CasePage, given: AdviceGivenPiece) -> None:
    assert "Nothing was recorded yet." in texts(given)
    given.record.setFocus()
    QTest.keyClick(given.record, Qt.Key.Key_Space)
    settle(window)
    (kept,) = page.editor.case.advice
    assert (kept.at, kept.by, kept.departure_on) == (NOW, "AV", date(2026, 6, 15))
    assert kept.verdict == window._desk.advise(FAMILY).verdict.value
    assert kept.tables_version == window._desk.tables.version
    assert "€" in kept.text
    stored, _log = window._desk.open_case(FAMILY.id).result()
    assert stored.advice == (kept,)
    assert "✓ The same as what was recorded last" in texts(given)
    assert given.message.isHidden()


def test_recording_is_undone_like_any_edit(window: MainWindow, page: CasePage, given: AdviceGivenPiece) -> None:
    given.record.click()
    page.editor.undo()
    settle(window)
    assert page.editor.case.advice == ()
    assert "Nothing was recorded yet." in texts(given)


def test_the_words_of_then_unfold(window: MainWindow, page: CasePage, given: AdviceGivenPiece) -> None:
    given.record.click()
    settle(window)
    item = next(item for item in given.findChildren(Folding) if item.isVisible())
    item.set_open(opened=True)
    assert page.editor.case.advice[0].text in texts(given)


def test_the_latest_stands_first_and_old_ones_are_behind_a_press(
    window: MainWindow, page: CasePage, given: AdviceGivenPiece
) -> None:
    for _time in range(5):
        given.record.click()
    settle(window)
    shown = [item for item in given.findChildren(Folding) if item.isVisible()]
    assert len(shown) == 3 + 1
    shown[-1].set_open(opened=True)
    assert len([item for item in given.findChildren(Folding) if item.isVisible()]) == 5 + 1
    assert len(page.editor.case.advice) == 5


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Would be advised differently now"), ("nl", "Nu zou het advies anders zijn")]
)
def test_another_answer_says_what_differs_and_why(
    window: MainWindow, page: CasePage, given: AdviceGivenPiece, lang: str, words: str
) -> None:
    given.record.click()
    page.editor.set_many({"stay/dublin_transfer": True})
    settle(window)
    assert window._desk.advise(page.editor.case).verdict is Verdict.OTHER_ROUTE
    speak(given, lang)
    assert given.message.isVisible()
    assert words in given._message_words()
    assert "→" in texts(given) or "Dublin" in texts(given)
    page.editor.undo()
    settle(window)
    assert given.message.isHidden()


def rows(section: Differently) -> list[DifferentlyRow]:
    return [row for row in section.findChildren(DifferentlyRow) if row.isVisible()]


def test_today_lists_open_cases_that_would_be_advised_differently(opening: Opening) -> None:
    window = opening(CHANGED, another("2"), closed(another("3", CHANGED)))
    section = child(window, Differently)
    (row,) = rows(section)
    assert FAMILY.number in row.button.text()
    assert "1 open case" in section._count.text()
    row.button.setFocus()
    QTest.keyClick(row.button, Qt.Key.Key_Space)
    settle(window)
    page = window.case_page
    assert page is not None
    assert page.editor.case.id == FAMILY.id
    assert page.step == "eligibility"
    assert window.focusWidget() is child(page, AdviceGivenPiece).record


def test_today_names_the_amount_where_the_verdict_stays(opening: Opening) -> None:
    grown = tuple(replace(person, birth_date=PartialDate(1980)) for person in FAMILY.household)
    window = opening(replace(advised(FAMILY), household=grown))
    (row,) = rows(child(window, Differently))
    told = " ".join(text.text() for text in row.findChildren(Text))
    assert "Departure premium – " in told
    assert "→ 350,00" in told
    assert "Because answers in the case changed" in told


def test_nothing_to_say_takes_no_room(opening: Opening) -> None:
    window = opening(advised(FAMILY), another("2"))
    assert child(window, Differently).isHidden()


def test_many_are_looked_at_a_few_at_a_time_and_shown_a_few_at_a_time(opening: Opening) -> None:
    cases = [another(str(n), CHANGED) for n in range(23)]
    window = opening(*cases)
    section = child(window, Differently)
    assert len(rows(section)) == 5
    assert "23 open cases" in section._count.text()
    assert desk_service.DIFFERENTLY_AT_ONCE < 23


def test_one_can_stop_it(opening: Opening, qtbot: QtBot) -> None:
    window = opening(CHANGED)
    section = child(window, Differently)
    section.refresh()
    section._show_progress()
    assert section.stop.isVisible()
    section.stop.click()
    settle(window)
    assert not section.stop.isVisible()
    assert rows(section) == []
    assert "Looked at 0 of 1." in section._count.text()
    with qtbot.waitSignal(section.opened):
        section.refresh()
        settle(window)
        rows(section)[0].button.click()


def another(name: str, case: Case = FAMILY) -> Case:
    return replace(case, id=f"x{name}", number=f"GNT-2026-1{name:0>3}")


def closed(case: Case) -> Case:
    return replace(case, history=(StatusChange("h1", Status.CLOSED, NOW, "AV"),))
