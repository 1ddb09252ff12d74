"""One word for one thing, and the typography of each language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from loket_app import paths
from loket_app.i18n.compiling import read
from loket_app.i18n.load import source_of

TERMS = tomllib.loads((paths.translations() / "terms.toml").read_text(encoding="utf-8"))
LANGS = ("nl", "fr", "de")


PLAIN = "loket_app/documents/explanation/"
"""What a person takes home may say a word that the desk no longer uses, but that everybody knows."""


def words(lang: str, without: str = "-") -> Iterator[tuple[str, str]]:
    """Source and translation of every form of every text in a language, without those of one folder alone."""
    for message in read(source_of(paths.translations(), lang), lang):
        elsewhere = not all(file.startswith(without) for file, _line in message.locations)
        if message.id and message.string and elsewhere:
            sources = [message.id] if isinstance(message.id, str) else list(message.id)
            forms = [message.string] if isinstance(message.string, str) else list(message.string)
            yield from (pair for pair in zip(sources, forms, strict=True) if pair[1])


def uses(term: dict[str, str], lang: str, source: str, text: str) -> bool:
    """Whether a translation says the term when its source does."""
    wanted = term.get("source") or rf"\b{re.escape(term['en'])}s?\b"
    flags = 0 if term["en"][:1].isupper() else re.IGNORECASE
    if re.search(wanted, re.sub(r"\{.*?\}", "", source), flags) is None:
        return True
    return any(word.casefold() in text.replace("&", "").casefold() for word in term[lang].split("|"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", TERMS)
def test_a_term_is_said_alike_everywhere(name: str, lang: str) -> None:
    strays = [pair for pair in words(lang) if not uses(TERMS[name], lang, *pair)]
    assert strays == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_that_the_desk_does_not_use(lang: str) -> None:
    banned = [word for term in TERMS.values() for word in term.get("not", {}).get(lang, ())]
    assert len(banned) > 3
    found = [(word, text) for word in banned for _, text in words(lang, PLAIN) if word.casefold() in text.casefold()]
    assert found == []


def test_every_term_has_a_word_in_every_language() -> None:
    assert all(term.get(lang) for term in TERMS.values() for lang in ("en", *LANGS))


def test_a_stray_term_is_noticed() -> None:
    term = TERMS["departure_premium"]
    assert uses(term, "nl", "The departure premium", "De vertrekpremie")
    assert not uses(term, "nl", "The departure premium", "De terugkeerpremie")
    assert uses(term, "nl", "Something else", "Iets anders")


TYPOGRAPHY = {
    "fr": [
        (r"[^\s\u00a0\u202f:][;!?»](?!\w)", "no space before ; ! ? »"),
        (r" [:;!?»]", "a space that breaks before : ; ! ? »"),
        (r"«[^\u00a0\u202f]", "no no-break space after «"),
        (r'"(?!\d)\w[^"]*"', "straight quotes"),
        (r"\w[^\s\u00a0\u202f\d]:(?=\s|$)", "no space before :"),
    ],
    "nl": [(r"“|”|„", "quotes that Dutch does not use"), (r"\b([Jj]e|jij|jou|jouw|jullie)\b", "the familiar form")],
    "de": [
        (r"“[^„]*“(?!\w)|”", "quotes that German does not use"),
        (r"\b[Dd](u|ein|eine|einen)\b", "the familiar form"),
    ],
}
"""What must not be found in a text of a language."""


@pytest.mark.parametrize(
    ("lang", "pattern", "what"), [(lang, *rule) for lang, rules in TYPOGRAPHY.items() for rule in rules]
)
def test_typography(lang: str, pattern: str, what: str) -> None:
    assert [(what, text) for _, text in words(lang) if re.search(pattern, text)] == []


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_lost_at_the_ends_of_a_text(lang: str) -> None:
    ends = re.compile(r"^(\s*).*?([.…?:]?\s*)$", re.DOTALL)
    strays = []
    for source, text in words(lang):
        was, now = ends.match(source), ends.match(text.replace("\u00a0", ""))
        if was is None or now is None or was.groups() != now.groups():
            strays.append((source, text))
    assert strays == []
