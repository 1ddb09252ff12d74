"""What if: two scenarios side by side, by keyboard, with what differs marked, and nothing kept."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.stay import StayCategory
from loket_app.domain.tables import Verdict
from loket_app.domain.wish import DestinationRight
from loket_app.i18n.phrases import name_in
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.what_if import WhatIfPiece
from loket_app.ui.case.pieces.what_if_pair import WhatIfPair
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.documents.cases import FAMILY
from tests.ui.case.support import child, piece, speak, unfold

BEFORE_2022 = date(2021, 6, 15)


@pytest.fixture
def pair(window: MainWindow, page: CasePage) -> WhatIfPair:
    assert page.editor.case == FAMILY
    folding = piece(window, WhatIfPiece, "support")
    assert folding.body is None
    unfold(folding)
    return child(folding, WhatIfPair)


def shown(pair: WhatIfPair) -> list[str]:
    return [label.text() for label in pair._table.findChildren(QLabel)]


def suppose(pair: WhatIfPair, path: str, answer: object) -> None:
    """Answer in the second scenario as a field tells it."""
    field = pair.sides[1].questions[path].field
    field.set_answer(answer)
    field.edited.emit(answer)


def verdict(pair: WhatIfPair) -> Verdict:
    """Of the second scenario."""
    assert pair.found is not None
    return pair.found.second.verdict


def test_both_begin_as_the_case_stands(pair: WhatIfPair) -> None:
    assert pair._count.text() == "= Both say the same."
    assert not any("≠" in text for text in shown(pair))
    for side in pair.sides:
        assert side.questions["wish/departure_on"].field.answer() == FAMILY.wish.departure_on
        assert [box.isChecked() for box in side.travellers.values()] == [True, True, True]


def test_another_date_is_marked_with_a_sign_and_a_word_and_nothing_is_kept(page: CasePage, pair: WhatIfPair) -> None:
    suppose(pair, "wish/departure_on", BEFORE_2022)
    text = "\n".join(shown(pair))
    assert "≠ different" in text
    assert "350" in text
    assert "250" in text
    assert pair.found is not None
    assert (pair.found.first.departure, pair.found.second.departure) == (FAMILY.wish.departure_on, BEFORE_2022)
    assert page.editor.case == FAMILY
    assert page.editor.log == ()


def test_both_begin_with_the_booked_day_and_the_wished_one_can_be_supposed(
    window: MainWindow, page: CasePage, pair: WhatIfPair
) -> None:
    wished, booked = FAMILY.wish.departure_on, date(2026, 7, 1)
    page.editor.set("departure/leaves_on", booked)
    settle(window)
    assert [side.questions["wish/departure_on"].field.answer() for side in pair.sides] == [booked, booked]
    suppose(pair, "wish/departure_on", wished)
    assert pair.found is not None
    assert (pair.found.first.departure, pair.found.second.departure) == (booked, wished)


def test_who_travels_is_ticked_by_keyboard(pair: WhatIfPair) -> None:
    box = pair.sides[1].travellers["p3"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert "1 line" in pair._count.text() or "lines" in pair._count.text()
    assert any("2 × 350 €" in text.replace("\u00a0", " ") for text in shown(pair))


def test_every_control_is_reached_with_tab(pair: WhatIfPair) -> None:
    wanted: set[QWidget | None] = {box for side in pair.sides for box in side.travellers.values()}
    wanted |= {question.field.focusProxy() for side in pair.sides for question in side.questions.values()}
    wanted = {widget for widget in wanted if widget and widget.isVisible()}
    pair.sides[0].questions["wish/departure_on"].field.setFocus()
    window = pair.window()
    reached = set()
    for _step in range(40):
        reached.add(window.focusWidget())
        window.focusNextChild()
    assert wanted <= reached


def test_another_country_asks_for_the_right_to_settle_anew(pair: WhatIfPair) -> None:
    right = pair.sides[1].questions["wish/destination_right"]
    assert not right.isVisible()
    suppose(pair, "wish/destination", "BF")
    assert right.isVisible()
    assert right.field.answer() is NOT_ASKED
    assert verdict(pair) is Verdict.INCOMPLETE
    suppose(pair, "wish/destination_right", DestinationRight.NEITHER)
    assert verdict(pair) is Verdict.NOT_ELIGIBLE


def test_one_press_goes_back_to_the_case(pair: WhatIfPair) -> None:
    suppose(pair, "wish/departure_on", BEFORE_2022)
    again = pair.sides[1]._again
    assert again.isVisible()
    again.setFocus()
    QTest.keyClick(again, Qt.Key.Key_Space)
    assert pair._count.text() == "= Both say the same."
    assert not again.isVisible()


def test_what_is_not_supposed_follows_the_case(window: MainWindow, page: CasePage, pair: WhatIfPair) -> None:
    suppose(pair, "wish/departure_on", BEFORE_2022)
    page.editor.set("wish/departure_on", date(2026, 9, 1))
    settle(window)
    assert pair.sides[0].questions["wish/departure_on"].field.answer() == date(2026, 9, 1)
    assert pair.sides[1].questions["wish/departure_on"].field.answer() == BEFORE_2022


@pytest.mark.parametrize(("lang", "words"), [("nl", "anders"), ("fr", "différent")])
def test_it_speaks_the_language_of_the_screen(pair: WhatIfPair, lang: str, words: str) -> None:
    suppose(pair, "wish/departure_on", BEFORE_2022)
    speak(pair, lang)
    assert words in "\n".join(shown(pair))


def test_on_a_narrow_page_they_stand_one_under_the_other(window: MainWindow, pair: WhatIfPair) -> None:
    first, second = pair.sides
    assert first.y() == second.y()
    window.resize(683, 500)
    QApplication.processEvents()
    assert first.x() == second.x()
    assert first.y() < second.y()


def test_two_lines_for_a_household_name_their_countries(page: CasePage, pair: WhatIfPair) -> None:
    page.editor.set("household/p1/nationalities", ("BF",))
    page.editor.set("household/p2/nationalities", ("BA",))
    pair.show_case(page.editor.case)
    named = [text.splitlines()[0] for text in shown(pair) if text.startswith("Reintegration support – Household")]
    assert len(named) > 1
    assert len(set(named)) == len(named)
    assert any("Burkina Faso" in text for text in named)


def test_of_one_member_another_situation_is_supposed_and_said_to_be_theirs(page: CasePage, pair: WhatIfPair) -> None:
    page.editor.set("stay/category", StayCategory.REJECTED)
    pair.show_case(page.editor.case)
    stays = pair.sides[1].stays
    stays.unfold.click()
    first = next(iter(stays.questions))
    label = stays.questions[first].findChild(QLabel)
    assert label is not None
    assert label.text() == f"Residence situation – {name_in(page.editor.case, page.editor.case.household[1].id)}"
    stays.questions[first].field.edited.emit(StayCategory.LEGAL_STAY)
    assert pair.found is not None
    assert pair.found.moved or pair.found.came
    assert page.editor.case.household[1].stay_category is NOT_ASKED
