"""What may be expected: the departure premium in cash and reintegration support in kind, line by line, never added up.

Every line names its row and source. An amount that no valid row gives is "not known": a line of its own, never 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from loket_app.domain.answers import known
from loket_app.domain.facts import Facts, all_of
from loket_app.domain.money import ZERO, Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person
from loket_app.domain.tables import Figure, Nature, Per, Row, Topic, ValueKind


class LineKind(Enum):
    """What a line says. NOT_KNOWN: ask the voluntary-return cell. OPEN: an answer is missing first.

    ENDED: it stopped, the day or for whom is not public. EXPECTED: announced, from which departure is not public.
    """

    AMOUNT = "amount"
    RANGE = "range"
    UP_TO = "up_to"
    NONE = "none"
    BY_APPROVAL = "by_approval"
    NOT_KNOWN = "not_known"
    ENDED = "ended"
    EXPECTED = "expected"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Line:
    """One line of the estimate. `person` is a member's id, empty for the household. `needs` are unanswered paths.

    `country` is whose rules count, empty when several do: a household line is for its members from there.

    `figure` and `row` say where an amount comes from; a line that spans child and adult names the adult's. NOT_KNOWN has
    neither when the tables are silent; `known_from` is then the first departure for which they say something, if that
    is later. The amount of an EXPECTED line is an announcement: no sum holds it.
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
    country: str = ""
    known_from: date | None = None


@dataclass(frozen=True)
class Total:
    """The sum of the lines with an amount, and how many lines have none: those are not in it.

    `closed`: the verdict closes the programme, and there is nothing to add up. `nothing`: each line says that there is none.
    """

    low: Money
    high: Money
    without_amount: int
    closed: bool = False
    nothing: bool = False


_KIND = {
    ValueKind.AMOUNT: LineKind.AMOUNT,
    ValueKind.RANGE: LineKind.RANGE,
    ValueKind.UP_TO: LineKind.UP_TO,
    ValueKind.NONE: LineKind.NONE,
    ValueKind.BY_APPROVAL: LineKind.BY_APPROVAL,
    ValueKind.NOT_PUBLIC: LineKind.NOT_KNOWN,
    ValueKind.ENDED: LineKind.ENDED,
    ValueKind.EXPECTED: LineKind.EXPECTED,
}
WITHOUT_AMOUNT = (LineKind.NOT_KNOWN, LineKind.BY_APPROVAL, LineKind.ENDED, LineKind.EXPECTED, LineKind.OPEN)
"""Lines that no sum holds: it counts them instead."""
_DESTINATION, _BELGIUM = "wish/destination", "BE"


def total(lines: Iterable[Line]) -> Total:
    """Add up lines of one nature; lines without an amount are counted, not guessed.

    The low end of "up to" is 0: nothing less is promised.
    """
    lines = list(lines)
    summed = [line for line in lines if line.kind not in WITHOUT_AMOUNT]
    return Total(
        low=sum((line.low or ZERO for line in summed), ZERO),
        high=sum((line.high or ZERO for line in summed), ZERO),
        without_amount=len(lines) - len(summed),
        closed=any(line.kind is LineKind.CLOSED for line in lines),
        nothing=bool(lines) and all(line.kind is LineKind.NONE for line in lines),
    )


