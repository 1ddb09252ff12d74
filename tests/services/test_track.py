"""The return track of a case that is kept: what a correction does to it, and what stays of the day that was."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from loket_app.domain.changes import Change
from loket_app.domain.conversation import KeyMoment
from loket_app.services.track import track_of
from loket_app.storage.store import Store
from tests.track_cases import MONDAY, again, day

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
KEY = bytes(range(32))


def test_a_corrected_notification_recomputes_the_terms_and_leaves_a_trace(tmp_path: Path) -> None:
    """Kept in a real store: who reads the log sees the day that was, the day that is, by whom and when."""
    case, place = again(), "stay/decisions/rvv-2/notified_on"
    store = Store.create(tmp_path / "desk.loket", KEY)
    with store.work() as work:
        work.cases.add(case, "an", AT)
        work.cases.record([Change(case.id, place, day(-7), day(-5), "bo", AT, "act")])
        work.commit()
    with store.reading() as work:
        kept, log = work.cases.load(case.id), work.cases.log(case.id)
    store.close()
    assert (track_of(case, MONDAY).aid_ends.on, track_of(kept, MONDAY).aid_ends.on) == (day(23), day(25))
    assert track_of(kept, MONDAY).moment(KeyMoment.NEGATIVE_DECISION) == track_of(case, MONDAY).moment(
        KeyMoment.NEGATIVE_DECISION
    )
    change = log[-1]
    assert (change.path, change.before, change.after, change.by, change.at) == (place, day(-7), day(-5), "bo", AT)
