"""What goes to Fedasil's voluntary-return cell when the desk refers a case: why, which facts, and what is asked.

Data is kept to what the cell needs: the case number and relations, ages and nationalities; names only when the
counsellor chooses to, health only in the counsellor's own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from loket_app.domain.advice import Advice, Reason
from loket_app.domain.answers import NOT_ASKED, known, or_none
from loket_app.domain.case import Case
from loket_app.domain.estimate import Line, LineKind
from loket_app.domain.facts import ADULT_AGE
from loket_app.domain.partial_date import age_range
from loket_app.domain.person import Person, Vulnerability
from loket_app.domain.shape import pattern_of
from loket_app.domain.tables import Topic, Verdict

CELL = "vrijwilligeterugkeer@fedasil.be"
"""Fedasil's voluntary-return cell."""

_PRIVATE = ("birth_date", "vulnerabilities", "nationalities")
"""Facts about a person that are told in the line about them, or not at all."""
_ASK_AMOUNT = (LineKind.NOT_KNOWN, LineKind.ENDED, LineKind.EXPECTED)


class AgeGroup(Enum):
    """As much of a birth date as the cell needs: on the day of departure."""

    ADULT = "adult"
    MINOR = "minor"
    NOT_KNOWN = "not_known"


class Ask(Enum):
    """What the cell is asked."""

    MAY_TAKE_PART = "may_take_part"
    WHICH_STEPS = "which_steps"
    APPROVE_BUDGET = "approve_budget"
    AMOUNT = "amount"


@dataclass(frozen=True)
class Traveller:
    """A member who returns; `nationalities` is None when they are not known, empty for a stateless person."""

    person: str
    age_group: AgeGroup
    nationalities: tuple[str, ...] | None


@dataclass(frozen=True)
class Referral:
    """The content of the message. `case` is what may be shown of it: without names unless they were chosen.

    `facts` are the answers that the reasons rest on, by path. `own_reasons` are the counsellor's for a budget because of
    vulnerability, empty when there are none; `reasons_missing` says that a request needs them first.
    """

    case: Case
    departure: date
    assumed_today: bool
    passed: bool
    reasons: tuple[Reason, ...]
    travellers: tuple[Traveller, ...]
    facts: tuple[tuple[str, Any], ...]
    lines: tuple[Line, ...]
    own_reasons: str
    asks: tuple[Ask, ...]
    to: str = CELL

    @property
    def reasons_missing(self) -> bool:
        """Whether a budget is asked for without the reasons that Fedasil wants with it."""
        return Ask.APPROVE_BUDGET in self.asks and not self.own_reasons


def refer(case: Case, advice: Advice, *, names: bool = False) -> Referral | None:
    """What to send to the cell; None when there is nothing to ask it.

    There is when a rule says so, when somebody vulnerable may get a budget by approval or reasons for one were written,
    or when the amount of a line is not known.
    """
    reasons = tuple(reason for reason in advice.speaking if reason.rule.verdict is Verdict.REFER)
    own_reasons = or_none(case.plan.approval_reasons) or ""
    lines = tuple(line for line in (*advice.premium, *advice.support) if _to_ask(line))
    approval = bool(own_reasons) or _may_be_approved(case, advice)
    asks = tuple(_asks(reasons, approval=approval, amounts=bool(lines)))
    if not asks:
        return None
    return Referral(
        case=case if names else without_names(case),
        departure=advice.departure,
        assumed_today=advice.assumed_today,
        passed=advice.passed,
        reasons=reasons,
        travellers=tuple(_traveller(case, who, advice.departure) for who in advice.travellers),
        facts=tuple(_facts(reasons)),
        lines=lines,
        own_reasons=own_reasons,
        asks=asks,
    )


def without_names(case: Case) -> Case:
    """The case in which its people are called by number and relation."""
    return replace(case, household=tuple(map(_without_name, case.household)))


def _without_name(person: Person) -> Person:
    return replace(person, family_name=NOT_ASKED, given_names=NOT_ASKED, original_script_name=NOT_ASKED)


def _to_ask(line: Line) -> bool:
    """A supplement says that somebody is vulnerable: the counsellor's own reasons say that, or nothing does."""
    return line.kind in _ASK_AMOUNT and line.topic is not Topic.SUPPLEMENT


def _may_be_approved(case: Case, advice: Advice) -> bool:
    """Whether a budget hangs on approval, and vulnerability was named for somebody who returns."""
    people = (person for person in map(case.person, advice.travellers) if person)
    named = (or_none(person.vulnerabilities) or () for person in people)
    by_approval = any(line.kind is LineKind.BY_APPROVAL for line in advice.support)
    return by_approval and any(set(kinds) - {Vulnerability.NONE} for kinds in named)


def _asks(reasons: tuple[Reason, ...], *, approval: bool, amounts: bool) -> Iterator[Ask]:
    if reasons:
        yield Ask.MAY_TAKE_PART
    if any(reason.rule.id == "unaccompanied-minor" for reason in reasons):
        yield Ask.WHICH_STEPS
    if approval:
        yield Ask.APPROVE_BUDGET
    if amounts:
        yield Ask.AMOUNT


def _facts(reasons: tuple[Reason, ...]) -> Iterator[tuple[str, Any]]:
    found = {path: value for reason in reasons for path, value in reason.used}
    for path, value in found.items():
        if pattern_of(path).rpartition("/")[2] not in _PRIVATE:
            yield path, value


def _traveller(case: Case, person_id: str, departure: date) -> Traveller:
    person = case.person(person_id)
    if person is None:
        return Traveller(person_id, AgeGroup.NOT_KNOWN, None)
    stateless = person.stateless is True and not (known(person.nationalities) and person.nationalities)
    nationalities = () if stateless else (or_none(person.nationalities) or None)
    return Traveller(person_id, _age_group(person, departure), nationalities)


def _age_group(person: Person, departure: date) -> AgeGroup:
    if not known(person.birth_date):
        return AgeGroup.NOT_KNOWN
    youngest, oldest = age_range(person.birth_date, departure)
    if oldest < ADULT_AGE:
        return AgeGroup.MINOR
    return AgeGroup.ADULT if youngest >= ADULT_AGE else AgeGroup.NOT_KNOWN
