"""Today on one profile: how long the page's question takes, beside the bare SQL on the same file. Prints seconds.

`healing`: from an empty agenda to all days of all open cases, in goes of which the longest is `longest_go`. `today`: the
page's question, answered on the store's thread. `bare`: the same counts and first rows by SQL alone, written by hand.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from loket_app.domain.agenda_items import PASSING, WAITING
from loket_app.domain.status import OPEN
from loket_app.services.agenda import COMING_DAYS, SHOWN
from loket_app.services.desk import Desk
from loket_app.storage.store import Store
from tests.at_work import still_clock, unlock

OPEN_CASES = 5_000
TIMES = 40


def main(profile: Path) -> dict[str, Any]:
    """Take the times."""
    opened = unlock(profile)
    desk = Desk(opened, clock=still_clock())  # on the day around which the population has something to watch
    ask = opened.database.submit
    ask(_leave_open).result()
    goes = _heal(desk)
    items = ask(lambda store: _one(store, "SELECT count(*) FROM agenda_item")).result()
    today, bare = [], []
    for _time in range(TIMES):
        start = time.perf_counter()
        desk.agenda.overview().result()
        today.append(time.perf_counter() - start)
        start = time.perf_counter()
        ask(lambda store: _bare(store, desk)).result()
        bare.append(time.perf_counter() - start)
    opened.close()
    return {
        "healing": sum(goes),
        "longest_go": max(goes),
        "cases": OPEN_CASES,
        "items": items,
        "today": today,
        "bare": bare,
    }


def _heal(desk: Desk) -> list[float]:
    goes = []
    start = time.perf_counter()
    behind = desk.agenda.overview().result().behind
    goes.append(time.perf_counter() - start)
    while behind:
        start = time.perf_counter()
        behind = desk.agenda.heal(behind).result()
        goes.append(time.perf_counter() - start)
    return goes


def _leave_open(store: Store) -> None:
    """So many open cases as a desk has beside its old ones; of those that are closed here nothing is watched any more."""
    statuses = ", ".join(f"'{status.value}'" for status in OPEN)
    with store.work() as work:
        connection = work.agenda._connection
        oldest = f'SELECT id FROM "case" WHERE status IN ({statuses}) ORDER BY id DESC LIMIT -1 OFFSET {OPEN_CASES}'  # noqa: S608  # our own words
        connection.exec_driver_sql(f"UPDATE \"case\" SET status = 'closed' WHERE id IN ({oldest})")  # noqa: S608  # as above
        ended = "SELECT id FROM \"case\" WHERE status = 'closed'"
        for table in ("agenda_item", "agenda"):
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE case_id IN ({ended})")  # noqa: S608  # as above
        work.commit()


def _one(store: Store, sql: str) -> Any:
    with store.reading() as work:
        return work.agenda._connection.exec_driver_sql(sql).scalar()


def _bare(store: Store, desk: Desk) -> None:
    """Four counts and the first rows of each part: what any page of today must ask."""
    day = desk.clock.today()
    passing, waiting = (", ".join(f"'{kind.value}'" for kind in kinds) for kinds in (PASSING, WAITING))
    week, after = (day + timedelta(days=days) for days in (COMING_DAYS, COMING_DAYS + 1))
    parts = (
        f"\"on\" < '{day}' AND kind NOT IN ({passing})",
        f"\"on\" = '{day}'",
        f"\"on\" > '{day}' AND \"on\" <= '{week}'",
        f'("on" IS NULL OR "on" >= \'{after}\') AND kind IN ({waiting})',
    )
    statuses = ", ".join(f"'{status.value}'" for status in OPEN)
    joined = f'FROM agenda_item i JOIN "case" c ON c.id = i.case_id WHERE c.status IN ({statuses}) AND '
    with store.reading() as work:
        for part in parts:
            work.agenda._connection.exec_driver_sql(f"SELECT count(*) {joined}{part}").scalar()
            rows = f'SELECT i.*, c.number, c.name, c.counsellor {joined}{part} ORDER BY i."on", i.case_id LIMIT {SHOWN}'
            work.agenda._connection.exec_driver_sql(rows).fetchall()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
