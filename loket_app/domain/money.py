"""Euro amounts, exact to the cent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

CENT = Decimal("0.01")
LIMIT = Decimal(10) ** 15
"""Amounts and their sums stay below, so that their cents fit into 64 bits and every sum of them is exact."""

DESK_LIMIT = Decimal(10) ** 9
"""What is typed or read stays below, as in the tables of rules: nine figures before the comma are more than any desk pays,
and a million of them still make a sum."""

_TEXT = re.compile(r"-?\d+(\.\d{1,2})?", re.ASCII)


@dataclass(frozen=True, order=True)
class Money:
    """An amount in euro, held as a Decimal with two places.

    Raises ValueError for a fraction of a cent, for what is no number, and from `LIMIT` on.
    """

    euro: Decimal

    def __post_init__(self) -> None:
        if not isinstance(self.euro, Decimal):
            raise TypeError("money is Decimal, never float")
        if not self.euro.is_finite() or abs(self.euro) >= LIMIT or self.euro != self.euro.quantize(CENT):
            raise ValueError(f"not an amount in euro and cents: {self.euro}")
        object.__setattr__(self, "euro", self.euro.quantize(CENT) + 0)  # + 0: no amount is minus nothing

    @classmethod
    def of(cls, euro: int | str | Decimal) -> Money:
        """From a whole number of euro or a decimal text such as `12.50`.

        Raises ValueError for any other text, and from `DESK_LIMIT` on.
        """
        if isinstance(euro, str) and not _TEXT.fullmatch(euro):
            raise ValueError(f"not an amount: {euro!r}")
        if abs(Decimal(euro)) >= DESK_LIMIT:
            raise ValueError(f"more than any desk pays: {euro}")
        return cls(Decimal(euro))

    @classmethod
    def cents(cls, cents: int) -> Money:
        """From a number of cents, as a store keeps it."""
        return cls(Decimal(cents) * CENT)

    @property
    def in_cents(self) -> int:
        """The same amount in cents."""
        return int(self.euro / CENT)

    def __add__(self, other: Money) -> Money:
        return Money(self.euro + other.euro)

    def __sub__(self, other: Money) -> Money:
        return Money(self.euro - other.euro)

    def __mul__(self, times: int) -> Money:
        return Money(self.euro * times)

    def __str__(self) -> str:
        return f"{self.euro:.2f}"


ZERO = Money(Decimal(0))
