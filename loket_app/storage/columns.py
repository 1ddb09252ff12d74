"""How a value of a case is kept in a column: dates as ISO text, money as cents, enums as their checked values."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import sqlalchemy as sa

from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate

ENUM_WIDTH = 40


class Cents(sa.TypeDecorator[Money]):
    """An amount as a whole number of cents."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: Money | None, _dialect: sa.Dialect) -> int | None:
        """To the column."""
        return None if value is None else value.in_cents

    def process_result_value(self, value: Any, _dialect: sa.Dialect) -> Money | None:
        """From the column."""
        return None if value is None else Money.cents(value)


class Figure(sa.TypeDecorator[Decimal]):
    """A number such as a rate, as text: no column of a double may round it."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _dialect: sa.Dialect) -> str | None:
        """To the column."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any, _dialect: sa.Dialect) -> Decimal | None:
        """From the column."""
        return None if value is None else Decimal(value)


class PartialDateText(sa.TypeDecorator[PartialDate]):
    """A date of which a part may be known, as it is written: `~1987`, `1987-04`."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, _dialect: sa.Dialect) -> str | None:
        """To the column."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any, _dialect: sa.Dialect) -> PartialDate | None:
        """From the column."""
        return None if value is None else PartialDate.parse(value)


class Moment(sa.TypeDecorator[datetime]):
    """A moment in UTC as ISO text, which sorts as time does."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: sa.Dialect) -> str | None:
        """To the column. Raises ValueError for a moment without a time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC).isoformat()

    def process_result_value(self, value: Any, _dialect: sa.Dialect) -> datetime | None:
        """From the column."""
        return None if value is None else datetime.fromisoformat(value)


def enum_column(kind: type[Enum], name: str) -> sa.Enum:
    """The values of an enum as text, with a CHECK called `name`."""
    return sa.Enum(
        kind,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        create_constraint=True,
        length=ENUM_WIDTH,
        name=name,
    )


def column_type(kind: type[Any], name: str) -> sa.types.TypeEngine[Any]:
    """The column type for a scalar of the domain; a CHECK that it needs is called `name`."""
    if issubclass(kind, Enum):
        return enum_column(kind, name)
    if kind is bool:
        return sa.Boolean(create_constraint=True, name=name)
    return _PLAIN[kind]()


_PLAIN: dict[type[Any], type[sa.types.TypeEngine[Any]]] = {
    str: sa.Text,
    int: sa.Integer,
    date: sa.Date,
    datetime: Moment,
    PartialDate: PartialDateText,
    Money: Cents,
    Decimal: Figure,
}
