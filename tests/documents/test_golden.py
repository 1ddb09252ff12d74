"""The words of the three sample summaries in every language, page by page, as they stood when somebody last looked.

After a change that was meant: `LOKET_RENEW=1 make test TESTS=tests/documents/test_golden.py`, and read the diff.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest

from loket_app import paths
from loket_app.documents.summary import summary_pdf
from loket_app.domain.advice import advise
from loket_app.exchange.casefile import read_case
from loket_app.i18n import LANGUAGES
from tests.documents.cases import PRINTED_ON
from tests.documents.reading import page_texts
from tests.documents.tables import tables

GOLDEN = Path(__file__).parents[1] / "golden" / "summary"
STORIES = ("abdulmueen", "miftari", "agnes")


def printed(story: str, lang: str) -> str:
    """The text of a summary, made with tables of the tests' own."""
    case = read_case(paths.resources() / "demo" / f"{story}.json")
    pdf = summary_pdf(case, advise(case, tables(), today=PRINTED_ON), lang, printed_on=PRINTED_ON)
    pages = (f"=== {number} ===\n{text}\n" for number, text in enumerate(page_texts(pdf), 1))
    return "\n".join(pages)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("story", STORIES)
def test_the_summary_says_what_it_said(story: str, lang: str) -> None:
    golden = GOLDEN / f"{story}-{lang}.txt"
    now = printed(story, lang)
    if os.environ.get("LOKET_RENEW"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(now, encoding="utf-8")
    then = golden.read_text(encoding="utf-8")
    difference = difflib.unified_diff(then.splitlines(), now.splitlines(), golden.name, "now", lineterm="")
    assert then == now, "\n".join(("the summary changed; LOKET_RENEW=1 keeps the new text", *difference))


def test_no_golden_text_is_left_behind() -> None:
    expected = {f"{story}-{lang}.txt" for story in STORIES for lang in LANGUAGES}
    assert {path.name for path in GOLDEN.iterdir()} == expected
