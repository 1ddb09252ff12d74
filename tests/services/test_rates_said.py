"""Rates and rules hold what the other tables say too: each file once, with its source, as it counts on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from loket_app.i18n import LANGUAGES, set_language
from loket_app.paths import resources
from loket_app.rules import load_tables
from loket_app.services.rates import rates
from loket_app.services.rates_said import SaidAbout, SaidView, sayings
from loket_app.services.track import track_rules

SHIPPED = load_tables()
TODAY = SHIPPED.dated
BEFORE_S3, FROM_S3 = date(2024, 6, 26), date(2024, 6, 27)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


def said(day: date = TODAY, today: date = TODAY) -> dict[str, SaidView]:
    return {view.id: view for view in sayings(SHIPPED, day, today)}


def files(folder: str) -> int:
    """How many files a folder of rules holds, without that of its version and those that only others point to."""
    aside = {"programme.toml", "track.toml", "papers.toml", "contacts.toml", "points.toml", "registration.toml"}
    return sum(path.name not in aside for path in (resources() / "rules" / folder).rglob("*.toml"))


def test_every_file_that_is_no_figure_rule_or_group_is_told_once() -> None:
    told = sayings(SHIPPED, TODAY, TODAY)
    held = Counter(view.about for view in told)
    assert len({view.id for view in told}) == len(told)
    assert held == {
        SaidAbout.PROGRAMME: files("programme"),
        SaidAbout.TRACK: files("track") + len(track_rules().registrations),
        SaidAbout.JOURNEY: files("journey"),
        SaidAbout.CARRIERS: files("carriers"),
        SaidAbout.PAPERS: files("papers"),
        SaidAbout.NUMBER: files("contacts"),
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_has_words_and_a_source_with_its_day(lang: str) -> None:
    set_language(lang)
    told = sayings(SHIPPED, TODAY, TODAY)
    assert all(view.title and view.rows for view in told)
    rows = [row for view in told for row in view.rows]
    assert all(row.source.title and row.source.checked_on for row in rows)
    assert all(caption and words for row in rows for caption, words in row.facts)


@pytest.mark.parametrize(("day", "value"), [(BEFORE_S3, ""), (FROM_S3, "4 working days")])
def test_a_term_counts_from_its_day_on(day: date, value: str) -> None:
    view = said(day)["track/otp_intake"]
    (now,) = [row for row in view.rows if row.current]
    assert view.value == value
    assert now.period.holds(day)
    held = {"26": "return counsellor", "27": "social worker"}[f"{day:%d}"]
    assert ("Held by", held) in now.facts


def test_nobody_holds_material_aid() -> None:
    rows = [row for view in said().values() if view.id.startswith("track/aid") for row in view.rows]
    assert rows
    assert all("Held by" not in dict(row.facts) for row in rows)
    assert any(("For whom", "whoever agrees with the track") in row.facts for row in rows)


def test_what_nobody_looked_at_for_a_year_is_old() -> None:
    late = said(today=TODAY.replace(year=TODAY.year + 1))
    assert all(view.stale_since == TODAY for view in late.values())
    assert not any(view.stale_since for view in said().values())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("twelve months", {"programme/budget-term"}),
        ("THY", {"carrier/turkish-airlines"}),
        ("nigeria emergency", {"issuing/nigeria-emergency-certificate"}),
    ],
)
def test_typing_finds_them(typed: str, found: set[str]) -> None:
    shown = rates(SHIPPED, TODAY, TODAY, typed)
    assert {view.id for section in shown.said for view in section.views} == found
    assert shown.found.said == len(found)
