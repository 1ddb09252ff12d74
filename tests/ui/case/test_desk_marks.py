"""On the screen of a case each line that a desk entered says so: in the panel, in the estimate, in both scenarios."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from loket_app.domain.advice import advise
from loket_app.domain.laid_over import lay_over
from loket_app.domain.scenario import Scenario, lay_side_by_side
from loket_app.domain.tables import RuleTables
from loket_app.ui.case.advice_panel import AdvicePanel
from loket_app.ui.case.pieces.estimate import EstimatePiece
from loket_app.ui.case.pieces.what_if_table import lines
from tests.documents.cases import FAMILY
from tests.domain.layers import confirmed, proposal
from tests.ui.case.support import TABLES, TODAY

MARK = "figure of the desk Ghent"
OWN = lay_over(TABLES, [confirmed(proposal())])


def marked_in(widget: QWidget) -> list[str]:
    found = [label.text() for label in widget.findChildren(QLabel) if MARK in label.text()]
    widget.deleteLater()
    return found


@pytest.mark.parametrize(("tables", "count"), [(OWN, 1), (TABLES, 0)])
@pytest.mark.usefixtures("screen")
def test_the_line_of_the_desk_is_marked_and_no_other_one(tables: RuleTables, count: int) -> None:
    advice = advise(FAMILY, tables, today=TODAY)
    panel, estimate = AdvicePanel(), EstimatePiece()
    panel.show_advice(FAMILY, advice)
    estimate.show_advice(FAMILY, advice)
    for widget in (panel, estimate):
        found = marked_in(widget)
        assert len(found) == count
        assert all(text.count(MARK) == 1 and "1.500,00" in text for text in found)


def test_a_scenario_marks_the_side_on_which_the_desks_figure_counts() -> None:
    early = Scenario(departure=date(2025, 12, 31))
    found = lay_side_by_side(FAMILY, early, Scenario(), OWN, TODAY)
    marked = [(MARK in line.first, MARK in line.second) for line in lines(FAMILY, found)]
    assert marked.count((False, True)) == 1
    assert marked.count((False, False)) == len(marked) - 1


def test_cash_of_the_desk_is_marked_too() -> None:
    tables = lay_over(TABLES, [confirmed(proposal("premium-visa-required-adult"))])
    found = lay_side_by_side(FAMILY, Scenario(), Scenario(departure=date(2025, 12, 31)), tables, TODAY)
    cash = next(line for line in lines(FAMILY, found) if line.what == "Departure premium (cash)")
    assert (MARK in cash.first, MARK in cash.second) == (True, False)


def test_a_scenario_says_that_its_day_has_passed() -> None:
    wished = Scenario(answers={"wish/departure_on": date(2026, 4, 13)})
    found = lay_side_by_side(FAMILY, wished, Scenario(), TABLES, TODAY)
    departure = next(lines(FAMILY, found))
    assert departure.first.endswith("(has passed)")
    assert not departure.second.endswith("(has passed)")
