"""Where a value for single countries belongs: at the figure that counts for them on those days, and at no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from loket_app.domain.layer import Proposal
from loket_app.domain.tables import CountryGroup, Figure, Per, Period, RuleTables


@dataclass(frozen=True)
class Elsewhere:
    """A country that a value is not for, from a day on: its `group` then, and the figure that counts there, if any."""

    country: str
    day: date
    group: CountryGroup | None = None
    figure: Figure | None = None


def elsewhere(tables: RuleTables, said: Proposal) -> Elsewhere | None:
    """The first country of a value that has a figure of its own on its days, or is outside that of the value."""
    figure = next((each for each in tables.figures if each.id == said.figure), None)
    if figure is None:
        return None
    places = (_of_country(tables, figure, code, said.period) for code in said.countries)
    return next((place for place in places if place is not None), None)


def _of_country(tables: RuleTables, figure: Figure, country: str, period: Period) -> Elsewhere | None:
    for other in tables.figures:
        if other.id != figure.id and country in other.countries and _of_the_same(figure, other):
            day = next((day for row in other.rows if (day := _meeting(row.period, period))), None)
            if day is not None:
                return Elsewhere(country, day, figure=other)
    for day in _days(tables, country, period):
        outside = bool(figure.countries) and country not in figure.countries
        if outside or (figure.group and not tables.in_group(country, figure.group, day)):
            return _belongs(tables, figure, country, day)
    return None


def _belongs(tables: RuleTables, figure: Figure, country: str, day: date) -> Elsewhere:
    """The group that the country is in on the day, and the figure of the same kind that is for it."""
    groups = {group.id: group for group in tables.groups}
    for group in groups.values():
        if not tables.in_group(country, group.id, day):
            continue
        fitting = (each for each in tables.figures if each.group == group.id and not each.countries)
        right = next((each for each in fitting if _of_the_same(figure, each)), None)
        if right is not None or figure.group:
            return Elsewhere(country, day, group, right)
    return Elsewhere(country, day)


def _days(tables: RuleTables, country: str, period: Period) -> Iterator[date]:
    """The first day, and every day in the period on which the country changes its group."""
    first = period.start or date.min
    changes = {first}
    for group in tables.groups:
        for member in group.members:
            if member.country == country:
                end = member.period.end
                changes |= {member.period.start or first, end + timedelta(1) if end and end < date.max else first}
    yield from sorted(day for day in changes if day >= first and period.holds(day))


def _of_the_same(one: Figure, other: Figure) -> bool:
    """Whether both may be for the same person, for the same thing."""
    return (
        one.topic is other.topic
        and not other.narrows
        and not other.informative
        and {one.per, other.per} != {Per.ADULT, Per.CHILD}
    )


def _meeting(one: Period, other: Period) -> date | None:
    start = max(one.start or date.min, other.start or date.min)
    return start if one.holds(start) and other.holds(start) else None
