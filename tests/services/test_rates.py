"""What the page of rates and rules shows: everything once, as it counts on a day, found by what was typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.laid_over import lay_over
from loket_app.domain.tables import Confidence, LocalText, OtherSource, RuleTables, Source, Topic
from loket_app.i18n import set_language
from loket_app.i18n.names import countries
from loket_app.rules import load_tables
from loket_app.services.rates import YEARS_AHEAD, rates
from loket_app.services.rates_views import FigureView, GroupView, Rates
from loket_app.services.staleness import is_stale
from tests.domain.layers import CELL, confirmed, proposal

SHIPPED = load_tables()
TODAY = SHIPPED.dated
FIRST_DAY = date(2012, 5, 15)
DAYS = st.dates(date(2000, 1, 1), date(2035, 1, 1))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


def shown(day: date = TODAY, text: str = "", tables: RuleTables = SHIPPED, today: date = TODAY) -> Rates:
    return rates(tables, day, today, text)


def figures(view: Rates) -> dict[str, FigureView]:
    return {figure.figure.id: figure for section in view.figures for figure in section.figures}


def group(view: Rates, group_id: str) -> GroupView:
    return next(each for each in view.groups if each.group.id == group_id)


def groups_with(view: Rates) -> list[str]:
    return [each.group.id for each in view.groups]


@given(DAYS)
def test_everything_in_the_tables_is_shown_once(day: date) -> None:
    view = shown(day)
    views = [figure for section in view.figures for figure in section.figures]
    rows = Counter((each.figure.id, row.row.period.start) for each in views for row in each.rows)
    assert rows == Counter((figure.id, row.period.start) for figure in SHIPPED.figures for row in figure.rows)
    assert Counter(each.figure.id for each in views) == Counter(figure.id for figure in SHIPPED.figures)
    rules = [each.rule.id for section in view.rules for each in section.rules]
    assert sorted(rules) == sorted(rule.id for rule in SHIPPED.rules)
    assert sorted(groups_with(view)) == sorted(each.id for each in SHIPPED.groups)
    assert view.totals == view.found


@given(DAYS)
def test_the_row_that_counts_is_the_row_of_the_day(day: date) -> None:
    for view in figures(shown(day)).values():
        assert view.current == view.figure.row(day)
        assert sum(row.current for row in view.rows) == (view.current is not None)


def test_the_latest_row_stands_first() -> None:
    for view in figures(shown()).values():
        starts = [row.row.period.start for row in view.rows if row.row.period.start]
        assert starts == sorted(starts, reverse=True)


def test_each_day_around_a_change_has_its_own_row() -> None:
    before, after = (figures(shown(day))["budget-brazil-adult"] for day in (date(2025, 11, 30), date(2025, 12, 1)))
    assert [row.current for row in before.rows] == [False, True]
    assert [row.current for row in after.rows] == [True, False]


def test_before_the_first_row_nothing_counts() -> None:
    day = FIRST_DAY - timedelta(1)
    assert [view.figure.id for view in figures(shown(day)).values() if view.current] == []
    assert figures(shown(FIRST_DAY))["premium-visa-required-adult"].current is not None


def test_what_does_not_count_stands_last_in_its_section() -> None:
    for section in shown().figures:
        silent = [view.current is None for view in section.figures]
        assert silent == sorted(silent)


def test_figures_that_are_never_applied_stand_apart_and_last() -> None:
    sections = shown().figures
    assert [section.topic for section in sections] == [Topic.PREMIUM, Topic.BUDGET, Topic.SUPPLEMENT, None]
    assert all(view.figure.informative == (section.topic is None) for section in sections for view in section.figures)


@given(DAYS)
def test_every_country_is_in_the_group_that_the_advice_uses(day: date) -> None:
    held = {code: view.group for view in shown(day).groups for code in view.members}
    assert sum(len(view.members) for view in shown(day).groups) == len(held) == len(countries("en"))
    assert {code: SHIPPED.group_of(code, day, found.division) for code, found in held.items()} == {
        code: found.id for code, found in held.items()
    }


@given(DAYS, DAYS)
def test_the_moves_of_a_group_lead_from_one_day_to_another(one: date, other: date) -> None:
    early, late = sorted((one, other))
    for before, after in zip(
        sorted(shown(early).groups, key=lambda view: view.group.id),
        sorted(shown(late).groups, key=lambda view: view.group.id),
        strict=True,
    ):
        held = set(before.members)
        for move in reversed(after.moves):
            if early < move.day <= late:
                held = held | set(move.countries) if move.joined else held - set(move.countries)
        assert held == set(after.members)


def test_a_move_says_where_a_country_came_from() -> None:
    [moldova] = [move for move in group(shown(), "visa-free").moves if "MD" in move.countries]
    assert (moldova.day, moldova.joined, moldova.other.id) == (date(2014, 4, 28), True, "visa-required")
    [kingdom] = [move for move in group(shown(), "eu-before-2004").moves if "GB" in move.countries]
    assert (kingdom.day, kingdom.joined, kingdom.other.id) == (date(2020, 2, 1), False, "visa-free")


@pytest.mark.parametrize(
    ("lang", "typed"),
    [("nl", "Brazilië"), ("nl", "brazilie"), ("fr", "BRESIL"), ("fr", "Brésil"), ("de", "brasilien"), ("en", "brazil")],
)
def test_a_country_finds_its_figures_and_its_group(lang: str, typed: str) -> None:
    set_language(lang)
    found = shown(text=typed)
    assert {"budget-brazil-adult", "budget-brazil-child", "premium-visa-free-adult"} <= figures(found).keys()
    assert "premium-visa-required-adult" not in figures(found)
    assert groups_with(found) == ["visa-free"]
    assert group(found, "visa-free").found == ("BR",)
    assert figures(found)["premium-visa-free-adult"].found == ("BR",)


@pytest.mark.parametrize(("day", "expected"), [(date(2023, 12, 31), "visa-required"), (date(2024, 1, 1), "visa-free")])
def test_a_country_finds_the_group_of_that_day(day: date, expected: str) -> None:
    assert groups_with(shown(day, "kosovo")) == [expected]


def test_words_and_countries_go_together() -> None:
    found = shown(text="premium brazil")
    assert set(figures(found)) == {"premium-visa-free-adult", "premium-visa-free-child"}
    assert figures(shown(text="brazil premium")).keys() == figures(found).keys()


def test_a_country_is_found_by_the_beginning_of_its_words() -> None:
    assert group(shown(text="mali"), "visa-required").found == ("ML",)  # and not Somalia
    assert group(shown(text="north mace"), "visa-free").found == ("MK",)


def test_part_of_a_long_word_is_enough() -> None:
    set_language("de")
    assert "budget-kosovo" in figures(shown(text="hilfe kosovo"))
    assert figures(shown(text="lfe kosovo")) == {}


def test_an_amount_is_found() -> None:
    assert set(figures(shown(text="350"))) == {"premium-visa-required-adult"}


def test_a_note_a_source_and_a_verdict_are_found() -> None:
    found = figures(shown(text="BRF"))  # a broadcaster
    assert "budget-syria-irregular" in found
    assert all("syria" in each for each in found)
    assert "premium-visa-free-adult" in figures(shown(text="integratie"))
    assert {section.verdict.value for section in shown(text="immigration").rules} == {"other_route"}


@given(st.text(max_size=12), DAYS)
def test_a_longer_search_never_finds_more(text: str, day: date) -> None:
    found, less = figures(shown(day, text)).keys(), figures(shown(day, f"{text} brazil")).keys()
    assert less <= found <= figures(shown(day)).keys()


def test_nothing_is_found_for_nonsense() -> None:
    found = shown(text="qqq").found
    assert (found.figures, found.rules, found.groups) == (0, 0, 0)
    assert shown(text="qqq").totals.figures == len(SHIPPED.figures)


def test_a_group_figure_names_the_countries_with_figures_of_their_own() -> None:
    now = figures(shown())
    assert set(now["budget-visa-free"].own_figures) == {"BR", "XK", "MD"}
    assert now["premium-visa-free-adult"].own_figures == ("XK",)
    assert figures(shown(date(2021, 12, 31)))["budget-visa-free"].own_figures == ()  # it has no row itself that day


@pytest.mark.parametrize(
    ("checked", "today", "expected"),
    [
        (date(2025, 11, 21), date(2026, 11, 20), False),
        (date(2025, 11, 21), date(2026, 11, 21), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2025, 12, 31), date(2026, 1, 1), False),
        (date(2027, 1, 1), date(2026, 1, 1), False),
    ],
)
def test_a_check_is_a_year_old_on_its_birthday(checked: date, today: date, expected: bool) -> None:
    assert is_stale(Source("a", Confidence.HIGH, checked), today) is expected


def test_the_one_that_was_not_checked_is_found() -> None:
    old = date(2025, 11, 20)
    view = shown(tables=_checked_on("budget-brazil-adult", 1, old))
    assert view.totals.stale == 1
    stale = [each for each in figures(view).values() if each.stale_since]
    assert [(each.figure.id, each.stale_since) for each in stale] == [("budget-brazil-adult", old)]
    assert [row.stale_since for row in stale[0].rows] == [old, None]


def test_what_is_over_need_not_be_looked_at_again() -> None:
    view = shown(tables=_checked_on("budget-brazil-adult", 0, date(2020, 1, 1)))
    assert view.totals.stale == 0
    assert [row.stale_since for row in figures(view)["budget-brazil-adult"].rows] == [None, None]


def test_todays_value_that_somebody_confirms_makes_the_figure_fresh_again() -> None:
    tables = _checked_on("budget-visa-required", 0, date(2020, 1, 1))
    assert shown(tables=tables).totals.stale == 1
    said = proposal(start=TODAY, source=replace(CELL, checked_on=TODAY))
    assert shown(tables=lay_over(tables, [confirmed(said)])).totals.stale == 0


def test_today_and_not_the_chosen_date_decides_what_is_old() -> None:
    assert shown(day=date(2034, 1, 1)).totals.stale == 0
    late = shown(today=TODAY.replace(year=TODAY.year + 1))
    over = sum(all(row.period.end for row in figure.rows) for figure in SHIPPED.figures)
    assert over > 0
    counted = late.totals
    assert counted.stale == counted.figures - over + counted.rules + counted.groups + counted.said
    assert all(each.stale_since for section in late.rules for each in section.rules)
    assert all(each.stale_since for each in late.groups)


def test_another_source_is_checked_and_found_too() -> None:
    says = LocalText(nl="nee", fr="non", de="nein", en="twelve hundred")
    other = OtherSource(Source("Gazette", Confidence.LOW, date(2020, 1, 1)), says)
    rule = replace(SHIPPED.rules[0], other_sources=(other,))
    view = shown(tables=replace(SHIPPED, rules=(rule, *SHIPPED.rules[1:])), text="twelve gazette")
    [section] = view.rules
    assert [each.stale_since for each in section.rules] == [date(2020, 1, 1)]


def test_timelines_reach_from_the_first_row_to_after_today() -> None:
    assert shown().years == (2012, TODAY.year + 1)
    figure = SHIPPED.figures[0]
    for_ever = replace(figure.rows[-1], period=replace(figure.rows[-1].period, end=date(9999, 12, 31)))
    tables = replace(SHIPPED, figures=(replace(figure, rows=(*figure.rows[:-1], for_ever)),))
    assert shown(tables=tables).years[1] == TODAY.year + YEARS_AHEAD + 1


def test_empty_tables_show_nothing() -> None:
    view = shown(tables=RuleTables("1", TODAY, (), (), ()))
    assert (view.figures, view.rules, view.groups) == ((), (), ())


def _checked_on(figure_id: str, number: int, day: date) -> RuleTables:
    """The shipped tables with another check of one row."""
    figure = next(figure for figure in SHIPPED.figures if figure.id == figure_id)
    rows = list(figure.rows)
    rows[number] = replace(rows[number], source=replace(rows[number].source, checked_on=day))
    changed = replace(figure, rows=tuple(rows))
    return replace(SHIPPED, figures=tuple(changed if each is figure else each for each in SHIPPED.figures))
