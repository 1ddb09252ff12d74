"""What counts as the same when one searches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.storage.folding import digits, fold, phone_numbers


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ŞÜKRÜ Đorđević", "sukru dordevic"),
        ("Łukasz Øster", "lukasz oster"),
        ("İbrahim Yıldız", "ibrahim yildiz"),
        ("Straße Æsir Œuvre", "strasse aesir oeuvre"),
        ("O'Brien O’Brien O`Brien", "obrien obrien obrien"),
        ("El-Amrani, Youssef", "el amrani youssef"),
        ("BE-2024/017", "be 2024 017"),
        ("مُحَمَّد", "محمد"),
        ("یحیی کریمی", "يحيي كريمي"),
        ("فاطمة", "فاطمه"),
        ("ＷＩＤＥ", "wide"),
        ("  \t\n", ""),
        ("--", ""),
    ],
)
def test_the_same_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(text=st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


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
