"""Of whose health a recipient hears: of nobody more than the task takes (GDPR art. 5.1c, art. 9).

An answer leaves whole or stays: where a group that is no business of the recipient stands beside one that is, both stay.
"""

from __future__ import annotations

from collections.abc import Sequence

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.handover import Recipient
from loket_app.domain.person import Person, Vulnerability
from loket_app.domain.travel import Escort
from loket_app.domain.wish import PlanPurpose

_OF_SOMEBODY = frozenset(
    (
        *("journey/wheelchair", "journey/medical_form", "journey/escort", "journey/escort_why", "journey/transit_help"),
        *("journey/reception_on_arrival", "stay/guardian"),
    )
)
"""Care that the file notes once for the whole journey: of whom it is, nobody said."""

_CARE_PLAN = ("plan/purposes", "plan/description", "plan/budget/purpose", "plan/budget/what", "plan/budget/amount")

GROUPS, GROUPS_NOTES = "household/vulnerabilities", "household/vulnerability_notes"
IN_CARE = frozenset((Vulnerability.HEALTH, Vulnerability.DISABILITY))
"""Who a plan that pays for care is about."""


def health_stays(case: Case, recipient: Recipient, pattern: str) -> bool:
    """Whether a place of the table is closed for everybody in this case."""
    if pattern == "journey/escort_why":
        return case.journey.escort not in (Escort.MEDICAL, Escort.SOCIAL)
    if pattern not in (GROUPS, GROUPS_NOTES):
        return False
    if recipient is Recipient.CARITAS:
        return not _pays_for_care(case.plan.purposes)
    dated = any(known(person.due_on) for person in pregnant(case)) or known(case.journey.pregnancy_due_on)
    return recipient is Recipient.FEDASIL_BOOKING and not dated


def health_of_stays(case: Case, recipient: Recipient, person: Person, pattern: str) -> bool:
    """Whether it stays of one person, though the place is open: only who needs the care, or is the one who is pregnant."""
    if pattern not in (GROUPS, GROUPS_NOTES) or recipient is Recipient.IOM:
        return False
    groups = groups_of(person)
    if recipient is Recipient.CARITAS:
        return not groups or not IN_CARE.issuperset(groups)
    return groups != (Vulnerability.PREGNANT,) or not _is_dated(case, person)


def _is_dated(case: Case, person: Person) -> bool:
    """Whether a due date is known to be of this person; one of a case of before can mean the only one who is pregnant."""
    return known(person.due_on) or (known(case.journey.pregnancy_due_on) and pregnant(case) == (person,))


def may_be_of(case: Case, out: Sequence[Person], pattern: str) -> bool:
    """Whether a place about health that names nobody may be about one of those who refused.

    Where the table says of whom it is, it leaves with them. Once who refuses is noted as not travelling, what the journey
    says is about the others.
    """
    if pattern == "journey/pregnancy_due_on":
        return not pregnant(case) or any(person in out for person in pregnant(case))
    if pattern in _CARE_PLAN:
        return _pays_for_care(case.plan.purposes) and not _care_is_of_others(case, out)
    return pattern in _OF_SOMEBODY


def _care_is_of_others(case: Case, out: Sequence[Person]) -> bool:
    needing = [person for person in case.household if not IN_CARE.isdisjoint(groups_of(person))]
    return bool(needing) and not any(person in out for person in needing)


def pregnant(case: Case) -> tuple[Person, ...]:
    """The travellers of whom a pregnancy was noted."""
    travellers = (person for person in case.household if person.travels is not False)
    return tuple(person for person in travellers if Vulnerability.PREGNANT in groups_of(person))


def groups_of(person: Person) -> tuple[Vulnerability, ...]:
    """The groups that were named; none when nobody answered."""
    return person.vulnerabilities if known(person.vulnerabilities) else ()


def _pays_for_care(purposes: object) -> bool:
    """Whether the plan can't be followed without knowing about health."""
    return isinstance(purposes, tuple) and PlanPurpose.MEDICAL in purposes
