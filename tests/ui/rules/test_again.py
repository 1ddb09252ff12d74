"""Looking at a value again on its sheet: offered when a year has passed, told afterwards, also on the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from loket_app.domain.money import Money
from loket_app.domain.tables import Per, Share, ValueKind
from loket_app.i18n import set_language
from loket_app.services.desk import Desk
from loket_app.services.rules_acts import Unread
from loket_app.ui.kit.folding import Folding
from loket_app.ui.rules.again_form import AgainForm
from loket_app.ui.rules.parts import Part
from loket_app.ui.rules.timeline import Timeline
from loket_app.ui.rules.unread_sheet import UNREAD
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import make_profile, open_window, settle, still_clock, until
from tests.domain.layers import BUDGET, confirmed, per_person
from tests.ui.rules.support import choose, lines
from tests.ui.rules.test_own_figures import page_of

LATER = datetime(2028, 1, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The page of rates and rules, more than a year after the tables were looked at."""
    made = open_window(make_profile(tmp_path), still_clock(LATER))
    set_language("en")
    made.resize(1366, 768)
    made.show()
    with qtbot.waitActive(made):
        pass
    made.show_place("rules")
    settle(made)
    yield made
    settle(made)
    made.close()
    made.deleteLater()


def form_of(window: MainWindow) -> AgainForm:
    choose(page_of(window), BUDGET)
    (folding,) = page_of(window).sheet.findChildren(Folding)
    folding.set_open(opened=True)
    form = folding.body
    assert isinstance(form, AgainForm)
    return form


def test_it_is_said_against_which_source_and_the_sheet_is_stale_no_longer(window: MainWindow) -> None:
    page, form = page_of(window), form_of(window)
    assert "Not checked since 21/11/2026" in lines(page)
    form.title.setText("Mail of the cell")
    form.go.click()
    desk: Desk = window._desk
    until(lambda: bool(desk.figures.layer.looks))
    settle(window)
    told = "Looked at again by An Vos on 10/01/2028, still right: Mail of the cell"
    assert told in lines(page)
    assert "Not checked since 21/11/2026" not in lines(page)
    assert page.sheet.findChildren(Folding) == []
    timeline = page.sheet.findChild(Timeline)
    assert timeline is not None
    assert "looked at again on 10/01/2028" in timeline.accessibleDescription()


def test_what_was_typed_stands_there_after_looking_elsewhere_until_it_is_kept(window: MainWindow) -> None:
    form, page = form_of(window), page_of(window)
    form.title.setText("Mail of the cell")
    form.title.textEdited.emit("Mail of the cell")
    form.published._line.setText("9/1/2028")
    form.published._line.textEdited.emit("9/1/2028")
    choose(page, "premium-visa-free-adult")
    choose(page, BUDGET)
    (folding,) = page.sheet.findChildren(Folding)
    again = folding.body
    assert isinstance(again, AgainForm)
    assert folding.is_open()
    assert (again.title.text(), again.published.text()) == ("Mail of the cell", "9/1/2028")
    again.go.click()
    figures = window._desk.figures
    until(lambda: bool(figures.layer.looks))
    settle(window)
    looked = figures.layer.looks[0].looked
    assert (looked.title, looked.published) == ("Mail of the cell", date(2028, 1, 9))
    assert page._work.drafts == {}


def test_what_is_missing_is_said_under_its_line_and_nothing_is_kept(window: MainWindow) -> None:
    form = form_of(window)
    form.title.setText(" ")
    form.link.setText("ftp://example.org")
    form.published._line.setText("1/1/2031")
    form.published._typed()
    form.go.click()
    said = lines(page_of(window))
    assert "An answer is needed here." in said
    assert "An address begins with https:// or http://." in said
    assert "This day is still to come." in said
    assert window._desk.figures.layer.looks == ()


def test_for_whom_a_figure_is_follows_the_value_that_counts(window: MainWindow) -> None:
    desk: Desk = window._desk
    two = Money.of(2000)
    said = per_person(Share(Per.ADULT, ValueKind.AMOUNT, two, two), Share(Per.CHILD, ValueKind.NOT_PUBLIC))
    desk.figures._keep(replace(desk.figures.layer, entries=(confirmed(said),)))
    page = page_of(window)
    page.refresh()
    choose(page, BUDGET)
    assert "Per adult, per child" in lines(page)
    assert "Per household" not in lines(page)


def test_an_entry_that_can_t_be_read_says_who_did_what(window: MainWindow) -> None:
    figures, page = window._desk.figures, page_of(window)
    figures.unread = (Unread("u1", LATER, "AV", "propose", "It is missing."), Unread("u2", LATER, "AV", "new", "?"))
    page.head.go_to(Part.OWN)
    choose(page, UNREAD)
    assert {"An Vos on 10/01/2028: proposed", "An Vos on 10/01/2028"} <= set(lines(page))
