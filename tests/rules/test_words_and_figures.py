"""A number that a sentence spells out is the figure that Loket works with, in every language."""

from __future__ import annotations

import re

import pytest

from loket_app.domain.eligibility import EARLIER_SUPPORT_YEARS
from loket_app.domain.programme import BUDGET_TERM
from loket_app.domain.tables import LocalText
from loket_app.i18n import LANGUAGES
from loket_app.rules import load_tables
from loket_app.rules.programme import load_programme

_NUMBERS = {
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit",
    "de": "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
}
"""From one on. German counts in `fünf Jahre` and `fünf Jahren` alike."""
_ONE = {"een", "un", "ein", "one"}
"""Articles too: they say nothing of how many."""


def spelled(text: LocalText, lang: str) -> set[int]:
    """The numbers in a sentence, in words or figures."""
    places = {word: at for at, word in enumerate(_NUMBERS[lang].split(), 1) if word not in _ONE}
    words = re.findall(r"[\w-]+", str(getattr(text, lang)).casefold())
    return {places.get(word, int(word) if word.isdecimal() else 0) for word in words} - {0}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_term_of_the_budget_is_what_its_sentence_says(lang: str) -> None:
    said = load_programme().says(BUDGET_TERM)
    assert spelled(said.title, lang) == {said.months}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_years_of_earlier_support_are_what_its_sentences_say(lang: str) -> None:
    rule = next(rule for rule in load_tables().rules if rule.id == "earlier-support")
    assert [spelled(text, lang) for text in (rule.title, rule.change)] == [{EARLIER_SUPPORT_YEARS}] * 2


@pytest.mark.parametrize(
    ("lang", "text", "numbers"),
    [("nl", "een budget van 6 of twaalf maanden", {6, 12}), ("fr", "dix-huit mois", {18}), ("de", "ein Budget", set())],
)
def test_numbers_are_read_in_words_and_figures(lang: str, text: str, numbers: set[int]) -> None:
    assert spelled(LocalText(nl=text, fr=text, de=text, en=text), lang) == numbers
