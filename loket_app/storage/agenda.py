"""The days to watch of all cases that are not closed, kept so that one question finds what is due.

They are a copy of what the cases say. Which ones are behind their case, or were made by other rules, the store can tell;
they are then worked out anew. Nothing is lost when they go. Those of a case that is closed go with the change that closes
it, so that no question about days has to look for closed cases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from loket_app.domain.agenda_items import AgendaItem, AgendaKind
from loket_app.domain.case import Case
from loket_app.domain.conversation import TalkState
from loket_app.domain.status import ASIDE, OPEN, Status
from loket_app.domain.travel import DocumentState
from loket_app.storage.loading import load_cases
from loket_app.storage.tables import AGENDA, AGENDA_ITEM, CASE, CASES

_APPOINTMENT = CASES.children["appointments"].table
_PARTS = frozenset(CASES.children) - {"contact", "costs", "journey", "consents", "advice", "attachments", "said_right"}
_OPEN = sorted(OPEN, key=lambda status: status.value)
_WATCHED = sorted(OPEN | ASIDE, key=lambda status: status.value)
_ASIDE = sorted(ASIDE, key=lambda status: status.value)


def _of(name: str) -> sa.FromClause:
    return CASES.children[name].table


_ARRANGED = (
    *(_of(name).c.case_id == CASE.c.id for name in ("appointments", "waits", "handovers")),
    sa.and_(_of("conversations").c.case_id == CASE.c.id, _of("conversations").c.state == TalkState.PLANNED),
    sa.and_(_of("documents").c.case_id == CASE.c.id, _of("documents").c.state == DocumentState.REQUESTED),
    sa.and_(_of("departure").c.case_id == CASE.c.id, _of("departure").c.leaves_on.is_not(None)),
    CASES.children["plan"].children["reports"].table.c.case_id == CASE.c.id,
)
"""Without any of these nothing was arranged. With one, the case itself says whether it still stands."""


@dataclass(frozen=True)
class AgendaRow:
    """A day to watch with its case: `name` may be empty, `at` is the hour of an appointment as it was typed.

    `status` is that of the case: what was arranged stands when somebody withdraws, and is told with that word.
    """

    item: AgendaItem
    case_id: str
    number: str
    name: str
    counsellor: str
    status: Status
    at: str | None


@dataclass(frozen=True)
class AgendaFilter:
    """Which days: from `first` until `last`, `undated` those without a day as well; of some kinds; of one counsellor.

    An empty field asks nothing. Those with a ref of `behind` come after all others.
    """

    first: date | None = None
    last: date | None = None
    undated: bool = False
    kinds: frozenset[AgendaKind] = frozenset()
    counsellor: str = ""
    behind: frozenset[str] = frozenset()


def forget(connection: sa.Connection, case_ids: Sequence[str]) -> None:
    """Keep no days of these cases."""
    for table in (AGENDA_ITEM, AGENDA):
        connection.execute(sa.delete(table).where(table.c.case_id.in_(case_ids)))


class Agenda:
    """Reads and writes the days to watch on a connection that its unit of work owns."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def stale(self, rules: str, aside: str) -> tuple[str, ...]:
        """The watched cases whose days are not of what the case says now, or not by these rules.

        `aside` are the rules for cases beside the road in which no term runs; where one does, they are as for the others.
        """
        by = sa.case((sa.and_(AGENDA.c.rules == aside, CASE.c.status.in_(_ASIDE)), aside), else_=rules)
        behind = sa.or_(AGENDA.c.case_id.is_(None), AGENDA.c.revision != CASE.c.revision, AGENDA.c.rules != by)
        query = sa.select(CASE.c.id).join(AGENDA, AGENDA.c.case_id == CASE.c.id, isouter=True)
        return tuple(self._connection.execute(query.where(CASE.c.status.in_(_WATCHED), behind)).scalars())

    def settle(self, aside: str, since: date) -> None:
        """Keep, all at once, that cases beside the road have no days where nothing was ever arranged: unread.

        `aside` are the rules by which that is so; no term can run in a case that tells of no day from `since` on.
        """
        kept = sa.exists().where(AGENDA.c.case_id == CASE.c.id)
        nothing = [~sa.exists().where(condition) for condition in (*_ARRANGED, *_told_since(since))]
        bare = sa.select(CASE.c.id, CASE.c.revision, sa.literal(aside))
        bare = bare.where(CASE.c.status.in_(_ASIDE), ~kept, *nothing)
        self._connection.execute(sa.insert(AGENDA).from_select(["case_id", "revision", "rules"], bare))

    def load(self, case_ids: Sequence[str]) -> tuple[Case, ...]:
        """As much of these cases as the agenda needs. Quicker than whole ones."""
        found = load_cases(self._connection, case_ids, _PARTS)
        return tuple(found[case_id] for case_id in case_ids if case_id in found)

    def put(self, found: Mapping[str, tuple[int, Sequence[AgendaItem]]], rules: str) -> None:
        """Keep the days of some cases of which none are kept, each with the revision that they were worked out from."""
        heads = [{"case_id": case, "revision": revision, "rules": rules} for case, (revision, _) in found.items()]
        rows = [_row(case, n, item) for case, (_, items) in found.items() for n, item in enumerate(items)]
        for table, of_table in ((AGENDA, heads), (AGENDA_ITEM, rows)):
            if of_table:
                self._connection.execute(sa.insert(table), of_table)

    def drop(self, case_ids: Sequence[str]) -> None:
        """Forget the days of some cases."""
        forget(self._connection, case_ids)

    def page(self, chosen: AgendaFilter, offset: int, limit: int) -> tuple[AgendaRow, ...]:
        """Some of the days, the earliest first, appointments of a day by their hour; what has no day by its beginning."""
        item = AGENDA_ITEM.c
        at = sa.and_(_APPOINTMENT.c.case_id == item.case_id, "appointments/" + _APPOINTMENT.c.id == item.ref)
        days = sa.select(AGENDA_ITEM, _APPOINTMENT.c.at).select_from(AGENDA_ITEM.outerjoin(_APPOINTMENT, at))
        days = days.where(*_conditions(chosen)).order_by(*_order(days.selected_columns, chosen))
        some = days.offset(offset).limit(limit).subquery("some")  # the cases of these alone are looked up
        query = sa.select(some, CASE.c.number, CASE.c.name, CASE.c.counsellor, CASE.c.status)
        query = query.join(CASE, CASE.c.id == some.c.case_id).order_by(*_order(some.c, chosen))
        return tuple(_read(row) for row in self._connection.execute(query))

    def count(self, chosen: AgendaFilter) -> int:
        """How many days there are."""
        query = sa.select(sa.func.count()).select_from(AGENDA_ITEM).where(*_conditions(chosen))
        return self._connection.execute(query).scalar_one()

    def by_day(self, chosen: AgendaFilter) -> Mapping[date, Mapping[AgendaKind, int]]:
        """For each day how many of each kind; days with none are left out."""
        item = AGENDA_ITEM.c
        query = (
            sa.select(item.on, item.kind, sa.func.count())
            .where(item.on.is_not(None), *_conditions(chosen))
            .group_by(item.on, item.kind)
            .order_by(item.on)
        )
        found: dict[date, dict[AgendaKind, int]] = {}
        for on, kind, number in self._connection.execute(query):
            found.setdefault(on, {})[AgendaKind(kind)] = number
        return found


