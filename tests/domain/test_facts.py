"""Three-valued logic: unknown stays unknown until an answer makes it certain either way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.case import Case, Desk
from loket_app.domain.facts import Facts, all_of, any_of, negate
from loket_app.domain.person import Person, Relation
from loket_app.domain.wish import DestinationRight, Wish
from loket_app.rules import load_tables

TRUTHS = (True, False, None)


@pytest.mark.parametrize("truths", list(product(TRUTHS, repeat=2)))
def test_any_and_all_follow_every_way_the_unknown_could_fall(truths: tuple[bool | None, ...]) -> None:
    ways = list(product(*([truth] if truth is not None else [True, False] for truth in truths)))
    for combine, plain in ((any_of, any), (all_of, all)):
        outcomes = {plain(way) for way in ways}
        assert combine(truths) == (outcomes.pop() if len(outcomes) == 1 else None)


def test_nothing_at_all() -> None:
    assert (any_of([]), all_of([])) == (False, True)


def test_negation_leaves_the_unknown_alone() -> None:
    assert [negate(truth) for truth in TRUTHS] == [False, True, None]


@pytest.mark.parametrize(
    ("right", "countries"),
    [
        (NOT_ASKED, ("XK",)),
        (DestinationRight.COUNTRY_OF_ORIGIN, ("XK",)),
        (DestinationRight.PERMANENT_RESIDENCE, None),
        (DestinationRight.NEITHER, None),
    ],
)
def test_who_goes_elsewhere_goes_nowhere_known_until_it_is_said(
    right: Answer[DestinationRight], countries: tuple[str, ...] | None
) -> None:
    person = Person("p1", Relation.APPLICANT, nationalities=("XK",))
    case = Case("case", "GNT-2026-0001", Desk.GHENT, date(2026, 4, 14), "An Vos", household=(person,))
    facts = Facts(replace(case, wish=Wish(destination_right=right)), date(2026, 6, 15), load_tables())
    assert facts.returns_to(person) == countries
    assert ("wish/destination" in facts.missed) is (countries is None)
