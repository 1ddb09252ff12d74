"""The words of the three sample summaries in every language, page by page, as they stood when somebody last looked.

After a change that was meant: `LOKET_RENEW=1 make test TESTS=tests/documents/test_golden.py`, and read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from loket_app import paths
from loket_app.documents.summary import summary_pdf
from loket_app.domain.advice import advise
from loket_app.exchange.casefile import read_case
from loket_app.i18n import LANGUAGES
from tests.documents.cases import BUDGET_TERM, PRINTED_ON
from tests.documents.golden import changes, pdf_text
from tests.documents.tables import tables

GOLDEN = Path(__file__).parents[1] / "golden" / "summary"
STORIES = ("abdulmueen", "miftari", "agnes")


def printed(story: str, lang: str) -> str:
    """The text of a summary, made with tables of the tests' own."""
    case = read_case(paths.resources() / "demo" / f"{story}.json")
    pdf = summary_pdf(
        case, advise(case, tables(), today=PRINTED_ON), lang, budget_term=BUDGET_TERM, printed_on=PRINTED_ON
    )
    return pdf_text(pdf)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("story", STORIES)
def test_the_summary_says_what_it_said(story: str, lang: str) -> None:
    told = changes(GOLDEN / f"{story}-{lang}.txt", printed(story, lang))
    assert not told, told


def test_no_golden_text_is_left_behind() -> None:
    expected = {f"{story}-{lang}.txt" for story in STORIES for lang in LANGUAGES}
    assert {path.name for path in GOLDEN.iterdir()} == expected
