"""What papers each person who returns needs, and where that stands. Three-valued: a missing answer is never a no."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain import journey
from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.facts import Facts, all_of, any_of
from loket_app.domain.paper_rules import Issuing, PaperRule, PaperRules
from loket_app.domain.person import CivilStatus, Fitness, Person, Relation
from loket_app.domain.tables import RuleTables
from loket_app.domain.travel import DocumentKind, DocumentState, TravelDocument

PARENTS = 2


class Standing(Enum):
    """How a need stands, the best first: of several papers that would do the best one counts."""

    MET = "met"
    ON_ITS_WAY = "on_its_way"
    HELD = "held"
    UNKNOWN = "unknown"
    EXPIRES = "expires"
    NOT_MET = "not_met"


@dataclass(frozen=True)
class TravelDay:
    """The day on which papers must be valid: `path` is the answer it comes from; today while there is none."""

    day: date
    path: str = ""


@dataclass(frozen=True)
class PaperNeed:
    """One need of one person. `holds` None: `missed` answers decide whether it is one.

    `document` is the id of the paper that counts, empty when none was noted down; `issuing` what is known of getting it.
    """

    rule: PaperRule
    person: str
    holds: bool | None
    standing: Standing
    document: str = ""
    missed: tuple[str, ...] = ()
    issuing: tuple[Issuing, ...] = ()


def travel_day(case: Case, today: date) -> TravelDay:
    """The day of the journey, as the journey tells it. One that is past and did not happen is no day to travel: today."""
    found = journey.travel_day(case)
    if found is None or (found[0] < today and found[1] != "departure/departed_on"):
        return TravelDay(today)
    return TravelDay(*found)


def needs(case: Case, rules: PaperRules, today: date) -> tuple[PaperNeed, ...]:
    """What each person who returns needs or may need, by person, then in the order of the rules."""
    day = travel_day(case, today).day
    found = (_need(case, rules, rule, person, day) for person in _travellers(case) for rule in rules.rules)
    return tuple(need for need in found if need is not None)


def standing_of(document: TravelDocument, day: date, *, dated: bool) -> Standing:
    """How far a paper serves on the day of the journey. Valid on its last day; without that day it is not known."""
    if not known(document.state):
        return Standing.UNKNOWN
    if document.state in _NEVER:
        return Standing.NOT_MET
    if known(document.valid_until) and document.valid_until < day:
        return Standing.EXPIRES
    if document.state in _NOT_HERE:
        return _NOT_HERE[document.state]
    return Standing.UNKNOWN if dated and not known(document.valid_until) else Standing.MET


def expires_before(document: TravelDocument, day: date) -> bool:
    """Whether a paper that somebody has, or will have, is no longer valid on the day of the journey."""
    there = document.state not in _NEVER or document.state is DocumentState.EXPIRED
    return known(document.valid_until) and document.valid_until < day and there


def _travellers(case: Case) -> list[Person]:
    return [person for person in case.household if person.travels is not False]


def _need(case: Case, rules: PaperRules, rule: PaperRule, person: Person, day: date) -> PaperNeed | None:
    if not rule.period.holds(day):
        return None
    facts = Facts(case, day, _NO_TABLES)
    holds = CONDITIONS[rule.id](facts, person)
    if holds is False:
        return None
    standing, document = _best(case, rule, person, day)
    known_ways = tuple(_issuing(rules, rule, person, day))
    return PaperNeed(rule, person.id, holds, standing, document, tuple(facts.missed), known_ways)


def _best(case: Case, rule: PaperRule, person: Person, day: date) -> tuple[Standing, str]:
    """The best of the papers that would do; a paper of the couple may stand with either of them."""
    couple = {DocumentKind.MARRIAGE_CERTIFICATE} & set(rule.documents)
    papers = [
        document
        for document in case.documents
        if document.kind in rule.documents and (couple or document.person == person.id)
    ]
    order = list(Standing)
    ranked = [(order.index(standing_of(paper, day, dated=rule.dated)), paper.id) for paper in papers]
    if not ranked:
        return Standing.UNKNOWN, ""
    place, document = min(ranked, key=lambda each: each[0])
    return order[place], document


def _issuing(rules: PaperRules, rule: PaperRule, person: Person, day: date) -> Iterator[Issuing]:
    if known(person.nationalities):
        for issuing in rules.issuing:
            fits = issuing.country in person.nationalities and issuing.document in rule.documents
            if fits and issuing.period.holds(day):
                yield issuing


def _everybody(_facts: Facts, _person: Person) -> bool | None:
    return True


def _child(facts: Facts, person: Person) -> bool | None:
    return facts.is_minor(person)


def _parent_stays(facts: Facts, person: Person) -> bool | None:
    """A minor with whom fewer than two parents travel; a partner of the applicant counts as the other parent.

    Parents of the applicant are those of a brother or sister too. Whose child anybody else is, a niece say, stands nowhere.
    """
    minor = facts.is_minor(person)
    if minor is False:
        return False
    if person.relation is Relation.CHILD:
        beside = [one for one in facts.case.household if one.relation is Relation.PARTNER]
        applicant = [one for one in facts.case.household if one.relation is Relation.APPLICANT]
        both = all_of([any_of(_comes(facts, one) for one in beside), *(_comes(facts, one) for one in applicant)])
    else:
        theirs = person.relation in (Relation.APPLICANT, Relation.SIBLING)
        parents = [one for one in facts.case.household if theirs and one.relation is Relation.PARENT]
        both = all_of(_comes(facts, one) for one in parents) if len(parents) >= PARENTS else False
    return all_of([minor, None if both is None else not both])


def _comes(facts: Facts, person: Person) -> bool | None:
    travels: bool | None = facts.ask(f"household/{person.id}/travels")
    return travels


def _couple(facts: Facts, person: Person) -> bool | None:
    """The partner of the applicant, when they are married."""
    if person.relation is not Relation.PARTNER:
        return False
    status: CivilStatus | None = facts.ask(f"household/{person.id}/civil_status")
    return None if status is None else status is CivilStatus.MARRIED


def _transit(facts: Facts, _person: Person) -> bool | None:
    """The journey changes in a country. As long as none is known nothing can be said, and nothing is asked."""
    return known(facts.case.journey.transit_country)


def _medical(facts: Facts, person: Person) -> bool | None:
    """Somebody whose fitness a doctor decides, or who travels with help."""
    fitness: Fitness | None = facts.ask(f"household/{person.id}/fitness")
    return None if fitness is None else fitness in (Fitness.DOCTOR_DECIDES, Fitness.WITH_HELP)


CONDITIONS: Mapping[str, Callable[[Facts, Person], bool | None]] = {
    "valid-document": _everybody,
    "birth-certificate": _child,
    "parental-consent": _parent_stays,
    "marriage-certificate": _couple,
    "transit-visa": _transit,
    "medical-papers": _medical,
}
"""By the id of each rule: whether it concerns a person."""

_NEVER = (
    DocumentState.EXPIRED,
    DocumentState.LOST_REPORTED,
    DocumentState.LOST_UNREPORTED,
    DocumentState.REFUSED,
    DocumentState.NONE,
)
_NOT_HERE = {DocumentState.REQUESTED: Standing.ON_ITS_WAY, DocumentState.HELD_BY_DVZ: Standing.HELD}

_NO_TABLES = RuleTables("", date.min, (), (), ())
"""Conditions about papers ask of people and their journey alone."""
