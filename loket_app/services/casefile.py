"""A case file at the counter: read, written and advised on. The command line and the screens share these."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from loket_app.domain.advice import Advice, advise
from loket_app.domain.case import Case
from loket_app.domain.departing import departure_day, premium_paid
from loket_app.domain.tables import RuleTables
from loket_app.exchange.casefile import ENDING, read_case, write_case
from loket_app.exchange.errors import CaseFileError
from loket_app.services.clock import Clock

__all__ = [
    "ENDING",
    "CaseFileError",
    "advise_case",
    "advise_leaving",
    "case_file_schema",
    "read_case",
    "rule_tables",
    "write_case",
]


def advise_case(
    case: Case, departure: date | None = None, *, tables: RuleTables | None = None, clock: Clock | None = None
) -> Advice:
    """The advice for a departure date; without one, for the one that is wished. By the tables of Loket unless others are given."""
    return advise(case, tables or rule_tables(), today=(clock or Clock()).today(), departure=departure)


def advise_leaving(case: Case, given: Advice, on: Callable[[Case, date], Advice]) -> Advice:
    """The advice for the day on which they left, where a premium was paid and that is another day; else the one given.

    A premium is held against the estimate for that day, which is seldom the wished one. `on` advises for a day by the
    same tables as `given`: a day is advised on only where there is something to hold against it, for it takes its time.
    """
    left = departure_day(case)
    asks = left is not None and left != given.departure and premium_paid(case, ()) is not None
    return on(case, left) if left is not None and asks else given


@cache
def rule_tables() -> RuleTables:
    """The tables that Loket carries, read once."""
    from loket_app.rules import load_tables  # noqa: PLC0415  late: reading a case needs no tables

    return load_tables()


def case_file_schema() -> dict[str, Any]:
    """The JSON Schema of the case file."""
    from loket_app.exchange.schema import case_schema  # noqa: PLC0415  late: only who asks needs it

    return case_schema()
