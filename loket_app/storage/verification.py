"""Looks at a whole store: every page, row, case and scan, and whether the log tells of the cases that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2

from loket_app.domain.case import Case
from loket_app.storage.attachments import altered
from loket_app.storage.cases import derived
from loket_app.storage.changelog import History, read_histories
from loket_app.storage.engine import driver
from loket_app.storage.loading import load_cases
from loket_app.storage.search import words_of
from loket_app.storage.tables import CASE, CASE_TEXT

AT_ONCE = 200
UNREADABLE = (ValueError, LookupError, TypeError, ArithmeticError)
"""What rows that make no case raise when they are read."""

Progress = Callable[[int, int], None]


class Fault(Enum):
    """What can be wrong with a store."""

    UNREADABLE_PAGE = "unreadable_page"
    BROKEN_TABLE = "broken_table"
    LOOSE_ROW = "loose_row"
    BROKEN_INDEX = "broken_index"
    UNREADABLE_CASE = "unreadable_case"
    LOG_DIFFERS = "log_differs"
    LIST_DIFFERS = "list_differs"
    SCAN_DIFFERS = "scan_differs"
    UNREADABLE_FIGURE = "unreadable_figure"


@dataclass(frozen=True)
class Finding:
    """One fault, and where: a page, a table or a case's id. Neutral: no names, no answers."""

    fault: Fault
    where: str


@dataclass(frozen=True)
class Verification:
    """What was looked at and what was found."""

    cases: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def unfollowed(done: int, total: int) -> None:
    """Progress that nobody follows."""


def verify(engine: sa.Engine, progress: Progress = unfollowed) -> Verification:
    """Every page and every case. `progress` hears how many cases of how many are done; what it raises ends the work."""
    findings = list(_of_file(driver(engine)))
    if findings:
        return Verification(0, tuple(findings))
    with engine.connect() as connection:
        ids = connection.execute(sa.select(CASE.c.id).order_by(CASE.c.id)).scalars().all()
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            findings.extend(_of_cases(connection, some))
            findings.extend(Finding(Fault.SCAN_DIFFERS, where) for where in altered(connection, some))
            progress(min(start + AT_ONCE, len(ids)), len(ids))
    return Verification(len(ids), tuple(findings))


def _of_file(connection: Any) -> Iterator[Finding]:
    """What SQLite and SQLCipher themselves find."""
    try:
        yield from (
            Finding(Fault.UNREADABLE_PAGE, text) for (text,) in connection.execute("PRAGMA cipher_integrity_check")
        )
        checks = [text for (text,) in connection.execute("PRAGMA integrity_check")]
        yield from (Finding(Fault.BROKEN_TABLE, text) for text in checks if text != "ok")
        yield from (Finding(Fault.LOOSE_ROW, row[0]) for row in connection.execute("PRAGMA foreign_key_check"))
    except sqlcipher3.dbapi2.DatabaseError as error:
        yield Finding(Fault.UNREADABLE_PAGE, error.sqlite_errorname)
        return
    try:
        connection.execute("INSERT INTO case_words(case_words, rank) VALUES ('integrity-check', 1)")
    except sqlcipher3.dbapi2.DatabaseError:
        yield Finding(Fault.BROKEN_INDEX, "case_words")


def _of_cases(connection: sa.Connection, ids: Sequence[str]) -> Iterator[Finding]:
    """Cases that can't be read, whose log tells another story, or whose line in the list is wrong."""
    try:
        cases = load_cases(connection, ids)
        histories = read_histories(connection, ids)
    except UNREADABLE:
        yield from _one_by_one(connection, ids)
        return
    listed = _listed(connection, ids)
    for case_id, case in cases.items():
        if not _tells(histories.get(case_id), case):
            yield Finding(Fault.LOG_DIFFERS, case_id)
        if listed.get(case_id) != {**derived(case), "words": words_of(case)}:
            yield Finding(Fault.LIST_DIFFERS, case_id)


def _one_by_one(connection: sa.Connection, ids: Sequence[str]) -> Iterator[Finding]:
    """Find those that can't be read, and look at the others."""
    if len(ids) == 1:
        yield Finding(Fault.UNREADABLE_CASE, ids[0])
    else:
        for case_id in ids:
            yield from _of_cases(connection, [case_id])


def _tells(history: History | None, case: Case) -> bool:
    try:
        return history is not None and history.replay() == case
    except UNREADABLE:
        return False


def _listed(connection: sa.Connection, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What the lists know of each case."""
    names = ("status", "name", "sort_name", "destination", "household_size")
    query = (
        sa.select(CASE.c.id, *(CASE.c[name] for name in names), CASE_TEXT.c.words)
        .outerjoin(CASE_TEXT, CASE_TEXT.c.case_id == CASE.c.id)
        .where(CASE.c.id.in_(ids))
    )
    rows = map(dict, connection.execute(query).mappings())
    return {row.pop("id"): row for row in rows}
