"""Euro amounts are exact, and nothing that is no amount becomes one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.money import DESK_LIMIT, LIMIT, ZERO, Money

amounts = st.integers(-(10**12), 10**12).map(Money.cents)


@given(st.integers(-(10**11) + 1, 10**11 - 1))
def test_cents_come_back(cents: int) -> None:
    assert Money.cents(cents).in_cents == cents
    assert Money.of(str(Money.cents(cents))) == Money.cents(cents)


@given(st.lists(amounts, max_size=20), st.integers(0, 50))
def test_sums_and_products_are_exact(many: list[Money], times: int) -> None:
    assert sum(many, ZERO).in_cents == sum(money.in_cents for money in many)
    assert [(money * times).in_cents for money in many] == [money.in_cents * times for money in many]


@given(amounts, amounts)
def test_amounts_compare_as_numbers(one: Money, other: Money) -> None:
    assert (one < other) == (one.in_cents < other.in_cents)
    assert (one == other) == (one.in_cents == other.in_cents)


@pytest.mark.parametrize(("text", "shown"), [("12.5", "12.50"), ("350", "350.00"), ("-3.20", "-3.20"), ("-0", "0.00")])
def test_amounts_are_written_with_two_places(text: str, shown: str) -> None:
    assert str(Money.of(text)) == shown


@pytest.mark.parametrize(
    "text", ["", "12,50", "1_000", " 5", "5 ", "1e3", "NaN", "Infinity", "12.505", "five", "١٢", "+5"]
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Money.of(text)


@pytest.mark.parametrize("euro", ["NaN", "Infinity", "-Infinity", "0.001", "1E+40", str(LIMIT), str(-LIMIT)])
def test_what_is_no_amount_of_cents_is_refused(euro: str) -> None:
    with pytest.raises(ValueError):
        Money(Decimal(euro))


@pytest.mark.parametrize("euro", ["1000000000", "-1000000000.00", "999999999999999.99", "9999999999999999"])
def test_what_is_read_stays_below_what_a_desk_pays(euro: str) -> None:
    assert Money.of("999999999.99").euro < DESK_LIMIT
    with pytest.raises(ValueError):
        Money.of(euro)


def test_a_float_is_never_money() -> None:
    with pytest.raises(TypeError):
        Money(12.5)  # type: ignore[arg-type]  # what a careless caller does


def test_the_largest_amount_fits_into_64_bits() -> None:
    largest = Money(LIMIT - Decimal("0.01"))
    assert largest.in_cents < 2**63
    assert str(largest + Money.of("-0.01")) == "999999999999999.98"
