"""Every value is plain text: nothing in it is markup, turns the page upside down, or vanishes without a trace."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loket_app.documents.engine.bidi import mirrored
from loket_app.documents.engine.blocks import paragraph
from loket_app.documents.engine.lines import Style, lines_of
from loket_app.documents.engine.pages import Layout
from loket_app.documents.engine.shaping import clean
from tests.documents.reading import fonts, one, printed, words

HOSTILE = (
    "O & M <Trading>",
    "<b>vet</b> <para> </para> <img src='x'/>",
    "&amp; &lt; &#0;",
    "(haakje \\ ) Tj ET Q",
    "%PDF-1.4 endstream endobj",
    "{name} %s %(x)s ${HOME}",
    "'; DROP TABLE cases; --",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_prints_whole(text: str) -> None:
    assert words(one(text)) == text


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\u202e", "\u2066", "\ufeff", "\u200b", "\xad"]
)
def test_signs_that_nobody_sees_are_dropped(sign: str) -> None:
    assert words(one(f"BE-{sign}2024")) == "BE-2024"


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_newline_begins_a_line(newline: str) -> None:
    assert len(lines_of(f"een{newline}twee", Style(), 400)) == 2


@pytest.mark.parametrize("char", ["\ue000", "\U000f0000", "\U0001f9ff", "\U00012000", "\ufffe"])
def test_a_character_without_a_font_is_a_box_that_is_read_back(char: str) -> None:
    (line,) = lines_of(f"a{char}b", Style(), 400)
    box = line.runs[0].glyphs[1]
    assert (box.id, box.text) == (0, char)
    assert box.advance > 0
    assert fonts(one(char)) == {"NotoSans-Regular"}


def test_a_broken_character_prints_as_a_replacement() -> None:
    assert words(one("a\ud800b")) == "a\ufffdb"


@given(st.text(max_size=60), st.sampled_from((40.0, 200.0)))
@example("(א)b", 200.0)
def test_any_text_prints_and_nothing_is_lost(text: str, room: float) -> None:
    lines = lines_of(text, Style(), room)
    drawn = "".join(glyph.text for line in lines for run in line.runs for glyph in run.glyphs)
    assert signs(drawn) == signs(clean(text))
    assert printed(paragraph(text, Layout().width))


def signs(text: str) -> list[str]:
    """What is read, without space; a bracket and its mirror are one sign here."""
    return sorted(min(char, mirrored(char)) for char in text if not char.isspace())
