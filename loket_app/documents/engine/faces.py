"""The bundled fonts, and which of them draws a character. A font is opened when its first character comes along."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

import uharfbuzz

from loket_app import paths

_LATIN: Final = "NotoSans"
_ARABIC: Final = "NotoNaskhArabic"
_CJK: Final = "DroidSansFallback"
_SIGNS: Final = "DejaVuSans"

_BLOCKS: Final = (
    (0x0530, 0x058F, "NotoSansArmenian"),
    (0x0590, 0x05FF, "NotoSansHebrew"),
    (0x0600, 0x06FF, _ARABIC),
    (0x0700, 0x074F, "NotoSansSyriac"),
    (0x0750, 0x077F, _ARABIC),
    (0x07C0, 0x07FF, "NotoSansNKo"),
    (0x0860, 0x086F, "NotoSansSyriac"),
    (0x0870, 0x08FF, _ARABIC),
    (0x0900, 0x097F, "NotoSansDevanagari"),
    (0x0980, 0x09FF, "NotoSansBengali"),
    (0x0A00, 0x0A7F, "NotoSansGurmukhi"),
    (0x0A80, 0x0AFF, "NotoSansGujarati"),
    (0x0B80, 0x0BFF, "NotoSansTamil"),
    (0x0C00, 0x0C7F, "NotoSansTelugu"),
    (0x0C80, 0x0CFF, "NotoSansKannada"),
    (0x0D00, 0x0D7F, "NotoSansMalayalam"),
    (0x0D80, 0x0DFF, "NotoSansSinhala"),
    (0x0E00, 0x0E7F, "NotoSansThai"),
    (0x0E80, 0x0EFF, "NotoSansLao"),
    (0x0F00, 0x0FFF, "NotoSerifTibetan"),
    (0x1000, 0x109F, "NotoSansMyanmar"),
    (0x10A0, 0x10FF, "NotoSansGeorgian"),
    (0x1100, 0x11FF, _CJK),
    (0x1200, 0x139F, "NotoSansEthiopic"),
    (0x1780, 0x17FF, "NotoSansKhmer"),
    (0x1800, 0x18AF, "NotoSansMongolian"),
    (0x19E0, 0x19FF, "NotoSansKhmer"),
    (0x1C90, 0x1CBF, "NotoSansGeorgian"),
    (0x2D00, 0x2D2F, "NotoSansGeorgian"),
    (0x2D30, 0x2D7F, "NotoSansTifinagh"),
    (0x2D80, 0x2DDF, "NotoSansEthiopic"),
    (0x2E80, 0xA4CF, _CJK),
    (0xA8E0, 0xA8FF, "NotoSansDevanagari"),
    (0xA9E0, 0xA9FF, "NotoSansMyanmar"),
    (0xAA60, 0xAA7F, "NotoSansMyanmar"),
    (0xAB00, 0xAB2F, "NotoSansEthiopic"),
    (0xAC00, 0xD7FF, _CJK),
    (0xF900, 0xFAFF, _CJK),
    (0xFB13, 0xFB17, "NotoSansArmenian"),
    (0xFB1D, 0xFB4F, "NotoSansHebrew"),
    (0xFB50, 0xFDFF, _ARABIC),
    (0xFE30, 0xFE4F, _CJK),
    (0xFE70, 0xFEFE, _ARABIC),
    (0xFF00, 0xFFEF, _CJK),
    (0x1E900, 0x1E95F, "NotoSansAdlam"),
    (0x1EE00, 0x1EEFF, _ARABIC),
)
"""Unicode blocks and the family that draws them; other characters are looked for in Noto Sans."""
_STARTS: Final = tuple(first for first, _, _ in _BLOCKS)


class Weight(StrEnum):
    """The cuts that exist. A family without one is drawn upright and regular."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"


_ZOOM: Final = {_ARABIC: 1.18}
"""Families that look small beside Noto Sans, and how much larger they are set."""


class Face:
    """One font file, set `zoom` times the size of the text.

    Ascent and descent are in thousandths of the size of the text, widths in thousandths of the font's own size.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.zoom = _ZOOM.get(path.stem.partition("-")[0], 1.0)
        self.source = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path))
        self.font = uharfbuzz.Font(self.source)
        self.scale: float = 1000 / self.source.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self.scale * self.zoom
        self.descent: float = -extents.descender * self.scale * self.zoom

    def has(self, char: str) -> bool:
        """Whether the font draws a character."""
        return bool(self.font.get_nominal_glyph(ord(char)))

    def width(self, glyph: int) -> float:
        """The advance width of a glyph."""
        return float(self.font.get_glyph_h_advance(glyph)) * self.scale


@cache
def base_face(weight: Weight = Weight.REGULAR) -> Face:
    """Noto Sans: what text is drawn in unless a character asks for another font."""
    return _face(_LATIN, weight)


@cache
def face_for(char: str, weight: Weight) -> Face | None:
    """The font that draws a character; None when no bundled font does. A private character means nothing here."""
    if unicodedata.category(char) == "Co":
        return None
    return next((face for face in _candidates(char, weight) if face.has(char)), None)


def _candidates(char: str, weight: Weight) -> Iterator[Face]:
    yield base_face(weight)
    at = bisect_right(_STARTS, ord(char)) - 1
    if at >= 0 and ord(char) <= _BLOCKS[at][1]:
        yield _face(_BLOCKS[at][2], weight)
    yield _face(_SIGNS, weight)
    yield _face(_CJK, weight)


@cache
def _face(family: str, weight: Weight) -> Face:
    folder = paths.resources() / "fonts"
    cuts = (folder / f"{family}-{weight.value}.ttf", folder / f"{family}-Regular.ttf", folder / f"{family}.ttf")
    found = next((path for path in cuts if path.is_file()), None)
    if found is None:
        raise FileNotFoundError(cuts[1])
    return _opened(found)


@cache
def _opened(path: Path) -> Face:
    return Face(path)
