"""The order of mixed text, against an implementation of somebody else."""

from __future__ import annotations

from unicodedata import bidirectional

import pytest
from bidi import get_base_level, get_display
from hypothesis import example, given
from hypothesis import strategies as st

from loket_app.documents.engine.bidi import base_level, has_rtl, levels, mirrored, visual_order

MIXED = st.text(alphabet="aB1 2,.-/€()[]<عحمד\u064e!%+٣،\u200f", max_size=24)


def in_order(text: str, base: int) -> str:
    """The characters from left to right; white at the end of a line has the direction of the line (L1)."""
    found = levels(text, base)
    at = len(text)
    while at and bidirectional(text[at - 1]) in ("WS", "S"):
        at -= 1
        found[at] = base
    return "".join(text[place] for place in visual_order(found))


@given(MIXED, st.sampled_from((0, 1)))
@example("محمد (BE-2024/017) € 12,50", 1)
@example("Nota: احمد (علي) 12-4", 0)
@example("((א)[a(ב]c)", 0)
def test_the_order_is_that_of_the_unicode_algorithm(text: str, base: int) -> None:
    assert in_order(text, base) == get_display(text, base_dir="LR"[base])


@given(MIXED)
def test_the_first_strong_character_gives_the_direction(text: str) -> None:
    assert base_level(text) == (get_base_level(text) if text else 0)


@given(MIXED)
def test_text_without_right_to_left_signs_needs_no_levels(text: str) -> None:
    assert has_rtl(text) or set(levels(text, 0)) <= {0, 2}  # Arabic digits alone are numbers, read from the left


@pytest.mark.parametrize("char", "()[]<>«»")
def test_a_mirrored_sign_mirrors_back(char: str) -> None:
    assert mirrored(char) != char
    assert mirrored(mirrored(char)) == char


def test_a_letter_has_no_mirror() -> None:
    assert mirrored("م") == "م"
