"""A case as plain JSON values and back: nothing is lost, and what does not fit is named by its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.codec import NotReadable, plain, read, read_field
from loket_app.domain.person import Person, Relation
from loket_app.domain.shape import shape_at
from loket_app.domain.stay import Stay
from loket_app.domain.wish import Wish
from tests.strategies import cases

_PERSON = {"id": "a", "relation": "applicant"}


@given(cases)
def test_a_case_comes_back_whole(case: Case) -> None:
    assert read(Case, json.loads(json.dumps(plain(case)))) == case


@given(cases)
def test_what_was_not_asked_is_not_written(case: Case) -> None:
    assert NOT_ASKED.value not in _missing(plain(case))


def _missing(data: Any) -> set[str]:
    if isinstance(data, list):
        return {reason for item in data for reason in _missing(item)}
    if not isinstance(data, dict):
        return set()
    if set(data) == {"missing"}:
        return {data["missing"]}
    return {reason for item in data.values() for reason in _missing(item)}


def test_an_answer_of_none_is_an_answer() -> None:
    person = Person("a", Relation.APPLICANT, nationalities=(), stateless=True)
    assert plain(person)["nationalities"] == []
    assert read(Person, plain(person)) == person


@pytest.mark.parametrize(
    ("kind", "data", "place"),
    [
        (Person, [], ""),
        (Person, {"id": "a"}, "relation"),
        (Person, {**_PERSON, "colour": "red"}, "colour"),
        (Person, {**_PERSON, "relation": "aunt"}, "relation"),
        (Person, {**_PERSON, "relation": {"missing": "unknown"}}, "relation"),
        (Person, {**_PERSON, "sex": {"missing": "perhaps"}}, "sex"),
        (Person, {**_PERSON, "sex": {"missing": ["unknown"]}}, "sex"),
        (Person, {**_PERSON, "sex": None}, "sex"),
        (Person, {**_PERSON, "birth_date": "1987-02-30"}, "birth_date"),
        (Person, {**_PERSON, "birth_date": 1987}, "birth_date"),
        (Person, {**_PERSON, "travels": "yes"}, "travels"),
        (Person, {**_PERSON, "travels": 1}, "travels"),
        (Person, {**_PERSON, "nationalities": "MA"}, "nationalities"),
        (Person, {**_PERSON, "nationalities": ["MA", 3]}, "nationalities/2"),
        (Person, {**_PERSON, "vulnerabilities": ["tired"]}, "vulnerabilities/1"),
        (Person, {**_PERSON, "identifiers": [{"id": "x", "kind": "bis"}, {"id": "x", "kind": "bis"}]}, "identifiers"),
        (Person, {**_PERSON, "identifiers": [{"id": "x"}]}, "identifiers/1/kind"),
        (Wish, {"departure_on": "20260414"}, "departure_on"),
        (Wish, {"departure_on": "2026-W16-2"}, "departure_on"),
        (Wish, {"departure_on": "2026-04-31"}, "departure_on"),
        (Stay, {"procedures": [{"id": "p"}, 7]}, "procedures/2"),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(kind: type[Any], data: Any, place: str) -> None:
    with pytest.raises(NotReadable) as raised:
        read(kind, data)
    assert raised.value.place == place
    assert raised.value.why


@pytest.mark.parametrize("amount", ["12,50", "1e3", "NaN", "12.505", "", "1" * 40])
def test_an_amount_that_is_none_is_refused(amount: str) -> None:
    with pytest.raises(NotReadable, match="amount"):
        read_field(shape_at("costs/amount"), amount, "costs/1/amount")


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-04-14T09:30:00+02:00", "2026-04-14T07:30:00+00:00"),
        ("2026-04-14T09:30:00", "2026-04-14T09:30:00+00:00"),
        ("2026-04-14T09:30:00Z", "2026-04-14T09:30:00+00:00"),
    ],
)
def test_moments_are_kept_in_utc(text: str, utc: str) -> None:
    assert plain(read_field(shape_at("history/at"), text)) == utc


def test_a_moment_before_the_calendar_begins_is_refused() -> None:
    with pytest.raises(NotReadable):
        read_field(shape_at("history/at"), "0001-01-01T00:00:00+23:00")
