"""The shape of a case, read from its records: which fields there are, what they hold, whether the answer may be missing.

Everything that must know every field (the store, the case file and its schema, the forms) asks here, so that a field
is written down once. A path names a place in a case: `stay/category`, `household/3f2a/birth_date`, or, without ids,
the pattern `household/birth_date`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING as NO_DEFAULT
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from loket_app.domain.answers import Missing
from loket_app.domain.case import Case
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate

SCALARS = (str, bool, int, Decimal, date, datetime, PartialDate, Money)


@dataclass(frozen=True)
class FieldShape:
    """One field: `kind` is a scalar type, an Enum or a record; `many` holds a tuple of them; `may_miss` an Answer."""

    name: str
    kind: type[Any]
    many: bool
    may_miss: bool

    @property
    def is_record(self) -> bool:
        """Whether it holds records of their own rather than a value."""
        return not issubclass(self.kind, (*SCALARS, Enum))


_SHAPES: dict[type[Any], dict[str, FieldShape]] = {}


def shape_of(record: type[Any]) -> dict[str, FieldShape]:
    """The fields of a record by name, in the order in which they are written."""
    if record not in _SHAPES:
        hints = get_type_hints(record)
        _SHAPES[record] = {field.name: _read(field.name, hints[field.name]) for field in fields(record)}
    return _SHAPES[record]


def required_of(record: type[Any]) -> tuple[str, ...]:
    """The fields that nobody can leave out: without a default, and not an answer, which may be not asked."""
    shapes = shape_of(record)
    bare = (field.name for field in fields(record) if field.default is field.default_factory is NO_DEFAULT)
    return tuple(name for name in bare if not shapes[name].may_miss)


def _read(name: str, hint: Any) -> FieldShape:
    options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    (value,) = (option for option in options if option is not Missing)
    many = get_origin(value) is tuple
    return FieldShape(name, get_args(value)[0] if many else value, many, Missing in options)


@cache
def shape_at(path: str) -> FieldShape:
    """The field at a path or a pattern. Raises KeyError when a case has no such place."""
    *_, last = _steps(path)
    return last


def patterns(record: type[Any] = Case, at: str = "") -> Iterator[tuple[str, FieldShape]]:
    """Every place of a case, outermost first, as a pattern without ids."""
    for name, shape in shape_of(record).items():
        yield at + name, shape
        if shape.is_record:
            yield from patterns(shape.kind, f"{at}{name}/")


def pattern_of(path: str) -> str:
    """A path without its ids: `household/3f2a/birth_date` → `household/birth_date`. Raises KeyError."""
    return "/".join(shape.name for shape in _steps(path))


def _steps(path: str) -> Iterator[FieldShape]:
    """The fields on the way. After a list of records one step may be an id; a step that is a field's name is the field."""
    record: type[Any] | None = Case
    may_be_id = False
    for step in path.split("/"):
        shape = shape_of(record).get(step) if record else None
        if shape is not None:
            yield shape
            record = shape.kind if shape.is_record else None
            may_be_id = shape.many and shape.is_record
        elif may_be_id:
            may_be_id = False
        else:
            raise KeyError(path)
