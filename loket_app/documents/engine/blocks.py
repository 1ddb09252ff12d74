"""Titles, headings, paragraphs, places to sign: each as strips of a given width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from loket_app.documents.engine.lines import lines_of
from loket_app.documents.engine.look import (
    ACCENT,
    DARK_RULE,
    GUTTER,
    HEADING,
    SMALL,
    STRONG,
    TITLE,
    Cell,
    Said,
    said,
)
from loket_app.documents.engine.strips import (
    Bar,
    Ink,
    Mark,
    Rule,
    Strip,
    kept_with_next,
    no_lone_lines,
    white,
)

_BAR: Final = 2.4
_BAR_GAP: Final = 10.0
_ROOM_TO_SIGN: Final = 46.0


def title(text: str, width: float) -> tuple[Strip, ...]:
    """The name of the document."""
    return kept_with_next(_set(Said(text, TITLE), width))


def heading(text: str, width: float) -> tuple[Strip, ...]:
    """The name of a section; it never stands alone at the foot of a page."""
    return kept_with_next((white(18), *_set(Said(text, HEADING), width), Strip(3.5)))


def subheading(text: str, width: float) -> tuple[Strip, ...]:
    """The name of a part of a section."""
    return kept_with_next((white(8), *_set(Said(text, STRONG), width), Strip(1.5)))


def paragraph(cell: Cell, width: float, *, after: float = 5) -> tuple[Strip, ...]:
    """Running text; it may run over pages."""
    return (*no_lone_lines([strip for part in said(cell) for strip in _set(part, width)]), white(after))


def introduction(text: str, width: float) -> tuple[Strip, ...]:
    """A few words before a table; they stay with it."""
    return kept_with_next(paragraph(text, width))


def beside_bar(cell: Cell, width: float, colour: int = ACCENT) -> tuple[Strip, ...]:
    """Text with a coloured bar on its left: what a reader must see first. It stays with what comes after it."""
    indent = _BAR + _BAR_GAP
    strips = []
    for part in said(cell):
        for strip in _set(part, width - indent):
            moved = tuple(replace(mark, x=mark.x + indent) for mark in strip.marks)
            strips.append(replace(strip, marks=(Bar(0, 0, _BAR, strip.height, colour), *moved)))
    return kept_with_next((*strips, white(7)))


def signatures(
    people: Sequence[tuple[str, str]], date_and_signature: str, width: float, *, to_sign: float = _ROOM_TO_SIGN
) -> tuple[Strip, ...]:
    """Places to sign, two beside each other: the role, the name, room (`to_sign` points), a line."""
    room = (width - 2 * GUTTER) / 2
    strips: list[Strip] = []
    for at in range(0, len(people), 2):
        places = [_place_to_sign(*person, date_and_signature, room, to_sign) for person in people[at : at + 2]]
        height = max(height for _, height in places)
        marks = [
            replace(mark, x=mark.x + number * (room + 2 * GUTTER), top=mark.top + height - own)
            for number, (inks, own) in enumerate(places)
            for mark in inks
        ]
        strips += (Strip(height, tuple(marks)), white(12))
    return tuple(strips)


def _place_to_sign(
    role: str, name: str, date_and_signature: str, width: float, to_sign: float
) -> tuple[list[Mark], float]:
    marks: list[Mark] = []
    top = _stack(marks, (Said(role, SMALL), Said(name, STRONG)), 0, width) + to_sign
    marks.append(Rule(0, top, width, colour=DARK_RULE))
    return marks, _stack(marks, (Said(date_and_signature, SMALL),), top + 2, width)


def _stack(marks: list[Mark], parts: Sequence[Said], top: float, width: float) -> float:
    for part in parts:
        for line in lines_of(part.text, part.style, width, part.base):
            marks.append(Ink(line.offset(width), top, line))
            top += line.height
    return top


def _set(part: Said, width: float) -> list[Strip]:
    lines = lines_of(part.text, part.style, width, part.base)
    return [Strip(line.height, (Ink(line.offset(width), 0, line),)) for line in lines]
