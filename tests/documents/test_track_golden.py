"""The whole text of the track prints, kept: the person's dates in four languages, the page for the file, a report.

After a change that was meant: `LOKET_RENEW=1 make test TESTS=tests/documents/test_track_golden.py`, and read the diff.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

import pytest

from loket_app.domain.track_parts import Phase
from loket_app.i18n import LANGUAGES
from loket_app.services import talks
from loket_app.services.track import track_rules
from loket_app.services.track_documents import my_dates, track_page
from tests.at_work import still_clock
from tests.documents.golden import changes, paged
from tests.documents.reading import page_texts
from tests.track_cases import MONDAY, residents

GOLDEN = Path(__file__).parents[1] / "golden" / "track"
CASE = residents()[Phase.OPEN_RETURN_PLACE]
TALK = CASE.conversations[-1].id
CLOCK = still_clock(datetime.combine(MONDAY, time(12)).astimezone())
PRINTS: dict[str, Callable[[str], bytes]] = {
    "dates": lambda lang: my_dates(CASE, lang, MONDAY),
    "page": lambda lang: track_page(CASE, lang, MONDAY),
    "report": lambda lang: talks.report(CASE, TALK, lang, clock=CLOCK),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PRINTS)
def test_a_print_says_what_it_said(name: str, lang: str) -> None:
    version = track_rules().version  # of the rules, not of the print
    pages = [text.replace(version, "VERSION") for text in page_texts(PRINTS[name](lang))]
    told = changes(GOLDEN / f"{name}-{lang}.txt", paged(pages))
    assert not told, told


def test_no_golden_text_is_left_behind() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"{name}-{lang}.txt" for name in PRINTS for lang in LANGUAGES}
