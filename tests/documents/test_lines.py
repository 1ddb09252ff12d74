"""Where lines break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.documents.engine import shaping
from loket_app.documents.engine.faces import Face
from loket_app.documents.engine.lines import Align, Line, Style, lines_of, natural_width
from loket_app.documents.engine.shaping import Run


def text_of(line: Line) -> str:
    return "".join(glyph.text for run in line.runs for glyph in run.glyphs)


def test_words_fill_a_line_and_the_space_between_two_lines_is_gone() -> None:
    lines = lines_of("een twee drie vier vijf zes", Style(), natural_width("een twee drie", Style()) + 1)
    assert [text_of(line) for line in lines] == ["een twee drie", "vier vijf zes"]


def test_an_empty_line_stays_empty_and_keeps_its_height() -> None:
    lines = lines_of("een\n\ntwee", Style(), 400)
    assert [text_of(line) for line in lines] == ["een", "", "twee"]
    assert len({line.height for line in lines}) == 1


@given(st.text(alphabet="abcdé-/. \nعحმ王", max_size=200), st.floats(60, 300))
def test_no_line_is_wider_than_its_column(text: str, room: float) -> None:
    assert all(line.width <= room * 1.03 for line in lines_of(text, Style(), room))


def test_a_very_long_word_breaks_after_a_sign_where_there_is_one() -> None:
    address = "voornaam.achternaam-met-nog-een-naam@een-heel-lange-naam.voorbeeld.be"
    lines = lines_of(address, Style(), 150)
    assert "".join(text_of(line) for line in lines) == address
    assert all(text_of(line)[-1] in ".-@" for line in lines[:-1])


def test_a_word_without_any_sign_breaks_too() -> None:
    lines = lines_of("W" * 300, Style(), 200)
    assert "".join(text_of(line) for line in lines) == "W" * 300
    assert len(lines) > 10


def test_chinese_breaks_anywhere_but_not_before_its_full_stop() -> None:
    lines = lines_of("王小明。" * 40, Style(), 120)
    assert len(lines) > 5
    assert not any(text_of(line).startswith("。") for line in lines)


def test_a_right_to_left_paragraph_stands_on_the_right_and_a_direction_may_be_given() -> None:
    (arabic,) = lines_of("محمد BE", Style(), 400)
    (forced,) = lines_of("محمد BE", Style(), 400, 0)
    assert arabic.offset(400) == pytest.approx(400 - arabic.width)
    assert forced.offset(400) == 0
    assert text_of(forced).endswith("BE")


def test_figures_stand_on_the_right_and_have_one_width() -> None:
    style = Style(align=Align.RIGHT)
    widths = {natural_width(figure * 4, style) for figure in "0123456789"}
    assert len(widths) == 1
    (line,) = lines_of("12,50", style, 100)
    assert line.offset(100) + line.width == pytest.approx(100)


@pytest.mark.parametrize("text", ["abcdefghi " * 10_000, "abcdefghij" * 10_000])
def test_a_note_of_a_hundred_thousand_letters_is_not_shaped_over_and_over(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shaped: list[int] = []
    shape = shaping._shaped

    def counted(face: Face, words: str, *, rtl: bool) -> Run:
        shaped.append(len(words))
        return shape(face, words, rtl=rtl)

    monkeypatch.setattr(shaping, "_shaped", counted)
    shaping.runs_of.cache_clear()
    lines_of(text, Style(), 400)
    assert sum(shaped) < 10 * len(text)
