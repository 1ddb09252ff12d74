"""What is said of sums and of amounts that differ: nothing is no euro, and what closes the programme is said once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.domain.advice import advise
from loket_app.domain.comparison import compare
from loket_app.domain.estimate import Line, LineKind, total
from loket_app.domain.laid_over import lay_over
from loket_app.domain.money import Money
from loket_app.domain.said import gist
from loket_app.domain.tables import Nature, Per, Share, Topic, ValueKind
from loket_app.i18n import using
from loket_app.i18n.phrases import formula_text, total_text
from loket_app.i18n.phrases_advice import amount_lines
from loket_app.rules import load_tables
from tests.documents.cases import FAMILY
from tests.domain.layers import confirmed, per_person

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


def test_what_is_said_now_stands_before_the_line_that_fell_away() -> None:
    tables = load_tables()
    household = (replace(FAMILY.household[0], nationalities=("CM",)),)
    alone = replace(FAMILY, household=household, wish=replace(FAMILY.wish, destination="CM"))
    share = Share(Per.PERSON, ValueKind.AMOUNT, Money.of(2000), Money.of(2000))
    later = lay_over(tables, [confirmed(per_person(share))])
    before, after = (gist(advise(alone, each, today=DAY, departure=DAY)) for each in (tables, later))
    with using("en"):
        first, *_others, last = amount_lines(alone, compare(before, after))
    assert first.endswith(": – → 2.000,00\u00a0€")
    assert last.endswith("this line fell away (amount not known: ask the voluntary-return cell)")
