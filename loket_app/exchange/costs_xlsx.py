"""The costs of a case as a workbook (XLSX), made in memory.

Every cell has its type: text is written as text, so that what begins with = + - @ is never a formula; dates are dates and
amounts are numbers. What has no answer says why, in words; what was not asked stays empty.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.domain.case import Case
from loket_app.domain.costs import (
    CostSum,
    asked_of_iom,
    counted,
    for_whom,
    outstanding,
    people_of,
    promised,
    refused,
    sum_of,
    sums_by,
)
from loket_app.domain.money import Money
from loket_app.domain.travel import Cost
from loket_app.i18n import _, using
from loket_app.i18n.labels import capital, field_label, label, yes_no
from loket_app.i18n.phrases_costs import asked_text, promised_text, rate_mark, twin_mark, whose_cost

_FIELDS: Final = (
    *(
        "person",
        "kind",
        "description",
        "spent_on",
        "amount",
        "state",
        "receipt",
        "receipt_number",
        "receipt_missing_why",
        "separate_receipt",
    ),
    *("currency", "foreign_amount", "rate", "rate_on", "rate_source", "reimbursed_by", "reimbursed_on", "refused_why"),
    "note",
)
# with two places at least: where none is demanded, a whole number is shown with a bare comma behind it
_EURO, _DAY, _FIGURE = "€ #,##0.00", "dd/mm/yyyy", "#,##0.00####"
_LONGEST: Final = 32_767
"""Signs that a cell can hold; a longer text would be refused."""

_WIDE, _NARROW = 24, 14


def costs_xlsx(case: Case, lang: str) -> bytes:
    """A sheet with every cost, and one with the sums, which add up. Raises ValueError for a language that Loket lacks."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with using(lang), xlsxwriter.Workbook(out, options) as book:
        _Sheet(book, capital(field_label("costs"))).fill(_head(), _costs(case))
        _Sheet(book, _("Sums")).fill(
            [_("Sum of"), _("Part"), _("Amount"), _("Costs"), _("Without an amount")], _sums(case)
        )
    return out.getvalue()


def _head() -> list[str]:
    return [*(capital(field_label(f"costs/{name}")) for name in _FIELDS), _("To check")]


def _costs(case: Case) -> Iterator[list[Any]]:
    for cost in case.costs:
        yield [whose_cost(case, for_whom(cost)), *(getattr(cost, name) for name in _FIELDS[1:]), _to_check(case, cost)]


def _to_check(case: Case, cost: Cost) -> str:
    return "; ".join(mark for mark in (rate_mark(cost), twin_mark(case, cost)) if mark)


def _sums(case: Case) -> Iterator[list[Any]]:
    costs = counted(case.costs)
    yield _sum(_("Costs together"), "", sum_of(costs))
    by_person = sums_by(costs, for_whom)
    for state, found in sums_by(costs, lambda cost: cost.state).items():
        yield _sum(capital(field_label("costs/state")), capital(label(state)), found)
    for kind, found in sums_by(costs, lambda cost: cost.kind).items():
        yield _sum(capital(field_label("costs/kind")), capital(label(kind)), found)
    for whose in (whose for whose in people_of(case) if whose in by_person):
        yield _sum(capital(field_label("costs/person")), whose_cost(case, whose), by_person[whose])
    if promised(case.costs):
        yield _sum(promised_text(), "", sum_of(promised(case.costs)))
    if refused(case.costs):
        yield _sum(_("Refused, not counted"), "", sum_of(refused(case.costs)))
    yield _sum(_("Still to be paid back"), "", sum_of(outstanding(case.costs)))
    yield _sum(asked_text(), "", sum_of(asked_of_iom(case)))


def _sum(what: str, part: str, found: CostSum) -> list[Any]:
    """Costs of which none has an amount are not nothing: their cell stays empty. The sum of no costs is nothing."""
    amount = NOT_ASKED if found.costs and found.costs == found.without_amount else found.amount
    return [what, part, amount, found.costs, found.without_amount]


class _Sheet:
    """A sheet of a workbook that is written cell by cell, each with its type."""

    def __init__(self, book: Any, name: str) -> None:
        self._sheet = book.add_worksheet(name)
        self._strong = book.add_format({"bold": True, "text_wrap": True})
        self._text = book.add_format({"num_format": "@"})
        self._formats = {kind: book.add_format({"num_format": kind}) for kind in (_EURO, _DAY, _FIGURE)}

    def fill(self, head: list[str], rows: Iterator[list[Any]]) -> None:
        """The titles, which stay in sight, and the rows."""
        for column, words in enumerate(head):
            self._sheet.write_string(0, column, words, self._strong)
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_column(0, 2, _WIDE)
        self._sheet.set_column(3, len(head) - 1, _NARROW)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                self._write(number, column, value)

    def _write(self, row: int, column: int, value: Any) -> None:
        if isinstance(value, Money):
            self._sheet.write_number(row, column, value.euro, self._formats[_EURO])
        elif isinstance(value, date):
            self._sheet.write_datetime(row, column, datetime.combine(value, time()), self._formats[_DAY])
        elif isinstance(value, Decimal):
            self._sheet.write_number(row, column, value, self._formats[_FIGURE])
        elif isinstance(value, int) and not isinstance(value, bool):
            self._sheet.write_number(row, column, value)
        elif words := _words(value):
            self._sheet.write_string(row, column, words[:_LONGEST], self._text)


def _words(value: Any) -> str:
    if value is NOT_ASKED:
        return ""
    if isinstance(value, bool):
        return yes_no(value)
    return label(value) if isinstance(value, (Missing, Enum)) else str(value)
