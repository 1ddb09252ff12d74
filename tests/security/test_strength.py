"""What may protect a store, and the one hint that helps most."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.security.strength import Hint, passphrase_strength


@pytest.mark.parametrize(
    ("passphrase", "hint"),
    [
        ("", Hint.TOO_SHORT),
        ("x8f$K2!pQz9", Hint.TOO_SHORT),
        ("password1234", Hint.COMMON_PASSWORD),
        ("zxcvbnm,./ zx", Hint.KEYBOARD_ROW),
        ("aaaaaaaaaaaaaaaa", Hint.REPEAT),
        ("abcdefghijklmnop", Hint.SEQUENCE),
        ("Charleroi2026", Hint.ABOUT_YOU),
        ("Loket, Charleroi: 24", Hint.ABOUT_YOU),
        ("annemie.verhulst", Hint.ABOUT_YOU),
    ],
)
def test_weak_ones_get_their_hint(passphrase: str, hint: Hint) -> None:
    strength = passphrase_strength(passphrase, about=["annemie.verhulst", "Charleroi"])
    assert strength.hint is hint
    assert not strength.suffices


@pytest.mark.parametrize("passphrase", ["zeven fietsen op zolder", "x8f$K2!pQz9w", "ዘጠኝ ብስክሌቶች በሰገነት"])
def test_strong_ones_suffice(passphrase: str) -> None:
    strength = passphrase_strength(passphrase, about=["AV", "Gent"])
    assert strength.suffices
    assert strength.score >= 3


@given(st.text(max_size=500))
def test_anything_may_be_typed(passphrase: str) -> None:
    strength = passphrase_strength(passphrase, about=[passphrase])
    assert 0 <= strength.score <= 4
    assert strength.suffices == (strength.hint is None)
    assert len(passphrase) >= 12 or strength.hint is Hint.TOO_SHORT
