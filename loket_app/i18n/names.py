"""Names of countries and languages by CLDR, in the order in which a reader of the language looks for them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from loket_app.i18n import NP_, language, pgettext, using
from loket_app.i18n.locales import locale

_ALPHA_2 = re.compile("[A-Z]{2}")
_NO_COUNTRY = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"))
"""Codes of CLDR that stand for no country of ISO 3166-1: islands of a country, unions, test codes. XK stays."""

_CODES = (
    "aa ab ach ady aii ak am ar ary arz av ay az bal be bg bm bn bs ce ckb cs da de din dyu ee el en es et fa ff fi "
    "fil fr gn gu ha haz he hi hr ht hu hy id ig inh is it ja ka kab kbd kea kg kk km kmr kn ko kri ku ky lg ln lo lt "
    "lua luo lv mg mk ml mn mnk mos mr ms my ne nl no nus om os pa pcm pl prs ps pt qu rhg rif rn ro rom ru rw sgn "
    "shi si sk sl sn snk so sq sr sus sv sw syr ta te tg th ti tk tr tt tw tzm ug uk ur uz vi wo yo yue zh zu "
    "zza"
)
INTERPRETED = tuple(_CODES.split())
"""Languages that an interpreter is asked for, those of Fedasil's own pages among them."""

_OWN_NAMES = {
    "aii": NP_("language", "Assyrian (Sureth)"),
    "ber": NP_("language", "Berber"),
    "ckb": NP_("language", "Kurdish (Sorani)"),
    "fa": NP_("language", "Farsi"),
    "ff": NP_("language", "Fula"),
    "haz": NP_("language", "Hazaragi"),
    "kmr": NP_("language", "Kurdish (Kurmanji)"),
    "luo": NP_("language", "Luo"),
    "mnk": NP_("language", "Mandinka"),
    "mos": NP_("language", "Mooré"),
    "prs": NP_("language", "Dari"),
    "rif": NP_("language", "Tarifit (Rif)"),
    "sgn": NP_("language", "sign language"),
    "shi": NP_("language", "Tashelhit"),
    "tzm": NP_("language", "Tamazight"),
    "zh": NP_("language", "Chinese (Mandarin)"),
    "zza": NP_("language", "Zazaki"),
}
"""What counsellors and interpreters say where CLDR has no name, or one that nobody at a desk uses."""


def sort_key(text: str) -> tuple[str, str]:
    """Order as in a dictionary: case, accents and apostrophes count only between words that are else the same."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if sign.isalnum() or sign == " ")
    return plain, text


def country_name(code: str, lang: str | None = None) -> str:
    """The name of an ISO 3166 alpha-2 country; an unknown code stays what it is."""
    return _country_names(lang or language()).get(code, code)


def countries(lang: str | None = None) -> tuple[tuple[str, str], ...]:
    """Code and name of every country of ISO 3166, and Kosovo (XK), in the order of their names."""
    return _sorted_countries(lang or language())


def currency_name(code: str, lang: str | None = None) -> str:
    """The name of a currency of ISO 4217 with its code: `CFA-frank BCEAO (XOF)`; an unknown code stays what it is."""
    name = locale(lang).currencies.get(code)
    return f"{name} ({code})" if name else code


def currencies(lang: str | None = None) -> tuple[tuple[str, str], ...]:
    """Code and name of the currencies that are legal tender somewhere now, the euro left out, in the order of their names."""
    return _sorted_currencies(lang or language())


def language_name(code: str, lang: str | None = None) -> str:
    """The name of a language (BCP 47, `prs` or `fa-AF`); an unknown code stays what it is."""
    lang = lang or language()
    if code in _OWN_NAMES:
        with using(lang):
            return pgettext(*_OWN_NAMES[code])
    return _cldr_language(code, lang)


def languages(lang: str | None = None) -> tuple[tuple[str, str], ...]:
    """Code and name of the languages that a desk finds interpreters for, in the order of their names."""
    return _sorted_languages(lang or language())


@cache
def _country_names(lang: str) -> dict[str, str]:
    names = locale(lang).territories.items()
    return {code: str(name) for code, name in names if _ALPHA_2.fullmatch(code) and code not in _NO_COUNTRY}


@cache
def _sorted_currencies(lang: str) -> tuple[tuple[str, str], ...]:
    named = ((code, currency_name(code, lang)) for code in _tenders())
    return tuple(sorted(named, key=lambda entry: sort_key(entry[1])))


@cache
def _tenders() -> frozenset[str]:
    from babel.core import get_global

    ever = (currency for listed in get_global("territory_currencies").values() for currency in listed)
    return frozenset(code for code, _start, end, tender in ever if tender and end is None) - {"EUR"}


@cache
def _cldr_language(code: str, lang: str) -> str:
    names = locale(lang).languages
    return str(names.get(code.replace("-", "_")) or names.get(code.replace("_", "-").split("-")[0]) or code)


@cache
def _sorted_countries(lang: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(_country_names(lang).items(), key=lambda entry: sort_key(entry[1])))


@cache
def _sorted_languages(lang: str) -> tuple[tuple[str, str], ...]:
    named = ((code, language_name(code, lang)) for code in INTERPRETED)
    return tuple(sorted(named, key=lambda entry: sort_key(entry[1])))
