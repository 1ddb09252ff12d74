"""What one reads on a sheet: every row, every rule and every group, with source and reason."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt

from loket_app.domain.tables import RuleTables
from loket_app.ui.rules.parts import Part
from loket_app.ui.rules.wording import period_text, value_text
from tests.ui.rules.support import (
    Calendar,
    Opener,
    area,
    choose,
    entries,
    headings,
    lines,
)

CTRL = Qt.KeyboardModifier.ControlModifier


def test_every_figure_shows_each_row_once(opener: Opener, shipped: RuleTables) -> None:
    page = opener()
    assert set(entries(page)) == {figure.id for figure in shipped.figures}
    for figure in shipped.figures:
        choose(page, figure.id)
        read = lines(page)
        assert read[0] == figure.title.en
        for row in figure.rows:
            at = read.index(period_text(row.period))
            assert read.count(period_text(row.period)) == 1
            assert read[at + 1] == value_text(row)
            assert row.note is None or row.note.en in read
            assert any(line.startswith(row.source.title) for line in read)
            assert row.source.link == "" or row.source.link in read


def test_every_rule_shows_reason_verdict_change_and_source(opener: Opener, shipped: RuleTables) -> None:
    page = opener()
    opener.go(page, Part.RULES)
    assert set(entries(page)) == {rule.id for rule in shipped.rules}
    for rule in shipped.rules:
        choose(page, rule.id)
        read = lines(page)
        assert read[0] == rule.title.en
        assert rule.change.en in read
        assert any(line.startswith(rule.source.title) for line in read)
        assert any(line.endswith("handed over while this holds.") for line in read) == rule.stops_handover
    assert headings(page)[:2] == ["◆ Eligible", "▲ Ask Fedasil"]


def test_a_group_shows_who_is_in_it_and_who_came_and_went(opener: Opener) -> None:
    page = opener()
    opener.go(page, Part.GROUPS)
    choose(page, "eu-since-2004")
    read = lines(page)
    assert "On 21/11/2026: 13 countries" in read
    assert any("Bulgaria, Croatia, Cyprus" in line for line in read)
    at = read.index("01/07/2013")
    assert read[at + 1] == "Croatia joined (before: Visa-free countries)"
    assert "Who joined or left later" not in read


def test_who_listens_hears_the_whole_sheet(opener: Opener) -> None:
    page = opener()
    choose(page, "budget-syria-irregular")
    assert area(page).accessibleName() == lines(page)[0]
    assert area(page).accessibleDescription() == "\n".join(lines(page))
    index = page.list.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ", ".join((lines(page)[0], entries(page)["budget-syria-irregular"].value))


def test_what_stopped_is_not_ticked_as_if_it_counted(opener: Opener) -> None:
    page = opener()
    choose(page, "budget-moldova")
    read = lines(page)
    assert "Since when or for whom is not public: ask the voluntary-return cell" in read
    assert not any(line.startswith("Counts on") for line in read)
    choose(page, "budget-kosovo")
    assert any(line.startswith("Counts on") for line in lines(page))


def test_of_one_row_it_is_said_once_that_nobody_looked_for_a_year(opener: Opener, calendar: Calendar) -> None:
    calendar.day = calendar.day.replace(year=calendar.day.year + 2)
    page = opener()
    for figure, times in (("budget-syria-irregular", 1), ("budget-moldova", 2)):
        choose(page, figure)
        assert sum(line.startswith("Not checked since") for line in lines(page)) == times


def test_what_is_only_informative_says_so(opener: Opener) -> None:
    page = opener()
    assert headings(page)[-1] == "For information: shown, not applied"
    choose(page, "eu-programme-main")
    assert "Shown, not applied: it isn't public whom it is for." in lines(page)
    choose(page, "budget-kosovo")
    assert "Shown, not applied: it isn't public whom it is for." not in lines(page)


def test_for_whom_a_figure_is(opener: Opener) -> None:
    page = opener()
    choose(page, "premium-iraq-2016-adult")
    read = lines(page)
    pairs = dict(pairwise(read))
    assert pairs["What"] == "Departure premium, in cash"
    assert pairs["Return to"] == "Iraq"
    assert pairs["Stay"] == "Applicant for international protection"
    assert pairs["Arrived"] == "before 01/01/2016"
    choose(page, "budget-visa-free")
    read = lines(page)
    pairs = dict(pairwise(read))
    assert pairs["Country of origin"] == "Visa-free countries (91 countries)"
    assert pairs["Own figures for"] == "Brazil, Kosovo, Moldova"


def test_a_link_to_a_site_and_a_source_without_a_date_are_called_so(opener: Opener) -> None:
    page = opener()
    choose(page, "budget-brazil-adult")
    said = "The link leads to the site, not to the page itself; the source has no date that we know of."
    assert said in lines(page)
    choose(page, "premium-iraq-2016-adult")
    assert "The source has no date that we know of." in lines(page)
    choose(page, "budget-moldova")
    assert "The link leads to the site, not to the page itself." in lines(page)
    choose(page, "budget-visa-required")
    assert not any("leads to the site" in line or "no date" in line for line in lines(page))
