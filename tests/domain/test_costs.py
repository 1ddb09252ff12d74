"""Sums of costs: exact, complete, and honest about what has no amount."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN
from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.domain.costs import (
    CostSum,
    Likeness,
    contradicts_rate,
    counted,
    for_whom,
    in_euro,
    outstanding,
    people_of,
    promised,
    refused,
    settles,
    sum_of,
    sums_by,
    twins,
    twins_of,
)
from loket_app.domain.money import LIMIT, ZERO, Money
from loket_app.domain.travel import Cost, CostKind, CostState
from tests.documents.cases import EMPTY, FAMILY

AMOUNTS = st.one_of(st.integers(0, 10**7).map(Money.cents), st.sampled_from([NOT_ASKED, UNKNOWN, DECLINED]))
COSTS = st.lists(
    st.builds(
        Cost,
        id=st.uuids().map(str),
        amount=AMOUNTS,
        state=st.one_of(st.sampled_from(CostState), st.just(NOT_ASKED)),
        kind=st.one_of(st.sampled_from(CostKind), st.just(UNKNOWN)),
        person=st.sampled_from([NOT_ASKED, "p1", "p2", "gone"]),
        currency=st.sampled_from([NOT_ASKED, "XOF", "JPY"]),
        foreign_amount=st.one_of(st.just(UNKNOWN), st.decimals(0, 10**9, places=3)),
        rate=st.one_of(st.just(NOT_ASKED), st.decimals("0.000001", 10**6, places=6)),
        receipt_number=st.sampled_from([NOT_ASKED, "17-A", "17 a", "18", "–"]),
        spent_on=st.sampled_from([NOT_ASKED, date(2026, 4, 2)]),
    )
)


def test_a_cost_without_an_amount_is_counted_apart() -> None:
    costs = [Cost("a", amount=Money.of("12.50")), Cost("b", amount=UNKNOWN), Cost("c", amount=Money.of("0.10"))]
    assert sum_of(costs) == CostSum(Money.of("12.60"), 3, 1)


def test_no_costs_are_nothing() -> None:
    assert sum_of([]) == CostSum(ZERO, 0, 0)


@given(COSTS)
def test_a_breakdown_adds_up_to_the_whole(costs: list[Cost]) -> None:
    whole = sum_of(costs)
    for key in (lambda cost: cost.state, lambda cost: cost.kind, for_whom):
        parts = sums_by(costs, key)
        assert sum((part.amount for part in parts.values()), ZERO) == whole.amount
        assert sum(part.costs for part in parts.values()) == len(costs)
        assert sum(part.without_amount for part in parts.values()) == whole.without_amount


@given(COSTS)
def test_everybody_with_a_cost_is_told_of_once(costs: list[Cost]) -> None:
    case = replace(FAMILY, costs=tuple(costs))
    people = people_of(case)
    assert len(people) == len(set(people))
    assert set(people) == {for_whom(cost) for cost in costs}


@given(COSTS)
def test_what_is_counted_and_what_was_refused_are_all_of_it(costs: list[Cost]) -> None:
    parts = (sum_of(counted(costs)), sum_of(refused(costs)))
    assert sum((part.amount for part in parts), ZERO) == sum_of(costs).amount
    assert sum(part.costs for part in parts) == len(costs)
    assert not [cost for cost in outstanding(costs) if cost not in counted(costs)]


def test_a_receipt_that_somebody_looked_at_is_asked_about_no_more() -> None:
    one, two = Cost("a", receipt_number="17"), Cost("b", receipt_number="17")
    assert twins(replace(FAMILY, costs=(one, two)))
    assert twins(replace(FAMILY, costs=(one, replace(two, separate_receipt=True)))) == ()
    assert twins(replace(FAMILY, costs=(replace(one, separate_receipt=True), two)))  # the later one was never looked at
    assert twins(replace(FAMILY, costs=(one, replace(two, separate_receipt=False))))


def test_a_receipt_once_called_another_is_still_compared_with_every_later_one() -> None:
    a, b, d = Cost("a", receipt_number="X-1"), Cost("b", receipt_number="x1", separate_receipt=True), Cost("d")
    d = replace(d, receipt_number="X1")
    found = [(pair.first, pair.second) for pair in twins(replace(FAMILY, costs=(a, b, d)))]
    assert found == [("a", "d"), ("b", "d")]
    assert twins(replace(FAMILY, costs=(a, b, replace(d, separate_receipt=True)))) == ()


def test_who_only_looks_alike_is_settled_by_either() -> None:
    other = replace(TAXI, id="b")
    for pair in ((replace(TAXI, separate_receipt=True), other), (TAXI, replace(other, separate_receipt=True))):
        assert twins(replace(EMPTY, costs=pair)) == ()


def test_the_question_stands_at_the_cost_that_can_answer_it() -> None:
    one, two = Cost("a", receipt_number="X-1"), Cost("b", receipt_number="X-1")
    (pair,) = twins(replace(EMPTY, costs=(one, two)))
    assert (settles(pair, one), settles(pair, two)) == (False, True)
    (pair,) = twins(replace(EMPTY, costs=(TAXI, replace(TAXI, id="b"))))
    assert settles(pair, TAXI)


def test_two_equal_receipts_in_another_currency_are_noticed_without_euro() -> None:
    paid = replace(TAXI, amount=NOT_ASKED, currency="USD", foreign_amount=Decimal(100))
    assert twins(replace(EMPTY, costs=(paid, replace(paid, id="b"))))
    assert twins(replace(EMPTY, costs=(paid, replace(paid, id="b", amount=Money.of(90)))))
    assert not twins(replace(EMPTY, costs=(paid, replace(paid, id="b", currency="CAD"))))
    assert not twins(replace(EMPTY, costs=(paid, replace(paid, id="b", foreign_amount=UNKNOWN))))


def test_what_was_approved_and_nobody_is_known_to_have_paid_does_not_wait_to_be_paid_back() -> None:
    bare = Cost("a", state=CostState.APPROVED)
    assert (outstanding([bare]), promised([bare])) == ((), (bare,))
    for made in (replace(bare, spent_on=date(2026, 4, 2)), replace(bare, receipt=True)):
        assert (outstanding([made]), promised([made])) == ((made,), ())


def test_an_amount_that_the_rate_does_not_give_is_noticed() -> None:
    cost = Cost("a", amount=Money.of("90.91"), currency="USD", foreign_amount=Decimal(100), rate=Decimal("1.1"))
    assert not contradicts_rate(cost)
    assert contradicts_rate(replace(cost, foreign_amount=Decimal(200)))
    assert not contradicts_rate(replace(cost, amount=NOT_ASKED, foreign_amount=Decimal(200)))
    assert not contradicts_rate(replace(cost, rate=NOT_ASKED, foreign_amount=Decimal(200)))


def test_sums_of_amounts_from_before_the_limit_are_no_fault() -> None:
    huge = Money(LIMIT - Decimal("0.01"))
    found = sum_of([Cost("a", amount=huge), Cost("b", amount=huge)])
    assert (found.amount, found.costs) == (huge, 2)


def test_what_waits_to_be_paid_back_was_spent_and_is_not_settled() -> None:
    costs = [Cost(state.value, state=state, receipt=True) for state in CostState] + [Cost("none")]
    assert [cost.id for cost in outstanding(costs)] == ["paid_by_client", "approved"]


@pytest.mark.parametrize(
    ("paid", "rate", "euro"),
    [
        ("65600", "655.957", "100.01"),
        ("0.005", "1", "0.01"),
        ("0.0049", "1", "0"),
        ("100", "0.5", "200"),
        ("0", "655.957", "0"),
    ],
)
def test_another_currency_is_worked_out_to_the_nearest_cent(paid: str, rate: str, euro: str) -> None:
    cost = Cost("a", currency="XOF", foreign_amount=Decimal(paid), rate=Decimal(rate))
    assert in_euro(cost) == Money.of(euro)


@pytest.mark.parametrize(
    ("paid", "rate"),
    [(UNKNOWN, Decimal(1)), (Decimal(1), NOT_ASKED), (Decimal(1), Decimal(0)), (Decimal(1), Decimal(-2))],
)
def test_without_a_usable_amount_and_rate_there_is_no_euro(paid: Decimal, rate: Decimal) -> None:
    assert in_euro(Cost("a", foreign_amount=paid, rate=rate)) is None


def test_a_slip_of_the_pen_in_a_rate_is_no_fault_of_loket() -> None:
    assert in_euro(Cost("a", foreign_amount=Decimal(10**20), rate=Decimal("0.000001"))) is None


@given(COSTS)
def test_what_is_worked_out_is_within_half_a_cent(costs: list[Cost]) -> None:
    for cost in costs:
        euro = in_euro(cost)
        if euro is not None and isinstance(cost.foreign_amount, Decimal) and isinstance(cost.rate, Decimal):
            assert abs(euro.euro * cost.rate - cost.foreign_amount) <= Decimal("0.005") * cost.rate


TAXI = Cost("a", CostKind.TRAVEL_TO_EMBASSY, "p1", amount=Money.of(12), spent_on=date(2026, 4, 2))


@pytest.mark.parametrize(
    ("other", "by"),
    [
        (replace(TAXI, id="b"), Likeness.SAME),
        (replace(TAXI, id="b", person="p2"), None),
        (replace(TAXI, id="b", amount=Money.of("12.01")), None),
        (replace(TAXI, id="b", spent_on=UNKNOWN), None),
        (Cost("b", receipt_number="2026/17 A"), None),
    ],
)
def test_costs_that_look_alike(other: Cost, by: Likeness | None) -> None:
    found = twins(replace(EMPTY, costs=(TAXI, other)))
    assert [pair.by for pair in found] == ([by] if by else [])


def test_one_receipt_number_is_seen_however_it_is_written() -> None:
    case = replace(EMPTY, costs=(Cost("a", receipt_number="2026/17-a"), Cost("b", receipt_number="2026 17A")))
    (pair,) = twins(case)
    assert (pair.by, pair.other("a"), pair.other("b")) == (Likeness.NUMBER, "b", "a")


def test_two_numbers_are_two_receipts() -> None:
    case = replace(EMPTY, costs=(replace(TAXI, receipt_number="1"), replace(TAXI, id="b", receipt_number="2")))
    assert twins(case) == ()


def test_one_scan_under_two_costs_is_seen() -> None:
    at = datetime(2026, 4, 2, tzinfo=UTC)
    scans = tuple(
        Attachment(f"s{about}", AttachmentKind.RECEIPT, "image/png", 9, "ab" * 32, at, "AV", about) for about in "ab"
    )
    case = replace(EMPTY, costs=(Cost("a"), Cost("b"), Cost("c")), attachments=scans)
    assert [(pair.first, pair.second, pair.by) for pair in twins(case)] == [("a", "b", Likeness.SCAN)]


@given(COSTS)
def test_the_pairs_of_one_cost_are_those_of_all_that_it_is_in(costs: list[Cost]) -> None:
    alike = [replace(cost, id=f"c{at}", receipt_number=f"{at % 3}") for at, cost in enumerate(costs)]
    case = replace(EMPTY, costs=tuple(alike))
    for cost in alike:
        assert list(twins_of(case, cost.id)) == [pair for pair in twins(case) if cost.id in (pair.first, pair.second)]
    assert list(twins_of(case, "gone")) == []


@given(COSTS)
def test_a_pair_is_asked_about_once_and_never_of_a_cost_with_itself(costs: list[Cost]) -> None:
    pairs = [frozenset((pair.first, pair.second)) for pair in twins(replace(EMPTY, costs=tuple(costs)))]
    assert len(pairs) == len(set(pairs))
    assert all(len(pair) == 2 for pair in pairs)
