"""Dates, money and names as Belgium writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.i18n import LANGUAGES, PSEUDO_LANGUAGES, using
from loket_app.i18n.formats import (
    countries,
    country_name,
    currencies,
    format_date,
    format_datetime,
    format_money,
    format_number,
    format_partial_date,
    format_range,
    format_time,
    language_name,
    languages,
    parse_decimal,
    sort_key,
)

DAY = date(2026, 4, 14)


def plain(text: str) -> str:
    """The text with ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")


@pytest.mark.parametrize(
    ("lang", "short", "medium", "long"),
    [
        ("nl", "14/04/2026", "di 14 apr 2026", "14 april 2026"),
        ("fr", "14/04/2026", "mar. 14 avr. 2026", "14 avril 2026"),
        ("de", "14.04.2026", "Di., 14. Apr. 2026", "14. April 2026"),
        ("en", "14/04/2026", "Tue, 14 Apr 2026", "14 April 2026"),
    ],
)
def test_dates(lang: str, short: str, medium: str, long: str) -> None:
    assert [format_date(DAY, "short", lang), format_date(DAY, lang=lang), format_date(DAY, "long", lang)] == [
        short,
        medium,
        long,
    ]


def test_the_first_of_a_month_is_called_so_in_french() -> None:
    first = date(2026, 2, 1)
    assert format_date(first, "long", "fr") == "1er février 2026"
    assert format_date(first, "medium", "fr") == "dim. 1er févr. 2026"
    assert format_date(first, "full", "fr") == "dimanche 1er février 2026"
    assert format_date(first, "short", "fr") == "01/02/2026"
    assert format_date(date(2026, 2, 11), "long", "fr") == "11 février 2026"
    assert format_date(first, "long", "nl") == "1 februari 2026"
    assert format_partial_date(PartialDate(1987, 4, 1), lang="fr") == "1er avril 1987"


def test_short_dates_line_up() -> None:
    assert {len(format_date(date(2026, 1, 2), "short", lang)) for lang in LANGUAGES} == {10}


@pytest.mark.parametrize(
    ("iso", "long", "short"),
    [
        ("1987", "1987", "1987"),
        ("~1987", "± 1987", "± 1987"),
        ("1987-04", "april 1987", "04/1987"),
        ("1987-04-03", "3 april 1987", "03/04/1987"),
        ("~1987-04-03", "± 3 april 1987", "± 03/04/1987"),
    ],
)
def test_what_is_known_of_a_date(iso: str, long: str, short: str) -> None:
    value = PartialDate.parse(iso)
    assert plain(format_partial_date(value, lang="nl")) == long
    assert plain(format_partial_date(value, "short", "nl")) == short


def test_a_moment_is_told_in_the_time_of_this_computer() -> None:
    moment = datetime(2026, 4, 14, 12, 3, tzinfo=UTC)
    here = moment.astimezone()
    assert format_time(moment, "nl") == f"{here:%H:%M}"
    assert format_datetime(moment, "short", "nl") == f"{here:%d/%m/%Y %H:%M}"
    assert format_time(time(9, 5), "fr") == "09:05"
    assert format_datetime(datetime(2026, 4, 14, 9, 5), lang="nl") == "di 14 apr 2026 09:05"  # noqa: DTZ001  a moment without a zone is taken as it is


@pytest.mark.parametrize(
    ("lang", "cents", "whole"),
    [("nl", "€ 1.234,50", "€ 1.350"), ("fr", "1 234,50 €", "1 350 €"), ("de", "1.234,50 €", "1.350 €")],
)
def test_money(lang: str, cents: str, whole: str) -> None:
    assert plain(format_money(Money.of("1234.50"), lang)) == cents
    assert plain(format_money(Money.of("1234.50"), lang, short=True)) == cents
    assert plain(format_money(Money.of(1350), lang, short=True)) == whole


def test_ranges() -> None:
    assert plain(format_range(DAY, date(2026, 4, 20), "nl")) == "14–20 apr 2026"
    assert plain(format_range(Money.of(1000), Money.of(2500), "nl")) == "€ 1.000 – € 2.500"
    assert plain(format_range(Money.of(1000), Money.of("2500.50"), "nl")) == "€ 1.000,00 – € 2.500,50"