def closed(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The same lines without what they say: nobody is promised an amount beside a refusal or another route."""
    return tuple(
        Line(line.topic, line.nature, LineKind.CLOSED, person=line.person, country=line.country) for line in lines
    )


def premium_lines(facts: Facts) -> tuple[Line, ...]:
    """The departure premium, one line per traveller. It goes by the country that somebody returns to (AgII, 26/01/2022).

    That source does not speak of a Belgian who goes along: whether the programme does something for them, the cell says.
    """
    return tuple(_premium(facts.fresh(), person) for person in facts.travellers())


def _premium(facts: Facts, person: Person) -> Line:
    line = Line(Topic.PREMIUM, Nature.CASH, LineKind.OPEN, person.id)
    countries = facts.returns_to(person)
    if countries is None:
        return replace(line, needs=tuple(facts.missed))

    if facts.fresh().has_nationality(person, _BELGIUM) and _BELGIUM not in countries:
        return replace(line, kind=LineKind.NOT_KNOWN)

    def at_age(per: Per) -> Line:
        return _agreed(facts, [_value(facts, line, country, person, (per, Per.PERSON)) for country in countries])

    return _by_age(facts.fresh(), person, at_age)


def support_lines(facts: Facts) -> tuple[Line, ...]:
    """Reintegration support: the budget, and a supplement for everybody with a vulnerability.

    It goes by country of origin (S0 §7); people of one household may have different ones, each with its own rules. The
    supplements stand last, behind the budgets of all countries.
    """
    origins: dict[tuple[str, ...], list[Person]] = {}
    lines: list[Line] = []
    for person in facts.travellers():
        own = facts.fresh()
        countries = own.origins(person)
        if countries is None:
            lines.append(Line(Topic.BUDGET, Nature.KIND, LineKind.OPEN, person.id, needs=tuple(own.missed)))
        else:
            origins.setdefault(tuple(sorted(countries)), []).append(person)
    for countries in sorted(origins):
        lines += _support(facts, countries, origins[countries])
    ordered = sorted(lines, key=lambda line: line.topic is Topic.SUPPLEMENT)
    return tuple(ordered) or (Line(Topic.BUDGET, Nature.KIND, LineKind.OPEN, needs=("household",)),)


def _support(facts: Facts, countries: Sequence[str], people: Sequence[Person]) -> list[Line]:
    """The lines of people with the same origin; one line when they have several countries that disagree."""
    if not countries:
        return [Line(Topic.BUDGET, Nature.KIND, LineKind.NOT_KNOWN)]
    found = [_of_country(facts, country, people) for country in countries]
    if len(found) == 1:
        return found[0]
    if all([_says(line) for line in lines] == [_says(line) for line in found[0]] for lines in found):
        return [replace(line, country="") for line in found[0]]
    return [_undecided(facts, Line(Topic.BUDGET, Nature.KIND, LineKind.OPEN))]


def _of_country(facts: Facts, country: str, people: Sequence[Person]) -> list[Line]:
    """A supplement comes on top of a budget; where vulnerability is what a budget may be approved for, it is that."""
    budget = _budget(facts, country, people)
    instead = all(line.kind in (LineKind.NONE, LineKind.BY_APPROVAL) for line in budget)
    return budget if instead else [*budget, *_supplements(facts, country, people)]


def _budget(facts: Facts, origin: str, people: Sequence[Person]) -> list[Line]:
    line = Line(Topic.BUDGET, Nature.KIND, LineKind.OPEN)
    whole = _value(facts, line, origin, people[0], tuple(Per))
    if whole.row is None or whole.figure is None or (whole.figure.per is Per.HOUSEHOLD and not whole.row.shares):
        return [whole]
    return [_personal(facts, replace(line, person=person.id), origin, person) for person in people]


def _personal(facts: Facts, line: Line, origin: str, person: Person) -> Line:
    return _by_age(facts.fresh(), person, lambda per: _value(facts, line, origin, person, (per, Per.PERSON)))


def _supplements(facts: Facts, origin: str, people: Sequence[Person]) -> list[Line]:
    lines = (_supplement(facts.fresh(), origin, person) for person in people)
    return [line for line in lines if line is not None]


def _supplement(facts: Facts, origin: str, person: Person) -> Line | None:
    """None when the tables know no supplement for that country, or when no vulnerability was named."""
    line = Line(Topic.SUPPLEMENT, Nature.KIND, LineKind.OPEN, person.id)
    value = _value(facts, line, origin, person, (Per.PERSON,))
    if value.kind is LineKind.NOT_KNOWN and value.figure is None:
        return None
    vulnerable = facts.is_vulnerable(person)
    if vulnerable is None:
        return replace(line, needs=tuple(facts.missed), country=origin)
    return value if vulnerable else None


def _by_age(facts: Facts, person: Person, at_age: Callable[[Per], Line]) -> Line:
    minor = facts.is_minor(person)
    if minor is not None:
        return at_age(Per.CHILD if minor else Per.ADULT)
    return _either(at_age(Per.ADULT), at_age(Per.CHILD), tuple(facts.missed))


def _either(adult: Line, child: Line, needs: tuple[str, ...]) -> Line:
    """Child or adult is not known yet: the line spans both amounts, or stays open when one of them has none."""
    if _says(adult) == _says(child):
        return adult
    if adult.kind in WITHOUT_AMOUNT or child.kind in WITHOUT_AMOUNT:
        needs = tuple(dict.fromkeys((*needs, *adult.needs, *child.needs)))
        return Line(adult.topic, adult.nature, LineKind.OPEN, adult.person, needs=needs, country=adult.country)
    low = min(adult.low or ZERO, child.low or ZERO)
    high = max(adult.high or ZERO, child.high or ZERO)
    return replace(adult, kind=LineKind.RANGE, low=low, high=high, needs=needs)


def _agreed(facts: Facts, lines: Sequence[Line]) -> Line:
    """The line that every possible country gives; else the destination decides."""
    first = lines[0]
    if any(_says(line) != _says(first) for line in lines):
        return _undecided(facts, first)
    return first if len(lines) == 1 else replace(first, country="")


def _undecided(facts: Facts, line: Line) -> Line:
    """Several countries disagree: open until there is a destination; when that is none of them, not known."""
    kind = LineKind.NOT_KNOWN if known(facts.case.wish.destination) else LineKind.OPEN
    needs = () if kind is LineKind.NOT_KNOWN else (_DESTINATION,)
    return Line(line.topic, line.nature, kind, line.person, needs=needs)


def _says(line: Line) -> tuple[Topic, LineKind, str, Money | None, Money | None, tuple[str, ...]]:
    return line.topic, line.kind, line.person, line.low, line.high, line.needs


def _value(facts: Facts, line: Line, country: str, person: Person, per: Sequence[Per]) -> Line:
    """The line with what the most specific figure says at departure.

    OPEN when an answer decides first whether a figure fits; NOT_KNOWN when the tables are silent.
    """
    line = replace(line, country=country)
    for figure in facts.tables.ranked(line.topic):
        row = figure.row(facts.departure)
        if row is None or not _speaks(figure, row, per):
            continue
        asking = facts.fresh()
        fits = _fits(asking, figure, country, person)
        if fits is None:
            return replace(line, needs=tuple(asking.missed))
        if fits:
            said = row.said_to(per)
            return replace(line, kind=_KIND[said.kind], low=said.low, high=said.high, figure=figure, row=row)
    return replace(line, kind=LineKind.NOT_KNOWN, known_from=_known_from(facts, line, person, per))


def _speaks(figure: Figure, row: Row, per: Sequence[Per]) -> bool:
    """Whether a row says something for one of these: as its figure is for them, or in a share of its own for them."""
    return figure.per in per or any(share.per in per for share in row.shares)


def _known_from(facts: Facts, line: Line, person: Person, per: Sequence[Per]) -> date | None:
    """The first later departure for which a figure that fits somebody has a value."""
    later = (
        figure.first_day
        for figure in facts.tables.ranked(line.topic)
        if figure.per in per and _fits(facts.fresh(), figure, line.country, person)
    )
    return min((day for day in later if day and day > facts.departure), default=None)


def _fits(facts: Facts, figure: Figure, country: str, person: Person) -> bool | None:
    if figure.countries and country not in figure.countries:
        return False
    if figure.group and not facts.tables.in_group(country, figure.group, facts.departure):
        return False
    own = facts.has_nationality(person, country) if figure.own_nationals else True
    return all_of([own, _fits_category(facts, figure), _arrived_in_time(facts, figure)])


def _fits_category(facts: Facts, figure: Figure) -> bool | None:
    if not figure.categories:
        return True
    category = facts.ask("stay/category")
    return None if category is None else category in figure.categories


def _arrived_in_time(facts: Facts, figure: Figure) -> bool | None:
    if figure.arrived_before is None:
        return True
    arrived: PartialDate | None = facts.ask("stay/arrived_in_belgium")
    if arrived is None:
        return None
    first, last = arrived.span
    if last < figure.arrived_before:
        return True
    if first >= figure.arrived_before:
        return False
    facts.missed["stay/arrived_in_belgium"] = None
    return None
