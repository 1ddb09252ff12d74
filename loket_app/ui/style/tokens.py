"""The colours and measures of the screen, read from resources/style/tokens.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from loket_app import paths

Theme: TypeAlias = Literal["light", "dark"]


@dataclass(frozen=True)
class Colours:
    """One theme, as `#rrggbb`. A name with `_text` is the colour of words on that colour."""

    background: str
    surface: str
    raised: str
    hover: str
    soft: str
    text: str
    muted: str
    line: str
    hairline: str
    accent: str
    accent_hover: str
    accent_text: str
    focus: str
    ok: str
    ok_text: str
    warn: str
    warn_text: str
    danger: str
    danger_text: str


@dataclass(frozen=True)
class Sizes:
    """Measures in device-independent pixels."""

    grid: int
    control: int
    radius: int
    focus: int
    icon: int
    rail: int
    rail_narrow: int
    page: int
    panel: int


@dataclass(frozen=True)
class Typeface:
    """One family in three sizes, in device-independent pixels."""

    family: str
    base: int
    heading: int
    title: int


@dataclass(frozen=True)
class Tokens:
    """Everything that a style sheet, a palette or a painter may ask."""

    theme: Theme
    colour: Colours
    size: Sizes
    type: Typeface


def folder() -> Path:
    """Where the token file, the sheet and the small pictures of each theme lie."""
    return paths.resources() / "style"


@cache
def load(theme: Theme) -> Tokens:
    """The tokens of a theme. Raises OSError, and TypeError where the file lacks a token or has one too many."""
    data = _file()
    return Tokens(theme, Colours(**data[theme]), Sizes(**data["size"]), Typeface(**data["type"]))


@cache
def _file() -> Mapping[str, Any]:
    with (folder() / "tokens.toml").open("rb") as file:
        return tomllib.load(file)
