"""From plain text to glyphs: cleaning, one font and one direction per run, shaping by HarfBuzz, remembered per word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import uharfbuzz

from loket_app.documents.engine import bidi
from loket_app.documents.engine.faces import Face, Weight, base_face, face_for

_NEWLINES: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_DROPPED: Final = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\xad\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_STAYS_WITH_THE_LAST: Final = re.compile("[\u034f\u180b-\u180f\u200c-\u200f\u061c\ufe00-\ufe0f\U000e0100-\U000e01ef]")
REMEMBERED: Final = 16_384
"""Words whose glyphs are kept for the next line, and the next document."""


class Glyph(NamedTuple):
    """One glyph: how far it moves the pen and is set off from it, in thousandths of its font, and its text."""

    id: int
    text: str
    advance: float
    dx: float
    dy: float


class Run:
    """Glyphs of one font in the order in which they are drawn; `width` in thousandths of the size of the text."""

    __slots__ = ("face", "glyphs", "width")

    def __init__(self, face: Face, glyphs: tuple[Glyph, ...]) -> None:
        self.face = face
        self.glyphs = glyphs
        self.width: float = sum(glyph.advance for glyph in glyphs) * face.zoom


def clean(text: str) -> str:
    """Plain text that can be drawn: composed, newlines as such, no control signs, nothing that turns a direction."""
    text = _NEWLINES.sub("\n", text).replace("\t", " ")
    text = _LONE_SURROGATE.sub("\ufffd", _DROPPED.sub("", text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=REMEMBERED)
def runs_of(text: str, weight: Weight, rtl: bool) -> tuple[Run, ...]:  # noqa: FBT001  lru_cache knows arguments by place
    """A word of one direction as runs of one font each, in logical order."""
    return tuple(_shaped(face, piece, rtl=rtl) for face, piece in _by_face(text, weight))


def _by_face(text: str, weight: Weight) -> Iterator[tuple[Face, str]]:
    base = base_face(weight)
    if text.isascii():
        yield base, text
        return
    start, face = 0, None
    for at, char in enumerate(text):
        wanted = _face(char, weight, face) or base  # no font has it: its box comes from the base font
        if face is not None and wanted is not face:
            yield face, text[start:at]
            start = at
        face = wanted
    if face is not None:
        yield face, text[start:]


def _face(char: str, weight: Weight, last: Face | None) -> Face | None:
    if last is not None and _STAYS_WITH_THE_LAST.match(char):
        return last
    if last is not None and unicodedata.category(char) in ("Mn", "Mc", "Me") and last.has(char):
        return last
    return face_for(char, weight)


def _shaped(face: Face, text: str, *, rtl: bool) -> Run:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.language = "und"  # never the language of this computer: the same page everywhere
    buffer.guess_segment_properties()
    uharfbuzz.shape(face.font, buffer)
    clusters = [info.cluster for info in buffer.glyph_infos]
    texts = _texts(text, clusters)
    if rtl:
        texts = [_as_drawn(word) for word in texts]
    k = face.scale
    return Run(
        face,
        tuple(
            Glyph(info.codepoint, word, place.x_advance * k, place.x_offset * k, place.y_offset * k)
            for info, place, word in zip(buffer.glyph_infos, buffer.glyph_positions, texts, strict=True)
        ),
    )


def _as_drawn(word: str) -> str:
    """What readers of a PDF expect of a right-to-left glyph: mirrored as drawn, the letters of a ligature from the left."""
    return "".join(bidi.mirrored(char) for char in reversed(word))


def _texts(text: str, clusters: list[int]) -> list[str]:
    """For each glyph the text of its cluster; the first glyph of a cluster has it all, the others none."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    words = []
    for cluster in clusters:
        words.append("" if cluster in seen else text[cluster : ends[cluster]])
        seen.add(cluster)
    return words
