"""Any case that a case file can hold, made from the shape of a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from loket_app.domain.answers import Missing
from loket_app.domain.case import Case
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation
from loket_app.domain.shape import FieldShape, shape_of
from loket_app.i18n.phrases import COUNTRY_FIELDS, LANGUAGE_FIELDS

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r"), max_size=20)
IDS = st.from_regex(r"[0-9]{1,3}[A-Za-z0-9_-]{0,9}", fullmatch=True)
_MEMBERS = ("1", "2", "3")


_WHOLE = 3


def _partial_date(day: date, parts: int, *, estimated: bool) -> PartialDate:
    return PartialDate(day.year, day.month if parts > 1 else None, day.day if parts == _WHOLE else None, estimated)


_OF_KIND: dict[type[Any], st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(0, 2**31 - 1),
    str: TEXTS,
    date: st.dates(),
    datetime: st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)).map(lambda moment: moment.replace(tzinfo=UTC)),  # noqa: DTZ001  # made aware right after
    PartialDate: st.builds(_partial_date, st.dates(), st.integers(1, 3), estimated=st.booleans()),
    Money: st.integers(-(10**11) + 1, 10**11 - 1).map(Money.cents),
}


def _value(pattern: str, kind: type[Any]) -> st.SearchStrategy[Any]:
    name = pattern.rpartition("/")[2]
    if issubclass(kind, Enum):
        members = [member for member in kind if member is not Relation.APPLICANT]
        return st.sampled_from(members)
    if pattern in COUNTRY_FIELDS:
        return st.sampled_from(["BE", "XK", "IQ", "BF"])
    if pattern in LANGUAGE_FIELDS:
        return st.sampled_from(["sq", "fa-AF", "ckb"])
    if pattern == "number":
        return st.from_regex(r"(BRU|ANT|GNT|LIE|CHA)-[0-9]{4}-[0-9]{4}", fullmatch=True)
    if name in {"id", "person"}:
        return st.sampled_from(_MEMBERS) if name == "person" else IDS
    return _OF_KIND[kind]


def _field(pattern: str, shape: FieldShape) -> st.SearchStrategy[Any]:
    item = _record(shape.kind, f"{pattern}/") if shape.is_record else _value(pattern, shape.kind)
    if shape.many and shape.is_record:
        item = st.lists(item, max_size=2, unique_by=lambda record: record.id).map(tuple)
    elif shape.many:
        item = st.lists(item, max_size=3, unique=True).map(tuple)
    return st.sampled_from(Missing) | item if shape.may_miss else item


def _record(kind: type[Any], at: str) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{name: _field(at + name, shape) for name, shape in shape_of(kind).items()})


def _with_members(case: Case) -> Case:
    """The case with the members that its documents and costs may name."""
    others = tuple(person for person in case.household if person.id not in _MEMBERS)
    members = tuple(Person(name, Relation.APPLICANT if name == "1" else Relation.OTHER) for name in _MEMBERS)
    return replace(case, household=members + others)


CASES = _record(Case, "").map(_with_members)
