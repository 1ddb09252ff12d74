"""The cases of a store, within one unit of work. Cases are added and changed; only sample stories are ever deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from loket_app.domain.answers import or_none
from loket_app.domain.case import Case, Desk, display_name
from loket_app.domain.changes import Change, NoSuchPlace, apply_all
from loket_app.domain.spelling import fold
from loket_app.domain.status import ASIDE, OPEN
from loket_app.storage.agenda import forget
from loket_app.storage.changelog import Added, read_changes, read_histories, write_added, write_changes
from loket_app.storage.errors import CaseExists, NoSuchCase, NumberTaken
from loket_app.storage.listing import ROW_COLUMNS, CaseFilter, CaseRow, Counts, Sort, as_row, count, counts, page
from loket_app.storage.loading import load_cases
from loket_app.storage.rows import execute, writes
from loket_app.storage.samples import remove_cases
from loket_app.storage.search import search_ids, write_words
from loket_app.storage.tables import CASE

EVERYTHING = CaseFilter()
NEWEST_FIRST = Sort()
_FIXED = ("id", "revision")
_SERIAL_WIDTH = 4
_FOR_ADVICE = frozenset(("household", "stay", "wish", "advice"))


class Cases:
    """Reads and writes cases on a connection that its unit of work owns."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def add(self, case: Case, by: str, at: datetime) -> None:
        """Put in a new case, as it is, revision included. Raises CaseExists, NumberTaken."""
        if self._one(CASE.c.id, CASE.c.id == case.id):
            raise CaseExists(case.id)
        self._refuse_taken(case)
        execute(self._connection, writes(None, case, {**derived(case), "updated_at": at}))
        write_added(self._connection, case, by, at)
        write_words(self._connection, None, case)

    def load(self, case_id: str) -> Case:
        """The case as it stands. Raises NoSuchCase."""
        return self.load_many([case_id])[0]

    def load_many(self, case_ids: Sequence[str]) -> tuple[Case, ...]:
        """Several cases at the price of one question per table, in the order asked. Raises NoSuchCase."""
        found = load_cases(self._connection, case_ids)
        for case_id in case_ids:
            if case_id not in found:
                raise NoSuchCase(case_id)
        return tuple(found[case_id] for case_id in case_ids)

    def load_for_advice(self, case_ids: Sequence[str]) -> tuple[Case, ...]:
        """As much of several cases as advice needs: people, stay, wish, advice given. Quicker than whole ones."""
        found = load_cases(self._connection, case_ids, _FOR_ADVICE)
        return tuple(found[case_id] for case_id in case_ids if case_id in found)

    def record(self, changes: Sequence[Change]) -> Case:
        """Make the changes of one case, in order, and log them; gives the case after the last.

        Raises NoSuchCase, NumberTaken, and of the domain Conflict when the stored case is not what a change expects,
        and NoSuchPlace.
        """
        old = self.load(changes[0].case)
        for change in changes:
            _refuse_fixed(change, old.id)
        new = apply_all(old, changes)
        if new.number != old.number:
            self._refuse_taken(new)
        before = derived(old)
        now = {name: value for name, value in derived(new).items() if before[name] != value}
        execute(self._connection, writes(old, new, {**now, "updated_at": changes[-1].at}))
        write_changes(self._connection, changes, old.revision + 1)
        write_words(self._connection, old, new)
        if new.status not in OPEN | ASIDE:
            forget(self._connection, [new.id])
        return new

    def has(self, case_id: str, number: str) -> bool:
        """Whether a case of this id has this number."""
        return bool(self._one(CASE.c.id, sa.and_(CASE.c.id == case_id, CASE.c.number == number)))

    def remove_samples(self, case_ids: Sequence[str]) -> None:
        """Delete the cases of sample stories, with all that hangs on them."""
        remove_cases(self._connection, case_ids)

    def log(self, case_id: str) -> tuple[Change, ...]:
        """Every change since the case was added, oldest first."""
        return read_changes(self._connection, case_id)

    def added(self, case_id: str) -> Added:
        """The case as it was added, by whom and when. Raises NoSuchCase."""
        found = read_histories(self._connection, [case_id])
        if case_id not in found:
            raise NoSuchCase(case_id)
        return found[case_id].added

    def page(
        self, chosen: CaseFilter = EVERYTHING, sort: Sort = NEWEST_FIRST, offset: int = 0, limit: int = 100
    ) -> tuple[CaseRow, ...]:
        """Some rows of the list of cases."""
        return page(self._connection, chosen, sort, offset, limit)

    def count(self, chosen: CaseFilter = EVERYTHING) -> int:
        """How many rows the list of cases has."""
        return count(self._connection, chosen)

    def counts(self) -> Counts:
        """Cases by status, by desk, by destination."""
        return counts(self._connection)

    def search(self, text: str, limit: int = 20) -> tuple[CaseRow, ...]:
        """The best finds, the best first: by number, name in any script, identifier, telephone, destination."""
        ids = search_ids(self._connection, text, limit)
        rows = self._connection.execute(sa.select(*ROW_COLUMNS).where(CASE.c.id.in_(ids)))
        by_id = {row.id: as_row(row) for row in rows}
        return tuple(by_id[case_id] for case_id in ids)

    def next_number(self, desk: Desk, year: int, claimed: Collection[str] = ()) -> str:
        """The first free number of a desk in a year: `GNT-2026-0017`. Free until this unit of work ends.

        `claimed` are numbers of cases that could not be written yet.
        """
        start = f"{desk.value}-{year}-"
        numbers = self._connection.execute(
            sa.select(CASE.c.number)
            .where(CASE.c.number >= start + "0", CASE.c.number < start + ":")
            .order_by(sa.func.length(CASE.c.number).desc(), CASE.c.number.desc())
        ).scalars()
        last = max(next(_serials(numbers, start), 0), *_serials(claimed, start), 0)
        return f"{start}{last + 1:0{_SERIAL_WIDTH}d}"

    def _refuse_taken(self, case: Case) -> None:
        if self._one(CASE.c.id, CASE.c.number == case.number):
            raise NumberTaken(case.id, case.number)

    def _one(self, column: sa.Column[Any], condition: sa.ColumnElement[bool]) -> Any:
        return self._connection.execute(sa.select(column).where(condition)).scalar()


def _serials(numbers: Iterable[str], start: str) -> Iterator[int]:
    ends = (number.removeprefix(start) for number in numbers if number.startswith(start))
    return (int(end) for end in ends if end.isascii() and end.isdecimal())


def derived(case: Case) -> dict[str, Any]:
    """What the case's row keeps for lists and counts, besides its own answers."""
    applicant = case.applicant
    name = display_name(applicant) if applicant else ""
    return {
        "status": case.status,
        "name": name,
        "sort_name": fold(name),
        "destination": or_none(case.wish.destination),
        "household_size": len(case.household),
    }


def _refuse_fixed(change: Change, case_id: str) -> None:
    """What names a case, an item or a state of the case is no answer: nobody changes it."""
    if change.case != case_id or change.path.rpartition("/")[2] in _FIXED:
        raise NoSuchPlace(change.path)
