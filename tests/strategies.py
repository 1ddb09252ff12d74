"""Hypothesis strategies that follow the shape of a case: any case, and any edit of it. A new field needs no line here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from loket_app.domain.answers import Missing
from loket_app.domain.case import Case
from loket_app.domain.changes import Change, apply, position_of, value_at
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.shape import FieldShape, shape_of

MOST_ITEMS = 3
FIXED = ("id", "revision")

ids = st.text("0123456789abcdef", min_size=6, max_size=8)
texts = st.text(max_size=12)
amounts = st.integers(-(10**9), 10**9).map(Money.cents)
moments = st.datetimes(timezones=st.just(UTC))


@st.composite
def partial_dates(draw: DrawFn) -> PartialDate:
    """A year, a month or a day, certain or estimated."""
    day, parts = draw(st.dates()), draw(st.integers(1, 3))
    month, monthday = (day.month if parts > 1 else None), (day.day if parts > 2 else None)
    return PartialDate(day.year, month, monthday, estimated=draw(st.booleans()))


_SCALARS: dict[type[Any], SearchStrategy[Any]] = {
    str: texts,
    bool: st.booleans(),
    int: st.integers(0, 1000),
    date: st.dates(),
    datetime: moments,
    Money: amounts,
    Decimal: st.decimals(-(10**9), 10**9, places=6),
    PartialDate: partial_dates(),
}


def items(shape: FieldShape) -> SearchStrategy[Any]:
    """One value or one record of a field."""
    if shape.name == "id":
        return ids
    if shape.is_record:
        return records(shape.kind)
    if issubclass(shape.kind, Enum):
        return st.sampled_from(shape.kind)
    return _SCALARS[shape.kind]


def field_values(shape: FieldShape) -> SearchStrategy[Any]:
    """All that a field can hold, missing answers included."""
    value = items(shape)
    if shape.many:
        unique = (lambda item: item.id) if shape.is_record else None
        value = st.lists(value, max_size=MOST_ITEMS, unique_by=unique).map(tuple)
    return st.one_of(st.sampled_from(Missing), value) if shape.may_miss else value


def records(kind: type[Any], item_id: str | None = None) -> SearchStrategy[Any]:
    """A record with anything in it, under an id of its own or the one given."""
    fields = {name: field_values(shape) for name, shape in shape_of(kind).items()}
    return st.builds(kind, **fields if item_id is None else {**fields, "id": st.just(item_id)})


cases: SearchStrategy[Case] = records(Case)


@st.composite
def edits(draw: DrawFn, case: Case, group: str = "") -> Change:
    """An edit that fits the case: a value set, a whole record or list replaced, an item added, replaced or gone."""
    path, shape, item_id = draw(st.sampled_from(list(_places(case, Case))))
    if item_id is not None:
        item_id = item_id or draw(ids)
        path = f"{path}/{item_id}"
    before = value_at(case, path)
    if item_id is None:
        after = draw(field_values(shape))
    else:
        after = draw(records(shape.kind, item_id) if before is None else _gone_or(shape, item_id))
    return Change(
        case=case.id,
        path=path,
        before=before,
        after=after,
        by=draw(texts),
        at=draw(moments),
        group=group or draw(ids),
        position=position_of(case, path) if item_id else None,
    )


def _gone_or(shape: FieldShape, item_id: str) -> SearchStrategy[Any]:
    return st.one_of(st.none(), records(shape.kind, item_id))


def _places(here: Any, kind: type[Any], at: str = "") -> Iterator[tuple[str, FieldShape, str | None]]:
    """Where an edit can be: a field's path with None, or a list's path with an item's id, empty for a new item."""
    for name, shape in shape_of(kind).items():
        if name in FIXED:
            continue
        path, value = at + name, getattr(here, name)
        yield path, shape, None
        if shape.is_record and shape.many:
            yield path, shape, ""
            for item in value:
                yield path, shape, item.id
                yield from _places(item, shape.kind, f"{path}/{item.id}/")
        elif shape.is_record:
            yield from _places(value, shape.kind, f"{path}/")


@st.composite
def edited_cases(draw: DrawFn, most: int = 6) -> tuple[Case, tuple[Change, ...]]:
    """A case and edits of it, one after the other; some belong to one act."""
    start = case = draw(cases)
    changes: list[Change] = []
    for _ in range(draw(st.integers(1, most))):
        joins = bool(changes) and draw(st.booleans())
        change = draw(edits(case, changes[-1].group if joins else f"act-{len(changes)}"))
        case = apply(case, change)
        changes.append(change)
    return start, tuple(changes)
