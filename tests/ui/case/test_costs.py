"""Costs on their step: questions that come when they arise, another currency in euro, receipts that look alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from loket_app.domain.case import Case
from loket_app.domain.money import Money
from loket_app.domain.travel import Cost, CostKind, CostState, Reimburser
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.cost_notes import CostNotes
from loket_app.ui.case.pieces.cost_papers import CostPapersPiece
from loket_app.ui.case.pieces.cost_sheet import CostSheet
from loket_app.ui.case.pieces.cost_totals import CostTotalsPiece
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.case.summaries import summary
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.documents.cases import FAMILY
from tests.ui.case.conftest import Opening
from tests.ui.case.support import child, piece, speak, unfold

VISA = Cost("k1", CostKind.DOCUMENT_FEE, "p1", spent_on=date(2026, 4, 2), currency="XOF", rate=Decimal("655.957"))


def shown(opening: Opening, case: Case) -> tuple[MainWindow, CasePage]:
    """The window on a case, at its costs, with the first of them open."""
    window = opening(case)
    window.open_case(case.id)
    settle(window)
    page = window.case_page
    assert page is not None
    page.go("papers")
    page.reveal("costs/k1")
    settle(window)
    return window, page


def row(page: CasePage, path: str) -> QuestionRow:
    """The row of a question."""
    found = (form.question(path) for form in page.findChildren(QuestionForm))
    return next(question for question in found if question is not None)


def test_a_question_comes_when_it_arises_and_stays_as_long_as_it_has_an_answer(opening: Opening) -> None:
    _window, page = shown(opening, replace(FAMILY, costs=(Cost("k1"),)))
    assert row(page, "costs/k1/rate").isHidden()
    assert row(page, "costs/k1/refused_why").isHidden()
    page.editor.set("costs/k1/state", CostState.REFUSED)
    assert row(page, "costs/k1/refused_why").isVisible()
    page.editor.set("costs/k1/refused_why", "Geen bon.")
    page.editor.set("costs/k1/state", CostState.APPROVED)
    assert row(page, "costs/k1/refused_why").isVisible()
    assert row(page, "costs/k1/reimbursed_on").isHidden()


def test_an_amount_that_no_longer_follows_from_the_rate_is_warned_of(opening: Opening) -> None:
    paid = replace(VISA, foreign_amount=Decimal(65600), amount=Money.of("100.01"))
    _window, page = shown(opening, replace(FAMILY, costs=(paid,)))
    notes = child(page, CostNotes)
    assert "does not follow" not in words(notes)
    page.editor.set("costs/k1/foreign_amount", Decimal(131200))
    assert "The amount in euro, 100,01\u00a0€, does not follow from the rate." in words(notes)


def test_the_euro_of_another_currency_is_offered_and_never_filled_in(opening: Opening) -> None:
    window, page = shown(opening, replace(FAMILY, costs=(VISA,)))
    notes = child(page, CostNotes)
    assert notes.offer.isHidden()
    page.editor.set("costs/k1/foreign_amount", Decimal(65600))
    assert page.editor.case.costs[0].amount is VISA.amount
    assert words(notes) == (
        "65.600\u00a0XOF at 655,957 for 1 euro: that is 100,01\u00a0€. "
        "Say of which day the rate is, and where it comes from: a bank slip, the European Central Bank."
    )
    button = child(notes.offer, QPushButton)
    assert button.text() == "Fill in 100,01\u00a0€"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle(window)
    assert page.editor.case.costs[0].amount == Money.of("100.01")
    page.editor.set_many({"costs/k1/rate_on": date(2026, 4, 2), "costs/k1/rate_source": "ECB"})
    assert words(notes) == "65.600\u00a0XOF at 655,957 for 1 euro, 2 April 2026, ECB: that is 100,01\u00a0€."
    speak(page, "nl")
    assert words(notes) == "65.600\u00a0XOF tegen 655,957 voor 1 euro, 2 april 2026, ECB: dat is €\u00a0100,01."


def words(notes: CostNotes) -> str:
    """What the offer says."""
    assert notes.offer.isVisible()
    return child(notes.offer, QLabel).text()


def test_a_receipt_that_looks_like_another_is_asked_about_and_leads_there(opening: Opening) -> None:
    costs = (Cost("k1", receipt=True, receipt_number="17"), Cost("k2", CostKind.PHOTOS, receipt=True))
    window, page = shown(opening, replace(FAMILY, costs=costs))
    notes = child(page, CostNotes)
    assert notes.twin.isHidden()
    page.editor.set("costs/k2/receipt_number", "no. 17")
    assert notes.twin.isHidden()
    page.editor.set("costs/k2/receipt_number", " 17 ")
    assert notes.twin.isVisible()
    assert "Passport photos" in child(notes.twin, QLabel).text()
    child(notes.twin, QPushButton).click()
    settle(window)
    assert row(page, "costs/k2/kind").isVisible()
    assert page.isAncestorOf(window.focusWidget())
    page.editor.remove("costs/k2")
    assert notes.twin.isHidden()


def test_the_question_of_the_same_receipt_can_be_put_to_rest(opening: Opening) -> None:
    costs = tuple(Cost(name, CostKind.PHOTOS, receipt=True, receipt_number="17") for name in ("k1", "k2"))
    window, page = shown(opening, replace(FAMILY, costs=costs))
    notes = child(page, CostNotes)
    assert notes.twin.isVisible()
    assert row(page, "costs/k1/separate_receipt").isHidden()  # one number is settled by the later of the two
    page.reveal("costs/k2")
    settle(window)
    asked = row(page, "costs/k2/separate_receipt")
    assert asked.isVisible()
    page.editor.set("costs/k2/separate_receipt", value=True)
    settle(window)
    assert notes.twin.isHidden()
    assert asked.isVisible()  # so that it can be taken back


def test_the_line_of_a_cost_says_what_is_odd_about_it() -> None:
    """A card that is folded shows its line alone."""
    photos = Cost("k1", CostKind.PHOTOS, amount=Money.of(5), spent_on=date(2026, 4, 2))
    foreign = replace(VISA, id="k3", person="gone", amount=Money.of(9), foreign_amount=Decimal(65600))
    case = replace(FAMILY, costs=(photos, replace(photos, id="k2"), foreign))
    assert [summary(case, f"costs/{name}") for name in ("k1", "k2", "k3")] == [
        *["passport photos · 5,00\u00a0€ · to check: another cost has the same amount, date and kind"] * 2,
        "fee for a document · 9,00\u00a0€ · Somebody who is no longer in the file · does not follow from the rate",
    ]
    assert "to check" not in summary(replace(case, costs=(photos, foreign)), "costs/k1")


def test_what_was_refused_stands_outside_the_sum(opening: Opening) -> None:
    costs = (Cost("k1", amount=Money.of(5)), Cost("k2", amount=Money.of(9), state=CostState.REFUSED))
    window, _page = shown(opening, replace(FAMILY, costs=costs))
    told = [label.text() for label in piece(window, CostTotalsPiece, "papers").findChildren(QLabel) if label.text()]
    assert told[told.index("Costs together") + 1] == "5,00\u00a0€"
    assert told[told.index("Refused, not counted") + 1] == "9,00\u00a0€"


def test_the_sums_count_what_has_no_amount_apart(window: MainWindow, page: CasePage) -> None:
    assert page.editor.case == FAMILY
    told = [label.text() for label in piece(window, CostTotalsPiece, "papers").findChildren(QLabel) if label.text()]
    assert told[told.index("Costs together") + 1] == "1.035,90\u00a0€ (1 without an amount)"
    assert told[told.index("Not asked") + 1] == "1 cost, amount not known"
    assert told[told.index("Reimbursed") + 1] == "12,50\u00a0€"
    assert told[told.index("The whole household") + 1] == "1 cost, amount not known"
    rule = next(words for words in told if words.startswith("As a rule IOM pays costs back"))
    assert rule.endswith("official source · checked on 21/11/2026")


@pytest.mark.parametrize("lang", ["nl", "fr", "de"])
def test_the_sums_speak_the_language_of_the_moment(window: MainWindow, page: CasePage, lang: str) -> None:
    assert page.editor.case == FAMILY
    totals = piece(window, CostTotalsPiece, "papers")
    speak(totals, lang)
    first = {"nl": "Kosten samen", "fr": "Total des frais", "de": "Kosten zusammen"}[lang]
    assert first in [label.text() for label in totals.findChildren(QLabel)]


def test_the_papers_are_drawn_when_one_looks_and_saved_under_the_number(
    window: MainWindow, page: CasePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert page.editor.case == FAMILY
    folding = piece(window, CostPapersPiece, "papers")
    assert folding.body is None
    unfold(folding)
    settle(window)
    sheet = child(folding, CostSheet)
    assert sheet.is_drawn()
    for button, ending, start in ((sheet.save, ".pdf", b"%PDF"), (sheet.workbook, ".xlsx", b"PK")):
        target = tmp_path / f"out{ending}"

        def chosen(_parent: object, _title: str, offered: str, _kinds: str, target: Path = target) -> tuple[str, str]:
            assert Path(offered).name == f"{FAMILY.number}{target.suffix}"
            return str(target.with_suffix("")), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        qtbot.waitUntil(target.exists)
        assert target.read_bytes().startswith(start)
    sheet.waiting.click()
    settle(window)
    assert sheet.is_drawn()


def test_what_waits_and_is_not_in_the_list_for_iom_is_said_beside_it(opening: Opening) -> None:
    """The sum on the screen and that of the list differ: the screen says by what, the list does not."""
    paid = Cost("k1", CostKind.PHOTOS, "p1", amount=Money.of(30), state=CostState.PAID_BY_CLIENT)
    others = (replace(paid, id="k2", person="gone"), replace(paid, id="k3", reimbursed_by=Reimburser.FEDASIL))
    window, page = shown(opening, replace(FAMILY, costs=(paid, *others)))
    folding = piece(window, CostPapersPiece, "papers")
    unfold(folding)
    sheet = child(folding, CostSheet)
    assert sheet.left_off.isHidden()
    sheet.waiting.click()
    assert sheet.left_off.isVisible()
    assert (
        "not in this list: No longer in the household: 30,00\u00a0€; Fedasil: 30,00\u00a0€. The"
        in sheet.left_off.text()
    )
    for path in ("costs/k2", "costs/k3"):
        page.editor.remove(path)
    settle(window)
    assert sheet.left_off.isHidden()


def test_without_costs_there_are_no_papers(opening: Opening) -> None:
    case = replace(FAMILY, costs=())
    window = opening(case)
    window.open_case(case.id)
    settle(window)
    assert piece(window, CostPapersPiece, "papers").isHidden()
