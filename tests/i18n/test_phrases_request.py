"""The request to the Immigration Office: for who travels, and only when they take part of their own free will."""

from __future__ import annotations

from dataclasses import replace

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState
from loket_app.domain.travel import DocumentKind, DocumentState, TravelDocument
from loket_app.i18n import using
from loket_app.i18n.phrases_request import not_asked_back, not_ready, request_subject, request_text
from loket_app.services.papers import paper_rules
from tests.handover_cases import full_case, with_consents


def _kept() -> Case:
    papers = (
        TravelDocument(f"paper-{n}", f"person-{n}", DocumentKind.PASSPORT, DocumentState.HELD_BY_DVZ, f"P{n}")
        for n in (1, 2)
    )
    return replace(full_case(), documents=tuple(papers))


def _written(case: Case) -> str:
    with using("en"):
        return f"{request_subject(case)}\n{request_text(case, paper_rules().request, names=True)}"


def test_only_papers_of_travellers_are_asked_back() -> None:
    case = _kept()
    assert not not_ready(case, names=True)
    assert "Giving back documents" in _written(case)
    first, second = case.household
    text = _written(replace(case, household=(first, replace(second, travels=False))))
    assert "P1" in text
    assert "P2" not in text
    assert "Given 2" not in text
    assert "Giving back a document:" in text


def test_when_only_who_stays_has_papers_there_nothing_is_asked_back() -> None:
    case = _kept()
    stays = replace(case, household=tuple(replace(person, travels=False) for person in case.household))
    with using("en"):
        assert not_ready(stays, names=True).endswith("does not travel: nothing is asked back.")


def test_a_paper_of_who_stays_or_refuses_is_said_to_be_in_no_request() -> None:
    case = _kept()
    first, second = case.household
    mine, other = case.documents
    stays = replace(case, household=(first, replace(second, travels=False)))
    agreed = (
        Consent(f"n{who.id}", ConsentPurpose.PROGRAMME, ConsentState.GIVEN, person=who.id) for who in case.household
    )
    yes, no = agreed
    refuses = replace(case, consents=(yes, replace(no, state=ConsentState.DECLINED)))
    with using("en"):
        assert [not_asked_back(case, paper) for paper in case.documents] == ["", ""]
        assert not_asked_back(stays, mine) == not_asked_back(refuses, mine) == ""
        assert not_asked_back(stays, other).endswith("Given 2 does not travel: this paper is not asked back.")
        assert not_asked_back(refuses, other).endswith("Given 2 does not agree to it: this paper is not asked back.")
        assert not_asked_back(stays, replace(other, state=DocumentState.HAS)) == ""


def test_without_the_consent_to_take_part_it_is_not_ready_and_says_why() -> None:
    with using("en"):
        asked = not_ready(with_consents(_kept(), {ConsentPurpose.PROGRAMME: NOT_ASKED}), names=True)
        assert "the consent was not given yet" in asked
        assert "Ask the person" in asked
        withdrawn = not_ready(with_consents(_kept(), {ConsentPurpose.PROGRAMME: ConsentState.WITHDRAWN}), names=True)
        assert "the consent was withdrawn" in withdrawn
        assert "So it stays at the desk." in withdrawn
        assert "the consent was not given yet" in not_ready(replace(_kept(), consents=()), names=True)


def test_the_other_consents_are_no_business_of_it() -> None:
    states: dict[ConsentPurpose, Answer[ConsentState]] = dict.fromkeys(ConsentPurpose, ConsentState.DECLINED)
    states[ConsentPurpose.PROGRAMME] = ConsentState.GIVEN
    assert not not_ready(with_consents(_kept(), states), names=True)


def test_a_choice_that_is_not_free_asks_nothing_back() -> None:
    case = _kept()
    with using("en"):
        assert "the choice is not free" in not_ready(
            replace(case, wish=replace(case.wish, free_choice=False)), names=True
        )
