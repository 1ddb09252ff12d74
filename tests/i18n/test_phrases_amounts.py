"""What is said of sums and of amounts that differ: nothing is no euro, and what closes the programme is said once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.domain.advice import advise
from loket_app.domain.comparison import compare
from loket_app.domain.estimate import Line, LineKind, total
from loket_app.domain.money import Money
from loket_app.domain.said import gist
from loket_app.domain.tables import Nature, Topic
from loket_app.i18n import using
from loket_app.i18n.phrases import formula_text, total_text
from loket_app.i18n.phrases_advice import amount_lines
from loket_app.rules import load_tables
from tests.documents.cases import FAMILY

DAY = date(2026, 5, 4)
NONE = Line(Topic.PREMIUM, Nature.CASH, LineKind.NONE)
FIFTY = replace(NONE, kind=LineKind.AMOUNT, low=Money.of(50), high=Money.of(50))


@pytest.mark.parametrize(
    ("lines", "words"),
    [((NONE, NONE), "none"), ((NONE, FIFTY), "50,00\u00a0€"), ((), "0,00\u00a0€")],
)
def test_a_sum_of_lines_that_say_none_is_no_amount_of_euro(lines: tuple[Line, ...], words: str) -> None:
    with using("en"):
        assert total_text(total(lines)) == words
        assert not lines or formula_text(lines) == words


def test_a_verdict_that_closes_the_programme_is_said_once_and_no_amount_is_beside_it() -> None:
    tables = load_tables()
    closed_case = replace(FAMILY, stay=replace(FAMILY.stay, dublin_transfer=True))
    open_, closed = (gist(advise(case, tables, today=DAY, departure=DAY)) for case in (FAMILY, closed_case))
    with using("en"):
        then_closed = amount_lines(FAMILY, compare(open_, closed))
        then_open = amount_lines(FAMILY, compare(closed, open_))
    assert then_closed == ["Amounts: no estimate with this verdict"]
    assert len(then_open) == len(open_.lines)
    assert all(": – → " in line for line in then_open)
