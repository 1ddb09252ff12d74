"""Whose residence situation counts: a member's own where they were asked it, else the family's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN
from loket_app.domain.arising import arises
from loket_app.domain.case import Case
from loket_app.domain.person import Person, Relation
from loket_app.domain.stay import Stay, StayCategory
from loket_app.domain.stay_of import FAMILY, stands_apart, stay_of, stay_place
from tests.documents.cases import EMPTY

HERS = "household/p2/stay_category"


def couple(his: Any = NOT_ASKED, hers: Any = NOT_ASKED, **of_her: Any) -> Case:
    """An applicant who was refused, and a partner."""
    people = (
        Person("p1", Relation.APPLICANT, stay_category=his),
        Person("p2", Relation.PARTNER, stay_category=hers, **of_her),
    )
    return replace(EMPTY, household=people, stay=Stay(category=StayCategory.REJECTED))


@pytest.mark.parametrize("hers", [StayCategory.LEGAL_STAY, StayCategory.REJECTED, UNKNOWN, DECLINED])
def test_an_answer_of_somebodys_own_counts_for_them_also_that_nobody_knows(hers: Any) -> None:
    case = couple(hers=hers)
    _he, she = case.household
    assert (stay_of(case, she), stay_place(case, she), stands_apart(case, she)) == (hers, HERS, True)


def test_who_was_not_asked_has_the_familys() -> None:
    case = couple()
    _he, she = case.household
    assert (stay_of(case, she), stay_place(case, she), stands_apart(case, she)) == (
        StayCategory.REJECTED,
        FAMILY,
        False,
    )


def test_the_applicants_is_always_the_familys() -> None:
    case = couple(his=StayCategory.LEGAL_STAY)
    he, _she = case.household
    assert (stay_of(case, he), stay_place(case, he)) == (StayCategory.REJECTED, FAMILY)


def test_without_an_applicant_each_may_have_their_own() -> None:
    case = replace(couple(hers=StayCategory.BELGIAN), household=couple(hers=StayCategory.BELGIAN).household[1:])
    assert stay_of(case, case.household[0]) is StayCategory.BELGIAN


def test_it_is_asked_of_everybody_but_the_applicant_once_there_are_two() -> None:
    case = couple()
    assert [arises(case, f"household/{who}/stay_category") for who in ("p1", "p2")] == [False, True]
    assert not arises(couple(travels=False), HERS)
    alone = replace(case, household=(Person("p1", Relation.APPLICANT),))
    assert not arises(alone, "household/p1/stay_category")
    assert arises(couple(his=UNKNOWN), "household/p1/stay_category")  # no answer is ever hidden
