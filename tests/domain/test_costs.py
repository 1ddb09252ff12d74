"""Sums of costs: exact, complete, and honest about what has no amount."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN
from loket_app.domain.costs import CostSum, sum_of, sums_by
from loket_app.domain.money import ZERO, Money
from loket_app.domain.travel import Cost, CostKind, CostState

AMOUNTS = st.one_of(st.integers(0, 10**7).map(Money.cents), st.sampled_from([NOT_ASKED, UNKNOWN, DECLINED]))
COSTS = st.lists(
    st.builds(
        Cost,
        id=st.uuids().map(str),
        amount=AMOUNTS,
        state=st.one_of(st.sampled_from(CostState), st.just(NOT_ASKED)),
        kind=st.one_of(st.sampled_from(CostKind), st.just(UNKNOWN)),
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
    for parts in (sums_by(costs, lambda cost: cost.state), sums_by(costs, lambda cost: cost.kind)):
        assert sum((part.amount for part in parts.values()), ZERO) == whole.amount
        assert sum(part.costs for part in parts.values()) == len(costs)
        assert sum(part.without_amount for part in parts.values()) == whole.without_amount
