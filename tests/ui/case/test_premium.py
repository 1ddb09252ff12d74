"""The premium stands beside its estimate right below the amounts; why it differs is asked where it does, at every end."""

from __future__ import annotations

from datetime import date

import pytest

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.handover import DepartureResult
from loket_app.domain.money import Money
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.premium import PremiumPiece
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.ui.case.conftest import Opening
from tests.ui.case.support import piece
from tests.ui.case.test_journey import BOOKED, page_of, said

LESS = "25,00\u00a0€ less than estimated for 16 June 2026 (875,00\u00a0€)."
_FELL_THROUGH = [each for each in DepartureResult if each is not DepartureResult.DEPARTED]


@pytest.fixture
def booked(opening: Opening) -> MainWindow:
    """A window on the case that was booked."""
    window = opening(BOOKED)
    window.open_case(BOOKED.id)
    settle(window)
    return window


def asked(page: CasePage) -> list[str]:
    """The questions about what happened and the premium that are seen, from top to bottom."""
    rows = [row for row in page.findChildren(QuestionRow) if row.isVisible()]
    order = sorted(rows, key=lambda row: row.mapTo(page, row.rect().topLeft()).y())
    titles = [row._label.text() for row in order]
    return [title for title in titles if "remium" in title or "back" in title or "differ" in title]


def test_it_is_held_against_the_estimate_of_that_day(booked: MainWindow) -> None:
    premium, page = piece(booked, PremiumPiece, "handover"), page_of(booked)
    assert premium.isHidden()
    left = {"departure/result": DepartureResult.DEPARTED, "departure/departed_on": date(2026, 6, 16)}
    page.editor.set_many({**left, "departure/premium_paid": Money.of(875)})
    assert said(premium.message) == "As estimated for 16 June 2026: 875,00\u00a0€."
    assert premium.why.isHidden()
    page.editor.set("departure/premium_paid", Money.of(850))
    assert said(premium.message) == f"{LESS} Note why."
    assert premium.why.isVisible()
    assert premium.reveal("departure/premium_difference")
    page.editor.set("departure/premium_difference", "one person stays")
    assert said(premium.message) == LESS
    page.editor.set("departure/departed_on", date(2021, 6, 16))
    assert said(premium.message).startswith("225,00\u00a0€ more than estimated for 16 June 2021 (625,00\u00a0€)")
    page.editor.set_many({"departure/premium_paid": Money.of(875), "departure/departed_on": date(2026, 6, 16)})
    assert premium.why.isVisible(), "what was answered stays in sight"
    days = ("departure/departed_on", "departure/leaves_on", "wish/departure_on")
    page.editor.set_many(dict.fromkeys(days, NOT_ASKED))
    assert said(premium.message) == "What was to be expected cannot be computed: needs “Departed on”."


@pytest.mark.parametrize("result", _FELL_THROUGH)
def test_without_a_journey_it_is_asked_what_came_back(booked: MainWindow, result: DepartureResult) -> None:
    premium, page = piece(booked, PremiumPiece, "handover"), page_of(booked)
    page.editor.set("departure/result", result)
    assert asked(page) == ["Was a premium paid all the same?"]
    page.editor.set_many({"departure/premium_given": True, "departure/premium_paid": Money.of(875)})
    assert said(premium.message).endswith("what came back of it is not known yet. Note what came back.")
    assert premium.why.isHidden()
    page.editor.set("departure/premium_returned", Money.of(875))
    assert said(premium.message) == "The journey was not made; the 875,00\u00a0€ came back."
    assert premium.why.isHidden()
    page.editor.set("departure/premium_returned", Money.of(800))
    assert said(premium.message).endswith("75,00\u00a0€ did not come back. Note why.")
    assert asked(page)[-1] == "Why the amounts differ"  # no estimate is meant where nobody travelled


def test_what_is_said_stands_between_the_amounts_and_why(booked: MainWindow) -> None:
    premium, page = piece(booked, PremiumPiece, "handover"), page_of(booked)
    page.editor.set_many({"departure/result": DepartureResult.DEPARTED, "departure/premium_paid": Money.of(1)})
    titles = asked(page)
    assert titles[-1] == "Why the amounts differ"
    assert premium.message.y() < premium.why.y()
