"""What follows from the answers about the journey, three-valued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.handover import Departure
from loket_app.domain.journey import (
    CONDITIONS,
    carrier_of,
    follows,
    open_questions,
    travel_day,
)
from loket_app.domain.person import Fitness, Person, Relation, Sex, Vulnerability
from loket_app.domain.travel import Escort, Journey, Transport
from loket_app.domain.wish import Wish
from loket_app.rules import load_tables
from tests.documents.cases import EMPTY
from tests.strategies import cases

TABLES = load_tables()
TODAY, FLIGHT = date(2026, 4, 14), date(2026, 6, 15)
WELL = Person(
    "p", Relation.APPLICANT, sex=Sex.MALE, vulnerabilities=(Vulnerability.NONE,), fitness=Fitness.FIT, wheelchair=False
)


def case(journey: Journey, *people: Person) -> Case:
    return replace(EMPTY, journey=journey, household=people or (WELL,), wish=Wish(departure_on=FLIGHT))


def holding(found: Case) -> set[str]:
    return {one.rule.id for one in follows(found, TABLES, TODAY) if one.holds}


def not_known(found: Case) -> dict[str, tuple[str, ...]]:
    return {one.rule.id: one.needs for one in follows(found, TABLES, TODAY) if one.holds is None}


PLANE = Journey(Transport.PLANE, escort=Escort.NONE, extra_luggage=False, onward_transfer=False)


def test_a_plane_and_a_bus_ask_for_other_things() -> None:
    plane = case(replace(PLANE, reception_on_arrival=False))
    assert (holding(plane), not_known(plane)) == ({"plane-early"}, {})
    assert holding(case(Journey(Transport.BUS))) == {"bus-early", "bus-countries"}


def test_without_an_answer_nothing_is_said_and_the_question_is_named() -> None:
    empty = case(Journey())
    assert holding(empty) == set()
    assert not_known(empty)["plane-early"] == ("journey/transport",)
    assert "journey/transport" in set(open_questions(follows(empty, TABLES, TODAY)))
    assert len(set(open_questions(follows(empty, TABLES, TODAY)))) == len(
        list(open_questions(follows(empty, TABLES, TODAY)))
    )


@pytest.mark.parametrize(
    ("journey", "person"),
    [
        (PLANE, replace(WELL, wheelchair=True)),
        (PLANE, replace(WELL, due_on=FLIGHT)),
        (replace(PLANE, wheelchair=True), WELL),
        (replace(PLANE, pregnancy_due_on=FLIGHT), WELL),
        (replace(PLANE, escort=Escort.MEDICAL), WELL),
        (PLANE, replace(WELL, fitness=Fitness.DOCTOR_DECIDES)),
        (PLANE, replace(WELL, fitness=Fitness.NOT_FIT)),
        (PLANE, replace(WELL, vulnerabilities=(Vulnerability.HEALTH,))),
        (PLANE, replace(WELL, sex=Sex.FEMALE, vulnerabilities=(Vulnerability.PREGNANT,))),
    ],
)
def test_the_medical_form_follows_from_health(journey: Journey, person: Person) -> None:
    assert "medical-form" in holding(case(journey, person))
    assert "medical-form" not in holding(case(replace(journey, transport=Transport.BUS), person))


def test_the_medical_form_is_not_known_without_the_answers() -> None:
    asked = replace(WELL, fitness=UNKNOWN, wheelchair=NOT_ASKED)
    told = {"household/p/fitness", "household/p/wheelchair"}
    assert set(not_known(case(PLANE, replace(WELL, id="q"), asked))["medical-form"]) == told
    left = replace(PLANE, wheelchair=UNKNOWN)
    assert set(not_known(case(left, asked))["medical-form"]) == {"journey/wheelchair", "household/p/fitness"}


@pytest.mark.parametrize(
    "told", [{"due_on": FLIGHT}, {"vulnerabilities": (Vulnerability.PREGNANT,), "sex": Sex.FEMALE}]
)
def test_the_airline_is_asked_once_one_of_several_expects(told: dict[str, Any]) -> None:
    assert "pregnancy" not in holding(case(PLANE, WELL, replace(WELL, id="q")))
    assert "pregnancy" in holding(case(PLANE, WELL, replace(WELL, id="q", **told)))
    assert "pregnancy" not in holding(case(PLANE, WELL, replace(WELL, id="q", **told, travels=False)))


def test_who_stays_behind_does_not_fly() -> None:
    ill = replace(WELL, id="q", travels=False, vulnerabilities=(Vulnerability.HEALTH, Vulnerability.PREGNANT))
    assert not {"medical-form", "pregnancy"} & holding(case(PLANE, WELL, ill))


def test_help_on_the_way_asks_of_transit_only_where_there_is_one() -> None:
    assert "help-on-the-way" not in not_known(case(replace(PLANE, reception_on_arrival=False)))
    through = replace(PLANE, reception_on_arrival=False, transit_country="TR")
    assert not_known(case(through))["help-on-the-way"] == ("journey/transit_help",)
    assert "help-on-the-way" in holding(case(replace(through, transit_help=True)))


def test_the_day_of_the_journey_is_the_surest_one() -> None:
    wished = case(Journey(earliest_on=date(2026, 5, 1)))
    assert travel_day(wished) == (FLIGHT, "wish/departure_on")
    booked = replace(wished, departure=Departure(leaves_on=date(2026, 6, 20)))
    assert travel_day(booked) == (date(2026, 6, 20), "departure/leaves_on")
    assert travel_day(replace(wished, wish=Wish())) == (date(2026, 5, 1), "journey/earliest_on")
    assert travel_day(EMPTY) is None


def test_an_airline_is_known_by_its_name_however_it_is_written() -> None:
    carrier = carrier_of(case(Journey(carrier=" brussels  airlines")), TABLES)
    assert carrier is not None
    assert carrier.names == ("Brussels Airlines",)
    assert carrier_of(case(Journey(carrier="Nowhere Air")), TABLES) is None
    assert carrier_of(EMPTY, TABLES) is None
    other = replace(case(Journey(carrier="Brussels Airlines")), departure=Departure(carrier="Nowhere Air"))
    assert carrier_of(other, TABLES) is None, "the booked one counts"


def test_every_rule_has_its_condition() -> None:
    assert {rule.id for rule in TABLES.journey} == set(CONDITIONS)


@given(cases, st.dates())
def test_every_case_has_an_answer_and_what_is_open_names_its_questions(found: Case, today: date) -> None:
    for one in follows(found, TABLES, today):
        assert one.holds is not False
        assert bool(one.needs) == (one.holds is None)
