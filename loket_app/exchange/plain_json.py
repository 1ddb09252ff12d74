"""The text of a file as plain JSON values, without trusting it: size, encoding, depth, doubles and odd numbers."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loket_app.exchange.errors import Refused
from loket_app.i18n import N_, _
from loket_app.i18n.formats import format_number

LARGEST = 5_000_000
"""Bytes. A case with a hundred conversations takes a hundred thousand."""

DEEPEST = 32
"""Levels. A case has five."""

LONGEST_NUMBER = 15
"""Figures. No number of a case has more than ten."""

_SHOWN = 40
_NESTING = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""A whole text, also one that never ends, or a bracket."""


@dataclass(frozen=True)
class _Odd:
    """Stands where a value can't be used until its place is known; `key` is the step below that is meant."""

    why: str
    remedy: str
    key: str = ""


@dataclass(frozen=True)
class FileKind:
    """What a file should be: how large one may be in bytes, what is said of one that can't be it, and where one comes from."""

    largest: int
    too_deep: str
    comes_from: str


CASE_FILE = FileKind(
    LARGEST,
    N_("It is nested too deeply for a case file."),
    N_("Is it the right file? A case file comes from: loket store export."),
)


def load(path: Path, kind: FileKind = CASE_FILE) -> Any:
    """What the file says. Raises Refused."""
    return read(_content(path, kind), kind)


def read(content: bytes, kind: FileKind = CASE_FILE) -> Any:
    """What the bytes of a file say; the caller has seen to their size. Raises Refused."""
    text = _decoded(content, kind)
    if _depth(text) > DEEPEST:
        raise Refused("", _(kind.too_deep), _(kind.comes_from))
    value = _parsed(text)
    _look_through(value)
    return value


def shown(name: str) -> str:
    """A name from a file, fit for one line of a terminal: no control signs, and cut when it is long."""
    clean = "".join(sign if sign.isprintable() else "�" for sign in name)
    return clean if len(clean) <= _SHOWN else clean[: _SHOWN - 1] + "…"


def below(place: str, step: str | int) -> str:
    """The place one step further: items are counted from 1."""
    name = str(step + 1) if isinstance(step, int) else shown(step)
    return f"{place}/{name}" if place else name


def _content(path: Path, kind: FileKind) -> bytes:
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            content = b"" if size > kind.largest else file.read(kind.largest + 1)
    except FileNotFoundError:
        raise Refused("", _("There is no such file."), _("Check its name and its folder.")) from None
    except IsADirectoryError:
        raise Refused("", _("That is a folder."), _("Name the file in it.")) from None
    except (OSError, ValueError):
        raise Refused(
            "", _("It can't be read."), _("Check that you may read it and that its drive is there.")
        ) from None
    if size > kind.largest or len(content) > kind.largest:
        limit = format_number(kind.largest // 1_000_000)
        raise Refused("", _("It is larger than {limit} MB.").format(limit=limit), _(kind.comes_from))
    return content


def _decoded(content: bytes, kind: FileKind) -> str:
    if not content.strip():
        raise Refused("", _("It is empty."), _(kind.comes_from))
    place = ""
    if not _is_wide(content):
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            place = _("line {line}").format(line=content.count(b"\n", 0, error.start) + 1)
    raise Refused(place, _("It is not written in UTF-8."), _("Save it again with the encoding UTF-8."))


def _is_wide(content: bytes) -> bool:
    """Whether it is UTF-16 or UTF-32, where a line has no meaning to us."""
    return content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content


def _depth(text: str) -> int:
    depth = deepest = 0
    for match in _NESTING.finditer(text):
        sign = match[0]
        if sign in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in "]}":
            depth -= 1
    return deepest


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_whole, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        raise Refused(place, _("This is not JSON."), _("Check the comma, quote or bracket just before.")) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Odd:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    times = Counter(key for key, _value in pairs)
    return _Odd(_("It stands there twice."), _("Keep one of the two."), max(times, key=times.__getitem__))


def _whole(digits: str) -> int | _Odd:
    if len(digits) <= LONGEST_NUMBER:
        return int(digits)
    return _Odd(_("It is a number of {count} figures.").format(count=len(digits)), _("Check it, and shorten it."))


def _no_number(name: str) -> _Odd:
    return _Odd(_("{name} is not a number.").format(name=name), _("Leave it out, or give the answer."))


def _look_through(value: Any) -> None:
    """Refuse what JSON lets pass: a key that stands twice, numbers that are none, half of a surrogate pair."""
    for place, part in _parts(value, ""):
        if isinstance(part, _Odd):
            raise Refused(below(place, part.key) if part.key else place, part.why, part.remedy)
        if isinstance(part, str) and not _is_text(part):
            raise Refused(place, _("It holds a sign that is not text."), _("Type it again."))


def _parts(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    yield place, value
    if isinstance(value, dict):
        for key, item in value.items():
            there = below(place, key)
            yield there, key
            yield from _parts(item, there)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _parts(item, below(place, number))


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
