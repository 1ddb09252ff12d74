"""What counts as the same number when one searches."""

from __future__ import annotations

import pytest

from loket_app.storage.folding import digits, phone_numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("85.07.30-033.28", "85073003328"),
        ("+32 (0)470/12", "32047012"),
        ("12", ""),
        ("8a1", ""),
        ("", ""),
        ("..-", ""),
        ("١٢٣", ""),
    ],
)
def test_a_number_with_its_blanks_and_dots(text: str, number: str) -> None:
    assert digits(text) == number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+32 470 12 34 56", ("32470123456", "0470123456")),
        ("0032 470 12 34 56", ("32470123456", "0470123456")),
        ("0470 12 34 56", ("0470123456",)),
        ("+964 770 123 4567", ("9647701234567",)),
        ("at his brother's", ()),
    ],
)
def test_a_telephone_number_as_it_is_typed(text: str, numbers: tuple[str, ...]) -> None:
    assert phone_numbers(text) == numbers
