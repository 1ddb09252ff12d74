"""Whether a figure of the tables is for somebody: by country, group, citizenship, residence situation and arrival."""

from __future__ import annotations

from loket_app.domain.facts import Facts, all_of
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person
from loket_app.domain.stay_of import stay_place
from loket_app.domain.tables import Figure


def fits(facts: Facts, figure: Figure, country: str, person: Person) -> bool | None:
    """None as long as an answer is missing; `facts` remembers which."""
    if figure.countries and country not in figure.countries:
        return False
    if figure.group and not facts.tables.in_group(country, figure.group, facts.departure):
        return False
    own = facts.has_nationality(person, country) if figure.own_nationals else True
    return all_of([own, _fits_category(facts, figure, person), _arrived_in_time(facts, figure)])


def _fits_category(facts: Facts, figure: Figure, person: Person) -> bool | None:
    if not figure.categories:
        return True
    category = facts.ask(stay_place(facts.case, person))
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
