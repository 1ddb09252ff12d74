"""Paragraphs into lines: where they break, in which order their runs stand, how high they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from loket_app.documents.engine import bidi
from loket_app.documents.engine.faces import Weight, base_face
from loket_app.documents.engine.shaping import REMEMBERED, Run, clean, runs_of

_SPACE: Final = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_IDEOGRAPH: Final = "\u2e80-\u2fff\u3003-\u3007\u3012-\u303f\u3040-\u30ff\u3130-\u318f\u31c0-\u9fff\uf900-\ufaff"
_CLOSING: Final = "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
_ENDS_A_WORD: Final = "\u0f0b\u1361"  # tsheg, Ethiopic word space
_TOKEN: Final = re.compile(
    f"(?P<space>[{_SPACE}]+)|[{_IDEOGRAPH}][{_CLOSING}]*|[^{_SPACE}{_IDEOGRAPH}{_ENDS_A_WORD}]*[{_ENDS_A_WORD}]*"
)
_BREAK_AFTER: Final = frozenset("-/._@,:;&=?)–—·|")
_ENOUGH: Final = 0.5  # a sign to break after counts when at least half of the line stands before it


class Align(Enum):
    """Where a line stands in its column. START is left, and right for a right-to-left paragraph."""

    START = "start"
    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True)
class Style:
    """How a text looks: size and leading in points, colour as an RGB hexadecimal number."""

    size: float = 9.5
    leading: float = 13.5
    weight: Weight = Weight.REGULAR
    colour: int = 0x1F2328
    align: Align = Align.START


@dataclass(frozen=True)
class Line:
    """One line, runs from left to right; all measures in points."""

    runs: tuple[Run, ...]
    style: Style
    width: float
    height: float
    baseline: float
    rtl: bool

    def offset(self, room: float) -> float:
        """How far from the left edge the line starts in a column that is `room` wide."""
        align = self.style.align
        if align is Align.START:
            align = Align.RIGHT if self.rtl else Align.LEFT
        return {Align.LEFT: 0.0, Align.RIGHT: room - self.width, Align.CENTRE: (room - self.width) / 2}[align]


class _Token(NamedTuple):
    """A word or the space after it, in logical order, one level for each run. Width in thousandths."""

    runs: tuple[Run, ...]
    levels: tuple[int, ...]
    width: float
    space: bool


def forget() -> None:
    """Let go of the words of earlier documents: a locked program remembers no name."""
    _plain_token.cache_clear()
    runs_of.cache_clear()


def lines_of(text: str, style: Style, room: float, base: int | None = None) -> list[Line]:
    """Break plain text into lines that fit a width in points.

    `base` is the direction of the paragraphs, 0 left to right or 1 right to left; else each one's first strong
    character decides.
    """
    paragraphs = clean(text).split("\n")
    return [line for paragraph in paragraphs for line in _paragraph(paragraph, style, room * 1000 / style.size, base)]


def natural_width(text: str, style: Style) -> float:
    """How wide the text is without any break, in points."""
    return max(line.width for line in lines_of(text, style, float("inf")))


def widest_word(text: str, style: Style) -> float:
    """How wide a column must be, in points, that no word in it is cut."""
    tokens = _tokens(clean(text).replace("\n", " "), style.weight, 0, float("inf"))
    return max((token.width for token in tokens), default=0.0) * style.size / 1000


def _paragraph(text: str, style: Style, room: float, base: int | None) -> Iterator[Line]:
    if base is None:
        base = bidi.base_level(text) if bidi.has_rtl(text) else 0
    for tokens in _fill(_tokens(text, style.weight, base, room), room):
        yield _line(tokens, style, base)


def _tokens(text: str, weight: Weight, base: int, room: float) -> Iterator[_Token]:
    levels = bidi.levels(text, base) if base or bidi.has_rtl(text) else None
    for match in _TOKEN.finditer(text):
        first, end = match.span()
        if first == end:
            continue
        token = _token(text, levels, first, end, weight, space=match["space"] is not None)
        if token.width <= room or token.space:
            yield token
        else:
            yield from (
                _token(text, levels, *part, weight, space=False) for part in _chopped(text, token, first, end, room)
            )


def _token(text: str, levels: Sequence[int] | None, first: int, end: int, weight: Weight, *, space: bool) -> _Token:
    if levels is None:
        return _plain_token(text[first:end], weight, space)
    found: list[tuple[Run, int]] = []
    for level, places in groupby(range(first, end), key=levels.__getitem__):
        at = list(places)
        found += ((run, level) for run in runs_of(text[at[0] : at[-1] + 1], weight, bool(level % 2)))
    return _Token(
        tuple(run for run, _ in found), tuple(level for _, level in found), sum(run.width for run, _ in found), space
    )


@lru_cache(maxsize=REMEMBERED)
def _plain_token(word: str, weight: Weight, space: bool) -> _Token:  # noqa: FBT001  lru_cache knows arguments by place
    runs = runs_of(word, weight, False)  # noqa: FBT003  as above
    return _Token(runs, (0,) * len(runs), sum(run.width for run in runs), space)


def _chopped(text: str, token: _Token, first: int, end: int, room: float) -> Iterator[tuple[int, int]]:
    """A word that is wider than the line, cut after a sign such as a slash or a hyphen, else between two clusters."""
    width, at, good = 0.0, first, first
    for cluster, advance in _clusters(token):
        if width + advance > room and at > first:
            cut = good if good > first and (good - first) >= _ENOUGH * (at - first) else at
            yield first, cut
            width, first = width * (at - cut) / (at - first), cut
        at += len(cluster)
        width += advance
        if text[at - 1] in _BREAK_AFTER:
            good = at
    yield first, end


def _clusters(token: _Token) -> Iterator[tuple[str, float]]:
    for run, level in zip(token.runs, token.levels, strict=True):
        found: list[tuple[str, float]] = []
        for glyph in run.glyphs:
            if glyph.text:
                found.append((glyph.text, glyph.advance * run.face.zoom))
            elif found:
                found[-1] = (found[-1][0], found[-1][1] + glyph.advance * run.face.zoom)
        yield from reversed(found) if level % 2 else found


def _fill(tokens: Iterable[_Token], room: float) -> Iterator[list[_Token]]:
    line: list[_Token] = []
    width = 0.0
    for token in tokens:
        if not token.space and line and width + token.width > room:
            yield _trimmed(line)
            line, width = [], 0.0
        if line or not token.space:
            line.append(token)
            width += token.width
    yield _trimmed(line)


def _trimmed(line: list[_Token]) -> list[_Token]:
    while line and line[-1].space:
        line.pop()
    return line


def _line(tokens: Sequence[_Token], style: Style, base: int) -> Line:
    runs = [run for token in tokens for run in token.runs]
    levels = [level for token in tokens for level in token.levels]
    if any(levels):
        runs = [runs[at] for at in bidi.visual_order(levels)]
    k = style.size / 1000
    ascent = max((run.face.ascent for run in runs), default=0.0) * k
    descent = max((run.face.descent for run in runs), default=0.0) * k
    base_line = base_face(style.weight)
    ascent, descent = max(ascent, base_line.ascent * k), max(descent, base_line.descent * k)
    height = max(style.leading, ascent + descent)
    return Line(
        runs=tuple(runs),
        style=style,
        width=sum(run.width for run in runs) * k,
        height=height,
        baseline=(height - ascent - descent) / 2 + ascent,
        rtl=bool(base),
    )
