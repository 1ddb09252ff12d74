"""One question of the sheet: its words at the left, a box for yes and one for no at the right."""

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

_TEXT: Final = Style(size=10, leading=13.8)
_STRONG: Final = replace(_TEXT, size=11.5, leading=16, weight=Weight.BOLD)
_NOTE: Final = replace(_TEXT, colour=QUIET)
_BOXES: Final = 64.0
"""The room for the boxes, in points."""

_BOX: Final = 12.0
_EDGE: Final = 0.9
_PADDING: Final = 6.5


def asked(purpose: ConsentPurpose, width: float) -> Iterator[Strip]:
    """One strip, so that a question and its boxes never part."""
    room = width - _BOXES - 12
    marks: list[Mark] = [Rule(0, 0, width, colour=HAIRLINE)]
    top = _PADDING
    for part in (Said(question(purpose), _STRONG), Said(meaning(purpose), _TEXT), Said(after_no(purpose), _NOTE)):
        for line in lines_of(part.text, part.style, room):
            marks.append(Ink(line.offset(room), top, line))
            top += line.height
    for place, answer in enumerate((True, False)):
        marks += _box(capital(yes_no(answer)), width - _BOXES, _PADDING + 3 + place * 21)
    yield Strip(max(top, _PADDING + 2 * 21) + _PADDING, tuple(marks))


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
