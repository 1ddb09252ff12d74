"""Promises of the estimate, drawn to be hard: an unknown never takes money away, order never counts, sums are whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.advice import advise
from loket_app.domain.answers import UNKNOWN
from loket_app.domain.case import Case, Desk
from loket_app.domain.estimate import WITHOUT_AMOUNT, Line, LineKind, premium_lines, total
from loket_app.domain.facts import Facts
from loket_app.domain.laid_over import lay_over
from loket_app.domain.money import ZERO, Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation
from loket_app.domain.said import SaidLine, gist
from loket_app.domain.stay import Stay, StayCategory
from loket_app.domain.tables import Nature, Topic
from loket_app.domain.wish import DestinationRight, Wish
from loket_app.rules import load_tables
from tests.domain.advice_cases import advice_cases, answered, departures, no_answer, with_answer
from tests.domain.layers import BUDGET, confirmed, proposal

TABLES = load_tables()
TODAY = date(2026, 11, 21)
KINDS = st.sampled_from([LineKind.AMOUNT, LineKind.RANGE, LineKind.UP_TO, LineKind.NONE, *WITHOUT_AMOUNT])
EUROS = st.integers(1, 5000)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Any line as the tables may give it."""
    kind, low, more = draw(KINDS), draw(EUROS), draw(EUROS)
    line = Line(Topic.BUDGET, Nature.KIND, kind)
    if kind is LineKind.AMOUNT:
        return replace(line, low=Money.of(low), high=Money.of(low))
    if kind in (LineKind.RANGE, LineKind.EXPECTED):
        return replace(line, low=Money.of(low), high=Money.of(low + more))
    return replace(line, low=ZERO, high=Money.of(more)) if kind is LineKind.UP_TO else line


@given(st.lists(lines(), max_size=8))
def test_a_total_is_the_sum_of_all_lines_with_an_amount_and_counts_the_others(found: list[Line]) -> None:
    summed = total(found)
    counted = [line for line in found if line.kind in (LineKind.AMOUNT, LineKind.RANGE, LineKind.UP_TO)]
    assert summed.low.euro == sum(line.low.euro for line in counted if line.low)
    assert summed.high.euro == sum(line.high.euro for line in counted if line.high)
    nothing = sum(line.kind is LineKind.NONE for line in found)
    assert summed.without_amount == len(found) - len(counted) - nothing


@given(advice_cases, departures, st.data())
def test_an_answer_that_gets_lost_never_turns_an_amount_into_none(
    case: Case, departure: date, data: st.DataObject
) -> None:
    """Somebody who may come along again is a line more; of those who were there nobody is told that there is nothing.

    Without a destination the countries of origin count, as is said beside the amount: one may have no premium.
    """
    paths = [path for path in answered(case) if path != "wish/destination"]
    if not paths:
        return
    path = data.draw(st.sampled_from(paths))
    lost = with_answer(case, path, data.draw(no_answer(path)))
    before, after = _by_person(case, departure), _by_person(lost, departure)
    for who, line in after.items():
        if line.kind is LineKind.NONE and who in before:
            assert before[who].kind in (LineKind.NONE, LineKind.OPEN), (path, who)


def test_who_may_be_a_belgian_among_others_is_not_told_that_there_is_nothing() -> None:
    """The tables have no premium to Kosovo for 2021; whether a Belgian who went along got one no source says."""
    case = with_answer(_COUPLE, "household/p2/stay_category", StayCategory.BELGIAN)
    lost = with_answer(_COUPLE, "household/p2/stay_category", UNKNOWN)
    departure = date(2021, 12, 31)
    assert _by_person(case, departure)["p2"].kind is LineKind.NOT_KNOWN
    line = _by_person(lost, departure)["p2"]
    assert (line.kind, "household/p2/stay_category" in line.needs) == (LineKind.OPEN, True)
    assert _by_person(lost, departure)["p1"].kind is LineKind.NONE


_COUPLE = Case(
    "case",
    "BRU-2026-0001",
    Desk.BRUSSELS,
    date(2026, 1, 1),
    "desk",
    household=(
        Person("p1", Relation.APPLICANT, birth_date=PartialDate(1990)),
        Person("p2", Relation.PARTNER, travels=True),
    ),
    stay=Stay(category=StayCategory.APPLICANT),
    wish=Wish(destination="XK", destination_right=DestinationRight.COUNTRY_OF_ORIGIN),
)


def _by_person(case: Case, departure: date) -> dict[str, Line]:
    return {line.person: line for line in premium_lines(Facts(case, departure, TABLES))}


@given(advice_cases.filter(lambda case: len(case.household) > 2), departures, st.data())
def test_no_order_of_the_household_changes_what_is_said(case: Case, departure: date, data: st.DataObject) -> None:
    turned = replace(case, household=tuple(data.draw(st.permutations(case.household))))
    one, other = (gist(advise(each, TABLES, today=TODAY, departure=departure)) for each in (case, turned))
    assert (one.verdict, one.reasons) == (other.verdict, other.reasons)
    assert _sorted(one.lines) == _sorted(other.lines)


def _sorted(found: Iterable[SaidLine]) -> list[str]:
    """The lines, with whom each is for in one order: names stand in the order of the household."""
    return sorted(repr(replace(line, members=tuple(sorted(line.members)))) for line in found)


@given(departures, st.integers(1, 4000), st.dates(date(2022, 1, 2), date(2029, 12, 31)))
def test_with_a_figure_of_the_desk_a_later_departure_never_uses_an_older_row_either(
    day: date, days: int, begins: date
) -> None:
    tables = lay_over(TABLES, [confirmed(proposal(start=begins))])
    figure = next(each for each in tables.figures if each.id == BUDGET)
    sooner, later = figure.row(day), figure.row(day + timedelta(days))
    if sooner and later:
        assert (later.period.start or date.min) >= (sooner.period.start or date.min)
    assert (later is not None and later.source.desk == "GNT") is (day + timedelta(days) >= begins)
