"""The recovery sheet."""

from __future__ import annotations

import pytest

from loket_app.documents.recovery import recovery_sheet_pdf
from loket_app.i18n import LANGUAGES
from tests.documents.reading import about, page_texts, words

CODE = "7KQ2M-ABCDE-FGHJK-23456-789AB-CDEFG-HJKLM-NPQRS"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_one_page_with_every_group_in_reading_order(lang: str) -> None:
    pdf = recovery_sheet_pdf(CODE, "Loket · Gent · an", lang)
    (text,) = page_texts(pdf)
    assert CODE.replace("-", " ") in " ".join(text.split())
    assert "Loket · Gent · an" in text


def test_the_code_stands_on_the_paper_alone() -> None:
    pdf = recovery_sheet_pdf(CODE, "Loket · Gent · an", "nl")
    assert not any(group in about(pdf) or group.encode() in pdf for group in CODE.split("-"))


def test_a_code_of_another_length_prints_whole() -> None:
    for code in ("AAAAA", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE"):
        assert code.replace("-", " ") in words(recovery_sheet_pdf(code, "x", "en"))
