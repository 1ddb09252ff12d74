"""Words fit one person and several, a man and a woman: a case may be of anybody."""

from __future__ import annotations

import re

import pytest

from loket_app.domain.person import CivilStatus
from loket_app.i18n import pgettext, using
from loket_app.i18n.labels import label
from loket_app.ui.case.plan import PAGES
from loket_app.ui.case.plan_parts import Piece

SEVERAL = {
    "nl": r"\b(ze|zij|hun|hen)\b",
    "fr": r"\b(ils|elles|leurs?|eux|les joindre)\b",
    "de": r"\b(sie|ihnen|ihre[nmrs]?)\b",
}
OF_A_MAN = r"\b(marié|divorcé|séparé|veuf)$"


@pytest.mark.parametrize("lang", SEVERAL)
def test_the_title_of_a_part_speaks_of_one_and_of_several(lang: str) -> None:
    with using(lang):
        titles = [pgettext(*part.title) for page in PAGES for part in page.sections if not isinstance(part, Piece)]
    assert [title for title in titles if re.search(SEVERAL[lang], title)] == []


def test_a_civil_status_in_french_is_of_a_woman_too() -> None:
    with using("fr"):
        told = [label(status) for status in CivilStatus]
    assert [words for words in told if re.search(OF_A_MAN, words)] == []
