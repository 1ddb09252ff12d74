"""What may be expected: the departure premium in cash and reintegration support in kind, line by line, never added up.

Every line names its row and source. An amount that no valid row gives is "not known": a line of its own, never 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from loket_app.domain.answers import known
from loket_app.domain.eligibility_stay import BELGIUM, is_belgian
from loket_app.domain.facts import Facts
from loket_app.domain.figure_fits import fits
from loket_app.domain.money import ZERO, Money
from loket_app.domain.person import Person
from loket_app.domain.stay_of import stands_apart
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
    is later. The amount of an EXPECTED line is an announcement: no sum holds it. `members` are whom a household line is for,
    by id, where others from there have their own. `belgian`: NOT_KNOWN, as no source speaks of a Belgian who goes along.
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
    members: tuple[str, ...] = ()
    belgian: bool = False


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
_DESTINATION = "wish/destination"


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
        Line(line.topic, line.nature, LineKind.CLOSED, line.person, country=line.country, members=line.members)
        for line in lines
    )


def premium_lines(facts: Facts) -> tuple[Line, ...]:
    """The departure premium, one line per traveller. It goes by the country that somebody returns to (AgII, 26/01/2022)."""
    return tuple(_premium(facts.fresh(), person) for person in facts.travellers())


def _premium(facts: Facts, person: Person) -> Line:
    line = Line(Topic.PREMIUM, Nature.CASH, LineKind.OPEN, person.id)
    countries = facts.returns_to(person)
    if countries is None:
        return replace(line, needs=tuple(facts.missed))
    if goes_along_as_belgian(facts, person):
        return replace(line, kind=LineKind.NOT_KNOWN, belgian=True)

    def at_age(per: Per) -> Line:
        return _agreed(facts, [value_for(facts, line, country, person, (per, Per.PERSON)) for country in countries])

    return _never_none_unasked(facts, by_age(facts.fresh(), person, at_age), person)


def _never_none_unasked(facts: Facts, line: Line, person: Person) -> Line:
    """Who stands apart, it is not known where, may be a Belgian, of whom no source speaks: not told that there is nothing."""
    asking = facts.fresh()
    apart = not known(person.stay_category) and stands_apart(facts.case, person)
    if line.kind is not LineKind.NONE or not apart or is_belgian(asking, person) is not None:
        return line
    return Line(line.topic, line.nature, LineKind.OPEN, person.id, needs=tuple(asking.missed))


def goes_along_as_belgian(facts: Facts, person: Person) -> bool:
    """Neither source of premium nor of support speaks of a Belgian who goes along to another country.

    The source that Belgians get nothing speaks of people who became Belgian (Vreemdelingenrecht.be), not of their
    families: whether the programme does something for such a member, the cell says.
    """
    countries = facts.fresh().returns_to(person) or (BELGIUM,)
    return BELGIUM not in countries and is_belgian(facts.fresh(), person) is True


def by_age(facts: Facts, person: Person, at_age: Callable[[Per], Line]) -> Line:
    """The line of a child or of an adult; of both where the birth date leaves that open."""
    minor = facts.is_minor(person)
    if minor is not None:
        return at_age(Per.CHILD if minor else Per.ADULT)
    return _either(at_age(Per.ADULT), at_age(Per.CHILD), tuple(facts.missed))


def _either(adult: Line, child: Line, needs: tuple[str, ...]) -> Line:
    """Child or adult is not known yet: the line spans both amounts, or stays open when one of them has none."""
    if says(adult) == says(child):
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
    if any(says(line) != says(first) for line in lines):
        return undecided(facts, first)
    return first if len(lines) == 1 else replace(first, country="")


def undecided(facts: Facts, line: Line) -> Line:
    """Several countries disagree: open until there is a destination; when that is none of them, not known."""
    kind = LineKind.NOT_KNOWN if known(facts.case.wish.destination) else LineKind.OPEN
    needs = () if kind is LineKind.NOT_KNOWN else (_DESTINATION,)
    return Line(line.topic, line.nature, kind, line.person, needs=needs)


def says(line: Line) -> tuple[Topic, LineKind, str, Money | None, Money | None, tuple[str, ...], tuple[str, ...]]:
    """What a reader sees of a line, wherever it comes from."""
    return line.topic, line.kind, line.person, line.low, line.high, line.needs, line.members


def value_for(facts: Facts, line: Line, country: str, person: Person, per: Sequence[Per]) -> Line:
    """The line with what the most specific figure says at departure.

    OPEN when an answer decides first whether a figure fits; NOT_KNOWN when the tables are silent.
    """
    line = replace(line, country=country)
    for figure in facts.tables.ranked(line.topic):
        row = figure.row(facts.departure)
        if row is None or not _speaks(figure, row, per):
            continue
        asking = facts.fresh()
        fitting = fits(asking, figure, country, person)
        if fitting is None:
            return replace(line, needs=tuple(asking.missed))
        if fitting:
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
        if figure.per in per and fits(facts.fresh(), figure, line.country, person)
    )
    return min((day for day in later if day and day > facts.departure), default=None)
