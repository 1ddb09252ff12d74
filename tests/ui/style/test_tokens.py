"""The tokens can be read by everybody: WCAG 2.2 contrast, 4.5:1 for words, 3:1 for outlines, icons and focus."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import product
from typing import get_args

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from loket_app import paths
from loket_app.ui.style.palette import palette
from loket_app.ui.style.theme import sheet
from loket_app.ui.style.tokens import Theme, Tokens, folder, load

THEMES: tuple[Theme, ...] = get_args(Theme)
GROUNDS = ("background", "surface", "raised", "hover", "soft")
WORDS = ("text", "muted", "accent", "ok", "warn", "danger")
SHAPES = ("line", "focus", "muted", "accent", "ok", "warn", "danger")
FILLS = ("accent", "accent_hover", "ok", "warn", "danger")


@pytest.fixture(params=THEMES)
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return load(request.param)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: the ratio of two relative luminances."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2.2: relative luminance of an sRGB colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("word", "ground"), list(product(WORDS, GROUNDS)))
def test_words_can_be_read(tokens: Tokens, word: str, ground: str) -> None:
    assert contrast(getattr(tokens.colour, word), getattr(tokens.colour, ground)) >= 4.5


@pytest.mark.parametrize("fill", FILLS)
def test_words_on_a_fill_can_be_read(tokens: Tokens, fill: str) -> None:
    ink = getattr(tokens.colour, f"{fill.removesuffix('_hover')}_text")
    assert contrast(ink, getattr(tokens.colour, fill)) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), list(product(SHAPES, GROUNDS)))
def test_outlines_icons_and_focus_can_be_seen(tokens: Tokens, shape: str, ground: str) -> None:
    assert contrast(getattr(tokens.colour, shape), getattr(tokens.colour, ground)) >= 3


def test_colours_are_written_in_full(tokens: Tokens) -> None:
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in asdict(tokens.colour).values())


def test_measures_stand_on_the_grid(tokens: Tokens) -> None:
    on_grid = {name: size for name, size in asdict(tokens.size).items() if name not in {"radius", "focus"}}
    assert [name for name, size in on_grid.items() if size % (tokens.size.grid // 2)] == []
    assert tokens.type.base == 14
    assert tokens.type.base < tokens.type.heading < tokens.type.title


def test_the_sheet_names_every_token_that_it_uses(tokens: Tokens) -> None:
    written = sheet(tokens)
    assert "$" not in written.replace("/* What the palette alone cannot say. Names with a dollar sign", "")
    assert tokens.colour.accent in written


def test_the_sheet_parses_without_a_word(tokens: Tokens, qapp: QApplication) -> None:
    qapp.setStyleSheet(sheet(tokens))  # Qt warns of what it can't parse, and a warning fails the test
    assert qapp.styleSheet() == sheet(tokens)


def test_small_pictures_have_the_colours_of_their_theme(tokens: Tokens) -> None:
    pictures = sorted((folder() / tokens.theme).glob("*.svg"))
    drawn = {picture.stem: set(re.findall(r"#[0-9a-f]{6}", picture.read_text())) for picture in pictures}
    assert drawn == {
        "check": {tokens.colour.accent_text},
        "chevron-down": {tokens.colour.muted},
        "chevron-up": {tokens.colour.muted},
    }
    assert {picture.name for picture in pictures} >= set(re.findall(r"([\w-]+\.svg)", sheet(tokens)))


def test_no_colour_of_the_desktop_shines_through(tokens: Tokens) -> None:
    made = palette(tokens.colour)
    ours = {QColor(colour).rgb() for colour in asdict(tokens.colour).values()}
    roles = [role for role in QPalette.ColorRole if role not in (QPalette.ColorRole.NColorRoles, NO_ROLE)]
    assert [role for role in roles if made.color(QPalette.ColorGroup.Active, role).rgb() not in ours] == []


NO_ROLE = QPalette.ColorRole.NoRole


def test_the_themes_are_light_and_dark() -> None:
    light, dark = load("light").colour, load("dark").colour
    assert luminance(light.background) > 0.8
    assert luminance(dark.background) < 0.02
    assert (paths.resources() / "style" / "loket.qss").is_file()
