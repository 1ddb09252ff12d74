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
def test_caritas_knows_of_the_health_of_who_needs_the_care_alone(groups: Any, leaves: bool) -> None:
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


def _due(first: Any, second: Any, /, **dated: Any) -> Case:
    """Two people of these groups; a due date of the first, of the second, or of whom nobody said (`left`)."""
    case = full_case()
    one, two = case.household
    people = (
        replace(one, vulnerabilities=first, due_on=dated.get("first", NOT_ASKED)),
        replace(two, vulnerabilities=second, due_on=dated.get("second", NOT_ASKED)),
    )
    journey = replace(case.journey, pregnancy_due_on=dated.get("left", NOT_ASKED))
    return replace(case, household=people, journey=journey)


DUE = date(2026, 9, 1)
EXPECTS, ILL = (Vulnerability.PREGNANT,), (Vulnerability.HEALTH,)


@pytest.mark.parametrize(
    ("first", "second", "dated", "told"),
    [
        (EXPECTS, ILL, {"first": DUE}, (True, False)),
        (EXPECTS, EXPECTS, {"first": DUE, "second": DUE}, (True, True)),
        (EXPECTS, EXPECTS, {"second": DUE}, (False, True)),
        (EXPECTS, ILL, {"second": DUE}, (False, False)),
        ((Vulnerability.PREGNANT, Vulnerability.TRAFFICKING), ILL, {"first": DUE}, (False, False)),
        (EXPECTS, ILL, {"left": DUE}, (True, False)),
        (EXPECTS, EXPECTS, {"left": DUE}, (False, False)),
        (EXPECTS, ILL, {}, (False, False)),
    ],
)
def test_who_books_hears_of_who_is_pregnant_with_the_due_date(
    first: Any, second: Any, dated: dict[str, date], told: tuple[bool, bool]
) -> None:
    leaving = content(_due(first, second, **dated), Recipient.FEDASIL_BOOKING).case.household
    assert tuple(known(person.vulnerabilities) for person in leaving) == told
    assert [person.due_on for person in leaving] == [dated.get(name, NOT_ASKED) for name in ("first", "second")]


def test_of_a_due_date_it_is_asked_whose_it_is_and_of_who_is_pregnant_the_date() -> None:
    def missing(case: Case, recipient: Recipient) -> list[str]:
        return [gap.path for gap in gaps_for(case, recipient) if gap.path.endswith(("due_on", "wheelchair"))]

    for recipient in (Recipient.IOM, Recipient.FEDASIL_BOOKING):
        assert missing(_due(EXPECTS, EXPECTS, first=DUE), recipient) == ["household/person-2/due_on"]
        assert missing(_due(EXPECTS, EXPECTS, left=DUE), recipient) == ["journey/pregnancy_due_on"]
        assert missing(_due(ILL, ILL), recipient) == []
    assert missing(_due(EXPECTS, EXPECTS), Recipient.CARITAS) == []


def test_caritas_gets_nothing_of_the_health_on_the_journey() -> None:
    leaving = content(_due(EXPECTS, EXPECTS, first=DUE, left=DUE), Recipient.CARITAS).case
    assert {(person.due_on, person.wheelchair, person.medical_form) for person in leaving.household} == {
        (NOT_ASKED,) * 3
    }
    assert leaving.journey.pregnancy_due_on is NOT_ASKED
