"""A text as people type it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.spelling import fold


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
