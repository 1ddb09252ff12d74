"""Of whose health a recipient hears: who needs the care, whose due date it is, and of nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from loket_app.domain.answers import NOT_ASKED, UNKNOWN, known
from loket_app.domain.case import Case
from loket_app.domain.completeness import gaps_for
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_content import content
from loket_app.domain.person import Vulnerability
from loket_app.domain.travel import Escort
from loket_app.domain.wish import PlanPurpose
from tests.handover_cases import full_case


def test_caritas_knows_of_health_when_the_plan_pays_for_care() -> None:
    case = full_case()
    case = replace(case, plan=replace(case.plan, purposes=(PlanPurpose.MEDICAL,)))
    assert content(case, Recipient.CARITAS).case.household[0].vulnerability_notes == "HEALTH vulnerability"


def _of_care(case: Case, first: Any, second: Any) -> Case:
    """With a plan that pays for care, and these groups named for the two members."""
    one, two = case.household
    people = (replace(one, vulnerabilities=first), replace(two, vulnerabilities=second))
    return replace(case, plan=replace(case.plan, purposes=(PlanPurpose.MEDICAL,)), household=people)


@pytest.mark.parametrize(
    ("groups", "leaves"),
    [
        ((Vulnerability.HEALTH,), True),
        ((Vulnerability.DISABILITY, Vulnerability.HEALTH), True),
        ((Vulnerability.PREGNANT,), False),
        ((Vulnerability.HEALTH, Vulnerability.TRAFFICKING), False),
        ((), False),
        (UNKNOWN, False),
        (NOT_ASKED, False),
    ],
)
def test_caritas_knows_of_the_health_of_who_needs_the_care_alone(groups: Any, leaves: bool) -> None:  # noqa: FBT001 - a case of the table
    case = _of_care(full_case(), (Vulnerability.HEALTH,), groups)
    one, two = content(case, Recipient.CARITAS).case.household
    assert known(one.vulnerabilities)
    assert (two.vulnerabilities == groups and known(groups), known(two.vulnerability_notes)) == (leaves, leaves)


def test_caritas_gets_no_more_of_a_person_than_it_needs_to_follow_the_plan() -> None:
    person = content(full_case(), Recipient.CARITAS).case.household[0]
    assert (person.sex, person.nationalities, person.stateless) == (NOT_ASKED, NOT_ASKED, NOT_ASKED)
    assert known(person.birth_date)


@pytest.mark.parametrize("escort", [Escort.NONE, UNKNOWN, NOT_ASKED])
def test_why_an_escort_is_needed_stays_when_none_is(escort: Any) -> None:
    case = full_case()
    alone = replace(case, journey=replace(case.journey, escort=escort, escort_why="HEALTH"))
    assert content(alone, Recipient.IOM).case.journey.escort_why is NOT_ASKED
    medical = replace(case, journey=replace(case.journey, escort=Escort.MEDICAL, escort_why="HEALTH"))
    assert content(medical, Recipient.IOM).case.journey.escort_why == "HEALTH"


def _due(first: Any, second: Any) -> Case:
    case = full_case()
    one, two = case.household
    people = (replace(one, vulnerabilities=first), replace(two, vulnerabilities=second))
    return replace(case, household=people, journey=replace(case.journey, pregnancy_due_on=date(2026, 9, 1)))


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        ((Vulnerability.PREGNANT,), (Vulnerability.HEALTH,), True),
        ((Vulnerability.PREGNANT,), (Vulnerability.PREGNANT,), False),
        ((Vulnerability.PREGNANT, Vulnerability.TRAFFICKING), (Vulnerability.HEALTH,), False),
        ((Vulnerability.NONE,), (Vulnerability.HEALTH,), False),
    ],
)
def test_who_books_hears_with_the_due_date_whose_it_is_or_that_this_is_missing(
    first: Any,
    second: Any,
    named: bool,  # noqa: FBT001 - a case of the table
) -> None:
    case = _due(first, second)
    one, two = content(case, Recipient.FEDASIL_BOOKING).case.household
    assert (one.vulnerabilities, two.vulnerabilities) == (first if named else NOT_ASKED, NOT_ASKED)
    missing = [gap.path for gap in gaps_for(case, Recipient.FEDASIL_BOOKING)]
    assert ("journey/pregnancy_due_on" in missing) is not named
    assert "journey/pregnancy_due_on" not in [gap.path for gap in gaps_for(case, Recipient.IOM)]


def test_without_a_due_date_who_books_hears_of_no_group() -> None:
    case = _due((Vulnerability.PREGNANT,), ())
    undated = replace(case, journey=replace(case.journey, pregnancy_due_on=NOT_ASKED))
    assert content(undated, Recipient.FEDASIL_BOOKING).case.household[0].vulnerabilities is NOT_ASKED
