"""The tables that come with Loket: complete, dated, worded in four languages, and every country in one group a day."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from loket_app.domain.tables import (
    Confidence,
    CountryGroup,
    Figure,
    LocalText,
    Nature,
    Row,
    Rule,
    RuleTables,
    Source,
    Topic,
    ValueKind,
    Verdict,
)
from loket_app.i18n.names import countries
from loket_app.paths import translations
from loket_app.rules.countries import COUNTRIES

LANGUAGES = ("nl", "fr", "de", "en")
FIRST_DAY = date(2012, 1, 1)

_EU_15 = "AT BE DE DK ES FI FR GB GR IE IT LU NL PT SE"
_EU_LATER = "BG CY CZ EE HR HU LT LV MT PL RO SI SK"
_ANNEX_TWO = """
    AL AD AG AR AU BS BB BA BR BN CA CL CO KR CR DM SV AE GE JP GD GT HN HK SB IL KI XK MY MO MK MH MU MX FM MD MC ME NI NZ
    PW PA PY PE KN GB WS LC RS SC SG US VC TW TL TO TT TV UA UY VE VA SM
"""
_TERRITORIES = "AS GU MP PR UM VI CC CX HM NF CK NU TK AI BM FK GS IO KY MS PN SH TC VG GG GI IM JE"
EU_15, EU_LATER, TERRITORIES = set(_EU_15.split()), set(_EU_LATER.split()), set(_TERRITORIES.split())
VISA_FREE_NOW = set(_ANNEX_TWO.split())
"""The states of Annex II as Italy's foreign ministry lists them, without Nauru and Vanuatu: see groups/visa-free.toml."""


def _days(tables: RuleTables) -> list[date]:
    """Every day since 2012 on which a membership begins or has just ended, and the days around it."""
    ends = {
        day
        for group in tables.groups
        for member in group.members
        for day in (member.period.start, member.period.end)
        if day is not None and day > FIRST_DAY
    }
    around = {day + timedelta(days) for day in ends for days in (-1, 0, 1)}
    return sorted({FIRST_DAY, tables.dated, date(2040, 1, 1), *around})


def _dated(tables: RuleTables) -> Iterator[tuple[str, Rule | CountryGroup | Row]]:
    """Everything that names a source."""
    yield from ((rule.id, rule) for rule in tables.rules)
    yield from ((group.id, group) for group in tables.groups)
    yield from ((figure.id, row) for figure in tables.figures for row in figure.rows)


def _sources(tables: RuleTables) -> Iterator[tuple[str, Source]]:
    for place, record in _dated(tables):
        yield place, record.source
        yield from ((place, other.source) for other in record.other_sources)


def _texts(tables: RuleTables) -> Iterator[tuple[str, LocalText]]:
    yield from ((rule.id, text) for rule in tables.rules for text in (rule.title, rule.change))
    yield from ((group.id, group.title) for group in tables.groups)
    yield from ((figure.id, figure.title) for figure in tables.figures)
    for place, record in _dated(tables):
        said = (record.note, record.decision, *(other.says for other in record.other_sources))
        yield from ((place, text) for text in said if text)


def test_every_country_is_in_exactly_one_group_on_every_day(shipped: RuleTables) -> None:
    for day in _days(shipped):
        for country in COUNTRIES:
            listed = [
                group.id
                for group in shipped.groups
                for member in group.members
                if member.country == country and member.period.holds(day)
            ]
            assert len(listed) <= 1, (country, day, listed)
            assert shipped.group_of(country, day, "visa") == (listed[0] if listed else "visa-required")


def test_the_countries_are_those_that_a_counsellor_can_choose() -> None:
    assert {code for code, _ in countries("en")} == COUNTRIES
    assert {"XK", "PS", "TW", "HK", "MO", "VA", "SM"} <= COUNTRIES


def test_a_code_that_no_group_lists_falls_under_the_others(shipped: RuleTables) -> None:
    assert shipped.group_of("PS", FIRST_DAY, "visa") == "visa-required"
    with pytest.raises(KeyError, match="no group of trade"):
        shipped.group_of("PS", FIRST_DAY, "trade")
    with pytest.raises(KeyError):
        shipped.in_group("PS", "nowhere", FIRST_DAY)


def test_the_visa_free_states_are_those_of_annex_two(shipped: RuleTables) -> None:
    group = next(group for group in shipped.groups if group.id == "visa-free")
    now = {country for country in COUNTRIES if shipped.in_group(country, group.id, shipped.dated)}
    assert now - TERRITORIES == VISA_FREE_NOW
    assert shipped.group_of("NR", shipped.dated, "visa") == "visa-required"


