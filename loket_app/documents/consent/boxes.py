"""One question of the sheet: its words at the left, at the right a box for yes and one for no of every adult."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Style, lines_of
from loket_app.documents.engine.look import DARK_RULE, HAIRLINE, QUIET, Said
from loket_app.documents.engine.strips import Bar, Ink, Mark, Rule, Strip
from loket_app.domain.case import ConsentPurpose
from loket_app.i18n.labels import capital, yes_no
from loket_app.i18n.phrases_consent import after_no, meaning, question

_TEXT: Final = Style(size=9, leading=11.6)
_STRONG: Final = replace(_TEXT, size=10.5, leading=14, weight=Weight.BOLD)
_NOTE: Final = replace(_TEXT, colour=QUIET)
_BOXES: Final = 64.0
"""The room for the boxes of one person, below each other, in points."""

_PAIR: Final = 94.0
"""The room for the boxes of one of several, beside each other behind a number."""

_ROW: Final = 18.0

_BOX: Final = 11.0
_EDGE: Final = 0.9
_PADDING: Final = 4.0


def asked(purpose: ConsentPurpose, width: float, adults: int = 1) -> Iterator[Strip]:
    """One strip, so that a question and its boxes never part."""
    room = width - (_PAIR if adults > 1 else _BOXES) - 12
    marks: list[Mark] = [Rule(0, 0, width, colour=HAIRLINE)]
    top = _PADDING
    for part in (Said(question(purpose), _STRONG), Said(meaning(purpose), _TEXT), Said(after_no(purpose), _NOTE)):
        for line in lines_of(part.text, part.style, room):
            marks.append(Ink(line.offset(room), top, line))
            top += line.height
    marks += _pairs(width, adults) if adults > 1 else _pair(width)
    yield Strip(max(top, _PADDING + max(2, adults) * _ROW) + _PADDING, tuple(marks))


def _pair(width: float) -> Iterator[Mark]:
    for place, answer in enumerate((True, False)):
        yield from _box(capital(yes_no(answer)), width - _BOXES, _PADDING + 3 + place * _ROW)


def _pairs(width: float, adults: int) -> Iterator[Mark]:
    for place in range(adults):
        left, top = width - _PAIR, _PADDING + 3 + place * _ROW
        (number,) = lines_of(str(place + 1), _NOTE, 14)
        yield Ink(left, top - 1.5, number)
        yield from _box(capital(yes_no(True)), left + 14, top)  # noqa: FBT003  a truth is all that it takes
        yield from _box(capital(yes_no(False)), left + 55, top)  # noqa: FBT003  as above


def _box(words: str, x: float, top: float) -> list[Mark]:
    end, low = x + _BOX, top + _BOX
    (line,) = lines_of(words, _TEXT, _BOXES)
    return [
        Rule(x, top, _BOX, _EDGE, DARK_RULE),
        Rule(x, low, _BOX, _EDGE, DARK_RULE),
        Bar(x, top, _EDGE, _BOX, DARK_RULE),
        Bar(end - _EDGE, top, _EDGE, _BOX, DARK_RULE),
        Ink(end + 7, top - 1.5, line),
    ]
