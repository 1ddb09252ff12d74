"""Paths and patterns: every place of a case has one, and nothing else has."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from loket_app.domain.case import Case
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation
from loket_app.domain.shape import SCALARS, pattern_of, patterns, required_of, shape_at, shape_of
from loket_app.domain.wish import BudgetLine

PATTERNS = dict(patterns())


def _with_ids(pattern: str) -> str:
    """The pattern with an id after every list of records but the last step."""
    path: list[str] = []
    for step in pattern.split("/"):
        if path and shape_at("/".join(path)).many:
            path.append("3f2a")
        path.append(step)
    return "/".join(path)


@pytest.mark.parametrize("pattern", sorted(PATTERNS))
def test_a_path_and_its_pattern_name_the_same_field(pattern: str) -> None:
    assert pattern_of(_with_ids(pattern)) == pattern_of(pattern) == pattern
    assert shape_at(_with_ids(pattern)) == shape_at(pattern) == PATTERNS[pattern]


def test_every_field_of_every_record_has_a_pattern() -> None:
    counted = sum(len(shape_of(kind)) for kind in _records(Case))
    assert len(PATTERNS) == counted


def _records(kind: type) -> list[type]:
    below = [shape.kind for shape in shape_of(kind).values() if shape.is_record]
    return [kind, *(deeper for record in below for deeper in _records(record))]


def test_what_a_field_holds() -> None:
    assert (PATTERNS["household/birth_date"].kind, PATTERNS["household/birth_date"].may_miss) == (PartialDate, True)
    assert (PATTERNS["plan/budget/amount"].kind, PATTERNS["plan/budget"].kind) == (Money, BudgetLine)
    nationalities = PATTERNS["household/nationalities"]
    assert (nationalities.kind, nationalities.many, nationalities.may_miss, nationalities.is_record) == (
        str,
        True,
        True,
        False,
    )
    relation = PATTERNS["household/relation"]
    assert (relation.kind, relation.many, relation.may_miss) == (Relation, False, False)


def test_every_value_is_a_scalar_an_enum_or_a_record_with_an_id_where_there_are_many() -> None:
    for pattern, shape in PATTERNS.items():
        if shape.is_record:
            assert is_dataclass(shape.kind), pattern
            assert not shape.many or shape_of(shape.kind)["id"].kind is str, pattern
        else:
            assert shape.kind in SCALARS or hasattr(shape.kind, "__members__"), pattern


def test_fields_come_in_the_order_of_the_record() -> None:
    assert list(shape_of(Person)) == [field.name for field in fields(Person)]


def test_what_nobody_can_leave_out() -> None:
    assert required_of(Person) == ("id", "relation")
    assert set(required_of(Case)) == {"id", "number", "desk", "opened_on", "counsellor"}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "3f2a",
        "nowhere",
        "stay/3f2a",
        "stay/category/3f2a",
        "household/3f2a/nowhere",
        "household/3f2a/4b1c",
        "household/3f2a/4b1c/birth_date",
        "household/3f2a/nationalities/0",
        "household/3f2a/",
        "wish/stay/category",
    ],
)
def test_a_path_that_leads_nowhere_is_an_error(path: str) -> None:
    with pytest.raises(KeyError):
        pattern_of(path)
    with pytest.raises(KeyError):
        shape_at(path)


def test_an_item_has_the_shape_of_its_list() -> None:
    assert shape_at("household/3f2a") == shape_at("household")
    assert pattern_of("household/3f2a/identifiers/9c1d") == "household/identifiers"
