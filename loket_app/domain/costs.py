"""Sums of costs that always add up, with what has no amount counted apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from loket_app.domain.answers import known
from loket_app.domain.money import ZERO, Money
from loket_app.domain.travel import Cost

K = TypeVar("K")


@dataclass(frozen=True)
class CostSum:
    """The sum of some costs; `without_amount` of them have none and are not in it."""

    amount: Money
    costs: int
    without_amount: int


def sum_of(costs: Iterable[Cost]) -> CostSum:
    """Add up costs."""
    costs = list(costs)
    amounts = [cost.amount for cost in costs if known(cost.amount)]
    return CostSum(sum(amounts, ZERO), len(costs), len(costs) - len(amounts))


def sums_by(costs: Sequence[Cost], key: Callable[[Cost], K]) -> dict[K, CostSum]:
    """Sums by kind, state or person, in order of first appearance; they add up to the sum of all."""
    groups: dict[K, list[Cost]] = {}
    for cost in costs:
        groups.setdefault(key(cost), []).append(cost)
    return {group: sum_of(found) for group, found in groups.items()}
