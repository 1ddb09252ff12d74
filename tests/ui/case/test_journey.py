"""The journey and what comes after, on their steps: what follows, the premium beside the estimate, the step that is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.money import Money
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.travel import Journey, Transport
from loket_app.domain.wish import BudgetLine, FollowUpReport, Plan
from loket_app.i18n.labels import capital, field_label
from loket_app.i18n.phrases import names_in
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.after import AfterPiece
from loket_app.ui.case.pieces.journey import JourneyPiece
from loket_app.ui.case.pieces.plan_check import PlanCheckPiece
from loket_app.ui.case.record_list import RecordList
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.words import Text
from tests.at_work import NOW, settle
from tests.documents.cases import FAMILY
from tests.ui.case.conftest import Opening
from tests.ui.case.support import child, piece, speak

BOOKED = replace(
    FAMILY,
    history=(StatusChange("h", Status.BOOKED, NOW, "AV"),),
    departure=Departure(booked_on=date(2026, 6, 1), leaves_on=date(2026, 6, 15)),
)

FIRST, SECOND = (f"household/{person.id}" for person in FAMILY.household[:2])
NAME = names_in(FAMILY)[FAMILY.household[0].id]


def told(part: JourneyPiece | PlanCheckPiece) -> str:
    """What a panel says."""
    return "\n".join(text.text() for text in part.texts if text.isVisible())


def said(message: InlineMessage) -> str:
    """What a message says."""
    assert message.isVisible()
    return child(message, QLabel).text()


@pytest.fixture
def booked(opening: Opening) -> MainWindow:
    """A window on the case that was booked."""
    window = opening(BOOKED)
    window.open_case(BOOKED.id)
    settle(window)
    return window


def status(page: CasePage) -> Status:
    return page.editor.case.status


def page_of(window: MainWindow) -> CasePage:
    page = window.case_page
    assert page is not None
    return page


def test_an_old_rule_of_an_airline_looks_old(window: MainWindow, page: CasePage) -> None:
    panel = piece(window, JourneyPiece, "handover")
    page.editor.set_many({"journey/carrier": "Turkish Airlines", f"{FIRST}/due_on": date(2026, 9, 20)})
    settle(window)
    lines = told(panel).split("\n")
    rule = next(place for place, line in enumerate(lines) if "Turkish Airlines: from 28 weeks" in line)
    assert lines[rule + 1] == "Old: from 1 February 2019. Ask the airline whether it still holds."
    assert lines[rule + 2].startswith("Source: Turkish Airlines, magazine Skylife")
    assert "weak source: check before you rely on it" in lines[rule + 2]
    page.editor.set("journey/carrier", "Brussels Airlines")
    settle(window)
    assert "Source without a date." in told(panel)
    assert "Old: from" not in told(panel)


def test_the_same_question_of_several_people_is_named_once(window: MainWindow, page: CasePage) -> None:
    panel = piece(window, JourneyPiece, "handover")
    answers = {f"household/{person.id}/{name}": NOT_ASKED for person in FAMILY.household for name in ("fitness",)}
    page.editor.set_many({**answers, "journey/escort": NOT_ASKED})
    page.editor.set_many({f"household/{person.id}/wheelchair": NOT_ASKED for person in FAMILY.household})
    page.editor.set_many({f"household/{person.id}/vulnerabilities": NOT_ASKED for person in FAMILY.household})
    settle(window)
    assert "(3 people)" in told(panel)
    assert told(panel).count(capital(field_label("household/fitness"))) == 1


def test_each_sentence_stands_above_its_own_source(window: MainWindow, page: CasePage) -> None:
    assert page.editor.case == FAMILY
    lines = told(piece(window, JourneyPiece, "handover")).split("\n")
    early = next(place for place, line in enumerate(lines) if "three hours" in line)
    assert lines[early + 1].startswith("Source: Fedasil, webpagina over de terugkeerreis")


def test_what_follows_from_the_answers_with_its_source(window: MainWindow, page: CasePage) -> None:
    panel = piece(window, JourneyPiece, "handover")
    assert "three hours" in told(panel)
    assert "MEDIF" in told(panel)
    assert "Source: Fedasil, webpagina over de terugkeerreis" in told(panel)
    page.editor.set("journey/transport", Transport.BUS)
    assert "three hours" not in told(panel)
    assert "half an hour" in told(panel)
    speak(page, "fr")
    assert "une demi-heure" in told(panel)


def test_a_pregnancy_is_counted_on_the_day_and_the_airline_asked(window: MainWindow, page: CasePage) -> None:
    panel = piece(window, JourneyPiece, "handover")
    page.editor.set(f"{FIRST}/due_on", date(2026, 8, 1))
    assert f"{NAME}: On 15 June 2026 33 weeks and 2 days" in told(panel)
    assert "Each airline sets until which week" in told(panel)
    assert panel.too_late.isHidden()
    page.editor.set_many({"journey/carrier": "Brussels Airlines", f"{FIRST}/due_on": date(2026, 7, 1)})
    assert "Brussels Airlines: until four weeks" in told(panel)
    assert said(panel.too_late).startswith(f"{NAME}: Too far in the pregnancy")
    page.editor.set(f"{SECOND}/due_on", date(2026, 7, 2))
    assert f"{NAME}; " in said(panel.too_late)
    assert told(panel).count("weeks and") == 2
    page.editor.set("wish/departure_on", date(2026, 5, 1))
    assert panel.too_late.isHidden()


def test_an_airline_is_asked_before_the_booking_after_it_at_once_and_no_more_when_they_left(opening: Opening) -> None:
    late = replace(FAMILY.household[0], due_on=date(2026, 7, 1))
    journey = Journey(transport=Transport.PLANE, carrier="Brussels Airlines")
    window = opening(replace(FAMILY, household=(late, *FAMILY.household[1:]), journey=journey))
    window.open_case(FAMILY.id)
    settle(window)
    panel, page = piece(window, JourneyPiece, "handover"), page_of(window)
    assert said(panel.too_late).endswith("Ask it before the booking.")
    page.editor.set("departure/leaves_on", date(2026, 6, 15))
    assert said(panel.too_late).endswith("The journey is booked: ask it now.")
    page.editor.set("journey/transport", Transport.BUS)
    assert panel.too_late.isHidden()
    page.editor.undo()
    assert panel.too_late.isVisible()
    page.editor.set("departure/result", DepartureResult.DEPARTED)
    assert panel.too_late.isHidden()


def test_what_is_not_known_names_its_question(opening: Opening) -> None:
    case = replace(FAMILY, journey=Journey(), wish=replace(FAMILY.wish, departure_on=NOT_ASKED))
    window = opening(case)
    window.open_case(case.id)
    settle(window)
    panel = piece(window, JourneyPiece, "handover")
    assert told(panel).startswith("Not known yet: Means of transport")
    page_of(window).editor.set(f"{FIRST}/due_on", date(2026, 8, 1))
    assert "cannot be computed: needs" in told(panel)


def test_the_departure_is_asked_once_there_is_a_booking(opening: Opening) -> None:
    case = replace(FAMILY, departure=Departure())
    window = opening(case)
    window.open_case(case.id)
    settle(window)
    piece(window, AfterPiece, "handover")
    assert "The departure" not in headings(page_of(window))
    page_of(window).editor.set("departure/booked_on", date(2026, 6, 1))
    settle(window)
    assert "The departure" in headings(page_of(window))


def headings(page: CasePage) -> list[str]:
    """The titles that are seen."""
    return [text.text() for text in page.findChildren(Text) if text.isVisible() and text.property("kind") == "heading"]


def test_the_step_that_is_due_is_offered_and_taken_by_hand(booked: MainWindow) -> None:
    after = piece(booked, AfterPiece, "handover")
    page = page_of(booked)
    assert after.isHidden()
    page.editor.set("departure/result", DepartureResult.DEPARTED)
    assert status(page) is Status.BOOKED
    button = child(after.step, QPushButton)
    assert button.text() == "Record: Departed"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle(booked)
    assert status(page) is Status.DEPARTED
    assert page.editor.case.history[-1].by == "An Vos"
    assert after.step.isHidden()
    page.undo()
    settle(booked)
    assert status(page) is Status.BOOKED
    assert after.step.isVisible()


def test_withdrawing_on_the_day_is_told_in_neutral_words(booked: MainWindow) -> None:
    after = piece(booked, AfterPiece, "handover")
    page = page_of(booked)
    page.editor.set("departure/result", DepartureResult.WITHDREW)
    assert said(after.step).startswith("Withdrawing is a right")
    page.editor.set("departure/result", DepartureResult.NO_SHOW)
    assert said(after.step).startswith("The journey did not take place")
    assert status(page) is Status.BOOKED


def test_the_plan_stands_beside_its_estimate(opening: Opening) -> None:
    plan = Plan(budget=(BudgetLine("b", amount=Money.of(1500)), BudgetLine("c")))
    window = opening(replace(FAMILY, plan=plan))
    window.open_case(FAMILY.id)
    settle(window)
    panel = piece(window, PlanCheckPiece, "support")
    page = page_of(window)
    assert "not to be compared" in told(panel)
    assert "1 line has no amount" in told(panel)
    assert "Source: Fedasil, brochure Vrijwillige terugkeer vanuit België · official source" in told(panel)
    assert told(panel).endswith("checked on 21/11/2026")
    assert "cannot be computed: needs “Departed on”" in told(panel)
    reports = next(found for found in page.findChildren(RecordList) if found._path == "plan/reports")
    assert reports.isHidden()
    page.editor.set_many({"departure/result": DepartureResult.DEPARTED, "departure/departed_on": date(2026, 6, 15)})
    settle(window)
    assert reports.isVisible()
    page.editor.add("plan/reports", FollowUpReport("r", date(2026, 9, 1), Money.of(300)))
    settle(window)
    assert "To be used until 15 June 2027" in told(panel)
    assert "Spent until 1 September 2026: 300,00\u00a0€." in told(panel)
