"""Tables 0012: what the store of before still kept of a closed case goes; the days of the others stay as they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import sqlalchemy as sa

from loket_app.domain.agenda_items import AgendaItem, AgendaKind
from loket_app.domain.status import Status
from loket_app.storage.agenda import AgendaFilter
from loket_app.storage.store import Store
from loket_app.storage.tables import AGENDA
from tests.storage.conftest import KEY
from tests.storage.samples import case, keep, with_status
from tests.storage.test_migrations import take_back

ITEM = AgendaItem(AgendaKind.WAIT, "waits/w", date(2026, 4, 14))


def test_no_days_of_a_closed_case_are_left_over(store: Store, path: Path) -> None:
    for number, status in enumerate((Status.INTAKE, Status.WITHDRAWN, Status.CLOSED)):
        keep(store, with_status(case(status.value, f"GNT-2026-{number:04d}"), status))
    with store.work() as work:
        work.agenda.put({status: (0, [ITEM]) for status in ("intake", "withdrawn", "closed")}, "1")
        work.commit()
    with store._engine.begin() as connection:
        take_back(connection, "0011")
    store.close()
    opened = Store.open(path, KEY)
    with opened.reading() as work:
        kept = work.agenda._connection.execute(sa.select(AGENDA.c.case_id)).scalars().all()
        days = [row.case_id for row in work.agenda.page(AgendaFilter(), 0, 10)]
    opened.close()
    assert sorted(kept) == days == ["intake", "withdrawn"]
