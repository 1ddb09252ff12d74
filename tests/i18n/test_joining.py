"""Parts side by side: each language with its own spaces."""

from __future__ import annotations

import pytest

from loket_app.i18n import using
from loket_app.i18n.joining import in_a_row, listed, said


@pytest.mark.parametrize(
    ("lang", "colon", "semicolons"),
    [
        ("nl", "a: b", "a; b; c"),
        ("fr", "a\xa0: b", "a\xa0; b\xa0; c"),
        ("de", "a: b", "a; b; c"),
        ("en", "a: b", "a; b; c"),
    ],
)
def test_french_has_a_space_before_the_sign(lang: str, colon: str, semicolons: str) -> None:
    with using(lang):
        assert (said("a", "b"), listed("abc")) == (colon, semicolons)


def test_nothing_and_one_alone_have_no_sign() -> None:
    assert listed(()) == ""
    assert listed(["alone"]) == "alone"


@pytest.mark.parametrize(("lang", "question"), [("nl", "Gehouden?"), ("fr", "A-t-il eu lieu\xa0?")])
def test_a_question_has_no_colon_after_its_sign(lang: str, question: str) -> None:
    with using(lang):
        assert said(question, "x") == f"{question} x"


@pytest.mark.parametrize(
    ("lang", "parts", "row"),
    [
        ("fr", ("nom", "date"), "nom, date"),
        ("nl", ("Nino", "AL-SALAMI, Layla"), "Nino; AL-SALAMI, Layla"),
        ("fr", ("MIFTARI, Agim", "MIFTARI, Era"), "MIFTARI, Agim\xa0; MIFTARI, Era"),
        ("en", (), ""),
    ],
)
def test_names_with_a_comma_are_told_apart_by_semicolons(lang: str, parts: tuple[str, ...], row: str) -> None:
    with using(lang):
        assert in_a_row(parts) == row
