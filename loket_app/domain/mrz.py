"""The lines for machines at the foot of a passport, card or visa, by ICAO Doc 9303 parts 3 to 7.

Reading never repairs: what the lines say is given as it stands, with every check digit that doesn't fit and its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.country_codes import ALPHA_2, STATELESS
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Sex
from loket_app.domain.travel import DocumentKind


class MrzForm(Enum):
    """The sizes of Doc 9303; the value is how many lines of how many signs."""

    TD1 = (3, 30)
    TD2 = (2, 36)
    TD3 = (2, 44)


class MrzCheck(Enum):
    """What a check digit guards."""

    NUMBER = "number"
    BIRTH_DATE = "birth_date"
    EXPIRY = "expiry"
    OPTIONAL = "optional"
    WHOLE = "whole"


class NotMrzReason(Enum):
    """Why a text can't be read."""

    SIGNS = "signs"
    LENGTH = "length"
    START = "start"


class NotMrz(ValueError):
    """A text that is no machine-readable zone."""

    def __init__(self, reason: NotMrzReason) -> None:
        super().__init__(f"not a machine-readable zone: {reason.value}")
        self.reason = reason


@dataclass(frozen=True)
class CheckFailure:
    """A check digit that doesn't fit: line and column count from 1."""

    check: MrzCheck
    line: int
    column: int
    found: str
    expected: str


@dataclass(frozen=True)
class MrzPerson:
    """What the lines say. `issuer` and `nationality_code` are the letters as printed; None is what they don't tell.

    A holder with one name has it in `given_names`, as the case keeps it, with `one_name_only`.
    """

    form: MrzForm
    document: DocumentKind
    issuer: str
    issuing_country: str | None
    number: str
    family_name: str
    given_names: str
    one_name_only: bool
    nationality_code: str
    nationality: str | None
    stateless: bool
    birth_date: PartialDate | None
    sex: Sex | None
    expires_on: date | None
    failures: tuple[CheckFailure, ...] = ()


def parse(text: str, today: date) -> MrzPerson:
    """Read the lines as typed, scanned or pasted: blanks, line breaks and small letters don't matter.

    `today` decides the century: nobody is born after it, and a document expires in the century nearest to it.
    Raises NotMrz.
    """
    form, lines = _lines(text)
    if lines[0][0] not in _KINDS:
        raise NotMrz(NotMrzReason.START)
    return (_read_td1 if form is MrzForm.TD1 else _read_two_lines)(form, lines, today)


def check_digit(signs: str) -> str:
    """The check digit of some signs: weights 7, 3, 1, modulo 10 (Doc 9303 part 3, 4.9)."""
    return str(sum(_value(sign) * (7, 3, 1)[place % 3] for place, sign in enumerate(signs)) % 10)


_KINDS = {
    "P": DocumentKind.PASSPORT,
    "I": DocumentKind.IDENTITY_CARD,
    "A": DocumentKind.IDENTITY_CARD,
    "C": DocumentKind.IDENTITY_CARD,
    "V": DocumentKind.OTHER,
}
_TWO_LINES = "PV"
"""Passports and visas never have three lines (parts 4 and 7): ninety signs are then two too many."""

_SEXES = {"F": Sex.FEMALE, "M": Sex.MALE, "X": Sex.OTHER}
_SIGNS = re.compile(r"[A-Z0-9<]+")
_FILLER = "<"
_CENTURY = 100


def _lines(text: str) -> tuple[MrzForm, Sequence[str]]:
    rows = ["".join(row.split()).upper() for row in text.splitlines()]
    rows = [row for row in rows if row]
    whole = "".join(rows)
    if not _SIGNS.fullmatch(whole):
        raise NotMrz(NotMrzReason.SIGNS)
    for form in MrzForm:
        count, width = form.value
        if len(whole) == count * width and (form is not MrzForm.TD1 or whole[0] not in _TWO_LINES):
            return form, [whole[n * width : (n + 1) * width] for n in range(count)]
    return _padded(rows)


def _padded(rows: Sequence[str]) -> tuple[MrzForm, Sequence[str]]:
    """Lines of which fillers at the end were lost: the longest tells the form, for it ends in a check digit."""
    longest = max(map(len, rows))
    for form in MrzForm:
        count, width = form.value
        if (len(rows), longest) == (count, width):
            return form, [row.ljust(width, _FILLER) for row in rows]
    raise NotMrz(NotMrzReason.LENGTH)


def _value(sign: str) -> int:
    return 0 if sign == _FILLER else int(sign, 36)


@dataclass(frozen=True)
class _Line:
    """One line, of which pieces are cut and guarded."""

    signs: str
    number: int

    def at(self, start: int, end: int) -> str:
        """The signs from a place up to another, counted from 0."""
        return self.signs[start:end]

    def check(self, check: MrzCheck, guarded: str, place: int) -> tuple[CheckFailure, ...]:
        """The failure, if the digit at a place doesn't fit what it guards. Nothing needs no digit."""
        found, expected = self.signs[place], check_digit(guarded)
        empty = found == _FILLER and not guarded.strip(_FILLER)
        if found == expected or empty:
            return ()
        return (CheckFailure(check, self.number, place + 1, found, expected),)


