"""Who answers for whom: each adult for themselves, the parents for their child, a guardian for a minor who came alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from loket_app.domain.adults import adults
from loket_app.domain.answers import known
from loket_app.domain.case import EVERYBODY, Case
from loket_app.domain.person import Person, Relation, Vulnerability

_PARENTS: Mapping[Relation, frozenset[Relation]] = {
    Relation.CHILD: frozenset((Relation.APPLICANT, Relation.PARTNER)),
    Relation.APPLICANT: frozenset((Relation.PARENT,)),
    Relation.SIBLING: frozenset((Relation.PARENT,)),
}
"""Who of the household has the role of a parent for a minor with that relation to the applicant.

Which parent may decide alone is not known here: every one of them is asked, and one no keeps the child's data. Where
nobody has that role every adult is asked.
"""


def day_of(case: Case) -> date:
    """The last day that the file tells of: who is 18 by then answers for themselves, also who is 18 at departure."""
    days = (
        case.opened_on,
        case.wish.departure_on,
        case.departure.leaves_on,
        *(consent.on for consent in case.consents),
        *(conversation.on for conversation in case.conversations),
        *(step.at.date() for step in case.history),
    )
    return max(day for day in days if known(day))


def asked_on(case: Case, today: date) -> date:
    """The day by which it is told who is asked: else a child of 17 who leaves at 18 would be needed, and never asked."""
    return max(today, day_of(case))


def answer_for(case: Case, person: Person, on: date | None = None) -> tuple[Person, ...]:
    """Who answers for a member: the member, or every parent of a minor. A minor who came alone answers with a guardian."""
    grown = adults(case, on or day_of(case))
    if person in grown or came_alone(person):
        return (person,)
    parents = _PARENTS.get(person.relation, frozenset())
    return tuple(each for each in grown if each.relation in parents) or grown or (person,)


def respondents(case: Case, on: date | None = None) -> tuple[Person, ...]:
    """Everybody who is asked, in the order of the household: they have a box on the sheet and sign it."""
    return _in_order(case, (each for person in case.household for each in answer_for(case, person, on)))


def needed(case: Case) -> tuple[Person, ...]:
    """Without whose answer nothing leaves: who answers for somebody who travels, also a parent who stays."""
    travellers = (person for person in case.household if person.travels is not False)
    return _in_order(case, (each for person in travellers for each in answer_for(case, person)))


def through_guardian(case: Case, person: Person, on: date | None = None) -> bool:
    """Whether a member who is asked is a minor: then who answered in their place is noted with the answer."""
    return person not in adults(case, on or day_of(case))


def without_guardian(case: Case) -> tuple[Person, ...]:
    """The minors who are asked and for whom no guardian is noted: neither in the stay nor with any answer of theirs."""
    if known(case.stay.guardian):
        return ()
    guarded = {consent.person for consent in case.consents if known(consent.answered_by)}
    asked = (person for person in needed(case) if through_guardian(case, person))
    return tuple(person for person in asked if guarded.isdisjoint((person.id, EVERYBODY)))


def came_alone(person: Person) -> bool:
    """Whether a member is noted as an unaccompanied minor: no adult of the household is their parent."""
    groups = person.vulnerabilities
    return known(groups) and Vulnerability.UNACCOMPANIED_MINOR in groups


def _in_order(case: Case, people: Iterator[Person]) -> tuple[Person, ...]:
    asked = {person.id for person in people}
    return tuple(person for person in case.household if person.id in asked)
