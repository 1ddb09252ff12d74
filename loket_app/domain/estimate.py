"""What may be expected: the departure premium in cash and reintegration support in kind, line by line, never added up.

Every line names its row and source. An amount that no valid row gives is "not known": a line of its own, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from loket_app.domain.facts import Facts
from loket_app.domain.money import ZERO, Money
from loket_app.domain.person import Person
from loket_app.domain.tables import Figure, Nature, Per, Row, Topic, ValueKind


class LineKind(Enum):
    """What a line says. NOT_KNOWN: ask the voluntary-return cell. OPEN: an answer is missing first."""

    AMOUNT = "amount"
    RANGE = "range"
    UP_TO = "up_to"
    NONE = "none"
    BY_APPROVAL = "by_approval"
    NOT_KNOWN = "not_known"
    OPEN = "open"


@dataclass(frozen=True)
class Line:
    """One line of the estimate. `person` is a member's id, empty for the household. `needs` are unanswered paths.

    `figure` and `row` say where an amount comes from; a line that spans child and adult names the adult's.
    """

    topic: Topic
    nature: Nature
    kind: LineKind
    person: str = ""
    low: Money | None = None
    high: Money | None = None
    figure: Figure | None = None
    row: Row | None = None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Total:
    """The sum of the lines with an amount, and how many lines have none: those are not in it."""

    low: Money
    high: Money
    without_amount: int


_KIND = {
    ValueKind.AMOUNT: LineKind.AMOUNT,
    ValueKind.RANGE: LineKind.RANGE,
    ValueKind.UP_TO: LineKind.UP_TO,
    ValueKind.NONE: LineKind.NONE,
    ValueKind.BY_APPROVAL: LineKind.BY_APPROVAL,
    ValueKind.NOT_PUBLIC: LineKind.NOT_KNOWN,
}
_OPEN_KINDS = (LineKind.NOT_KNOWN, LineKind.BY_APPROVAL, LineKind.OPEN)


def total(lines: Iterable[Line]) -> Total:
    """Add up lines of one nature; lines without an amount are counted, not guessed.

    The low end of "up to" is 0: nothing less is promised.
    """
    lines = list(lines)
    return Total(
        low=sum((line.low or ZERO for line in lines), ZERO),
        high=sum((line.high or ZERO for line in lines), ZERO),
        without_amount=sum(line.kind in _OPEN_KINDS for line in lines),
    )


def premium_lines(facts: Facts) -> tuple[Line, ...]:
    """The departure premium, one line per traveller."""
    return tuple(_premium(facts.fresh(), person) for person in facts.travellers())


def _premium(facts: Facts, person: Person) -> Line:
    line = Line(Topic.PREMIUM, Nature.CASH, LineKind.OPEN, person.id)
    origin, minor = facts.origin(person), facts.is_minor(person)
    if origin is None:
        return replace(line, needs=tuple(facts.missed))
    if minor is not None:
        return _filled(facts, line, _figure(facts, Topic.PREMIUM, origin, Per.CHILD if minor else Per.ADULT))
    adult, child = (_filled(facts, line, _figure(facts, Topic.PREMIUM, origin, per)) for per in (Per.ADULT, Per.CHILD))
    return replace(_either(adult, child), needs=tuple(facts.missed))


def _either(adult: Line, child: Line) -> Line:
    """Child or adult is not known yet: the line spans both amounts."""
    if adult.kind is not LineKind.AMOUNT or child.kind is not LineKind.AMOUNT:
        return adult
    return replace(adult, kind=LineKind.RANGE, low=child.low)


def support_lines(facts: Facts) -> tuple[Line, ...]:
    """Reintegration support: the budget, and a supplement for everybody with a vulnerability.

    People of one household may come from different countries, each with its own rules.
    """
    facts = facts.fresh()
    origins = {person.id: facts.origin(person) for person in facts.travellers()}
    if not origins or None in origins.values():
        return (Line(Topic.BUDGET, Nature.KIND, LineKind.OPEN, needs=tuple(facts.missed) or ("household",)),)
    lines: list[Line] = []
    for origin in sorted({origin for origin in origins.values() if origin}):
        people = [person for person in facts.travellers() if origins[person.id] == origin]
        lines += _budget(facts, origin, people)
        lines += _supplements(facts, origin, people)
    return tuple(lines)


def _budget(facts: Facts, origin: str, people: Sequence[Person]) -> list[Line]:
    line = Line(Topic.BUDGET, Nature.KIND, LineKind.OPEN)
    facts = facts.fresh()
    figure = _figure(facts, Topic.BUDGET, origin)
    if figure is None or figure.per is Per.HOUSEHOLD:
        return [_filled(facts, line, figure)]
    return [_personal(facts.fresh(), person, figure) for person in people]


def _personal(facts: Facts, person: Person, figure: Figure) -> Line:
    line = Line(figure.topic, Nature.KIND, LineKind.OPEN, person.id)
    minor = facts.is_minor(person) if figure.per is Per.ADULT else False
    if minor is None:
        return replace(line, needs=tuple(facts.missed))
    return _filled(facts, line, None if minor else figure)


def _supplements(facts: Facts, origin: str, people: Sequence[Person]) -> list[Line]:
    figure = _figure(facts.fresh(), Topic.SUPPLEMENT, origin)
    if figure is None:
        return []
    lines = (_supplement(facts.fresh(), person, figure) for person in people)
    return [line for line in lines if line is not None]


def _supplement(facts: Facts, person: Person, figure: Figure) -> Line | None:
    line = Line(Topic.SUPPLEMENT, Nature.KIND, LineKind.OPEN, person.id)
    vulnerable = facts.is_vulnerable(person)
    if vulnerable is None:
        return replace(line, needs=tuple(facts.missed))
    return _filled(facts, line, figure) if vulnerable else None


def _filled(facts: Facts, line: Line, figure: Figure | None) -> Line:
    """The line with what its figure says at departure; open when an answer decides first which figure it is."""
    if figure is None and facts.missed:
        return replace(line, needs=tuple(facts.missed))
    row = figure.row(facts.departure) if figure else None
    if figure is None or row is None:
        return replace(line, kind=LineKind.NOT_KNOWN)
    return replace(line, kind=_KIND[row.kind], low=row.low, high=row.high, figure=figure, row=row)


def _figure(facts: Facts, topic: Topic, origin: str, per: Per | None = None) -> Figure | None:
    """The most specific figure for a country with a row for the departure date.

    None when the tables are silent, or when an answer is missing first: then `facts.missed` names it.
    """
    candidates = (figure for figure in facts.tables.figures if figure.topic is topic and per in (None, figure.per))
    for figure in sorted(candidates, key=_specific, reverse=True):
        fits = _fits(facts, figure, origin)
        if fits is not False:
            return figure if fits else None
    return None


def _fits(facts: Facts, figure: Figure, origin: str) -> bool | None:
    if figure.informative or figure.row(facts.departure) is None:
        return False
    if figure.countries and origin not in figure.countries:
        return False
    if figure.group and not facts.tables.in_group(origin, figure.group, facts.departure):
        return False
    if not figure.categories:
        return True
    category = facts.ask("stay/category")
    return None if category is None else category in figure.categories


def _specific(figure: Figure) -> tuple[bool, bool, bool]:
    return bool(figure.categories), bool(figure.countries), bool(figure.group)
