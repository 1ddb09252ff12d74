"""What the summary says of the plan and of what came of the return; nothing before there is anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loket_app.documents.summary import summary_pdf
from loket_app.domain.advice import Advice
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.money import Money
from loket_app.domain.travel import Cost
from loket_app.domain.wish import BudgetLine, FollowUpReport, Plan, PlanPurpose
from loket_app.services import documents
from loket_app.services.casefile import advise_case
from tests.at_work import still_clock
from tests.documents.cases import BUDGET_TERM, FAMILY, PRINTED_ON
from tests.documents.reading import words
from tests.documents.test_summary import summary

DAY = date(2026, 6, 15)
LEFT = Departure(
    booked_on=date(2026, 6, 1),
    leaves_on=DAY,
    result=DepartureResult.DEPARTED,
    departed_on=DAY,
    arrived_on=DAY,
    premium_paid=Money.of(900),
    premium_difference="one more child",
)
REPORT = FollowUpReport("r", date(2026, 9, 1), Money.of(300), "rent", "well", date(2026, 12, 1))


def gone(**departure: object) -> Case:
    plan = Plan(budget=(BudgetLine("b", PlanPurpose.HOUSING, "a roof", Money.of(1500)),), reports=(REPORT,))
    case = replace(FAMILY, plan=plan, departure=replace(LEFT, **departure))  # type: ignore[arg-type]  # any answers
    return replace(case, wish=replace(case.wish, departure_on=DAY))


def test_before_there_is_anything_nothing_is_said() -> None:
    said = words(summary(replace(FAMILY, departure=Departure())))
    assert "Departure and arrival" not in said
    assert "Reports from the partner" not in said


def test_the_day_the_premium_and_what_the_partner_reports_are_printed() -> None:
    said = words(summary(gone()))
    for told in (
        *("Departure and arrival", "What happened departed", "Departure premium paid", "one more child"),
        *("than estimated for 15 June 2026", "Reports from the partner", "300,00", "rent", "well", "1 Dec 2026"),
        "To be used until 15 June 2027: 12 months, counted from the arrival on 15 June 2026.",
    ):
        assert told in said, told


def test_what_a_budget_line_is_for_stands_before_it_where_it_was_asked() -> None:
    said = words(summary(gone()))
    assert "Purpose What for" in said
    assert "a roof" in said
    unasked = gone()
    plan = replace(unasked.plan, budget=(BudgetLine("b", what="a roof", amount=Money.of(1500)),))
    assert "Purpose What for" not in words(summary(replace(unasked, plan=plan)))


def test_a_plan_stands_beside_its_estimate_as_on_the_page() -> None:
    said = words(summary(gone())).replace("\u00a0", " ")
    assert "Planned together: 1.500,00 €, not to be compared" in said
    bare = gone()
    unplanned = replace(bare, plan=replace(bare.plan, budget=(BudgetLine("b", what="a roof"),)))
    assert "Planned together" not in words(summary(unplanned))


def test_a_premium_of_another_day_than_the_advice_is_not_held_against_it() -> None:
    left = gone(departed_on=date(2026, 7, 1))
    given = advise_case(left, DAY, clock=still_clock())
    paper = summary_pdf(left, given, "en", budget_term=BUDGET_TERM, printed_on=PRINTED_ON)
    assert "than estimated for" not in words(paper)


def test_a_premium_is_held_against_the_day_on_which_they_left_also_when_that_is_not_the_wished_one() -> None:
    left = gone(departed_on=date(2026, 7, 1))
    given = advise_case(left, DAY, clock=still_clock())
    said = words(documents.summary(left, "en", advice=given, clock=still_clock()))
    assert "25,00 more than estimated for 1 July 2026" in said.replace("€ ", "").replace(" €", "")
    asked: list[date] = []

    def on(case: Case, day: date) -> Advice:
        asked.append(day)
        return advise_case(case, day, clock=still_clock())

    documents.summary(left, "en", advice=given, on=on, clock=still_clock())
    documents.summary(left, "en", on=on, clock=still_clock())  # the advice of today is of that day
    unpaid = gone(premium_paid=NOT_ASKED, departed_on=date(2026, 7, 1))
    documents.summary(unpaid, "en", advice=given, on=on, clock=still_clock())
    assert asked == [date(2026, 7, 1)]  # a day is advised on only where there is something to hold against it


def test_without_a_day_of_leaving_it_is_held_against_the_wished_day_as_on_the_page() -> None:
    assert "more than estimated for 15 June 2026" in words(summary(gone(departed_on=NOT_ASKED, leaves_on=NOT_ASKED)))


def test_a_withdrawal_at_the_gate_is_told_without_a_premium() -> None:
    said = words(summary(replace(FAMILY, departure=Departure(leaves_on=DAY, result=DepartureResult.WITHDREW))))
    assert "What happened" in said
    assert "Departure premium paid" not in said


def test_a_day_of_leaving_noted_before_the_journey_fell_through_is_said_not_to_count() -> None:
    not_counted = "the day of departure or arrival above does not count"
    assert not_counted in words(summary(gone(result=DepartureResult.WITHDREW)))
    assert not_counted not in words(summary(gone()))


def test_a_premium_of_which_nothing_is_known_to_have_come_back_asks_nothing_of_who_reads_it() -> None:
    withdrew = {"result": DepartureResult.WITHDREW, "premium_given": True, "premium_difference": NOT_ASKED}
    said = words(summary(gone(**withdrew)))
    assert "not made; what came back of it is not known yet." in said
    assert "Note what came back" not in said


def test_a_cost_of_somebody_taken_out_says_so() -> None:
    cost = Cost("k", person="nobody", amount=Money.of(60))
    said = words(summary(replace(FAMILY, costs=(cost,))))
    assert "No longer in the household" in said