def test_numbers_keep_every_decimal() -> None:
    assert format_number(2567, "nl") == "2.567"
    assert format_number(Decimal("0.1234"), "de") == "0,1234"
    assert [format_number(Decimal(text), "nl", places=2) for text in ("1312.4", "0.125")] == ["1.312,40", "0,125"]


def test_the_current_language_counts_when_none_is_named() -> None:
    with using("fr"):
        assert format_date(DAY, "long") == "14 avril 2026"
        assert country_name("DE") == "Allemagne"
    with using("en_XA"):
        assert format_date(DAY, "long") == "14 April 2026"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.234,50", "1234.50"),
        ("1 234,5", "1234.5"),
        ("1\u202f234,50\u00a0€", "1234.50"),
        ("12.50", "12.50"),
        ("€ 12", "12"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("1,234.50", "1234.50"),
        ("1.234,567", "1234.567"),
        ("1,234", "1.234"),
        ("0.860", "0.860"),
        ("0,860", "0.860"),
        (",5", "0.5"),
        ("-3", "-3"),
    ],
)
def test_amounts_are_read_as_belgians_type_them(typed: str, meant: str) -> None:
    assert parse_decimal(typed) == Decimal(meant)


@pytest.mark.parametrize("typed", ["", "abc", "1,2,3", "1.2.3", "1..2", ".", "-", "12,34.5,6", "1.23,4", "1e3", "--3"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_decimal(typed)


@given(st.decimals(0, 10**9, places=2), st.sampled_from(LANGUAGES))
def test_every_amount_shown_can_be_typed_again(euro: Decimal, lang: str) -> None:
    assert parse_decimal(format_money(Money(euro), lang)) == euro
    assert parse_decimal(format_money(Money(euro), lang, short=True)) == euro


@pytest.mark.parametrize("lang", [*LANGUAGES, *PSEUDO_LANGUAGES])
def test_countries_are_those_of_iso_and_kosovo(lang: str) -> None:
    codes = [code for code, _ in countries(lang)]
    assert len(codes) == len(set(codes)) == 250
    assert {"XK", "BE", "TW", "PS", "HK", "SS", "CW"} <= set(codes)
    assert not {"EU", "UN", "ZZ", "SU", "AN", "YU", "CS", "XA", "IC"} & set(codes)


@pytest.mark.parametrize("lang", [*LANGUAGES, *PSEUDO_LANGUAGES])
def test_currencies_are_those_that_one_pays_with_now(lang: str) -> None:
    codes = [code for code, _ in currencies(lang)]
    assert len(codes) == len(set(codes))
    assert {"XOF", "IQD", "GEL", "BRL", "ALL", "TRY", "USD"} <= set(codes)
    assert not {"EUR", "BEF", "DEM", "ITL", "XXX", "XAU", "XTS"} & set(codes)
    assert len([code for code, name in currencies(lang) if name == code]) <= 2  # newer than this CLDR


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_stand_where_a_reader_looks_for_them(lang: str) -> None:
    for names in (countries(lang), languages(lang)):
        assert list(names) == sorted(names, key=lambda entry: sort_key(entry[1]))
        assert all(name and (name != code or code == "luo") for code, name in names)
        assert len({name.casefold() for _, name in names}) == len(names)


def test_accents_and_capitals_do_not_move_a_name() -> None:
    words = ["Zambia", "égal", "Egypte", "Åland", "Albanië", "élan", "Côte d’Ivoire", "Costa"]
    assert sorted(words, key=sort_key) == [
        "Åland",
        "Albanië",
        "Costa",
        "Côte d’Ivoire",
        "égal",
        "Egypte",
        "élan",
        "Zambia",
    ]


FEDASIL = "en sq zh ff sr ti fr am fa ln es uk nl ar ps mn ru pt"


def test_the_languages_of_fedasils_pages_can_be_chosen() -> None:
    assert set(FEDASIL.split()) <= {code for code, _ in languages("nl")}


def test_names_that_desks_use() -> None:
    assert language_name("prs", "nl") == "Dari"
    assert language_name("kmr", "fr") == "kurde (kurmandji)"
    assert language_name("fa-AF", "de") == "Dari"
    assert language_name("nl-BE", "en") in ("Flemish", "Dutch")
    assert country_name("XK", "fr") == "Kosovo"


def test_an_unknown_code_stays_readable() -> None:
    assert country_name("Q1", "nl") == "Q1"
    assert language_name("qqq", "nl") == "qqq"
