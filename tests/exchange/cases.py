"""Any case that a case file can hold: any case at all, with what a file refuses made fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from loket_app.domain.case import EVERYBODY, Case
from loket_app.domain.money import Money
from loket_app.domain.person import Person, Relation
from loket_app.domain.shape import shape_of
from loket_app.i18n.phrases import COUNTRY_FIELDS, LANGUAGE_FIELDS, PERSON_FIELDS
from tests.strategies import cases

_MEMBERS = ("person-1", "person-2", "person-3")
_COUNTRIES = ("BE", "XK", "IQ", "BF")
_LANGUAGES = ("sq", "fa-AF", "ckb", "nl")


def _fit(record: Any, at: str = "") -> Any:
    return replace(
        record, **{n: _field(getattr(record, n), at + n, s.is_record) for n, s in shape_of(type(record)).items()}
    )


def _field(value: Any, pattern: str, is_record: bool) -> Any:
    if isinstance(value, tuple):
        items = (_field(item, pattern, is_record) for item in value)
        return tuple(items) if is_record else tuple(dict.fromkeys(items))
    if is_record:
        return _fit(value, f"{pattern}/")
    if isinstance(value, Money):
        return Money(abs(value.euro))
    if isinstance(value, Decimal):
        return abs(value)
    return _text(value, pattern) if type(value) is str else value


def _text(text: str, pattern: str) -> str:
    choices = {**dict.fromkeys(COUNTRY_FIELDS, _COUNTRIES), **dict.fromkeys(LANGUAGE_FIELDS, _LANGUAGES)}
    if pattern in choices:
        return _one_of(choices[pattern], text)
    if pattern == "consents/person":
        return _one_of((*_MEMBERS, EVERYBODY), text)
    if pattern in PERSON_FIELDS:
        return _one_of(_MEMBERS, text)
    if pattern == "number":
        return f"GNT-2026-{len(text):04d}"
    return "".join(sign for sign in text if sign in "\t\n\r" or (ord(sign) >= ord(" ") and sign != "\x7f"))


def _one_of(choices: tuple[str, ...], text: str) -> str:
    return choices[sum(map(ord, text)) % len(choices)]


def _with_members(case: Case) -> Case:
    """The case with one applicant, and with the members that its documents, costs and consents name."""
    members = (Person(name, Relation.APPLICANT if name == _MEMBERS[0] else Relation.OTHER) for name in _MEMBERS)
    return replace(case, household=(*members, *_others(case.household)))


def _others(household: Iterable[Person]) -> Iterable[Person]:
    return (p if p.relation is not Relation.APPLICANT else replace(p, relation=Relation.CHILD) for p in household)


CASES = cases.map(_fit).map(_with_members)
