"""The conditions that hang on the residence situation: of the family, or of each member where one stands apart."""

from __future__ import annotations

from collections.abc import Callable

from loket_app.domain.answers import DECLINED, UNKNOWN
from loket_app.domain.facts import Facts, all_of, any_of, negate
from loket_app.domain.person import Person
from loket_app.domain.stay import StayCategory
from loket_app.domain.stay_of import FAMILY, stands_apart, stay_place

BELGIUM = "BE"

_OPEN_CATEGORIES = (
    StayCategory.APPLICANT,
    StayCategory.REJECTED,
    StayCategory.NO_LEGAL_STAY,
    StayCategory.OTHER_PROCEDURE,
)


def open_to(facts: Facts) -> bool | None:
    """No legal stay, in a procedure, or never started one."""
    return _stands(facts, *_OPEN_CATEGORIES)


def legal_stay(facts: Facts) -> bool | None:
    """Holds a legal stay."""
    return _stands(facts, StayCategory.LEGAL_STAY)


def belgian(facts: Facts) -> bool | None:
    """Everybody who returns is Belgian: by the family's residence situation, or each by their own or by nationality."""
    family = False if _differ(facts) else _is(facts, FAMILY, StayCategory.BELGIAN)
    return any_of([family, facts.every_traveller(_belgian(facts))])


def belgian_member(facts: Facts) -> bool | None:
    """Somebody who returns is Belgian, and somebody else is not."""
    everybody = facts.every_traveller(_belgian(facts))
    return all_of([facts.about(_belgian(facts)), negate(everybody)])


def is_belgian(facts: Facts, person: Person) -> bool | None:
    """By nationality; where members of the household differ, also by the residence situation that counts for one."""
    if _differ(facts) and _is(facts, stay_place(facts.case, person), StayCategory.BELGIAN):
        return True
    citizen = facts.has_nationality(person, BELGIUM)
    if citizen or not _differ(facts):
        return citizen
    return any_of([citizen, _is(facts, stay_place(facts.case, person), StayCategory.BELGIAN)])


def _belgian(facts: Facts) -> Callable[[Person], bool | None]:
    return lambda person: is_belgian(facts, person)


def _stands(facts: Facts, *wanted: StayCategory) -> bool | None:
    """Whether somebody who returns stands so."""
    if not _differ(facts):
        return _is(facts, FAMILY, *wanted)
    return facts.about(lambda person: _of(facts, person, *wanted))


def _of(facts: Facts, person: Person, *wanted: StayCategory) -> bool | None:
    """How one member stands. Where they differ, it matters who of them goes: asked in vain, nobody knows, of the applicant too."""
    found = _is(facts, stay_place(facts.case, person), *wanted)
    if found is False or person.travels not in (UNKNOWN, DECLINED):
        return found
    facts.missed[f"household/{person.id}/travels"] = None
    return None


def _differ(facts: Facts) -> bool:
    """Whether one who returns was asked their own situation."""
    return any(stands_apart(facts.case, person) for person in facts.travellers())


def _is(facts: Facts, place: str, *wanted: StayCategory) -> bool | None:
    category = facts.ask(place)
    return None if category is None else category in wanted
