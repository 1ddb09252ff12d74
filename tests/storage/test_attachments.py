"""The bytes of scans: kept whole, wiped only when nothing can ask for them, and watched over."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
import sqlalchemy as sa

from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.domain.status import Status
from loket_app.storage.attachments import Scans
from loket_app.storage.engine import driver
from loket_app.storage.store import Store
from loket_app.storage.verification import Fault, Finding
from tests.storage.conftest import KEY
from tests.storage.samples import NOW, case, edit, keep, make, with_status

BYTES = bytes(range(256)) * 40
SCAN = Attachment(
    "s1", AttachmentKind.DOCUMENT, "image/png", len(BYTES), sha256(BYTES).hexdigest(), NOW, "an", about="d1"
)


def put(store: Store, case_id: str = "c1", scan_id: str = "s1", content: bytes = BYTES) -> None:
    with store.work() as work:
        work.attachments.put(case_id, scan_id, content)
        work.commit()


def got(store: Store, case_id: str = "c1", scan_id: str = "s1") -> bytes | None:
    with store.reading() as work:
        return work.attachments.get(case_id, scan_id)


def purged(store: Store) -> int:
    with store.work() as work:
        wiped = work.attachments.purge()
        work.commit()
    return wiped


@pytest.fixture
def told(store: Store) -> Store:
    """A case with one scan."""
    keep(store, case())
    put(store)
    make(store, edit(case(), "attachments/s1", SCAN))
    return store


def test_bytes_come_back_as_they_went_in(told: Store, path: Path) -> None:
    assert got(told) == BYTES
    assert got(told, "c1", "s2") is None
    assert BYTES[:64] not in path.read_bytes()


def test_a_case_knows_which_bytes_are_here(told: Store) -> None:
    keep(told, case("c2", "GNT-2026-0002", attachments=(SCAN,)))
    with told.reading() as work:
        assert (work.attachments.held("c1"), work.attachments.held("c2")) == (frozenset({"s1"}), frozenset())


def test_scans_are_counted_with_their_bytes(store: Store) -> None:
    for number in range(3):
        with store.reading() as work:
            assert work.attachments.counts() == Scans(number, number * len(BYTES))
        keep(store, case(f"c{number}", f"GNT-2026-000{number + 1}"))
        put(store, f"c{number}", "s1")


def test_no_bytes_without_their_case_and_none_written_over(told: Store) -> None:
    for case_id, scan_id in (("c9", "s1"), ("c1", "s1")):
        with told.work() as work, pytest.raises(sa.exc.IntegrityError):
            work.attachments.put(case_id, scan_id, b"other")
    assert got(told) == BYTES


def test_an_open_case_keeps_the_bytes_of_a_scan_that_was_taken_out(told: Store) -> None:
    with told.reading() as work:
        now = work.cases.load("c1")
    make(told, edit(now, "attachments/s1", None))
    assert purged(told) == 0
    assert got(told) == BYTES


def test_a_closed_case_keeps_the_scans_that_it_names(store: Store) -> None:
    keep(store, with_status(case(attachments=(SCAN, replace(SCAN, id="s2"))), Status.CLOSED))
    put(store)
    put(store, scan_id="s2")
    with store.reading() as work:
        now = work.cases.load("c1")
    make(store, edit(now, "attachments/s1", None))
    assert purged(store) == 1
    assert (got(store), got(store, scan_id="s2")) == (None, BYTES)


def test_bytes_that_no_case_ever_named_are_wiped(told: Store) -> None:
    put(told, scan_id="s7")
    assert purged(told) == 1
    assert (got(told, scan_id="s7"), got(told)) == (None, BYTES)
    assert purged(told) == 0


def test_verifying_finds_other_bytes_than_were_told(told: Store) -> None:
    assert told.verify().sound
    driver(told._engine).execute("UPDATE attachment_content SET content = ?", (BYTES[:-1],))
    assert told.verify().findings == (Finding(Fault.SCAN_DIFFERS, "c1/s1"),)


def test_a_case_without_the_bytes_is_sound(store: Store) -> None:
    keep(store, case(attachments=(SCAN,)))
    assert store.verify().sound


def test_a_backup_holds_the_scans(told: Store, tmp_path: Path) -> None:
    told.backup(tmp_path / "copy.db")
    copy = Store.open(tmp_path / "copy.db", KEY)
    assert got(copy) == BYTES
    copy.close()
