"""Figures that a desk entered, among those of Loket: told apart by a sign and words, each beside what it replaces."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from loket_app.domain.laid_over import lay_over
from loket_app.domain.layer import Brought, Entry, Layer, Pack
from loket_app.domain.tables import RuleTables
from loket_app.ui.rules.parts import Part
from loket_app.ui.rules.rules_page import RulesPage
from tests.domain.layers import AT, BUDGET, CELL, confirmed, proposal
from tests.ui.rules.support import TODAY, Opener, choose, entries, lines

PREMIUM, LIEGE = "premium-visa-required-adult", "premium-visa-free-adult"
JUNE = date(2026, 6, 1)
OLD_LOOK = replace(CELL, checked_on=date(2025, 1, 1))

OWN = (
    confirmed(proposal(start=date(2022, 1, 1)), "e1"),
    confirmed(proposal(PREMIUM, start=JUNE, euro=400, source=OLD_LOOK), "e2"),
    replace(confirmed(proposal(LIEGE, start=JUNE, euro=75), "e3", desk="LIE"), brought="p1"),
)


def at_desk(page: RulesPage, shipped: RuleTables, own: tuple[Entry, ...] = OWN) -> RulesPage:
    """The page of a desk where these count."""
    figures = page._work.figures
    figures.layer = Layer(own, (Brought("p1", AT, "AV", Pack("LIE", AT.date(), "t", (own[-1],))),))
    figures.tables = lay_over(shipped, figures.layer.counting)
    page.refresh()
    return page


@pytest.fixture
def page(opener: Opener, shipped: RuleTables) -> RulesPage:
    return at_desk(opener(), shipped)


def test_the_list_says_whose_a_figure_is_and_what_counts_without_it(page: RulesPage) -> None:
    told = {name: entry.origin.replace("\u00a0", " ") for name, entry in entries(page).items() if entry.origin}
    assert told == {
        BUDGET: "Of this desk · without this: not public",
        PREMIUM: "Of this desk · without this: 350 €",
        LIEGE: "Of the return desk Liège · without this: 50 €",
    }
    heard = page.list.model().index(page.list.currentIndex().row(), 0)
    assert "Of this desk" in heard.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_cut_row_says_its_own_period_and_where_it_was_replaced(page: RulesPage) -> None:
    choose(page, PREMIUM)
    read = lines(page)
    assert "Of this desk" in read
    assert any(line.startswith("Without this: 350") and "Agentschap" in line for line in read)
    assert "In the source: from 01/01/2022 on. Replaced here from 01/06/2026 on." in read


def test_what_is_replaced_whole_keeps_its_source_on_the_sheet(page: RulesPage) -> None:
    choose(page, BUDGET)
    read = lines(page)
    assert any(line.startswith("Without this: not public (from 01/01/2022 on) · Agentschap") for line in read)
    assert not any(line.startswith("In the source") for line in read)


def test_a_row_in_between_is_cut_at_both_sides(opener: Opener, shipped: RuleTables) -> None:
    month = confirmed(proposal(PREMIUM, start=JUNE, end=date(2026, 6, 30), euro=400), "e1")
    page = at_desk(opener(), shipped, (month,))
    choose(page, PREMIUM)
    read = lines(page)
    assert "In the source: from 01/01/2022 on. Replaced here from 01/06/2026 on." in read
    assert "In the source: from 01/01/2022 on. Replaced here until 30/06/2026." in read
    assert entries(page)[PREMIUM].origin == ""


def test_the_own_list_says_from_which_desk_and_since_when_nobody_looked(page: RulesPage) -> None:
    page.head.go_to(Part.OWN)
    own = entries(page)
    assert own["entry/e3"].origin.replace("\u00a0", " ") == "Of the return desk Liège · without this: 50 €"
    assert own["entry/e2"].origin.replace("\u00a0", " ") == "Without this: 350 €"
    assert own["entry/e2"].warning == "Not checked since 01/01/2025"
    assert own["entry/e1"].warning == ""
    choose(page, "entry/e2")
    assert "Not checked since 01/01/2025" in lines(page)
    assert TODAY.year - OLD_LOOK.checked_on.year == 1
