"""Whom an answer of the whole case can mean, and what giving it to them changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.for_whom import DUE, PLACES, given_to, left, may_mean
from loket_app.domain.person import Person, Relation, Sex, Vulnerability
from loket_app.domain.shape import shape_at
from loket_app.domain.travel import Journey
from tests.documents.cases import EMPTY

WHEELCHAIR = "journey/wheelchair"
PREGNANT: dict[str, Any] = {"vulnerabilities": (Vulnerability.PREGNANT,)}


def case(*told: dict[str, Any], **journey: Any) -> Case:
    people = tuple(Person(f"p{number}", Relation.CHILD, **answers) for number, answers in enumerate(told))
    return replace(EMPTY, household=people, journey=Journey(**journey))


def test_each_place_is_of_the_same_kind_as_the_question_of_a_person() -> None:
    for path, name in PLACES.items():
        assert shape_at(path).kind is shape_at(f"household/{name}").kind


def test_what_nobody_answered_is_not_left() -> None:
    assert left(case({})) == ()
    assert left(case({}, wheelchair=False, pregnancy_due_on=UNKNOWN)) == (WHEELCHAIR, DUE)


@pytest.mark.parametrize(
    ("path", "told", "meant"),
    [
        (WHEELCHAIR, ({}, {"travels": False}, {"wheelchair": False}, {"travels": True}), ["p0", "p3"]),
        (WHEELCHAIR, ({"wheelchair": UNKNOWN}, {"wheelchair": True}), ["p0"]),
        (DUE, ({}, {"sex": Sex.MALE}, {"sex": Sex.FEMALE}), ["p0", "p2"]),
        (DUE, ({}, PREGNANT, PREGNANT), ["p1", "p2"]),
        (DUE, (PREGNANT, {**PREGNANT, "due_on": date(2026, 9, 1)}), ["p0"]),
        (DUE, (), []),
    ],
)
def test_whom_it_can_mean(path: str, told: tuple[dict[str, Any], ...], meant: list[str]) -> None:
    assert [person.id for person in may_mean(case(*told), path)] == meant


def test_given_it_is_the_persons_and_the_case_says_it_no_more() -> None:
    found = case({}, {}, wheelchair=True)
    assert given_to(found, WHEELCHAIR, found.household[1:]) == {
        "household/p1/wheelchair": True,
        WHEELCHAIR: NOT_ASKED,
    }
    assert given_to(found, WHEELCHAIR, ()) == {WHEELCHAIR: NOT_ASKED}
