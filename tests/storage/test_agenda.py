"""The days to watch, kept in the store: found by one question, and worked out anew when they are behind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from loket_app.domain.agenda_items import AgendaItem, AgendaKind
from loket_app.domain.conversation import Appointment
from loket_app.domain.status import Status, StatusChange
from loket_app.storage.agenda import Agenda, AgendaFilter, AgendaRow
from loket_app.storage.store import Store
from tests.storage.samples import NOW, case, edit, keep, make, with_status

DAY = date(2026, 4, 14)
RULES = "1"


def on(days: int, kind: AgendaKind = AgendaKind.WAIT, ref: str = "waits/w") -> AgendaItem:
    return AgendaItem(kind, ref, DAY + timedelta(days=days))


ITEMS = {
    "c1": (
        on(-3),
        on(0, AgendaKind.APPOINTMENT, "appointments/a"),
        AgendaItem(AgendaKind.HANDOVER_SENT, "handovers/h"),
    ),
    "c2": (on(-9, AgendaKind.LEAVE_BY), on(0, AgendaKind.APPOINTMENT, "appointments/b"), on(40)),
    "c3": (on(-1), on(0)),
}


@pytest.fixture
def filled(store: Store) -> Store:
    """Two open cases, one that was closed, of three counsellors, all with days."""
    hours = {"c1": "14:30", "c2": "9:15", "c3": "8:00"}
    ids = {"c1": "a", "c2": "b", "c3": "c"}
    for n, case_id in enumerate(ITEMS):
        visit = (Appointment(ids[case_id], on=DAY, at=hours[case_id]),)
        one = case(case_id, f"GNT-2026-{n:04d}", counsellor=f"an{n}", appointments=visit)
        keep(store, with_status(one, Status.INTAKE))
    with store.work() as work:
        work.agenda.put({case_id: (0, items) for case_id, items in ITEMS.items()}, RULES)
        work.commit()
    go_to(store, "c3", "s2", Status.CLOSED)
    return store


def go_to(store: Store, case_id: str, step: str, status: Status) -> None:
    """One more step of a case on its road."""
    with store.reading() as work:
        before = work.cases.load(case_id)
    make(store, edit(before, f"history/{step}", StatusChange(step, status, NOW, "an")))


def found(store: Store, chosen: AgendaFilter) -> tuple[AgendaRow, ...]:
    with store.reading() as work:
        rows = work.agenda.page(chosen, 0, 100)
        assert work.agenda.count(chosen) == len(rows)
        assert work.agenda.page(chosen, 1, 1) == rows[1:2]
        dated = sum(row.item.on is not None for row in rows)
        assert sum(number for kinds in work.agenda.by_day(chosen).values() for number in kinds.values()) == dated
    return rows


def said(rows: tuple[AgendaRow, ...]) -> list[tuple[str, str]]:
    return [(row.case_id, row.item.kind.value) for row in rows]


def test_the_earliest_come_first_and_a_closed_case_never(filled: Store) -> None:
    assert said(found(filled, AgendaFilter(last=DAY))) == [
        ("c2", "leave_by"),
        ("c1", "wait"),
        ("c2", "appointment"),
        ("c1", "appointment"),
    ]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (AgendaFilter(first=DAY, last=DAY), ["c2 appointment", "c1 appointment"]),
        (AgendaFilter(first=DAY + timedelta(days=1)), ["c2 wait"]),
        (AgendaFilter(last=DAY, kinds=frozenset({AgendaKind.WAIT})), ["c1 wait"]),
        (AgendaFilter(first=DAY + timedelta(days=30), undated=True), ["c1 handover_sent", "c2 wait"]),
        (AgendaFilter(last=DAY, counsellor="an0"), ["c1 wait", "c1 appointment"]),
        (AgendaFilter(counsellor="nobody"), []),
    ],
)
def test_which_days_are_asked_for(filled: Store, chosen: AgendaFilter, expected: list[str]) -> None:
    assert [" ".join(pair) for pair in said(found(filled, chosen))] == expected


def test_what_everybody_has_comes_after_the_others(filled: Store) -> None:
    chosen = AgendaFilter(last=DAY, behind=frozenset({"waits/w"}))
    assert [case_id for case_id, _kind in said(found(filled, chosen))] == ["c2", "c1", "c2", "c1"]
    assert said(found(filled, chosen))[-1] == ("c1", "wait")


def test_a_row_says_whose_it_is_and_at_what_hour(filled: Store) -> None:
    first, second = found(filled, AgendaFilter(first=DAY, last=DAY))
    assert (first.at, second.at) == ("9:15", "14:30")
    assert (second.number, second.name, second.counsellor) == ("GNT-2026-0000", "BERISHA, Dardan", "an0")


def stale(store: Store, rules: str = RULES) -> set[str]:
    with store.reading() as work:
        return set(work.agenda.stale(rules, "aside"))


def test_what_was_closed_has_no_days_and_gets_them_anew_when_it_opens_again(filled: Store) -> None:
    assert stale(filled) == set()
    go_to(filled, "c3", "s3", Status.INTAKE)
    assert stale(filled) == {"c3"}
    with filled.work() as work:
        work.agenda.put({"c3": (2, ITEMS["c3"])}, RULES)
        work.commit()
    assert stale(filled) == set()


def test_a_case_that_changed_is_behind(filled: Store) -> None:
    with filled.reading() as work:
        before = work.cases.load("c1")
    make(filled, edit(before, "remarks", "Belde terug."))
    assert stale(filled) == {"c1"}


def test_other_rules_put_all_open_cases_behind(filled: Store) -> None:
    assert stale(filled, "2") == {"c1", "c2"}


def test_a_new_case_is_behind(filled: Store) -> None:
    keep(
        filled,
        with_status(case("c4", "GNT-2026-0004"), Status.INTAKE),
        with_status(case("c5", "GNT-2026-0005"), Status.CLOSED),
    )
    assert stale(filled) == {"c4"}


def plans(store: Store, ask: Callable[[Agenda], object]) -> list[str]:
    """How the database goes about each question that is asked."""
    asked: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        asked.append((statement, parameters))

    with store.reading() as work:
        connection = work.agenda._connection
        sa.event.listen(connection, "before_cursor_execute", hear)
        ask(work.agenda)
        sa.event.remove(connection, "before_cursor_execute", hear)
        told = [connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given) for statement, given in asked]
        return ["\n".join(str(row) for row in plan) for plan in told]


def test_the_days_of_a_week_are_found_without_reading_the_others(filled: Store) -> None:
    """Whatever the number of cases and days: the index leads, and only the cases of what is shown are looked up."""
    (told,) = plans(filled, lambda agenda: agenda.page(AgendaFilter(last=DAY), 0, 5))
    found, shown = told.split("SCAN some")
    assert "SEARCH agenda_item USING INDEX ix_agenda_item_on" in found
    assert "SEARCH case" not in found
    assert "SEARCH case USING INDEX sqlite_autoindex_case_1 (id=?)" in shown


@pytest.mark.parametrize(
    "chosen",
    [
        AgendaFilter(first=DAY, last=DAY + timedelta(days=7)),
        AgendaFilter(last=DAY, kinds=frozenset({AgendaKind.WAIT})),
        AgendaFilter(first=DAY, undated=True),
    ],
)
def test_days_are_counted_in_the_index_alone(filled: Store, chosen: AgendaFilter) -> None:
    (told,) = plans(filled, lambda agenda: agenda.count(chosen))
    assert "agenda_item USING COVERING INDEX ix_agenda_item_on" in told
    assert "case" not in told.replace("case_id", "")


def test_what_is_behind_is_found_without_reading_a_case(filled: Store) -> None:
    (told,) = plans(filled, lambda agenda: agenda.stale(RULES, "aside"))
    assert "SEARCH case USING COVERING INDEX ix_case_status" in told
