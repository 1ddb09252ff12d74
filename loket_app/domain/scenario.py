"""What if: the same case with another departure, destination, category or other travellers. Nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.changes import Change, apply, value_at
from loket_app.domain.comparison import Comparison, compare
from loket_app.domain.departing import settled_day
from loket_app.domain.handover import Departure
from loket_app.domain.said import gist
from loket_app.domain.stay import StayCategory
from loket_app.domain.tables import RuleTables
from loket_app.domain.wish import DestinationRight


@dataclass(frozen=True)
class Scenario:
    """What is supposed; None leaves an answer as it stands in the case.

    `travelling` are the ids of the members who return: the others stay. `answers` are any other answers, by path. The
    right to settle is asked anew for another destination, unless `destination_right` says it.
    """

    departure: date | None = None
    destination: str | None = None
    destination_right: DestinationRight | None = None
    category: StayCategory | None = None
    travelling: frozenset[str] | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class SideBySide(Comparison):
    """Two scenarios with the whole advice of each; `before` is the first of them."""

    first: Advice
    second: Advice


_NEVER = datetime.min.replace(tzinfo=UTC)


def with_its_day(case: Case, today: date) -> Case:
    """The case with the day of its journey as the one that is wished, so that another one can be supposed in its place."""
    day = settled_day(case, today)
    return case if day is None else replace(case, wish=replace(case.wish, departure_on=day), departure=Departure())


def with_answer(case: Case, path: str, value: Any) -> Case:
    """The case with another answer at a path, as if. Raises NoSuchPlace."""
    change = Change(case.id, path, value_at(case, path), value, by="", at=_NEVER, group="")
    return replace(apply(case, change), revision=case.revision)


def suppose(case: Case, scenario: Scenario) -> Case:
    """The case as it would be. Raises NoSuchPlace for an answer that a case does not have."""
    for path, value in scenario.answers.items():
        case = with_answer(case, path, value)
    if scenario.category is not None:
        case = replace(case, stay=replace(case.stay, category=scenario.category))
    if scenario.travelling is not None:
        there = scenario.travelling
        case = replace(case, household=tuple(replace(p, travels=p.id in there) for p in case.household))
    return _elsewhere(case, scenario)


def _elsewhere(case: Case, scenario: Scenario) -> Case:
    wish = case.wish
    if scenario.destination is not None and scenario.destination != wish.destination:
        wish = replace(wish, destination=scenario.destination, destination_right=NOT_ASKED)
    if scenario.destination_right is not None:
        wish = replace(wish, destination_right=scenario.destination_right)
    return replace(case, wish=wish)


def advise_if(case: Case, scenario: Scenario, tables: RuleTables, today: date) -> Advice:
    """The advice that the scenario would get."""
    return advise(suppose(case, scenario), tables, today=today, departure=scenario.departure)


def lay_side_by_side(case: Case, first: Scenario, second: Scenario, tables: RuleTables, today: date) -> SideBySide:
    """Two scenarios of one case, with what differs marked."""
    one, other = advise_if(case, first, tables, today), advise_if(case, second, tables, today)
    found = compare(gist(one), gist(other))
    return SideBySide(
        found.before, found.after, found.came, found.went, found.moved, found.lines, first=one, second=other
    )
