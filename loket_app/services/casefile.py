"""A case file at the counter: read, written and advised on. The command line and the screens share these."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from loket_app.domain.advice import Advice, advise
from loket_app.domain.case import Case
from loket_app.domain.tables import RuleTables
from loket_app.exchange.casefile import ENDING, read_case, write_case
from loket_app.exchange.errors import CaseFileError
from loket_app.services.clock import Clock

__all__ = ["ENDING", "CaseFileError", "advise_case", "case_file_schema", "read_case", "rule_tables", "write_case"]


def advise_case(
    case: Case, departure: date | None = None, *, tables: RuleTables | None = None, clock: Clock | None = None
) -> Advice:
    """The advice for a departure date; without one, for the one that is wished. By the tables of Loket unless others are given."""
    return advise(case, tables or rule_tables(), today=(clock or Clock()).today(), departure=departure)


@cache
def rule_tables() -> RuleTables:
    """The tables that Loket carries, read once."""
    from loket_app.rules import load_tables  # noqa: PLC0415  late: reading a case needs no tables

    return load_tables()


def case_file_schema() -> dict[str, Any]:
    """The JSON Schema of the case file."""
    from loket_app.exchange.schema import case_schema  # noqa: PLC0415  late: only who asks needs it

    return case_schema()