def _read_td1(form: MrzForm, lines: Sequence[str], today: date) -> MrzPerson:
    first, second = _Line(lines[0], 1), _Line(lines[1], 2)
    number, failures = _number(first, 5, 15, 30)
    whole = first.at(5, 30) + second.at(0, 7) + second.at(8, 15) + second.at(18, 29)
    failures += second.check(MrzCheck.BIRTH_DATE, second.at(0, 6), 6)
    failures += second.check(MrzCheck.EXPIRY, second.at(8, 14), 14)
    failures += second.check(MrzCheck.WHOLE, whole, 29)
    pieces = _Pieces(number, second.at(15, 18), second.at(0, 6), second.at(7, 8), second.at(8, 14), lines[2])
    return _person(form, lines[0], pieces, failures, today)


def _read_two_lines(form: MrzForm, lines: Sequence[str], today: date) -> MrzPerson:
    second = _Line(lines[1], 2)
    visa, width = lines[0][0] == "V", form.value[1]
    number, failures = _number(second, 0, 28, 35 if form is MrzForm.TD2 and not visa else 28)
    failures += second.check(MrzCheck.BIRTH_DATE, second.at(13, 19), 19)
    failures += second.check(MrzCheck.EXPIRY, second.at(21, 27), 27)
    if not visa:
        if form is MrzForm.TD3:
            failures += second.check(MrzCheck.OPTIONAL, second.at(28, 42), 42)
        whole = second.at(0, 10) + second.at(13, 20) + second.at(21, width - 1)
        failures += second.check(MrzCheck.WHOLE, whole, width - 1)
    pieces = _Pieces(number, second.at(10, 13), second.at(13, 19), second.at(20, 21), second.at(21, 27), lines[0][5:])
    return _person(form, lines[0], pieces, failures, today)


def _number(line: _Line, start: int, more: int, end: int) -> tuple[str, tuple[CheckFailure, ...]]:
    """The document number: nine signs and a check digit, or, with a filler in its place, the rest further on."""
    short, place = line.at(start, start + 9), start + 9
    rest = line.at(more, end).split(_FILLER)[0]
    if line.signs[place] == _FILLER and rest and _FILLER not in short:
        long, digit = short + rest[:-1], more + len(rest) - 1
        # Doc 9303 doesn't say whether the filler counts among the weights, and issuers differ
        counted = not line.check(MrzCheck.NUMBER, short + _FILLER + rest[:-1], digit)
        return long, () if counted else line.check(MrzCheck.NUMBER, long, digit)
    return short.replace(_FILLER, ""), line.check(MrzCheck.NUMBER, short, place)


@dataclass(frozen=True)
class _Pieces:
    """The signs of each piece, wherever the form has it."""

    number: str
    nationality: str
    birth: str
    sex: str
    expiry: str
    names: str


def _person(form: MrzForm, first: str, pieces: _Pieces, failures: tuple[CheckFailure, ...], today: date) -> MrzPerson:
    family, given = _names(pieces.names)
    issuer, code = first[2:5].strip(_FILLER), pieces.nationality.strip(_FILLER)
    return MrzPerson(
        form=form,
        document=_KINDS[first[0]],
        issuer=issuer,
        issuing_country=ALPHA_2.get(issuer),
        number=pieces.number,
        family_name=family if given else "",
        given_names=given or family,
        one_name_only=not given,
        nationality_code=code,
        nationality=ALPHA_2.get(code),
        stateless=code == STATELESS,
        birth_date=_birth(pieces.birth, today),
        sex=_SEXES.get(pieces.sex),
        expires_on=_expiry(pieces.expiry, today),
        failures=failures,
    )


def _names(signs: str) -> tuple[str, str]:
    """Family and given names. The zone has capitals only; a reader wants `Anna Maria`."""
    family, _, given = signs.strip(_FILLER).partition(_FILLER * 2)
    return _readable(family), _readable(given)


def _readable(signs: str) -> str:
    return " ".join(signs.replace(_FILLER, " ").split()).title()


def _birth(signs: str, today: date) -> PartialDate | None:
    """The birth date; fillers or noughts stand for an unknown month or day (part 3, 4.8)."""
    if not signs[:2].isdecimal():
        return None
    month, day = _part(signs[2:4]), _part(signs[4:6])
    year = today.year - today.year % _CENTURY + int(signs[:2])
    try:
        born = PartialDate(year, month, day if month else None)
        return born if born.earliest <= today else PartialDate(year - _CENTURY, born.month, born.day)
    except ValueError:
        return None


def _part(signs: str) -> int | None:
    return int(signs) or None if signs.isdecimal() else None


def _expiry(signs: str, today: date) -> date | None:
    if not signs.isdecimal():
        return None
    year = today.year - today.year % _CENTURY + int(signs[:2])
    nearest = min((year - _CENTURY, year, year + _CENTURY), key=lambda full: abs(full - today.year))
    try:
        return date(nearest, int(signs[2:4]), int(signs[4:6]))
    except ValueError:
        return None
