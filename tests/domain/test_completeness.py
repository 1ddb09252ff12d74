"""What IOM still misses: only what nobody asked, never what somebody didn't know."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState, Desk
from loket_app.domain.completeness import PER_CASE, PER_PERSON, gaps, gaps_for
from loket_app.domain.consents import is_given
from loket_app.domain.handover import Recipient
from loket_app.domain.mattering import Matters
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Identifier, IdentifierKind, Person, Relation
from loket_app.domain.shape import shape_at
from loket_app.domain.stay import Decision, Procedure, Stay
from loket_app.domain.travel import DocumentKind, DocumentState, TravelDocument
from loket_app.domain.wish import Partner, Plan, PlanPurpose


def case_of(*people: Person, **more: Any) -> Case:
    return Case("c", "GNT-2026-0001", Desk.GHENT, date(2026, 11, 21), "An", household=people, **more)


APPLICANT = Person("p", Relation.APPLICANT)


@pytest.mark.parametrize("path", [*PER_CASE, *(f"household/{name}" for name in PER_PERSON)])
def test_each_question_is_one_that_a_case_can_answer_or_not(path: str) -> None:
    assert shape_at(path).may_miss


def test_caritas_is_told_of_no_ticket_and_no_help_on_the_way() -> None:
    case = case_of(APPLICANT, plan=Plan((PlanPurpose.MEDICAL,), partner=Partner.CARITAS))
    whys = {gap.path: gap.why for gap in gaps_for(case, Recipient.CARITAS)}
    assert {whys["wish/departure_on"], whys["household/p/vulnerabilities"]} == {Matters.PLAN}
    assert Matters.CARE not in whys.values()
    assert {gap.path: gap.why for gap in gaps_for(case, Recipient.IOM)}["wish/departure_on"] is Matters.TICKET


def test_a_case_without_people_misses_the_people() -> None:
    assert gaps(case_of())[0] == "household"


def test_everything_is_a_gap_at_first() -> None:
    found = gaps(case_of(APPLICANT))
    assert set(found) == {f"household/p/{name}" for name in PER_PERSON} | set(PER_CASE) | {
        "household/p/has_number",
        "stay/had_procedure",
        "documents",
        "consents",
        "plan/partner",
    }


@pytest.mark.parametrize(("answer", "asked"), [(NOT_ASKED, True), (True, True), (False, False), (UNKNOWN, False)])
def test_whether_there_is_a_number_or_a_procedure_is_a_gap_until_none_is_said(answer: Any, asked: bool) -> None:
    case = case_of(replace(APPLICANT, has_number=answer))
    found = gaps(replace(case, stay=replace(case.stay, had_procedure=answer)))
    assert ("household/p/has_number" in found, "stay/had_procedure" in found) == (asked, asked)
    numbered = replace(APPLICANT, has_number=answer, identifiers=(Identifier("i", IdentifierKind.DVZ),))
    listed = replace(case_of(numbered), stay=replace(case.stay, had_procedure=answer, procedures=(Procedure("s"),)))
    assert not {"household/p/has_number", "stay/had_procedure"} & set(gaps(listed))


def test_an_answer_of_the_whole_case_is_asked_for_its_person_and_of_nobody_again() -> None:
    case = case_of(APPLICANT)
    left = gaps(replace(case, journey=replace(case.journey, wheelchair=True)))
    assert ("journey/wheelchair" in left, "household/p/wheelchair" in left) == (True, False)


@pytest.mark.parametrize("answer", [UNKNOWN, DECLINED])
def test_unknown_and_declined_are_answers(answer: object) -> None:
    answers: dict[str, Any] = {field.name: answer for field in fields(Person) if field.default is NOT_ASKED}
    assert not [path for path in gaps(case_of(replace(APPLICANT, **answers))) if path.startswith("household")]


def test_somebody_with_one_name_is_not_asked_for_another() -> None:
    assert "household/p/family_name" not in gaps(case_of(replace(APPLICANT, one_name_only=True)))


def test_a_stateless_person_is_not_asked_for_a_nationality() -> None:
    assert "household/p/nationalities" not in gaps(case_of(replace(APPLICANT, stateless=True)))
    assert "household/p/nationalities" in gaps(case_of(replace(APPLICANT, stateless=UNKNOWN)))


def test_who_stays_behind_is_not_asked_about() -> None:
    stays = Person("q", Relation.PARTNER, travels=False)
    assert not [path for path in gaps(case_of(APPLICANT, stays)) if path.startswith("household/q")]


def test_every_traveller_needs_a_word_about_papers() -> None:
    child = Person("q", Relation.CHILD)
    one, both = (TravelDocument("d", "p"),), (TravelDocument("d", "p"), TravelDocument("e", "q"))
    assert "documents" in gaps(case_of(APPLICANT, child, documents=one))
    assert "documents" not in gaps(case_of(APPLICANT, child, documents=both))


@pytest.mark.parametrize(
    ("states", "given", "asked"),
    [
        ((), False, True),
        ((NOT_ASKED,), False, True),
        ((UNKNOWN,), False, True),
        ((ConsentState.GIVEN,), True, False),
        ((ConsentState.DECLINED,), False, False),
        ((ConsentState.GIVEN, ConsentState.WITHDRAWN), False, False),
        ((ConsentState.DECLINED, ConsentState.GIVEN), True, False),
    ],
)
def test_the_last_consent_counts(states: tuple[Any, ...], given: bool, asked: bool) -> None:
    consents = tuple(Consent(str(n), ConsentPurpose.DATA_TO_IOM, state) for n, state in enumerate(states))
    other = Consent("x", ConsentPurpose.PHOTOS, ConsentState.GIVEN)
    case = case_of(APPLICANT, consents=(*consents, other))
    assert is_given(case, ConsentPurpose.DATA_TO_IOM) is given
    assert ("consents" in gaps(case)) is asked


@pytest.mark.parametrize(("year", "asked"), [(2026, False), (2011, False), (2010, True), (1990, True)])
def test_a_child_is_not_asked_whether_it_is_married(year: int, asked: bool) -> None:
    child = Person("q", Relation.CHILD, birth_date=PartialDate(year, 11, 21))
    assert ("household/q/civil_status" in gaps(case_of(APPLICANT, child))) is asked


def test_a_child_whose_age_is_not_sure_is_asked() -> None:
    assert "household/q/civil_status" in gaps(case_of(APPLICANT, Person("q", Relation.CHILD)))
    about = Person("q", Relation.CHILD, birth_date=PartialDate(2010))
    assert "household/q/civil_status" in gaps(case_of(APPLICANT, about))


def test_a_consent_that_was_given_has_a_day_a_language_and_signatures() -> None:
    given = Consent("x", ConsentPurpose.DATA_TO_IOM, ConsentState.GIVEN)
    missed = {"consents/x/on", "consents/x/language", "consents/x/signed"}
    assert missed <= set(gaps(case_of(APPLICANT, consents=(given,))))
    whole = replace(given, on=date(2026, 11, 1), language=UNKNOWN, signed=False)
    assert not missed & set(gaps(case_of(APPLICANT, consents=(whole,))))
    declined = replace(given, state=ConsentState.DECLINED)
    assert not missed & set(gaps(case_of(APPLICANT, consents=(declined,))))
    photos = Consent("x", ConsentPurpose.PHOTOS, ConsentState.GIVEN)
    assert not missed & set(gaps(case_of(APPLICANT, consents=(photos,))))


def test_what_is_under_way_is_asked_until_it_has_an_answer() -> None:
    open_ones = Stay(procedures=(Procedure("a"),), decisions=(Decision("b"),))
    found = gaps(case_of(APPLICANT, stay=open_ones))
    assert {"stay/procedures/a/outcome", "stay/decisions/b/appeal_lodged"} <= set(found)
    answered = Stay(procedures=(Procedure("a", outcome=UNKNOWN),), decisions=(Decision("b", appeal_lodged=False),))
    assert not {"stay/procedures/a/outcome", "stay/decisions/b/appeal_lodged"} & set(
        gaps(case_of(APPLICANT, stay=answered))
    )


def test_of_a_paper_that_the_immigration_office_keeps_nobody_asks_where_it_is() -> None:
    kept = TravelDocument("d", "p", DocumentKind.PASSPORT, DocumentState.HELD_BY_DVZ)
    assert "documents/d/original_at" not in gaps(case_of(APPLICANT, documents=(kept,)))
    assert "documents/d/number" in gaps(case_of(APPLICANT, documents=(kept,)))
    at_hand = replace(kept, state=DocumentState.HAS)
    assert "documents/d/original_at" in gaps(case_of(APPLICANT, documents=(at_hand,)))
