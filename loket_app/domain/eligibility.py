"""The rules of eligibility as small three-valued conditions, one per rule id of resources/rules/eligibility.

True: the rule speaks. False: it does not. None: an answer is missing, and `Facts` remembers which.
Sources stand with each rule in its table.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from loket_app.domain.facts import Facts, all_of, any_of, negate
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Vulnerability
from loket_app.domain.stay import StayCategory
from loket_app.domain.wish import DestinationRight

EARLIER_SUPPORT_YEARS = 5
_OPEN_CATEGORIES = (
    StayCategory.APPLICANT,
    StayCategory.REJECTED,
    StayCategory.NO_LEGAL_STAY,
    StayCategory.OTHER_PROCEDURE,
)


def _category(facts: Facts, *wanted: StayCategory) -> bool | None:
    category = facts.ask("stay/category")
    return None if category is None else category in wanted


def open_to(facts: Facts) -> bool | None:
    """No legal stay, in a procedure, or never started one."""
    return _category(facts, *_OPEN_CATEGORIES)


def legal_stay(facts: Facts) -> bool | None:
    """Holds a legal stay."""
    return _category(facts, StayCategory.LEGAL_STAY)


def belgian(facts: Facts) -> bool | None:
    """Has become Belgian."""
    return any_of([_category(facts, StayCategory.BELGIAN), _someone_is(facts, "BE")])


def eu_before_2004(facts: Facts) -> bool | None:
    """Citizen of a member state of before 2004."""
    return _someone_from(facts, "eu15")


def eu_since_2004(facts: Facts) -> bool | None:
    """Citizen of a member state that joined later."""
    return _someone_from(facts, "eu_later")


def _someone_from(facts: Facts, group: str) -> bool | None:
    if not facts.case.household:
        facts.missed["household"] = None
        return None
    return any_of(facts.any_nationality(person, group) for person in facts.travellers())


def _someone_is(facts: Facts, country: str) -> bool | None:
    if not facts.case.household:
        facts.missed["household"] = None
        return None
    return any_of(_is_own(facts, country, person) for person in facts.travellers())


def earlier_support(facts: Facts) -> bool | None:
    """Return support in the five years before departure."""
    supported = facts.ask("stay/earlier_return_support")
    if not supported:
        return None if supported is None else False
    returned: PartialDate | None = facts.ask("stay/earlier_return_on")
    if returned is None:
        return None
    if _five_years_after(returned.latest) <= facts.departure:
        return False
    if _five_years_after(returned.earliest) > facts.departure and not returned.estimated:
        return True
    facts.missed["stay/earlier_return_on"] = None
    return None


def _five_years_after(day: date) -> date:
    year = day.year + EARLIER_SUPPORT_YEARS
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
    """A minor who travels without a parent or guardian: said so, or a minor as applicant."""
    applicant = facts.applicant()
    if applicant is None:
        return None
    if facts.is_minor(applicant) is False:
        return False
    named = facts.ask(f"household/{applicant.id}/vulnerabilities")
    if named is not None and Vulnerability.UNACCOMPANIED_MINOR in named:
        return True
    return facts.is_minor(applicant)


def no_right_at_destination(facts: Facts) -> bool | None:
    """The destination is neither the country of origin nor one with guaranteed permanent residence."""
    right = facts.ask("wish/destination_right")
    if right is not None:
        return right is DestinationRight.NEITHER
    destination = facts.ask("wish/destination")
    if destination is None or not facts.case.household:
        return None
    own = all_of(_is_own(facts, destination, person) for person in facts.travellers())
    return False if own else None


def _is_own(facts: Facts, destination: str, person: Person) -> bool | None:
    countries = facts.nationalities(person)
    return None if countries is None else destination in countries


def choice_not_free(facts: Facts) -> bool | None:
    """The choice is not free, or not informed."""
    return any_of([negate(facts.ask("wish/free_choice")), negate(facts.ask("wish/informed"))])


CONDITIONS: dict[str, Callable[[Facts], bool | None]] = {
    "open-to": open_to,
    "legal-stay": legal_stay,
    "belgian": belgian,
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
