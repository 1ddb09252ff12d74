"""Every worked case comes out as it was worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from loket_app.domain.advice import advise
from loket_app.domain.estimate import Line, premium_lines
from loket_app.domain.estimate_support import support_lines
from loket_app.domain.facts import Facts
from loket_app.domain.referral import refer
from loket_app.domain.tables import Row, RuleTables, Verdict
from tests.rules.worked_cases import Worked, outcome, worked_cases

WORKED = tuple(worked_cases())


@pytest.mark.parametrize("worked", [pytest.param(case, id=f"{case.file}: {case.name}") for case in WORKED])
def test_the_advice_is_what_was_worked_out(worked: Worked, shipped: RuleTables) -> None:
    found = outcome(advise(worked.case, shipped, today=date(1999, 1, 1), departure=worked.departure))
    wanted = {key: value for key, value in worked.expected.items() if key in found}
    for key in ("reasons", "questions"):
        if key in wanted:
            wanted[key] = sorted(wanted[key])
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize(
    "worked", [pytest.param(case, id=case.name) for case in WORKED if "ask_the_cell" in case.expected]
)
def test_the_message_to_the_cell_asks_what_was_worked_out(worked: Worked, shipped: RuleTables) -> None:
    advice = advise(worked.case, shipped, today=date(1999, 1, 1), departure=worked.departure)
    referral = refer(worked.case, advice)
    assert [ask.value for ask in (referral.asks if referral else ())] == worked.expected["ask_the_cell"]


def test_each_case_names_its_source_and_has_a_name_of_its_own() -> None:
    assert all(case.source for case in WORKED)
    assert len({case.name for case in WORKED}) == len(WORKED)


def test_every_rule_speaks_in_some_case(shipped: RuleTables) -> None:
    spoken = {
        reason.rule.id
        for case in WORKED
        for reason in advise(case.case, shipped, today=case.departure, departure=case.departure).speaking
    }
    assert spoken == {rule.id for rule in shipped.rules}


def test_every_row_that_may_be_applied_is_applied_in_some_case(shipped: RuleTables) -> None:
    used = set()
    for case in WORKED:
        used |= {(line.figure.id, line.row.period.start) for line in _lines(case, shipped) if line.figure and line.row}
    every = {
        (figure.id, row.period.start) for figure in shipped.figures if not figure.informative for row in figure.rows
    }
    assert every - used == set()


def test_every_row_is_tried_on_its_first_and_last_days_and_on_the_days_beside(shipped: RuleTables) -> None:
    """The day before the first row and the day after the last show that nothing else is said for them."""
    tried: dict[str, set[date]] = {}
    for case in WORKED:
        for line in _lines(case, shipped):
            if line.figure:
                tried.setdefault(line.figure.id, set()).add(case.departure)
    lacking = [
        (figure.id, day)
        for figure in shipped.figures
        if not figure.informative
        for row in figure.rows
        for day in _edges(row)
        if day not in tried.get(figure.id, set())
    ]
    assert lacking == []
    departures = {case.departure for case in WORKED}
    outside = {
        day for figure in shipped.figures if not figure.informative for row in figure.rows for day in _beside(row)
    }
    assert outside - departures == set()


def _lines(case: Worked, tables: RuleTables) -> tuple[Line, ...]:
    """What the tables say of a case, also where the verdict closes the programme."""
    facts = Facts(case.case, case.departure, tables)
    return premium_lines(facts) + support_lines(facts)


def _edges(row: Row) -> Iterator[date]:
    if row.period.start:
        yield from (row.period.start, row.period.start + timedelta(1))
    if row.period.end:
        yield from (row.period.end - timedelta(1), row.period.end)


def _beside(row: Row) -> Iterator[date]:
    if row.period.start:
        yield row.period.start - timedelta(1)
    if row.period.end:
        yield row.period.end + timedelta(1)


def test_every_verdict_is_given_in_some_case() -> None:
    assert {case.expected["verdict"] for case in WORKED} == {verdict.value for verdict in Verdict}
