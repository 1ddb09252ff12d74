"""Questions that arise only sometimes: they come with the answer that calls for them, and never hide an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.arising import arises
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.money import Money
from loket_app.domain.person import Fitness, Identifier, IdentifierKind, Person, Relation, Vulnerability
from loket_app.domain.shape import shape_of
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.stay import Decision, Procedure
from loket_app.domain.travel import Cost, CostKind, CostState, Escort, Journey, Transport
from tests.at_work import NOW
from tests.documents.cases import EMPTY, FAMILY
from tests.strategies import cases


def asked(cost: Cost) -> set[str]:
    """What is asked of a cost beside what always is."""
    case = replace(EMPTY, costs=(cost,))
    always = asked_always()
    return {name for name in shape_of(Cost) if name not in always and arises(case, f"costs/{cost.id}/{name}")}


def asked_always() -> set[str]:
    case = replace(EMPTY, costs=(Cost("k"),))
    return {name for name in shape_of(Cost) if arises(case, f"costs/k/{name}")}


@pytest.mark.parametrize(
    ("cost", "names"),
    [
        (Cost("k", currency="XOF"), {"foreign_amount", "rate", "rate_on", "rate_source"}),
        (Cost("k", receipt=True), {"receipt_number"}),
        (Cost("k", receipt=False), {"receipt_missing_why"}),
        (Cost("k", state=CostState.APPROVED), {"reimbursed_by"}),
        (Cost("k", state=CostState.REIMBURSED), {"reimbursed_by", "reimbursed_on"}),
        (Cost("k", state=CostState.REFUSED), {"refused_why"}),
        (Cost("k", refused_why="no receipt"), {"refused_why"}),
        (Cost("k", state=CostState.PLANNED), set()),
    ],
)
def test_of_a_cost(cost: Cost, names: set[str]) -> None:
    assert asked(cost) == names


def test_of_a_journey() -> None:
    escorted = replace(EMPTY, journey=Journey(escort=Escort.MEDICAL))
    assert arises(escorted, "journey/escort_why")
    assert not arises(replace(EMPTY, journey=Journey(escort=Escort.NONE)), "journey/escort_why")
    assert arises(replace(EMPTY, journey=Journey(transit_country="TR")), "journey/transit_help")


@pytest.mark.parametrize("name", ["wheelchair", "medical_form", "pregnancy_due_on"])
def test_what_is_each_persons_is_asked_of_the_case_no_more(name: str) -> None:
    assert not arises(EMPTY, f"journey/{name}")
    answered = replace(EMPTY, journey=replace(EMPTY.journey, **{name: UNKNOWN}))
    assert arises(answered, f"journey/{name}")


def of_a_person(**answers: Any) -> set[str]:
    """What is asked about the journey of a person with these answers."""
    case = replace(EMPTY, household=(Person("p", Relation.APPLICANT, **answers),))
    return {name for name in ("wheelchair", "medical_form", "due_on") if arises(case, f"household/p/{name}")}


@pytest.mark.parametrize(
    ("answers", "asked_for"),
    [
        ({}, {"wheelchair"}),
        ({"travels": False, "fitness": Fitness.WITH_HELP}, set()),
        ({"wheelchair": True}, {"wheelchair", "medical_form"}),
        ({"fitness": Fitness.DOCTOR_DECIDES}, {"wheelchair", "medical_form"}),
        ({"fitness": Fitness.FIT}, {"wheelchair"}),
        ({"fitness": UNKNOWN}, {"wheelchair"}),
        ({"vulnerabilities": (Vulnerability.PREGNANT,)}, {"wheelchair", "medical_form", "due_on"}),
        ({"vulnerabilities": (Vulnerability.HEALTH,)}, {"wheelchair", "medical_form"}),
        ({"due_on": NOW.date()}, {"wheelchair", "medical_form", "due_on"}),
    ],
)
def test_of_the_journey_of_a_person(answers: dict[str, Any], asked_for: set[str]) -> None:
    assert of_a_person(**answers) == asked_for


@pytest.mark.parametrize(("transport", "asked_for"), [(Transport.PLANE, True), (UNKNOWN, True), (Transport.BUS, False)])
def test_who_goes_by_bus_needs_no_form_of_an_airline(transport: Any, *, asked_for: bool) -> None:
    people = (Person("p", Relation.APPLICANT, wheelchair=True),)
    case = replace(EMPTY, household=people, journey=Journey(transport=transport))
    assert arises(case, "household/p/medical_form") is asked_for


@pytest.mark.parametrize(("fitness", "asked_for"), [(Fitness.FIT, False), (UNKNOWN, False), (Fitness.WITH_HELP, True)])
def test_more_about_travelling_is_asked_of_who_cannot_simply_travel(fitness: Any, asked_for: bool) -> None:
    case = replace(EMPTY, household=(Person("p", Relation.APPLICANT, fitness=fitness),))
    assert arises(case, "household/p/fitness_notes") is asked_for


def test_of_a_medical_escort_the_airline_asks_its_form() -> None:
    case = replace(FAMILY, journey=replace(FAMILY.journey, escort=Escort.MEDICAL))
    assert arises(case, f"household/{case.household[0].id}/medical_form")


def test_whether_there_is_any_is_asked_while_the_list_is_empty() -> None:
    person = Person("p", Relation.APPLICANT)
    for numbers, asked_for in (((), True), ((Identifier("i", IdentifierKind.DVZ),), False)):
        case = replace(EMPTY, household=(replace(person, identifiers=numbers),))
        assert arises(case, "household/p/has_number") is asked_for
    went = replace(EMPTY, stay=replace(EMPTY.stay, procedures=(Procedure("s"),)))
    assert (arises(EMPTY, "stay/had_procedure"), arises(went, "stay/had_procedure")) == (True, False)


def test_whether_it_is_another_receipt_is_asked_of_those_that_are_alike() -> None:
    one = Cost("k", kind=CostKind.PHOTOS, amount=Money.of(12), spent_on=NOW.date())
    place = "costs/k/separate_receipt"
    assert not arises(replace(EMPTY, costs=(one,)), place)
    assert arises(replace(EMPTY, costs=(one, replace(one, id="l"))), place)


def test_when_an_appeal_was_lodged_and_whether_it_suspends_are_asked_once_there_is_one() -> None:
    stay = EMPTY.stay
    for lodged, asked_for in ((True, True), (False, False), (NOT_ASKED, False)):
        case = replace(EMPTY, stay=replace(stay, decisions=(Decision("d", appeal_lodged=lodged),)))
        assert arises(case, "stay/decisions/d/appeal_suspensive") is asked_for
        assert arises(case, "stay/decisions/d/appeal_lodged_on") is asked_for


def test_after_a_journey_that_was_not_made_its_premium_is_asked_about() -> None:
    def asked(**answers: object) -> list[str]:
        missed = Departure(result=DepartureResult.NO_SHOW, **answers)  # type: ignore[arg-type]  # any answers
        case = replace(EMPTY, departure=missed)
        names = ("given", "paid", "paid_on", "returned", "returned_on", "difference")
        return [name for name in names if arises(case, f"departure/premium_{name}")]

    amount = Money.of(50)
    assert asked() == ["given"]
    assert asked(premium_given=False) == ["given"]
    assert asked(premium_given=True) == ["given", "paid"]
    paid = asked(premium_given=True, premium_paid=amount)
    assert paid == ["given", "paid", "paid_on", "returned"]
    assert asked(premium_paid=amount, premium_returned=amount) == [*paid, "returned_on"]
    assert asked(premium_paid=amount, premium_returned=Money.of(20)) == [*paid, "returned_on", "difference"]
    assert not arises(replace(EMPTY, departure=Departure(result=DepartureResult.DEPARTED)), "departure/premium_given")


def test_after_the_departure() -> None:
    assert not arises(EMPTY, "plan/reports")
    assert not arises(EMPTY, "departure/departed_on")
    left = replace(EMPTY, departure=Departure(result=DepartureResult.DEPARTED))
    assert arises(left, "plan/reports")
    assert arises(left, "departure/premium_paid")
    assert not arises(left, "departure/premium_difference")
    paid = replace(EMPTY, departure=Departure(premium_paid=Money.of(50)))
    assert arises(paid, "departure/premium_difference")
    arrived = replace(EMPTY, history=(StatusChange("h", Status.ARRIVED, NOW, "AV"),))
    assert arises(arrived, "plan/reports")


@given(cases)
def test_no_answer_is_ever_hidden(case: Case) -> None:
    places = [f"journey/{name}" for name in shape_of(Journey)] + [f"departure/{name}" for name in shape_of(Departure)]
    places += [f"costs/{cost.id}/{name}" for cost in case.costs for name in shape_of(Cost)]
    for path in places:
        assert arises(case, path) or value_at(case, path) is NOT_ASKED
