"""What advice promises whatever the case: an unknown never refuses, sums are sums, order does not matter."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.advice import Advice, Settles, advise
from loket_app.domain.answers import NOT_ASKED, UNKNOWN, Missing, or_none
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.estimate import Line, LineKind, Total, total
from loket_app.domain.money import ZERO, Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.tables import Nature, Topic, Verdict
from loket_app.domain.wish import DestinationRight
from loket_app.rules import load_tables
from tests.domain.advice_cases import advice_cases, answered, departures, no_answer, with_answer
from tests.rules.worked_cases import worked_cases
from tests.strategies import cases

TABLES = load_tables()
TODAY = date(2026, 11, 21)
NOES = {Verdict.NOT_ELIGIBLE, Verdict.OTHER_ROUTE, Verdict.REFER}
WORKED = {worked.name: worked for worked in worked_cases()}
CONTRADICTED = "Said to be the country of origin, and nobody's nationality says so: asked again"


def _advise(case: Case, departure: date) -> Advice:
    return advise(case, TABLES, today=TODAY, departure=departure)


def _case(name: str) -> Case:
    return WORKED[name].case


@given(advice_cases, departures, st.data())
def test_an_added_unknown_never_turns_into_a_no(case: Case, departure: date, data: st.DataObject) -> None:
    before = _advise(case, departure)
    applicant = case.applicant.id if case.applicant else ""  # returns unless that was denied
    paths = [path for path in answered(case) if path != f"household/{applicant}/travels"]
    for path in data.draw(st.lists(st.sampled_from(paths), max_size=3, unique=True)) if paths else ():
        case = with_answer(case, path, data.draw(no_answer(path)))
    after = _advise(case, departure)
    spoke = {reason.rule.id for reason in before.speaking}
    assert {reason.rule.id for reason in after.speaking} <= spoke
    assert after.verdict not in NOES - {before.verdict} or before.verdict in NOES


ANSWERED = [(name, path) for name, worked in sorted(WORKED.items()) for path in answered(worked.case)]


def test_an_unknown_in_a_worked_case_makes_it_incomplete_or_changes_nothing() -> None:
    """Every answer of every worked case in turn."""
    for name, path in ANSWERED:
        case, departure = WORKED[name].case, WORKED[name].departure
        before, after = _advise(case, departure), _advise(with_answer(case, path, UNKNOWN), departure)
        told_elsewhere = path.endswith(("vulnerabilities", "destination_right"))  # other answers may tell it as well
        if not told_elsewhere and (name, path) != (CONTRADICTED, "wish/destination"):
            assert after.verdict in {before.verdict, Verdict.INCOMPLETE}, (name, path)
        if after.verdict is Verdict.INCOMPLETE and before.verdict is not Verdict.INCOMPLETE:
            record = path.rpartition("/")[0]
            assert record in {question.path.rpartition("/")[0] for question in after.questions}, (name, path)


def test_two_answers_that_contradict_each_other_wait_and_either_of_them_alone_does_not() -> None:
    """The country of origin is a whole answer, also while nobody has said which country it is."""
    case, departure = _case(CONTRADICTED), WORKED[CONTRADICTED].departure
    alone = _advise(with_answer(case, "wish/destination", UNKNOWN), departure)
    assert _advise(case, departure).verdict is Verdict.INCOMPLETE
    assert alone.verdict is Verdict.ELIGIBLE
    other = with_answer(case, "wish/destination_right", UNKNOWN)
    assert [question.path for question in _advise(other, departure).questions] == ["wish/destination_right"]


@given(advice_cases, departures)
def test_an_incomplete_verdict_always_asks_something(case: Case, departure: date) -> None:
    advice = _advise(case, departure)
    if advice.verdict is Verdict.INCOMPLETE:
        assert any(Settles.VERDICT in question.settles for question in advice.questions)


def _contradicts_another_answer(case: Case, path: str, value: object, departure: date) -> bool:
    if isinstance(value, PartialDate):
        return value.earliest > departure
    homes = {code for person in case.household for code in or_none(person.nationalities) or ()}
    return (
        value is DestinationRight.COUNTRY_OF_ORIGIN
        and path == "wish/destination_right"
        and case.wish.destination not in homes
    )


@given(advice_cases, departures)
def test_every_question_is_a_place_of_the_case_that_leaves_something_open(case: Case, departure: date) -> None:
    for question in _advise(case, departure).questions:
        value = value_at(case, question.path)
        vague = isinstance(value, PartialDate) and value.exact is None
        contradicted = _contradicts_another_answer(case, question.path, value, departure)
        assert isinstance(value, Missing) or vague or contradicted or value == () or question.path == "household"
        assert question.weight >= len(question.settles) > 0


@given(advice_cases, departures)
def test_an_open_line_asks_and_a_settled_one_does_not(case: Case, departure: date) -> None:
    advice = _advise(case, departure)
    for line in advice.premium + advice.support:
        if line.kind is LineKind.OPEN:
            assert line.needs
        elif line.needs:
            assert line.kind is LineKind.RANGE
        assert (line.low is None) == (line.high is None)
        assert (line.low is not None) == (line.kind in (LineKind.AMOUNT, LineKind.RANGE, LineKind.UP_TO))


@given(advice_cases, departures)
def test_the_order_of_the_household_does_not_matter(case: Case, departure: date) -> None:
    def gist(advice: Advice) -> Any:
        return (
            advice.verdict,
            {reason.rule.id: reason.holds for reason in advice.reasons},
            Counter((line.person, line.kind, line.low, line.high) for line in advice.premium),
            Counter((line.person, line.kind, line.low, line.high) for line in advice.support),
            {(question.path, question.weight) for question in advice.questions},
        )

    turned = replace(case, household=tuple(reversed(case.household)))
    assert gist(_advise(case, departure)) == gist(_advise(turned, departure))


@given(advice_cases, departures)
def test_totals_are_the_sums_of_their_lines(case: Case, departure: date) -> None:
    advice = _advise(case, departure)
    for lines, found in ((advice.premium, advice.premium_total), (advice.support, advice.support_total)):
        assert found.low.euro == sum(line.low.euro for line in lines if line.low)
        assert found.high.euro == sum(line.high.euro for line in lines if line.high)
        assert found.without_amount == sum(
            line.low is None and line.kind not in (LineKind.NONE, LineKind.CLOSED) for line in lines
        )


@given(advice_cases, departures)
def test_cash_and_kind_are_apart_and_everybody_has_one_premium_line(case: Case, departure: date) -> None:
    advice = _advise(case, departure)
    assert {line.nature for line in advice.premium} <= {Nature.CASH}
    assert {line.nature for line in advice.support} == {Nature.KIND}
    assert [line.person for line in advice.premium] == [p.id for p in case.household if p.travels is not False]


@given(advice_cases, departures)
def test_no_amount_stands_beside_a_verdict_that_closes_the_programme(case: Case, departure: date) -> None:
    advice = _advise(case, departure)
    lines = advice.premium + advice.support
    closes = advice.verdict in (Verdict.NOT_ELIGIBLE, Verdict.OTHER_ROUTE)
    assert all((line.kind is LineKind.CLOSED) is closes for line in lines)
    assert not closes or not (any(line.low or line.high for line in lines) or advice.may_hand_over)


@given(advice_cases, departures)
def test_every_amount_comes_from_the_newest_row_that_has_begun(case: Case, departure: date) -> None:
    advice = _advise(case, departure)
    for line in advice.premium + advice.support:
        if line.kind in (LineKind.OPEN, LineKind.NOT_KNOWN, LineKind.CLOSED) and line.row is None:
            continue
        assert line.figure is not None
        assert line.row is not None
        begun = [row for row in line.figure.rows if row.period.start is None or row.period.start <= departure]
        assert line.row is begun[-1]
        assert line.row.period.holds(departure)


@given(advice_cases, departures, st.integers(1, 4000))
def test_a_later_departure_never_uses_an_older_row(case: Case, departure: date, days: int) -> None:
    def rows(day: date) -> dict[str, date]:
        advice = _advise(case, day)
        lines = advice.premium + advice.support
        return {line.figure.id: line.row.period.start or date.min for line in lines if line.figure and line.row}

    sooner, later = rows(departure), rows(departure + timedelta(days))
    assert all(later[figure] >= start for figure, start in sooner.items() if figure in later)


@given(advice_cases, departures, st.integers(0, 2))
def test_a_birth_date_that_gets_lost_leaves_the_amount_inside_the_range(
    case: Case, departure: date, number: int
) -> None:
    if number >= len(case.household):
        return
    person = case.household[number].id
    before = {line.person: line for line in _advise(case, departure).premium}
    lost = with_answer(case, f"household/{person}/birth_date", UNKNOWN)
    after = {line.person: line for line in _advise(lost, departure).premium}
    for who, line in before.items():
        found = after[who]
        if line.low is not None and line.high is not None and found.low is not None and found.high is not None:
            assert found.low <= line.low
            assert line.high <= found.high
        elif line.low is not None:
            assert found.kind is LineKind.OPEN


@given(cases, departures)
def test_advice_can_be_given_on_anything_that_a_case_may_hold(case: Case, departure: date) -> None:
    advice = _advise(case, departure)
    assert len(advice.reasons) == len(TABLES.rules)
    assert advice == _advise(case, departure)


def test_the_wished_date_counts_and_a_given_one_goes_before_it() -> None:
    case = _case("No legal stay, never started a procedure")
    case = with_answer(case, "wish/departure_on", date(2027, 2, 1))
    assert advise(case, TABLES, today=TODAY).departure == date(2027, 2, 1)
    assert advise(case, TABLES, today=TODAY, departure=date(2021, 1, 1)).departure == date(2021, 1, 1)
    assert not advise(case, TABLES, today=TODAY).assumed_today


def test_without_a_date_today_stands_in_and_it_says_so() -> None:
    advice = advise(_case("No legal stay, never started a procedure"), TABLES, today=TODAY)
    assert (advice.departure, advice.assumed_today) == (TODAY, True)


def test_advice_names_the_tables_that_it_came_from() -> None:
    advice = advise(_case("No legal stay, never started a procedure"), TABLES, today=TODAY)
    assert (advice.tables_version, advice.tables_dated) == (TABLES.version, TABLES.dated)


def test_reasons_that_hold_come_first_and_the_strongest_of_them_leads() -> None:
    case = with_answer(_case("Dublin transfer"), "stay/public_order_concern", value=True)
    case = with_answer(case, "stay/closed_centre", NOT_ASKED)
    reasons = _advise(case, TODAY).reasons
    assert [reason.rule.id for reason in reasons[:3]] == ["dublin", "public-order", "open-to"]
    assert [reason.holds for reason in reasons] == [True] * 3 + [None] + [False] * (len(reasons) - 4)


def test_a_reason_shows_what_it_read_and_an_open_one_what_it_missed() -> None:
    case = with_answer(_case("Earlier support, exactly five years ago"), "stay/earlier_return_on", UNKNOWN)
    reason = next(r for r in _advise(case, TODAY).reasons if r.rule.id == "earlier-support")
    assert reason.holds is None
    assert reason.used == (("stay/earlier_return_support", True),)
    assert reason.needs == ("stay/earlier_return_on",)


def test_a_rule_that_came_out_asks_nothing() -> None:
    advice = _advise(_case("Two visa-required nationalities, no destination yet: the premium is the same"), TODAY)
    assert all(reason.needs == () for reason in advice.reasons if reason.holds is not None)


def test_the_question_that_settles_most_comes_first() -> None:
    case = with_answer(_case("A family of five from Kosovo: two adults and three children"), "wish/informed", UNKNOWN)
    case = with_answer(case, "household/p1/nationalities", UNKNOWN)
    case = with_answer(case, "wish/destination", UNKNOWN)
    questions = _advise(case, TODAY).questions
    assert questions[0].path == "household/p1/nationalities"
    assert set(questions[0].settles) == set(Settles)
    assert [question.weight for question in questions] == sorted((q.weight for q in questions), reverse=True)


def test_the_health_of_somebody_is_no_reason_in_a_verdict() -> None:
    case = _case("Vulnerable person from a visa-required country: a supplement of unknown amount")
    used = {path for reason in _advise(case, TODAY).reasons for path, _ in reason.used}
    assert not any(path.endswith("vulnerabilities") for path in used)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([], Total(ZERO, ZERO, 0)),
        ([(LineKind.AMOUNT, 50, 50), (LineKind.RANGE, 25, 50)], Total(Money.of(75), Money.of(100), 0)),
        ([(LineKind.UP_TO, 0, 5000), (LineKind.NONE, None, None)], Total(ZERO, Money.of(5000), 0)),
        (
            [(LineKind.NOT_KNOWN, None, None), (LineKind.BY_APPROVAL, None, None), (LineKind.OPEN, None, None)],
            Total(ZERO, ZERO, 3),
        ),
    ],
)
def test_a_total_counts_what_it_does_not_hold(
    kinds: list[tuple[LineKind, int | None, int | None]], expected: Total
) -> None:
    lines = [
        Line(
            Topic.PREMIUM,
            Nature.CASH,
            kind,
            low=None if low is None else Money.of(low),
            high=None if high is None else Money.of(high),
        )
        for kind, low, high in kinds
    ]
    assert total(lines) == expected
