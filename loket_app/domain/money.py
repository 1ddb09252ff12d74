"""Euro amounts, exact to the cent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True, order=True)
class Money:
    """An amount in euro, held as a Decimal with two places. Raises ValueError for a fraction of a cent."""

    euro: Decimal

    def __post_init__(self) -> None:
        if not isinstance(self.euro, Decimal):
            raise TypeError("money is Decimal, never float")
        if not self.euro.is_finite() or self.euro != self.euro.quantize(CENT):
            raise ValueError(f"not an amount in euro and cents: {self.euro}")
        object.__setattr__(self, "euro", self.euro.quantize(CENT))

    @classmethod
    def of(cls, euro: int | str | Decimal) -> Money:
        """From a whole number of euro or a decimal text such as `12.50`."""
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

    def __mul__(self, times: int) -> Money:
        return Money(self.euro * times)

    def __str__(self) -> str:
        return f"{self.euro:.2f}"


ZERO = Money(Decimal(0))
