"""What must hold between rules files: every rule has its condition, every group exists, nothing is said twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TypeVar

from loket_app.domain.eligibility import CONDITIONS, GROUPS
from loket_app.domain.journey import CONDITIONS as JOURNEY
from loket_app.domain.tables import Carrier, CountryGroup, Figure, JourneyRule, Per, Period, Rule
from loket_app.rules.errors import RulesError

R = TypeVar("R", Figure, CountryGroup, Rule, JourneyRule, Carrier)


def check_rules(rules: Mapping[str, Rule]) -> None:
    """Rules and conditions go in pairs. Raises RulesError."""
    for file, rule in rules.items():
        if rule.id not in CONDITIONS:
            raise RulesError(file, "", f"no condition has the id {rule.id}")
    lacking = CONDITIONS.keys() - {rule.id for rule in rules.values()}
    for name in sorted(lacking):
        raise RulesError(f"eligibility/{name}.toml", "", "is missing: the condition of that id has no rule")


def check_journey(rules: Mapping[str, JourneyRule]) -> None:
    """Rules of the journey and their conditions go in pairs. Raises RulesError."""
    for file, rule in rules.items():
        if rule.id not in JOURNEY:
            raise RulesError(file, "", f"no condition has the id {rule.id}")
    for name in sorted(JOURNEY.keys() - {rule.id for rule in rules.values()}):
        raise RulesError(f"journey/{name}.toml", "", "is missing: the condition of that id has no rule")


def check_carriers(carriers: Mapping[str, Carrier]) -> None:
    """No two airlines have one name. Raises RulesError."""
    seen: dict[str, str] = {}
    for file, carrier in carriers.items():
        for name in carrier.names:
            if name.casefold() in seen:
                raise RulesError(file, "names", f"{name} stands in {seen[name.casefold()]} too")
            seen[name.casefold()] = file


def check_groups(groups: Mapping[str, CountryGroup]) -> None:
    """Each division puts a country in exactly one group, every day. Raises RulesError."""
    by_id = {group.id for group in groups.values()}
    for name in sorted(GROUPS - by_id):
        raise RulesError(f"groups/{name}.toml", "", "is missing: a condition asks for that group")
    for division in sorted({group.division for group in groups.values()}):
        files = {file: group for file, group in groups.items() if group.division == division}
        _one_remainder(files, division)
        _no_country_twice(files)


def _one_remainder(files: Mapping[str, CountryGroup], division: str) -> None:
    open_ended = [file for file, group in files.items() if group.others]
    if len(open_ended) != 1:
        why = f"division {division} needs exactly one group with others = true, and has {len(open_ended)}"
        raise RulesError(open_ended[1] if open_ended else next(iter(files)), "others", why)


def _no_country_twice(files: Mapping[str, CountryGroup]) -> None:
    seen: dict[str, list[tuple[Period, str]]] = {}
    for file, group in files.items():
        for member in group.members:
            for period, other in seen.setdefault(member.country, []):
                day = common_day(period, member.period)
                if day is not None:
                    raise RulesError(file, member.country, f"is in two groups or twice in one, see {other}", day)
            seen[member.country].append((member.period, file))


def check_figures(figures: Mapping[str, Figure], groups: Mapping[str, CountryGroup]) -> None:
    """Groups exist, and no two figures say different things of the same people. Raises RulesError."""
    known = {group.id for group in groups.values()}
    for file, figure in figures.items():
        if figure.group and figure.group not in known:
            raise RulesError(file, "group", f"no file groups/{figure.group}.toml")
    files = {figure.id: file for file, figure in figures.items()}
    for (one, other), day in clashes(list(figures.values())).items():
        raise RulesError(files[other], "row", f"two values for one date: {files[one]} is for the same people", day)


def clashes(figures: Sequence[Figure]) -> dict[tuple[str, str], date]:
    """Every two figures that say something of the same people, by id, with the first day on which they do."""
    applied = [figure for figure in figures if not figure.informative]
    found = ((one.id, other.id, _both_on(one, other)) for one, other in combinations(applied, 2))
    return {(one, other): day for one, other, day in found if day is not None}


def _both_on(one: Figure, other: Figure) -> date | None:
    same_people = (
        one.topic is other.topic
        and one.rank == other.rank
        and {one.per, other.per} != {Per.ADULT, Per.CHILD}
        and one.group == other.group
        and _meet(one.countries, other.countries)
        and _meet(one.categories, other.categories)
    )
    if not same_people:
        return None
    days = (common_day(a.period, b.period) for a in one.rows for b in other.rows)
    return next((day for day in days if day is not None), None)


def _meet(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def common_day(one: Period, other: Period) -> date | None:
    """The first day that two periods share; None when they share none."""
    start = max(one.start or date.min, other.start or date.min)
    return start if one.holds(start) and other.holds(start) else None


def unique(files: Mapping[str, R]) -> None:
    """A name of a file is an id: it stands once, whatever its folder. Raises RulesError."""
    seen: dict[str, str] = {}
    for file, record in files.items():
        if record.id in seen:
            raise RulesError(file, "", f"has the same name as {seen[record.id]}")
        seen[record.id] = file
