"""The list of cases: filtered, sorted, a page at a time, and counted, all in the database."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import Any

import sqlalchemy as sa

from loket_app.domain.case import Desk
from loket_app.domain.status import OPEN, Status
from loket_app.storage.search import count_words, is_found, only_words
from loket_app.storage.tables import ADVICE_GIVEN, CASE


@dataclass(frozen=True)
class CaseRow:
    """What a list shows of a case. `name` may be empty, `destination` is a country code or None."""

    id: str
    number: str
    name: str
    status: Status
    destination: str | None
    household_size: int
    counsellor: str
    desk: Desk
    opened_on: date
    updated_at: datetime


ROW_COLUMNS = tuple(CASE.c[field.name] for field in fields(CaseRow))


def as_row(row: sa.Row[Any]) -> CaseRow:
    """A row of `ROW_COLUMNS`."""
    return CaseRow(**row._asdict())


@dataclass(frozen=True)
class CaseFilter:
    """Which cases: all of these together. An empty field asks nothing; `destination` may be UNKNOWN_DESTINATION.

    `advised` asks for those in which advice was recorded; `countries` are destinations that `text` may mean as well.
    """

    statuses: frozenset[Status] = frozenset()
    desk: Desk | None = None
    counsellor: str = ""
    destination: str = ""
    opened_from: date | None = None
    opened_until: date | None = None
    text: str = ""
    countries: tuple[str, ...] = ()
    advised: bool = False


UNKNOWN_DESTINATION = "?"


class Column(Enum):
    """What a list can be sorted by; the value is the column."""

    NUMBER = "number"
    NAME = "sort_name"
    STATUS = "status"
    DESTINATION = "destination"
    HOUSEHOLD_SIZE = "household_size"
    COUNSELLOR = "counsellor"
    DESK = "desk"
    OPENED_ON = "opened_on"
    UPDATED_AT = "updated_at"


@dataclass(frozen=True)
class Sort:
    """By which column, and which way. Equal ones keep a fixed order."""

    by: Column = Column.UPDATED_AT
    descending: bool = True


@dataclass(frozen=True)
class Counts:
    """How many cases, in breakdowns that each add up to `total`; None stands for a destination not known."""

    total: int
    open: int
    by_status: tuple[tuple[Status, int], ...]
    by_desk: tuple[tuple[Desk, int], ...]
    by_destination: tuple[tuple[str | None, int], ...]


def page(connection: sa.Connection, chosen: CaseFilter, sort: Sort, offset: int, limit: int) -> tuple[CaseRow, ...]:
    """Some rows of the list."""
    query = sa.select(*ROW_COLUMNS).where(*_conditions(connection, chosen)).order_by(*_order(sort))
    query = query.offset(offset).limit(limit)
    return tuple(as_row(row) for row in connection.execute(query))


def count(connection: sa.Connection, chosen: CaseFilter) -> int:
    """How many rows the list has."""
    if chosen == CaseFilter(text=chosen.text) and only_words(connection, chosen.text):
        return count_words(connection, chosen.text)
    query = sa.select(sa.func.count()).select_from(CASE).where(*_conditions(connection, chosen))
    return connection.execute(query).scalar_one()


def _order(sort: Sort) -> tuple[sa.ColumnElement[Any], ...]:
    columns = (CASE.c[sort.by.value], CASE.c.id)
    return tuple(column.desc() if sort.descending else column.asc() for column in columns)


def _conditions(connection: sa.Connection, chosen: CaseFilter) -> list[sa.ColumnElement[bool]]:
    columns = CASE.c
    asked: tuple[tuple[Callable[[Any, Any], Any], sa.Column[Any], Any], ...] = (
        (operator.eq, columns.desk, chosen.desk),
        (operator.eq, columns.counsellor, chosen.counsellor),
        (operator.ge, columns.opened_on, chosen.opened_from),
        (operator.le, columns.opened_on, chosen.opened_until),
    )
    found = [compare(column, value) for compare, column, value in asked if value]
    if chosen.statuses:
        found.append(columns.status.in_(sorted(chosen.statuses, key=lambda status: status.value)))
    if chosen.destination:
        known = chosen.destination != UNKNOWN_DESTINATION
        found.append(columns.destination == chosen.destination if known else columns.destination.is_(None))
    if chosen.advised:
        found.append(columns.id.in_(sa.select(ADVICE_GIVEN.c.case_id)))
    if chosen.text.strip():
        found.append(
            sa.or_(is_found(connection, chosen.text), *(columns.destination == code for code in chosen.countries))
        )
    return found


def counts(connection: sa.Connection) -> Counts:
    """Cases by status, by desk, by destination."""
    by_status = _by(connection, CASE.c.status)
    return Counts(
        total=sum(number for _, number in by_status),
        open=sum(number for status, number in by_status if status in OPEN),
        by_status=by_status,
        by_desk=_by(connection, CASE.c.desk),
        by_destination=_by(connection, CASE.c.destination),
    )


def _by(connection: sa.Connection, column: sa.Column[Any]) -> tuple[tuple[Any, int], ...]:
    rows = connection.execute(sa.select(column, sa.func.count()).group_by(column))
    return tuple(sorted(((value, number) for value, number in rows), key=lambda row: (-row[1], str(row[0]))))
