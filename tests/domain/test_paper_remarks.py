"""A nationality, or none, and a destination: whom they raise a question for, and never where an answer is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case, Desk
from loket_app.domain.paper_remarks import remarks
from loket_app.domain.person import Person, Relation
from loket_app.domain.wish import Wish
from loket_app.rules.papers import load_paper_rules
from tests.strategies import cases

TODAY = date(2026, 4, 14)
RULES = load_paper_rules()


def said(person: dict[str, Any], destination: Any = "BR") -> list[str]:
    """Which remarks a case of one person raises."""
    people = (Person("a", Relation.APPLICANT, **person),)
    case = Case("c", "GNT-2026-0001", Desk.GHENT, TODAY, "an", household=people, wish=Wish(destination=destination))
    return [found.remark.id for found in remarks(case, RULES, TODAY)]


@pytest.mark.parametrize(
    ("person", "ids"),
    [
        ({"nationalities": ("BR",)}, []),
        ({"nationalities": ("NG", "BR")}, []),
        ({"nationalities": ("NG",)}, ["not-own-country"]),
        ({"nationalities": ("NG",), "travels": False}, []),
        ({"nationalities": ("NG",), "travels": UNKNOWN}, ["not-own-country"]),
        ({"nationalities": (), "stateless": True}, ["not-own-country", "stateless"]),
        ({"stateless": True}, ["not-own-country", "stateless"]),
        ({"nationalities": (), "stateless": False}, []),
        *(({"nationalities": missing, "stateless": missing}, []) for missing in (NOT_ASKED, UNKNOWN, DECLINED)),
    ],
)
def test_whom_a_remark_concerns(person: dict[str, Any], ids: list[str]) -> None:
    assert said(person) == ids


@pytest.mark.parametrize("destination", [NOT_ASKED, UNKNOWN])
def test_without_a_destination_nobody_goes_elsewhere(destination: object) -> None:
    assert said({"nationalities": ("NG",)}, destination) == []
    assert said({"stateless": True}, destination) == ["stateless"]


@given(cases)
def test_only_those_who_return_are_named_and_each_once(case: Case) -> None:
    travel = [person.id for person in case.household if person.travels is not False]
    for found in remarks(case, RULES, TODAY):
        assert [who for who in travel if who in found.people] == list(found.people)