def _told_since(day: date) -> list[sa.ColumnElement[bool]]:
    """Where a case tells of a day from which a term may still run."""
    stay = CASES.children["stay"]
    dated = {
        stay.table: ("otp_arrived_on", "otp_agreed_on", "otp_ended_on"),
        stay.children["decisions"].table: ("decided_on", "notified_on", "hearing_on"),
        stay.children["orders"].table: ("notified_on", "leave_by"),
        stay.children["extensions"].table: ("answered_on", "until"),
    }
    return [
        sa.and_(table.c.case_id == CASE.c.id, sa.or_(*(table.c[name] >= day for name in names)))
        for table, names in dated.items()
    ]


def _order(columns: sa.ColumnCollection[str, Any], chosen: AgendaFilter) -> list[sa.ColumnElement[Any]]:
    by_hour = [columns.at.is_(None), sa.func.length(columns.at), columns.at]
    order = [columns.on, *by_hour, columns.opens_on, columns.case_id, columns.position]
    return [columns.ref.in_(sorted(chosen.behind)), *order] if chosen.behind else order


def _conditions(chosen: AgendaFilter) -> list[sa.ColumnElement[bool]]:
    item = AGENDA_ITEM.c
    days = _days(chosen)
    if chosen.undated:  # every day that is not outside: "or without a day" would be looked up day by day
        found = [sa.not_(sa.and_(item.on.is_not(None), sa.not_(day))) for day in days]
    else:
        found = [item.on.is_not(None), *days]
    if chosen.kinds:
        found.append(item.kind.in_(sorted(kind.value for kind in chosen.kinds)))
    if chosen.counsellor:
        theirs = sa.select(CASE.c.id).where(CASE.c.counsellor == chosen.counsellor)  # read once, from an index
        found.append(item.case_id.concat("").in_(theirs))  # not by its own index: that of the days leads
    return found


def _days(chosen: AgendaFilter) -> list[sa.ColumnElement[bool]]:
    on = AGENDA_ITEM.c.on
    first = [on >= chosen.first] if chosen.first else []
    return [*first, on <= chosen.last] if chosen.last else first


def _row(case_id: str, position: int, item: AgendaItem) -> dict[str, Any]:
    days = {"on": item.on, "opens_on": item.opens_on}
    return {"case_id": case_id, "position": position, "kind": item.kind.value, "ref": item.ref, "who": item.who, **days}


def _read(row: sa.Row[Any]) -> AgendaRow:
    item = AgendaItem(AgendaKind(row.kind), row.ref, row.on, row.opens_on, row.who)
    return AgendaRow(item, row.case_id, row.number, row.name, row.counsellor, row.status, row.at)
