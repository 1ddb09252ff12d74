"""The sample stories say what the brochure says (S0 §14) and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

import pytest

from loket_app import paths
from loket_app.domain.answers import Missing
from loket_app.domain.case import Case
from loket_app.domain.codec import plain
from loket_app.domain.shape import shape_of
from loket_app.exchange.casefile import read_case

_WRITTEN_FOR = {"id", "number", "desk", "opened_on", "counsellor", "revision", "remarks", "one_name_only"}
"""What belongs to the sample, not to the story."""

_HOME: dict[str, set[Any]] = {"wish/destination_right": {"country_of_origin"}, "household/travels": {True}}

TOLD: dict[str, dict[str, set[Any]]] = {
    "abdulmueen": _HOME
    | {
        "household/relation": {"applicant"},
        "household/given_names": {"Abdulmueen"},
        "household/sex": {"male"},
        "household/nationalities": {"IQ"},
        "stay/category": {"rejected"},
        "stay/procedures/kind": {"protection", "subsequent_protection"},
        "stay/procedures/outcome": {"negative"},
        "stay/decisions/outcome": {"negative"},
        "wish/destination": {"IQ"},
        "wish/destination_place": {"Bagdad"},
        "wish/destination_contact": {"zijn familie"},
        "plan/purposes": {"business"},
        "plan/partner": {"iom"},
    },
    "miftari": _HOME
    | {
        "household/relation": {"applicant", "partner", "child"},
        "household/family_name": {"Miftari"},
        "household/nationalities": {"XK"},
        "household/vulnerabilities": {"family_with_minors"},
        "wish/destination": {"XK"},
        "plan/purposes": {"housing"},
        "plan/partner": {"iom"},
    },
    "agnes": _HOME
    | {
        "household/relation": {"applicant"},
        "household/given_names": {"Agnès"},
        "household/sex": {"female"},
        "household/nationalities": {"BF"},
        "household/vulnerabilities": {"health"},
        "stay/category": {"rejected"},
        "stay/procedures/kind": {"protection"},
        "stay/procedures/outcome": {"negative"},
        "stay/decisions/outcome": {"negative"},
        "wish/destination": {"BF"},
        "plan/purposes": {"business", "medical"},
        "plan/partner": {"caritas"},
    },
}
_OWN_WORDS = {
    "household/vulnerability_notes",
    "wish/reasons",
    "wish/obstacles",
    "wish/destination_address",
    "plan/description",
    "plan/budget/what",
}
"""Told in a sentence of our own, read by a person and not by this test: no figures in them."""


def _answers(record: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    for name, shape in shape_of(type(record)).items():
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if shape.is_record:
                yield from _answers(item, f"{at}{name}/")
            elif not isinstance(item, Missing) and name not in _WRITTEN_FOR:
                yield at + name, item.value if isinstance(item, Enum) else plain(item)


def _story(name: str) -> Case:
    return read_case(paths.resources() / "demo" / f"{name}.json")


@pytest.mark.parametrize("name", TOLD)
def test_only_what_the_brochure_tells_is_answered(name: str) -> None:
    told: dict[str, set[Any]] = {}
    for pattern, value in _answers(_story(name)):
        if pattern in _OWN_WORDS:
            assert not any(sign.isdigit() for sign in value), pattern
        else:
            told.setdefault(pattern, set()).add(value)
    assert told == TOLD[name]


@pytest.mark.parametrize("name", TOLD)
def test_a_birth_date_that_is_not_told_is_unknown(name: str) -> None:
    assert all(person.birth_date is Missing.UNKNOWN for person in _story(name).household)


def test_the_household_of_the_miftari() -> None:
    relations = [person.relation.value for person in _story("miftari").household]
    assert relations == ["applicant", "partner", "child", "child", "child"]


def test_the_numbers_are_of_the_sample_series() -> None:
    assert sorted(_story(name).number for name in TOLD) == [f"BRU-0000-000{n}" for n in (1, 2, 3)]
