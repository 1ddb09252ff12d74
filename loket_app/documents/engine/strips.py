"""What a page is made of: strips as wide as the text area, each with its marks. A strip is never cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from loket_app.documents.engine.lines import Line


@dataclass(frozen=True)
class Ink:
    """A line of text. `x` and `top` in points from the upper left corner of its strip."""

    x: float
    top: float
    line: Line


@dataclass(frozen=True)
class Rule:
    """A horizontal hairline that starts at `x`."""

    x: float
    top: float
    width: float
    weight: float = 0.4
    colour: int = 0


@dataclass(frozen=True)
class Bar:
    """A filled rectangle."""

    x: float
    top: float
    width: float
    height: float
    colour: int


Mark: TypeAlias = Ink | Rule | Bar


@dataclass(frozen=True)
class Strip:
    """A strip of the page, `height` points high.

    `glued` keeps it on the page of the next one. A `gap` falls away at the top of a page. `again` is what a page
    begins with when this strip is the first on it.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    glued: bool = False
    gap: bool = False
    again: tuple[Strip, ...] = ()


def white(height: float) -> Strip:
    """Empty space between two blocks."""
    return Strip(height, gap=True)


def kept_with_next(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The strips glued together and to whatever comes after them."""
    return tuple(replace(strip, glued=True) for strip in strips)


def kept_together(strips: Sequence[Strip], highest: float) -> tuple[Strip, ...]:
    """The strips on one page, unless they are higher than `highest` points."""
    return (*kept_with_next(strips[:-1]), *strips[-1:]) if height_of(strips) <= highest else tuple(strips)


def no_lone_lines(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """A text that may run over pages, but never with one line alone at either end."""
    last = len(strips) - 1
    ends = (0, last - 1)
    return tuple(replace(strip, glued=strip.glued or (at in ends and at < last)) for at, strip in enumerate(strips))


def height_of(strips: Sequence[Strip]) -> float:
    """The sum of the heights."""
    return sum(strip.height for strip in strips)