@pytest.mark.parametrize(
    ("country", "last_day_before", "before", "after"),
    [
        ("MD", date(2014, 4, 27), "visa-required", "visa-free"),
        ("GE", date(2017, 3, 27), "visa-required", "visa-free"),
        ("UA", date(2017, 6, 10), "visa-required", "visa-free"),
        ("XK", date(2023, 12, 31), "visa-required", "visa-free"),
        ("AE", date(2015, 5, 5), "visa-required", "visa-free"),
        ("PE", date(2016, 3, 14), "visa-required", "visa-free"),
        ("VU", date(2015, 5, 27), "visa-required", "visa-free"),
        ("VU", date(2023, 2, 3), "visa-free", "visa-required"),
        ("HR", date(2013, 6, 30), "visa-free", "eu-since-2004"),
        ("GB", date(2020, 1, 31), "eu-before-2004", "visa-free"),
    ],
)
def test_a_country_changes_groups_overnight(
    country: str, last_day_before: date, before: str, after: str, shipped: RuleTables
) -> None:
    assert shipped.group_of(country, last_day_before, "visa") == before
    assert shipped.group_of(country, last_day_before + timedelta(1), "visa") == after


@pytest.mark.parametrize("day", [date(2013, 7, 1), date(2020, 1, 31)])
def test_the_union_has_its_members(day: date, shipped: RuleTables) -> None:
    groups = {country: shipped.group_of(country, day, "visa") for country in COUNTRIES}
    assert {country for country in EU_15 if groups[country] in ("eu-before-2004", "belgium")} == EU_15
    assert {country for country, group in groups.items() if group == "eu-since-2004"} == EU_LATER
    assert {country for country, group in groups.items() if group == "belgium"} == {"BE"}


def test_every_source_is_dated_and_none_comes_from_the_future(shipped: RuleTables) -> None:
    for place, source in _sources(shipped):
        assert source.title, place
        assert source.checked_on <= shipped.dated, place
        assert source.published is None or source.published <= source.checked_on, place
        assert source.link == "" or source.link.startswith("https://"), place
        assert not re.search(r"\bS[0-4]\b", source.title), f"{place}: a counsellor knows the document, not its number"


def test_every_text_stands_in_four_languages(shipped: RuleTables) -> None:
    same_everywhere = {"Kosovo"}
    for place, text in _texts(shipped):
        said = [text.text(lang) for lang in LANGUAGES]
        assert all(said), place
        assert len(set(said)) == len(said) or set(said) <= same_everywhere, (place, said)
        assert all(sentence == " ".join(sentence.split(" ")).strip() and "  " not in sentence for sentence in said), (
            place
        )


def test_rules_are_sentences(shipped: RuleTables) -> None:
    for rule in shipped.rules:
        for text in (rule.title, rule.change):
            assert all(text.text(lang).endswith(".") for lang in LANGUAGES), rule.id


def test_french_signs_do_not_break_away_from_their_word(shipped: RuleTables) -> None:
    loose = [(place, text.fr) for place, text in _texts(shipped) if re.search(r" [:;?!]|\w[:;?!] ", text.fr)]
    assert loose == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_are_those_of_the_desk(lang: str, shipped: RuleTables) -> None:
    terms = tomllib.loads((translations() / "terms.toml").read_text(encoding="utf-8"))
    wrong = [word for term in terms.values() for word in term.get("not", {}).get(lang, ())]
    assert [
        (place, word)
        for place, text in _texts(shipped)
        for word in wrong
        if word.casefold() in text.text(lang).casefold()
    ] == []


def test_no_rule_refuses_on_a_weak_source(shipped: RuleTables) -> None:
    refusing = {rule.id: rule.source.confidence for rule in shipped.rules if rule.verdict is Verdict.NOT_ELIGIBLE}
    assert refusing == {"destination": Confidence.HIGH, "free-choice": Confidence.HIGH, "belgian": Confidence.MEDIUM}
    assert [rule.id for rule in shipped.rules if rule.stops_handover] == ["free-choice"]


def test_cash_is_the_premium_and_nothing_else(shipped: RuleTables) -> None:
    for figure in shipped.figures:
        assert (figure.nature is Nature.CASH) == (figure.topic is Topic.PREMIUM), figure.id


