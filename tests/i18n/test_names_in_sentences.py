"""A name that is put into a sentence needs no article: the program knows none, and "à OIM" is no French."""

from __future__ import annotations

import re

import pytest

from loket_app import paths
from loket_app.i18n.compiling import read
from loket_app.i18n.load import source_of

_NAMES = "recipient|partner|whom|country|countries|destination|desk|desks|place"
_PREPOSITIONS = {
    "fr": r"à|au|aux|de|du|des|d'|l'|la|le|les|en|dans|par|pour|avec|chez|vers",
    "nl": r"de|het|in|naar|uit|voor",
    "de": r"der|die|das|dem|den|des|im|in|ins|aus|zur|zum|nach|für|von|vom",
}
"""Dutch and German have an article for some countries alone; for the recipients and the desks they need none."""
_COUNTRIES = "country|countries|destination"


@pytest.mark.parametrize("lang", _PREPOSITIONS)
def test_no_sentence_puts_a_name_where_an_article_may_be_missing(lang: str) -> None:
    names = _NAMES if lang == "fr" else _COUNTRIES
    wrong = re.compile(rf"(?:^|\W)(?:{_PREPOSITIONS[lang]})\s*\{{(?:{names})\}}", re.IGNORECASE)
    catalogue = read(source_of(paths.translations(), lang), lang)
    texts = [text for entry in catalogue for text in _strings(entry.string) if entry.id]
    assert len(texts) > 1_000
    assert not [text for text in texts if wrong.search(text)]


def _strings(translated: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [translated] if isinstance(translated, str) else list(translated or ())
