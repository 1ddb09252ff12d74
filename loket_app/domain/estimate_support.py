"""Reintegration support, in kind: the budgets of a household by country and residence situation, and supplements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from loket_app.domain.answers import known
from loket_app.domain.estimate import Line, LineKind, by_age, goes_along_as_belgian, says, undecided, value_for
from loket_app.domain.facts import Facts
from loket_app.domain.person import Person
from loket_app.domain.stay_of import stay_of, stay_place
from loket_app.domain.tables import Nature, Per, Topic

_OPEN = Line(Topic.BUDGET, Nature.KIND, LineKind.OPEN)


def support_lines(facts: Facts) -> tuple[Line, ...]:
    """Reintegration support: the budget, and a supplement for everybody with a vulnerability.

    It goes by country of origin (S0 §7); people of one household may have different ones, each with its own rules. The
    supplements stand last, behind the budgets of all countries.
    """
    origins: dict[tuple[str, ...], list[Person]] = {}
    lines: list[Line] = []
    along: list[Line] = []
    for person in facts.travellers():
        own = facts.fresh()
        countries = own.origins(person)
        if goes_along_as_belgian(facts, person):
            along.append(replace(_OPEN, kind=LineKind.NOT_KNOWN, person=person.id, belgian=True))
        elif countries is None:
            lines.append(replace(_OPEN, person=person.id, needs=tuple(own.missed)))
        else:
            origins.setdefault(tuple(sorted(countries)), []).append(person)
    for countries in sorted(origins):
        lines += _support(facts, countries, origins[countries])
    ordered = sorted((*lines, *along), key=lambda line: line.topic is Topic.SUPPLEMENT)
    return tuple(ordered) or (replace(_OPEN, needs=("household",)),)


def _support(facts: Facts, countries: Sequence[str], people: Sequence[Person]) -> list[Line]:
    """The lines of people with the same origin; one line when they have several countries that disagree."""
    if not countries:
        return [replace(_OPEN, kind=LineKind.NOT_KNOWN)]
    found = [_of_country(facts, country, people) for country in countries]
    if len(found) == 1:
        return found[0]
    if all([says(line) for line in lines] == [says(line) for line in found[0]] for lines in found):
        return [replace(line, country="") for line in found[0]]
    return [undecided(facts, _OPEN)]


def _of_country(facts: Facts, country: str, people: Sequence[Person]) -> list[Line]:
    """A supplement comes on top of a budget; where vulnerability is what a budget may be approved for, it is that.

    People from one country may stand in Belgium in different ways: those for whom the same counts go together.
    """
    lines: list[Line] = []
    for whole, alike in _alike(facts, country, people):
        budget = _budget(facts, whole, country, alike)
        instead = all(line.kind in (LineKind.NONE, LineKind.BY_APPROVAL) for line in budget)
        lines += budget if instead else [*budget, *_supplements(facts, country, alike)]
    return lines


def _alike(facts: Facts, country: str, people: Sequence[Person]) -> Iterator[tuple[Line, Sequence[Person]]]:
    """What counts for a whole household, and for whom of these people; a line says for whom where it is not for all."""
    groups: list[tuple[Line, list[Person]]] = []
    for alike in _standing(facts, people):
        whole = value_for(facts, _OPEN, country, alike[0], tuple(Per))
        same = next((others for line, others in groups if line == whole), None)
        if same is None:
            groups.append((whole, alike))
        else:
            same.extend(alike)
    everybody = len(groups) == 1 and not any(_has_own_line(facts, country, person) for person in facts.travellers())
    for whole, meant in groups:
        yield (whole if everybody else replace(whole, members=tuple(person.id for person in meant))), meant


def _standing(facts: Facts, people: Sequence[Person]) -> list[list[Person]]:
    """People with the same residence situation; where nobody knows one's own, they stand alone."""
    standing: dict[Any, list[Person]] = {}
    for person in people:
        answer = stay_of(facts.case, person)
        standing.setdefault(answer if known(answer) else stay_place(facts.case, person), []).append(person)
    return list(standing.values())


def _has_own_line(facts: Facts, country: str, person: Person) -> bool:
    """Whether somebody from a country goes along as a Belgian."""
    return country in (facts.fresh().nationalities(person) or ()) and goes_along_as_belgian(facts, person)


def _budget(facts: Facts, whole: Line, origin: str, people: Sequence[Person]) -> list[Line]:
    if whole.row is None or whole.figure is None or (whole.figure.per is Per.HOUSEHOLD and not whole.row.shares):
        return [whole]
    return [_personal(facts, replace(_OPEN, person=person.id), origin, person) for person in people]


def _personal(facts: Facts, line: Line, origin: str, person: Person) -> Line:
    return by_age(facts.fresh(), person, lambda per: value_for(facts, line, origin, person, (per, Per.PERSON)))


def _supplements(facts: Facts, origin: str, people: Sequence[Person]) -> list[Line]:
    lines = (_supplement(facts.fresh(), origin, person) for person in people)
    return [line for line in lines if line is not None]


def _supplement(facts: Facts, origin: str, person: Person) -> Line | None:
    """None when the tables know no supplement for that country, or when no vulnerability was named."""
    line = Line(Topic.SUPPLEMENT, Nature.KIND, LineKind.OPEN, person.id)
    value = value_for(facts, line, origin, person, (Per.PERSON,))
    if value.kind is LineKind.NOT_KNOWN and value.figure is None:
        return None
    vulnerable = facts.is_vulnerable(person)
    if vulnerable is None:
        return replace(line, needs=tuple(facts.missed), country=origin)
    return value if vulnerable else None
