"""A sample story goes with all that hangs on it; every other case stays as it was."""

from __future__ import annotations

import sqlalchemy as sa

from loket_app.storage.store import Store
from loket_app.storage.tables import CASE, METADATA
from tests.storage.samples import case, edit, keep, make


def _rows(store: Store, case_id: str) -> int:
    tables = [(table, table.c.case_id) for table in METADATA.sorted_tables if "case_id" in table.c]
    with store._engine.connect() as connection:
        counted = (
            connection.execute(sa.select(sa.func.count()).select_from(table).where(column == case_id)).scalar()
            for table, column in [*tables, (CASE, CASE.c.id)]
        )
        return sum(int(count or 0) for count in counted)


def test_nothing_of_it_is_left_and_the_other_is_whole(store: Store) -> None:
    sample, other = case("demo-1", "BRU-0000-0001"), case("c2", "GNT-2026-0002")
    keep(store, sample, other)
    make(store, edit(sample, "remarks", "tried out"))
    before = _rows(store, "c2")
    assert _rows(store, "demo-1") > 3
    with store.work() as work:
        work.cases.remove_samples(["demo-1"])
        work.commit()
    assert _rows(store, "demo-1") == 0
    assert _rows(store, "c2") == before
    assert store.verify().findings == ()
    with store.reading() as work:
        assert [row.id for row in work.cases.search("Berisha")] == ["c2"]