def test_what_has_no_public_amount_has_none_here(shipped: RuleTables) -> None:
    for figure in shipped.figures:
        for row in figure.rows:
            numbered = row.kind in (ValueKind.AMOUNT, ValueKind.RANGE, ValueKind.UP_TO, ValueKind.EXPECTED)
            assert (row.low is not None) == (row.high is not None) == numbered, figure.id


def test_not_public_says_why(shipped: RuleTables) -> None:
    kinds = (ValueKind.NOT_PUBLIC, ValueKind.ENDED, ValueKind.EXPECTED)
    silent = [f.id for f in shipped.figures for row in f.rows if row.kind in kinds and row.note is None]
    assert silent == []


def test_sources_that_differ_stand_side_by_side_with_the_decision(shipped: RuleTables) -> None:
    differing = {place: record for place, record in _dated(shipped) if record.other_sources}
    assert set(differing) == {
        "legal-stay",
        "visa-free",
        "budget-syria-irregular",
        "budget-syria-procedure",
        "premium-visa-required-adult",
        "premium-visa-required-child",
    }
    assert all(record.decision for record in differing.values())
    syria = differing["budget-syria-irregular"].other_sources
    assert [source.source.title.split(",")[0] for source in syria] == ["Belga via RTL", "BRF"]


def test_the_european_programme_is_shown_and_never_applied(shipped: RuleTables) -> None:
    shown = {figure.id for figure in shipped.figures if figure.informative}
    assert shown == {"eu-programme-arrival", "eu-programme-main", "eu-programme-member"}
    assert not any(figure.informative for topic in Topic for figure in shipped.ranked(topic))


@pytest.mark.parametrize(
    ("figure", "day", "kind", "amounts"),
    [
        ("premium-visa-required-adult", date(2021, 12, 31), "amount", ("250.00", "250.00")),
        ("premium-visa-required-adult", date(2022, 1, 1), "amount", ("350.00", "350.00")),
        ("premium-visa-required-child", date(2021, 12, 31), "amount", ("125.00", "125.00")),
        ("premium-visa-required-child", date(2022, 1, 1), "amount", ("175.00", "175.00")),
        ("premium-kosovo-adult", date(2022, 1, 1), "amount", ("50.00", "50.00")),
        ("premium-kosovo-child", date(2022, 1, 1), "amount", ("25.00", "25.00")),
        ("budget-brazil-adult", date(2025, 11, 30), "range", ("1000.00", "2500.00")),
        ("budget-brazil-adult", date(2025, 12, 1), "none", None),
        ("budget-moldova", date(2025, 11, 30), "not_public", None),
        ("budget-moldova", date(2025, 12, 1), "ended", None),
        ("budget-syria-procedure", date(2026, 1, 22), "expected", ("0.00", "5000.00")),
        ("budget-syria-irregular", date(2026, 1, 22), "expected", ("3000.00", "3000.00")),
        ("eu-programme-arrival", date(2026, 11, 21), "amount", ("615.00", "615.00")),
        ("eu-programme-main", date(2026, 11, 21), "amount", ("2000.00", "2000.00")),
        ("eu-programme-member", date(2026, 11, 21), "amount", ("1000.00", "1000.00")),
    ],
)
def test_a_figure_says_what_its_source_says(
    figure: str, day: date, kind: str, amounts: tuple[str, str] | None, shipped: RuleTables
) -> None:
    row = _figure(shipped, figure).row(day)
    assert row is not None
    assert row.kind is ValueKind(kind)
    assert (amounts or ("None", "None")) == (str(row.low), str(row.high))


@pytest.mark.parametrize(
    ("figure", "day"),
    [
        ("premium-visa-required-adult", date(2012, 5, 14)),
        ("premium-iraq-2016-adult", date(2016, 7, 1)),
        ("budget-visa-required", date(2021, 12, 31)),
        ("budget-syria-procedure", date(2026, 1, 21)),
    ],
)
def test_outside_its_rows_a_figure_is_silent(figure: str, day: date, shipped: RuleTables) -> None:
    assert _figure(shipped, figure).row(day) is None


def test_a_later_day_never_uses_an_older_row(shipped: RuleTables) -> None:
    for figure in shipped.figures:
        starts = [row.period.start for row in figure.rows if row.period.start]
        for before, after in pairwise(starts):
            rows = [figure.row(after + timedelta(days)) for days in (0, 1, 400)]
            assert all(row is None or row.period.start != before for row in rows), figure.id


def _figure(tables: RuleTables, figure_id: str) -> Figure:
    return next(figure for figure in tables.figures if figure.id == figure_id)
