"""The JSON Schema of the case file (draft 2020-12), made from the shape of a case, so that a field is written down once."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any

from loket_app.domain.answers import DECLINED, UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.shape import FieldShape, patterns, required_of, shape_of
from loket_app.exchange.forms import LARGEST_NUMBER, LONGEST_TEXT, TEXT, form_at
from loket_app.i18n import using
from loket_app.i18n.labels import field_label

VERSION = 1
"""The version of the case file that this Loket writes; it reads this one and those before it."""

VERSION_KEY = "loket_case"

TAKEN_OUT = "taken_out"
"""Who was taken out of the household by a Loket that left their papers and consents: the ids that these still name."""

Schema = dict[str, Any]


@cache
def case_schema() -> Schema:
    """The whole schema as plain JSON values, with English titles."""
    with using("en"):
        records = {shape.kind: pattern for pattern, shape in patterns() if shape.is_record}
        case = record_schema(Case, "")
        defs = {kind.__name__: record_schema(kind, f"{pattern}/") for kind, pattern in records.items()}
    version = {"title": "Version of this format", "const": VERSION}
    case["properties"] = {VERSION_KEY: version, **case["properties"], TAKEN_OUT: _taken_out()}
    case["required"] = [VERSION_KEY, *case["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:loket:case:{VERSION}",
        **case,
        "title": "Loket case file",
        "description": "One return request. A question that was not asked is left out.",
        "$defs": {"missing": MISSING, **defs},
    }


def _taken_out() -> Schema:
    """Told by name, so that an id with a slip of the pen isn't taken for somebody who was here once."""
    words = "Who was taken out of the household, while papers, costs or consents still name their ids."
    one = _value(str, "documents/person")
    return {
        "title": "Taken out",
        "description": words,
        "type": "array",
        "minItems": 1,
        "uniqueItems": True,
        "items": one,
    }


MISSING: Schema = {
    "title": "No answer",
    "description": "The question was asked: the person does not know, or declined to say.",
    "type": "object",
    "additionalProperties": False,
    "required": ["missing"],
    "properties": {"missing": {"enum": [UNKNOWN.value, DECLINED.value]}},
}


def record_schema(kind: type[Any], at: str, wanted: Callable[[str], bool] = lambda _pattern: True) -> Schema:
    """An object, with the fields whose patterns are wanted; mistakes are sought in the order of its keywords here."""
    return {
        "title": kind.__name__,
        "description": inspect.cleandoc(kind.__doc__ or "").split("\n\n")[0].replace("\n", " "),
        "type": "object",
        "additionalProperties": False,
        "required": [name for name in required_of(kind) if wanted(at + name)],
        "properties": {name: _field(shape, at + name) for name, shape in shape_of(kind).items() if wanted(at + name)},
    }


def _field(shape: FieldShape, pattern: str) -> Schema:
    value = {"$ref": f"#/$defs/{shape.kind.__name__}"} if shape.is_record else _value(shape.kind, pattern)
    if shape.many:
        value = {"type": "array", "items": value} | ({} if shape.is_record else {"uniqueItems": True})
    if shape.may_miss:
        value = {"anyOf": [value, {"$ref": "#/$defs/missing"}]}
    return {"title": field_label(pattern), **value}


def _value(kind: type[Any], pattern: str) -> Schema:
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    if kind is bool:
        return {"type": "boolean"}
    if kind is int:
        return {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER}
    form = form_at(pattern, kind)
    more = {"maxLength": LONGEST_TEXT} if form is TEXT else {"format": form.name}
    return {"type": "string", "pattern": form.pattern, **more}
