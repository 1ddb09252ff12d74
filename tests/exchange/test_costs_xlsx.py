"""The workbook, read back: typed cells, sums that add up, no formula whatever was typed, nothing on the disk."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from loket_app.domain.answers import UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.money import Money
from loket_app.domain.travel import Cost, CostKind, CostState
from loket_app.exchange.costs_xlsx import costs_xlsx
from loket_app.i18n import LANGUAGES
from tests.documents.cases import EMPTY, FAMILY
from tests.strategies import cases

DAY = date(2026, 4, 2)


def rows(case: Case, lang: str = "en", sheet: int = 0) -> list[list[Any]]:
    """The cells of a sheet as another program reads them."""
    book = load_workbook(io.BytesIO(costs_xlsx(case, lang)))
    return [list(row) for row in book.worksheets[sheet].iter_rows()]


def by_title(case: Case) -> dict[str, Any]:
    head, row = rows(case)[:2]
    return {title.value: cell for title, cell in zip(head, row, strict=True)}


def test_every_cell_has_its_type() -> None:
    cost = Cost(
        "k",
        CostKind.PHOTOS,
        "p1",
        amount=Money.of("1234.50"),
        spent_on=DAY,
        state=CostState.APPROVED,
        receipt=True,
        currency="XOF",
        foreign_amount=Decimal(65600),
        rate=Decimal("655.957"),
        note=UNKNOWN,
    )
    cells = by_title(replace(FAMILY, costs=(cost,)))
    amount, spent = cells["Amount"], cells["Spent on"]
    assert (amount.value, amount.data_type, amount.number_format) == (1234.5, "n", "€ #,##0.00")
    assert (spent.value, spent.is_date, spent.number_format) == (datetime(2026, 4, 2), True, "dd/mm/yyyy")  # noqa: DTZ001  a sheet knows no zone
    assert cells["For 1 euro"].value == pytest.approx(655.957)
    assert cells["Kind of cost"].value == "passport photos"
    assert cells["Receipt"].value == "yes"
    assert cells["Note"].value == "unknown"
    assert cells["Description"].value is None


@pytest.mark.parametrize(
    "text", ["=1+1", "+32 470 12 34 56", "-1", "@SUM(A1)", "https://example.be", "\t=1", "1,5", "{=1}", "0470"]
)
def test_text_stays_text(text: str) -> None:
    cell = by_title(replace(FAMILY, costs=(Cost("k", description=text),)))["Description"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_an_amount_that_the_rate_does_not_give_is_marked() -> None:
    cost = Cost("k", amount=Money.of("90.91"), currency="USD", foreign_amount=Decimal(200), rate=Decimal("1.1"))
    assert by_title(replace(FAMILY, costs=(cost,)))["To check"].value == "does not follow from the rate"
    right = replace(cost, foreign_amount=Decimal(100))
    assert by_title(replace(FAMILY, costs=(right,)))["To check"].value is None


def test_what_has_no_amount_at_all_is_not_nothing() -> None:
    case = replace(FAMILY, costs=(Cost("k", CostKind.PHOTOS), Cost("l", CostKind.OTHER, amount=Money.of(0))))
    sums = {row[1].value: row[2].value for row in rows(case, sheet=1)}
    assert (sums["Passport photos"], sums["Other"]) == (None, 0)


def test_costs_that_look_like_one_receipt_are_marked() -> None:
    costs = (Cost("k", receipt_number="F-17"), Cost("l", receipt_number="f 17"), Cost("m", receipt_number="18"))
    *_others, column = zip(*rows(replace(FAMILY, costs=costs)), strict=True)
    words = "to check: another cost has the same receipt number"
    assert [cell.value for cell in column] == ["To check", words, words, None]


def test_figures_show_no_bare_comma() -> None:
    """`#,##0.###` shows 25000 as `25,000.` in every spreadsheet: some places are always shown."""
    cost = Cost("k", currency="NGN", foreign_amount=Decimal(25000), rate=Decimal("1745.5"))
    cells = by_title(replace(FAMILY, costs=(cost,)))
    formats = {cells[title].number_format for title in ("Amount in that currency", "For 1 euro")}
    assert formats == {"#,##0.00####"}


def test_what_still_waits_stands_under_the_sums() -> None:
    """Apart: of everybody, and of those whose costs IOM pays back; what was refused is nothing of either."""
    paid = Cost("k", CostKind.PHOTOS, "p1", amount=Money.of(30), spent_on=DAY, state=CostState.PAID_BY_CLIENT)
    costs = (paid, replace(paid, id="l", person="gone"), replace(paid, id="m", state=CostState.REFUSED))
    sums = {row[0].value: [cell.value for cell in row[2:]] for row in rows(replace(FAMILY, costs=costs), sheet=1)}
    assert sums["Still to be paid back"] == [60, 2, 0]
    assert sums["Costs to be paid back by IOM"] == [30, 1, 0]
    assert sums["Refused, not counted"] == [30, 1, 0]
    only = {row[0].value: row[2].value for row in rows(replace(FAMILY, costs=costs[2:]), sheet=1)}
    assert only["Costs together"] == 0  # of no costs it is known


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sums_add_up(lang: str) -> None:
    whole, *parts = rows(FAMILY, lang, sheet=1)[1:]
    assert [cell.value for cell in whole[2:]] == [1035.9, 3, 1]
    for title in {row[0].value for row in parts if row[1].value}:
        own = [[cell.value or 0 for cell in row[2:]] for row in parts if row[0].value == title]
        assert [round(sum(column), 2) for column in zip(*own, strict=True)] == [1035.9, 3, 1]


def test_without_costs_there_are_the_titles() -> None:
    assert len(rows(EMPTY)) == 1


_watched: list[str] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and _watched and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        _watched.append(str(arguments[0]))


sys.addaudithook(_watch)


def test_nothing_is_written_on_the_disk() -> None:
    costs_xlsx(FAMILY, "nl")  # whatever is loaded late is loaded now
    _watched.append("watching")
    try:
        costs_xlsx(FAMILY, "nl")
        seen = list(_watched)
    finally:
        _watched.clear()
    assert seen == ["watching"]


@given(cases)
@settings(max_examples=25, deadline=None)
def test_any_case_makes_a_workbook_that_opens(case: Case) -> None:
    assert len(rows(case, "nl")) == len(case.costs) + 1
