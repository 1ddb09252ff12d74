"""Plain JSON values held against the schema of the case file: the first mistake, in words."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators

from loket_app.exchange.errors import Refused
from loket_app.exchange.forms import FORMS, LONGEST_TEXT, TEXT, fits
from loket_app.exchange.plain_json import below, shown
from loket_app.exchange.schema import VERSION, VERSION_KEY, Schema, case_schema
from loket_app.i18n import _

_MANY_KEYS = 12
_NEAR = 0.5  # of 1: `seks` is near enough to `sex`


def validate(data: Any) -> None:
    """Raise Refused for the first mistake of a case file, in the order of its schema."""
    _check_version(data)
    hold_against(case_schema(), data)


def hold_against(schema: Schema, data: Any) -> None:
    """Raise Refused for the first mistake, in the order of a schema with an `$id`."""
    if schema["$id"] not in _VALIDATORS:
        _VALIDATORS[schema["$id"]] = _validator(schema)
    error = next(_VALIDATORS[schema["$id"]].iter_errors(data), None)
    if error is not None:
        raise _refused(_meant(error))


def _check_version(data: Any) -> None:
    if not isinstance(data, Mapping) or VERSION_KEY not in data:
        why = _("This is not a case file of Loket: it has no {key}.").format(key=VERSION_KEY)
        raise Refused("", why, _("A case file starts with {start}").format(start=f'{{"{VERSION_KEY}": {VERSION}, …'))
    version = data[VERSION_KEY]
    if type(version) is int and version > VERSION:
        why = _("A newer Loket wrote this file (version {version}).").format(version=version)
        raise Refused(VERSION_KEY, why, _("Install the newer Loket, then try again."))
    if type(version) is not int or version != VERSION:
        raise Refused(VERSION_KEY, _("There is no such version."), _must_be(str(VERSION)))


_VALIDATORS: dict[str, Any] = {}


def _validator(schema: Schema) -> Any:
    strict = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _checker, value: type(value) is int)
    own = {"pattern": _pattern, "enum": _enum}
    kind = validators.extend(Draft202012Validator, own, type_checker=strict)  # type: ignore[no-untyped-call]  # as the stubs have it
    return kind(schema, format_checker=_formats())


def _pattern(_validator: Any, pattern: str, text: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(text, str) and not fits(pattern, text):
        yield ValidationError("pattern")


def _enum(_validator: Any, members: list[str], value: Any, _schema: Any) -> Iterator[ValidationError]:
    if not isinstance(value, str) or value not in members:
        yield ValidationError("enum")


def _formats() -> FormatChecker:
    checker = FormatChecker(formats=())
    for form in FORMS.values():
        checker.checks(form.name)(lambda text, form=form: not isinstance(text, str) or form.holds(text))
    return checker


def _meant(error: ValidationError) -> ValidationError:
    """Of an answer that is neither a value nor a missing one: what is wrong with the one that was tried."""
    if error.validator != "anyOf":
        return error
    tried = 1 if isinstance(error.instance, Mapping) else 0
    return next(inner for inner in error.context or () if inner.schema_path[0] == tried)


def _refused(error: ValidationError) -> Refused:
    place = ""
    for step in error.absolute_path:
        place = below(place, step)
    match error.validator:
        case "additionalProperties":
            return _unknown_key(place, error)
        case "required":
            return _missing_key(place, error)
        case "uniqueItems":
            return Refused(place, _("It names something twice."), _("Name each only once."))
        case "maxLength":
            why = _("It is longer than {count} signs.").format(count=LONGEST_TEXT)
            return Refused(place, why, _("Shorten it."))
        case _:
            return Refused(place, _what_it_is(error), _what_it_must_be(_schema_of(error)))


def _unknown_key(place: str, error: ValidationError) -> Refused:
    known: Mapping[str, Any] = _schema_of(error)["properties"]
    key = next(key for key in _object_of(error) if key not in known)
    near = difflib.get_close_matches(key[:99], known, 1, _NEAR)
    if near:
        remedy = _("Did you mean {key}?").format(key=near[0])
    elif len(known) <= _MANY_KEYS:
        remedy = _("Known here: {keys}.").format(keys=", ".join(known))
    else:
        remedy = _("The known fields are in: loket schema.")
    return Refused(below(place, key), _("Loket knows no field {key} here.").format(key=shown(key)), remedy)


def _missing_key(place: str, error: ValidationError) -> Refused:
    schema = _schema_of(error)
    key = next(key for key in schema["required"] if key not in _object_of(error))
    return Refused(below(place, key), _("It is missing."), _what_it_must_be(schema["properties"][key]))


def _schema_of(error: ValidationError) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", error.schema)


def _object_of(error: ValidationError) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", error.instance)


def _what_it_is(error: ValidationError) -> str:
    """What stands there, never its content: an error line may be read by others."""
    value = error.instance
    if value is None:
        return _("It is null.")
    if error.validator in {"enum", "pattern", "format", "minimum", "maximum"} and value != "":
        return _("Loket can't use what stands here.")
    if isinstance(value, (str, list, dict)) and not value:
        return _("It is empty.")
    return _("It is of the wrong kind.")


def _what_it_must_be(schema: Mapping[str, Any]) -> str:
    schema = schema.get("anyOf", [schema])[0]
    if "enum" in schema:
        return _must_be(", ".join(schema["enum"]))
    if schema.get("type") == "string":
        return _(FORMS[schema.get("format", TEXT.name)].expected)
    return {
        "array": _("It must be a list: [ … ]."),
        "boolean": _("It must be true or false."),
        "integer": _("It must be a whole number from 0."),
    }.get(schema.get("type", ""), _("It must be an object: { … }."))


def _must_be(values: str) -> str:
    return _("It must be: {values}.").format(values=values)
