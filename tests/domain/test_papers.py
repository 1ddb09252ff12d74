"""Who needs which paper, and how it stands: at its boundaries, and never a no where an answer is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case, Desk
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.journey import travel_day as journey_day
from loket_app.domain.money import Money
from loket_app.domain.paper_rules import PaperRules
from loket_app.domain.papers import (
    CONDITIONS,
    PaperNeed,
    Standing,
    TravelDay,
    expires_before,
    needs,
    standing_of,
    travel_day,
)
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import CivilStatus, Fitness, Person, Relation
from loket_app.domain.travel import DocumentKind, DocumentState, Journey, TravelDocument
from loket_app.domain.wish import Wish
from loket_app.rules.papers import load_paper_rules
from tests.documents.cases import EMPTY
from tests.strategies import cases

TODAY = date(2026, 4, 14)
LEAVES = date(2026, 6, 15)
RULES: PaperRules = load_paper_rules()
DAY = timedelta(days=1)


def person(person_id: str, relation: Relation = Relation.APPLICANT, **answers: Any) -> Person:
    known: dict[str, Any] = {
        "birth_date": PartialDate.parse("1985"),
        "fitness": Fitness.FIT,
        "travels": True,
        **answers,
    }
    return Person(person_id, relation, **known)


def case(*people: Person, documents: tuple[TravelDocument, ...] = (), **answers: Any) -> Case:
    known: dict[str, Any] = {"wish": Wish(departure_on=LEAVES), **answers}
    return Case("c", "GNT-2026-0001", Desk.GHENT, TODAY, "an", household=people, documents=documents, **known)


def paper(kind: DocumentKind = DocumentKind.PASSPORT, person_id: str = "a", **answers: Any) -> TravelDocument:
    return TravelDocument(f"d-{kind.value}-{person_id}", person_id, kind, **answers)


def found(of: Case) -> dict[tuple[str, str], PaperNeed]:
    return {(need.person, need.rule.id): need for need in needs(of, RULES, TODAY)}


CHILD = person("k", Relation.CHILD, birth_date=PartialDate.parse("2015-05-01"))
PARTNER = person("p", Relation.PARTNER, civil_status=CivilStatus.MARRIED)


def test_a_single_adult_needs_a_document_and_nothing_else() -> None:
    assert set(found(case(person("a")))) == {("a", "valid-document")}


def test_a_family_needs_more() -> None:
    assert set(found(case(person("a"), PARTNER, CHILD))) == {
        ("a", "valid-document"),
        ("p", "valid-document"),
        ("p", "marriage-certificate"),
        ("k", "valid-document"),
        ("k", "birth-certificate"),
    }


def test_who_stays_needs_nothing_and_who_may_come_does() -> None:
    for travels, expected in ((False, set()), (UNKNOWN, {"a"}), (NOT_ASKED, {"a"})):
        assert {who for who, _rule in found(case(person("a", travels=travels)))} == expected


@pytest.mark.parametrize(
    ("partner", "holds"),
    [
        (None, True),
        (person("p", Relation.PARTNER, travels=False), True),
        (person("p", Relation.PARTNER, travels=True), False),
        (person("p", Relation.PARTNER, travels=UNKNOWN), None),
    ],
    ids=["no partner", "stays", "comes", "not known"],
)
def test_a_child_with_one_parent_needs_consent(partner: Person | None, holds: object) -> None:
    people = [person("a"), CHILD, *([partner] if partner else [])]
    need = found(case(*people)).get(("k", "parental-consent"))
    assert (need.holds if need else False) is holds


def test_a_minor_alone_and_one_with_two_parents() -> None:
    minor = person("a", birth_date=PartialDate.parse("2010"))
    mother, father = person("m", Relation.PARENT), person("f", Relation.PARENT)
    holds = [
        found(case(minor, *with_them)).get(("a", "parental-consent")) for with_them in ((), (mother,), (mother, father))
    ]
    assert [need.holds if need else False for need in holds] == [True, True, False]


@pytest.mark.parametrize(
    ("relation", "holds"),
    [(Relation.SIBLING, False), (Relation.OTHER, True), (Relation.PARTNER, True)],
)
def test_the_parents_of_the_applicant_are_not_those_of_everybody(relation: Relation, holds: object) -> None:
    """A niece who travels with both her grandparents travels without her parents."""
    minor = person("n", relation, birth_date=PartialDate.parse("2012"))
    people = (person("a"), person("m", Relation.PARENT), person("f", Relation.PARENT), minor)
    need = found(case(*people)).get(("n", "parental-consent"))
    assert (need.holds if need else False) is holds


@pytest.mark.parametrize(
    ("born", "holds"),
    [("2008-06-15", False), ("2008-06-16", True), ("2008", None), ("2007", False), ("2009", True)],
)
def test_eighteen_on_the_day_of_the_journey(born: str, holds: object) -> None:
    need = found(case(person("a"), replace(CHILD, birth_date=PartialDate.parse(born)))).get(("k", "birth-certificate"))
    assert (need.holds if need else False) is holds
    assert need is None or need.missed == (() if holds else ("household/k/birth_date",))


def test_a_birth_date_that_is_missing_leaves_the_need_open() -> None:
    need = found(case(person("a"), replace(CHILD, birth_date=UNKNOWN)))[("k", "birth-certificate")]
    assert (need.holds, need.missed) == (None, ("household/k/birth_date",))


def test_a_paper_of_the_couple_stands_with_either_of_them() -> None:
    act = paper(DocumentKind.MARRIAGE_CERTIFICATE, "a", state=DocumentState.HAS)
    need = found(case(person("a"), PARTNER, documents=(act,)))[("p", "marriage-certificate")]
    assert (need.standing, need.document) == (Standing.MET, act.id)


def test_transit_is_asked_about_when_a_country_is_known() -> None:
    for country, expected in (("TR", True), (UNKNOWN, False), (NOT_ASKED, False)):
        here = case(person("a"), journey=Journey(transit_country=country))
        assert (("a", "transit-visa") in found(here)) is expected


def test_medical_papers_follow_fitness() -> None:
    holds = {
        fitness: found(case(person("a", fitness=fitness))).get(("a", "medical-papers"))
        for fitness in (*Fitness, UNKNOWN)
    }
    assert {fitness: need.holds if need else False for fitness, need in holds.items()} == {
        Fitness.FIT: False,
        Fitness.WITH_HELP: True,
        Fitness.DOCTOR_DECIDES: True,
        Fitness.NOT_FIT: False,
        UNKNOWN: None,
    }


@pytest.mark.parametrize(
    ("valid_until", "standing"),
    [
        (LEAVES - DAY, Standing.EXPIRES),
        (LEAVES, Standing.MET),
        (LEAVES + DAY, Standing.MET),
        (UNKNOWN, Standing.UNKNOWN),
    ],
)
def test_valid_on_its_last_day(valid_until: Any, standing: Standing) -> None:
    has = paper(state=DocumentState.HAS, valid_until=valid_until)
    assert standing_of(has, LEAVES, dated=True) is standing
    assert expires_before(has, LEAVES) is (standing is Standing.EXPIRES)


def test_what_a_state_means() -> None:
    expected = {
        DocumentState.HAS: Standing.MET,
        DocumentState.RECEIVED: Standing.MET,
        DocumentState.REQUESTED: Standing.ON_ITS_WAY,
        DocumentState.HELD_BY_DVZ: Standing.HELD,
        DocumentState.EXPIRED: Standing.NOT_MET,
        DocumentState.LOST_REPORTED: Standing.NOT_MET,
        DocumentState.LOST_UNREPORTED: Standing.NOT_MET,
        DocumentState.REFUSED: Standing.NOT_MET,
        DocumentState.NONE: Standing.NOT_MET,
    }
    assert {state: standing_of(paper(state=state), LEAVES, dated=False) for state in DocumentState} == expected
    assert standing_of(paper(), LEAVES, dated=False) is Standing.UNKNOWN


def test_a_kept_paper_that_expires_is_said_to() -> None:
    kept = paper(state=DocumentState.HELD_BY_DVZ, valid_until=LEAVES - DAY)
    assert standing_of(kept, LEAVES, dated=True) is Standing.EXPIRES
    lost = paper(state=DocumentState.LOST_REPORTED, valid_until=LEAVES - DAY)
    assert not expires_before(lost, LEAVES)


def test_the_best_paper_counts_whatever_the_order() -> None:
    lost = paper(state=DocumentState.LOST_UNREPORTED)
    asked = paper(DocumentKind.LAISSEZ_PASSER, state=DocumentState.REQUESTED)
    for documents in ((lost, asked), (asked, lost)):
        need = found(case(person("a"), documents=documents))[("a", "valid-document")]
        assert (need.standing, need.document) == (Standing.ON_ITS_WAY, asked.id)


def test_no_paper_noted_down_is_not_known_rather_than_missing() -> None:
    need = found(case(person("a")))[("a", "valid-document")]
    assert (need.standing, need.document) == (Standing.UNKNOWN, "")


def test_what_is_known_of_getting_one() -> None:
    ways = {
        country: found(case(person("a", nationalities=(country,))))[("a", "valid-document")].issuing
        for country in ("BR", "NG", "IQ")
    }
    assert {country: [way.fee for way in known] for country, known in ways.items()} == {
        "BR": [Money.of("0")],
        "NG": [Money.of("50")],
        "IQ": [],
    }


def test_the_day_of_the_journey_is_the_surest_that_is_known() -> None:
    answers: dict[str, Any] = {}
    steps: list[tuple[str, str, Any]] = [
        ("wish/departure_on", "wish", Wish(departure_on=TODAY + DAY)),
        ("journey/earliest_on", "journey", Journey(earliest_on=TODAY + 2 * DAY)),
        ("departure/leaves_on", "departure", Departure(leaves_on=TODAY + 3 * DAY)),
        ("departure/departed_on", "departure", Departure(leaves_on=TODAY, departed_on=TODAY + 4 * DAY)),
    ]
    assert travel_day(case(person("a"), wish=Wish()), TODAY) == TravelDay(TODAY)
    for days, (path, name, value) in enumerate(steps, 1):
        answers[name] = value
        assert travel_day(case(person("a"), **answers), TODAY) == TravelDay(TODAY + days * DAY, path)


@given(cases)
def test_any_case_can_be_looked_at(any_case: Case) -> None:
    for need in needs(any_case, RULES, TODAY):
        assert need.holds is not False
        assert (need.holds is None) == bool(need.missed) or need.holds is True
        assert any_case.person(need.person) is not None
        assert need.document in {"", *(document.id for document in any_case.documents)}


@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_papers_changes_no_standing(any_case: Case, random: Any) -> None:
    shuffled = list(any_case.documents)
    random.shuffle(shuffled)
    other = replace(any_case, documents=tuple(shuffled))
    assert [need.standing for need in needs(any_case, RULES, TODAY)] == [
        need.standing for need in needs(other, RULES, TODAY)
    ]


def test_every_condition_is_tried() -> None:
    tried = {
        "valid-document",
        "birth-certificate",
        "parental-consent",
        "marriage-certificate",
        "transit-visa",
        "medical-papers",
    }
    assert set(CONDITIONS) == tried


def test_the_day_of_the_journey_is_one_for_papers_and_fitness() -> None:
    wished = replace(EMPTY, wish=replace(EMPTY.wish, departure_on=date(2026, 6, 15)))
    earliest = replace(wished, journey=replace(wished.journey, earliest_on=date(2026, 5, 20)))
    later = replace(wished, journey=replace(wished.journey, earliest_on=date(2026, 7, 1)))
    for case in (wished, earliest, later):
        assert (travel_day(case, date(2026, 4, 14)).day, travel_day(case, date(2026, 4, 14)).path) == journey_day(case)
    assert travel_day(earliest, date(2026, 4, 14)) == TravelDay(date(2026, 6, 15), "wish/departure_on")
    assert travel_day(later, date(2026, 4, 14)) == TravelDay(date(2026, 7, 1), "journey/earliest_on")


def test_a_wished_day_that_is_past_is_no_day_to_travel() -> None:
    past = replace(EMPTY, wish=replace(EMPTY.wish, departure_on=date(2026, 4, 1)))
    gone = replace(past, departure=replace(past.departure, departed_on=date(2026, 4, 1)))
    assert travel_day(past, date(2026, 4, 14)) == TravelDay(date(2026, 4, 14))
    assert travel_day(gone, date(2026, 4, 14)).day == date(2026, 4, 1)
    missed = replace(gone, departure=replace(gone.departure, result=DepartureResult.NO_SHOW))
    assert travel_day(missed, date(2026, 4, 14)) == TravelDay(date(2026, 4, 14))
