"""Somebody of whom nobody said that they return is counted, so that no estimate forgets a person; the advice says who."""

from __future__ import annotations

from dataclasses import replace

from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN, Answer
from loket_app.domain.case import Case
from loket_app.domain.stay import StayCategory
from loket_app.rules import load_tables
from tests.documents.cases import FAMILY, PRINTED_ON

TABLES = load_tables()


def told(*answers: Answer[bool], case: Case = FAMILY) -> Advice:
    """The advice when applicant, partner and child were asked so whether they return."""
    travels = zip(case.household, answers, strict=True)
    household = tuple(replace(person, travels=answer) for person, answer in travels)
    return advise(replace(case, household=household), TABLES, today=PRINTED_ON)


def test_who_was_not_asked_is_counted_and_named() -> None:
    found = told(NOT_ASKED, UNKNOWN, DECLINED)
    assert found.counted_along == ("p2", "p3")
    assert set(found.counted_along) < set(found.travellers)


def test_who_surely_returns_or_stays_is_not_doubted() -> None:
    yes, no = True, False
    assert told(yes, yes, no).counted_along == ()
    assert told(no, NOT_ASKED, yes).counted_along == ("p2",)


def test_where_nothing_is_estimated_nobody_is_counted() -> None:
    case = replace(FAMILY, stay=replace(FAMILY.stay, category=StayCategory.BELGIAN))
    assert told(NOT_ASKED, NOT_ASKED, NOT_ASKED, case=case).counted_along == ()
