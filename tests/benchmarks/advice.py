"""Advice, measured: one case, 100,000 again, the next question; beside a plain loop and beside OpenFisca-Core.

`python -m tests.benchmarks.advice` prints it; `lines()` gives it to a larger run. The plain loop knows the premium alone
and the people of this caseload alone; that it finds the same euros shows that both did the same work.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import known
from loket_app.domain.case import AdviceGiven, Case
from loket_app.domain.money import ZERO
from loket_app.domain.next_question import best_questions
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.said import Kept, gist, marks, write
from loket_app.domain.stay import StayCategory
from loket_app.domain.tables import Per, RuleTables, Topic
from loket_app.rules import load_tables
from loket_app.services.advice_history import compare
from tests.benchmarks import openfisca, population

COUNT = 100_000
OPEN = 5_000
DEPARTURES = tuple(date(year, month, 15) for year in range(2017, 2027) for month in (2, 8))
TODAY = date(2026, 11, 21)
ADULT = 18
_EPOCH = date(1970, 1, 1)

Plain = list[tuple[date, list[tuple[str, date]]]]
"""What the loops read: for each case the departure, and the country and birth of everybody."""


def lines(count: int = COUNT) -> Iterator[str]:
    """The section, line by line."""
    tables, cases = load_tables(), list(_caseload(count))
    plain = _plain(cases)
    ours, premium = _timed(lambda: _premium(cases, tables))
    loop, found = _timed(lambda: _plain_loop(plain, tables))
    yield f"{count:,} cases, {sum(len(people) for _day, people in plain):,} people, premium {premium:,} euro in all"
    yield f"advice per case: {_ms(ours / count)} (aim: at most 1 ms); all again: {ours:.1f} s"
    yield f"plain loop, premium alone: {loop:.2f} s, same euros: {found == premium}; whole advice / plain loop: {ours / loop:.1f}"
    yield from _slowest(cases, tables)
    yield from _history(cases[:OPEN], tables)
    yield from _questions(cases[:200], tables)
    yield from openfisca.lines(_people(plain), tables, found, ours, loop)


def _caseload(count: int) -> Iterator[Case]:
    """Whole birth dates, a departure and no legal stay, so that every premium is an amount or said not to be known."""
    for number, case in enumerate(population.cases(count)):
        people = tuple(
            replace(person, birth_date=PartialDate(person.birth_date.year, 1 + number % 12, 1 + number % 28))
            for person in case.household
            if known(person.birth_date)
        )
        wish = replace(case.wish, departure_on=DEPARTURES[number % len(DEPARTURES)])
        stay = replace(case.stay, category=StayCategory.NO_LEGAL_STAY)
        yield replace(case, household=people, wish=wish, stay=stay)


def _premium(cases: Sequence[Case], tables: RuleTables) -> Decimal:
    """The whole advice of each case, and of it the premiums added up."""
    return sum((_again(case, tables).premium_total.low for case in cases), ZERO).euro


def _again(case: Case, tables: RuleTables) -> Advice:
    return advise(case, tables, today=TODAY)


def _plain(cases: Sequence[Case]) -> Plain:
    return [(_departure(case), [(_country(p), _born(p)) for p in case.household]) for case in cases]


def _departure(case: Case) -> date:
    return case.wish.departure_on if known(case.wish.departure_on) else TODAY


def _country(person: Any) -> str:
    return str(person.nationalities[0])


def _born(person: Any) -> date:
    return date(person.birth_date.year, person.birth_date.month, person.birth_date.day)


def _plain_loop(plain: Plain, tables: RuleTables) -> Decimal:
    """The premium as a script would do it: the rows of the tables in plain lists, one loop, no reasons."""
    rows = [
        (figure, per, row.period.start or _EPOCH, row.period.end or date.max, row.low.euro if row.low else Decimal(0))
        for figure in tables.ranked(Topic.PREMIUM)
        if not figure.categories
        for per in ((figure.per,) if figure.per in (Per.ADULT, Per.CHILD) else (Per.ADULT, Per.CHILD))
        for row in figure.rows
    ]
    total = Decimal(0)
    for departure, people in plain:
        for country, born in people:
            age = departure.year - born.year - ((departure.month, departure.day) < (born.month, born.day))
            wanted = Per.ADULT if age >= ADULT else Per.CHILD
            for figure, per, start, end, amount in rows:
                if per is not wanted or not start <= departure <= end:
                    continue
                if figure.countries and country not in figure.countries:
                    continue
                if figure.group and tables.group_of(country, departure, "visa") != figure.group:
                    continue
                total += amount
                break
    return total


def _slowest(cases: Sequence[Case], tables: RuleTables) -> Iterator[str]:
    times = []
    for case in cases[:10_000]:
        start = time.perf_counter()
        _again(case, tables)
        times.append(time.perf_counter() - start)
    times.sort()
    yield f"one case at a time: median {_ms(times[len(times) // 2])}, 99th of 100 {_ms(times[len(times) * 99 // 100])}"


def _history(cases: Sequence[Case], tables: RuleTables) -> Iterator[str]:
    """Cases held against the advice that was given by an earlier version."""
    given = [_given(case, replace(tables, version="earlier")) for case in cases]
    seconds, found = _timed(lambda: sum(compare(case, tables, TODAY) is not None for case in given))
    yield f"{len(given):,} cases held against their last advice: {seconds:.1f} s, {found} differ"


def _given(case: Case, tables: RuleTables) -> Case:
    advice = _again(case, tables)
    outcome = write(Kept(gist(advice), "nl", marks(case, "a")))
    at = case.history[0].at
    kept = AdviceGiven("a", at, "bench", advice.verdict.value, advice.departure, tables.version, "", outcome)
    return replace(case, advice=(kept,))


def _questions(cases: Sequence[Case], tables: RuleTables) -> Iterator[str]:
    advices = [_again(case, tables) for case in cases]
    pairs = list(zip(cases, advices, strict=True))
    seconds, _found = _timed(lambda: [best_questions(case, tables, advice) for case, advice in pairs])
    yield f"next best question, off the hot path: {_ms(seconds / len(pairs))} a case"


def _people(plain: Plain) -> list[tuple[date, str, date]]:
    return [(departure, country, born) for departure, people in plain for country, born in people]


def _timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds and answer; what is garbage by then is nobody's time."""
    gc.collect()
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


if __name__ == "__main__":
    for line in lines(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT):
        sys.stdout.write(line + "\n")
