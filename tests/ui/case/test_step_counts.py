"""A step gets its tick when nothing that is needed is missing: a paper nobody was asked about is an open question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.person import Person, Relation
from loket_app.domain.travel import DocumentKind, DocumentState, TravelDocument
from loket_app.services.papers import open_papers
from loket_app.ui.case import plan
from loket_app.ui.case.step_counts import open_questions
from tests.documents.cases import EMPTY

DAY = date(2026, 4, 14)
COUPLE = replace(EMPTY, household=(Person("a", Relation.APPLICANT), Person("b", Relation.PARTNER)))


@pytest.mark.parametrize(
    ("state", "waiting"),
    [
        (NOT_ASKED, 1),
        (DocumentState.HAS, 0),
        (DocumentState.LOST_REPORTED, 0),
        (DocumentState.NONE, 0),
        (DocumentState.REQUESTED, 0),
        (DocumentState.HELD_BY_DVZ, 0),
    ],
)
def test_a_paper_that_somebody_has_or_lost_is_an_answer(state: Answer[DocumentState], waiting: int) -> None:
    papers = (
        TravelDocument("t1", "a", DocumentKind.PASSPORT, DocumentState.HAS, valid_until=date(2030, 1, 1)),
        TravelDocument("t2", "b", DocumentKind.PASSPORT, state),
    )
    assert open_papers(replace(COUPLE, documents=papers), DAY) == waiting


def test_papers_that_nobody_noted_take_the_tick_away() -> None:
    assert open_papers(COUPLE, DAY) == 2
    assert open_questions(COUPLE, [], DAY)["papers"] == 2


def test_what_the_advice_asks_counts_on_its_step_once() -> None:
    before = open_questions(COUPLE, [], DAY)
    asked = open_questions(COUPLE, ["wish/destination", "wish/destination", "stay/category"], DAY)
    assert asked["eligibility"] >= before["eligibility"]
    assert set(asked) == {"intake", "eligibility", "support", "papers", "handover"}


def test_a_question_stands_on_the_first_page_that_asks_it_and_no_page_is_gone_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = {page.name: plan.patterns_of(page) for page in plan.PAGES}
    monkeypatch.delattr(plan, "patterns_of")
    for pattern in frozenset[str]().union(*asked.values()):
        step = plan.step_of(pattern)
        assert step is not None
        assert step.name == next(name for name, patterns in asked.items() if pattern in patterns)
    assert plan.step_of("household/shoe_size") is None
