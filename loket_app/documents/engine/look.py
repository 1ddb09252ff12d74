"""The look of every document: colours, styles, the white between things. Points, RGB."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Style

ACCENT: Final = 0x1B4F5C
QUIET: Final = 0x5A616B
HAIRLINE: Final = 0xC8CCD2
DARK_RULE: Final = 0x8A9099

BODY: Final = Style()
STRONG: Final = Style(weight=Weight.BOLD)
LABEL: Final = Style(colour=QUIET)
ASIDE: Final = Style(weight=Weight.ITALIC, colour=QUIET)
SMALL: Final = Style(size=8, leading=11.2, colour=QUIET)
SMALL_STRONG: Final = Style(size=8, leading=11.2, colour=QUIET, weight=Weight.BOLD)
TITLE: Final = Style(size=20, leading=27, weight=Weight.BOLD)
HEADING: Final = Style(size=12.5, leading=17, weight=Weight.BOLD, colour=ACCENT)

GUTTER: Final = 11.0
PADDING: Final = 3.4


@dataclass(frozen=True)
class Said:
    """A paragraph with its style. `base` is its direction (0, 1) where the first strong character must not decide."""

    text: str
    style: Style = BODY
    base: int | None = None


Cell: TypeAlias = str | Said | tuple[Said, ...]
"""What stands in one place: plain text, a styled paragraph, or several below each other."""


def said(cell: Cell) -> tuple[Said, ...]:
    """The paragraphs of a cell."""
    if isinstance(cell, str):
        return (Said(cell),)
    return (cell,) if isinstance(cell, Said) else cell
