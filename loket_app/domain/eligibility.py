"""The rules of eligibility as small three-valued conditions, one per rule id of resources/rules/eligibility.

True: the rule speaks. False: it does not. None: an answer is missing, and `Facts` remembers which.
Sources stand with each rule in its table.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, date

from loket_app.domain.answers import DECLINED, UNKNOWN, known
from loket_app.domain.eligibility_stay import belgian, belgian_member, legal_stay, open_to
from loket_app.domain.facts import Facts, all_of, any_of, negate
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.domain.wish import DestinationRight

EARLIER_SUPPORT_YEARS = 5
EU_BEFORE_2004, EU_SINCE_2004 = "eu-before-2004", "eu-since-2004"
GROUPS = frozenset((EU_BEFORE_2004, EU_SINCE_2004))
"""The country groups that a condition asks for; the loader checks that the tables have them."""

_MAY_BE_UNACCOMPANIED = (Relation.SIBLING, Relation.OTHER)
_GOES_WITH_APPLICANT = (Relation.CHILD, Relation.SIBLING)
_MAY_BE_PARENT = (Relation.PARTNER, Relation.PARENT)
_DESTINATION_RIGHT = "wish/destination_right"


def eu_before_2004(facts: Facts) -> bool | None:
    """Citizen of a member state of before 2004 other than Belgium."""
    return facts.about(lambda person: facts.any_nationality(person, EU_BEFORE_2004))


def eu_since_2004(facts: Facts) -> bool | None:
    """Citizen of a member state that joined later."""
    return facts.about(lambda person: facts.any_nationality(person, EU_SINCE_2004))


def earlier_support(facts: Facts) -> bool | None:
    """Return support in the five years before departure; the fifth anniversary is outside."""
    supported = facts.ask("stay/earlier_return_support")
    if not supported:
        return None if supported is None else False
    returned: PartialDate | None = facts.ask("stay/earlier_return_on")
    if returned is None:
        return None
    first, last = returned.span
    if _five_years_after(last) <= facts.departure:
        return False
    if _five_years_after(first) > facts.departure:
        return True
    facts.missed["stay/earlier_return_on"] = None
    return None


def _five_years_after(day: date) -> date:
    year = min(day.year + EARLIER_SUPPORT_YEARS, MAXYEAR)
    return date(year, 3, 1) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def dublin(facts: Facts) -> bool | None:
    """A transfer to the responsible state."""
    answer: bool | None = facts.ask("stay/dublin_transfer")
    return answer


def closed_centre(facts: Facts) -> bool | None:
    """In a closed centre."""
    answer: bool | None = facts.ask("stay/closed_centre")
    return answer


def public_order(facts: Facts) -> bool | None:
    """A concern of public order or security."""
    answer: bool | None = facts.ask("stay/public_order_concern")
    return answer


def unaccompanied_minor(facts: Facts) -> bool | None:
    """A minor who travels without a parent.

    Somebody was named so, or the applicant is a minor and no parent comes, or the applicant stays and a child goes.
    """
    applicant = facts.applicant()
    if applicant is None:
        return None
    named = facts.about(lambda person: _named_unaccompanied(facts, person))
    if applicant.travels is False:
        return any_of([named, _sent_ahead(facts)])
    accompanied = facts.any_traveller(lambda person: person.relation is Relation.PARENT)
    alone = all_of([facts.is_minor(applicant), negate(accompanied)])
    if alone is not False:
        for person in facts.travellers():
            minor = all_of([alone, facts.fresh().is_minor(person)])
            facts.concerned[person.id] = any_of([minor, facts.concerned.get(person.id, False)])
    return any_of([named, alone, _perhaps_sent_ahead(facts, applicant)])


def _perhaps_sent_ahead(facts: Facts, applicant: Person) -> bool | None:
    """Asked, and nobody knows whether the applicant goes: it has to be asked again where a child may go alone."""
    supposed = facts.fresh()
    if applicant.travels not in (UNKNOWN, DECLINED) or _sent_ahead(supposed) is False:
        return False
    for who, alone in supposed.concerned.items():
        perhaps = None if alone is not False else False
        facts.concerned[who] = any_of([perhaps, facts.concerned.get(who, False)])
    facts.missed[f"household/{applicant.id}/travels"] = None
    return None


def _sent_ahead(facts: Facts) -> bool | None:
    """The applicant stays, and so does whoever else may be a parent: a child or brother or sister under 18 goes alone."""
    going = [person for person in facts.travellers() if person.relation in _GOES_WITH_APPLICANT]
    if not going:
        return False
    alone = negate(facts.any_traveller(lambda person: person.relation in _MAY_BE_PARENT))
    if alone is False:
        return False
    return facts.about(lambda person: person in going and all_of([alone, facts.is_minor(person)]))


def _named_unaccompanied(facts: Facts, person: Person) -> bool | None:
    """Named counts whatever the birth date: it is often the birth date that is in doubt.

    It has to be asked only of a minor who is neither the applicant nor a child of the applicant.
    """
    if known(person.vulnerabilities) and Vulnerability.UNACCOMPANIED_MINOR not in person.vulnerabilities:
        return False  # nothing of somebody's health is remembered here
    if not known(person.vulnerabilities) and _is_accompanied(facts, person):
        return False
    facts.ask(f"household/{person.id}/vulnerabilities")
    return True if known(person.vulnerabilities) else None


def _is_accompanied(facts: Facts, person: Person) -> bool:
    return person.relation not in _MAY_BE_UNACCOMPANIED or facts.is_minor(person) is False


def no_right_at_destination(facts: Facts) -> bool | None:
    """The destination is neither the country of origin nor one with guaranteed permanent residence.

    Without an answer to that, it is fine when it is everybody's own country; otherwise it has to be asked.
    """
    right = facts.ask(_DESTINATION_RIGHT)
    if right in (DestinationRight.NEITHER, DestinationRight.PERMANENT_RESIDENCE):
        return right is DestinationRight.NEITHER
    destination = facts.ask("wish/destination")
    if right is not None:
        return _contradicted(facts, destination)
    if destination is None:
        facts.missed.pop(_DESTINATION_RIGHT, None)  # nobody can say whether they may stay in a country yet to be named
        return None
    own = facts.every_traveller(lambda person: facts.has_nationality(person, destination))
    facts.concerned |= {person.id: False for person in facts.travellers() if _comes_from(person, destination)}
    return False if own else None


def _contradicted(facts: Facts, destination: str | None) -> bool | None:
    """It was said to be the country of origin: unknown again when everybody's nationality says that it is not."""
    if destination is None or not facts.every_traveller(lambda person: _is_stranger(facts, person, destination)):
        return False
    facts.missed[_DESTINATION_RIGHT] = None
    return None


def _is_stranger(facts: Facts, person: Person, country: str) -> bool | None:
    """A stateless person may have an origin without a nationality."""
    return None if person.stateless is True else negate(facts.has_nationality(person, country))


def _comes_from(person: Person, country: str) -> bool:
    return known(person.nationalities) and country in person.nationalities


def choice_not_free(facts: Facts) -> bool | None:
    """The choice is not free, or not informed."""
    return any_of([negate(facts.ask("wish/free_choice")), negate(facts.ask("wish/informed"))])


CONDITIONS: dict[str, Callable[[Facts], bool | None]] = {
    "open-to": open_to,
    "legal-stay": legal_stay,
    "belgian": belgian,
    "belgian-member": belgian_member,
    "eu-before-2004": eu_before_2004,
    "eu-since-2004": eu_since_2004,
    "earlier-support": earlier_support,
    "dublin": dublin,
    "closed-centre": closed_centre,
    "unaccompanied-minor": unaccompanied_minor,
    "public-order": public_order,
    "destination": no_right_at_destination,
    "free-choice": choice_not_free,
}
"""Every rule of the tables has its condition here, and the other way round; the loader checks both."""
