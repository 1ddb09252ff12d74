"""Whatever a case holds comes back as it was, and a recorded edit does what the same edit does in memory."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from loket_app.domain.case import Case
from loket_app.domain.changes import Change, apply_all, undo
from loket_app.storage.store import Store
from tests import strategies
from tests.storage.samples import NOW

BIG = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example])


@BIG
@given(case=strategies.cases)
def test_a_case_comes_back(shared_store: Store, case: Case) -> None:
    with shared_store.work() as work:
        work.cases.add(case, "an", NOW)
        assert work.cases.load(case.id) == case


@BIG
@given(story=strategies.edited_cases())
def test_recorded_edits_do_what_they_do_in_memory(shared_store: Store, story: tuple[Case, tuple[Change, ...]]) -> None:
    case, changes = story
    with shared_store.work() as work:
        work.cases.add(case, "an", NOW)
        for change in changes:
            work.cases.record([change])
        assert work.cases.load(case.id) == apply_all(case, changes)
        assert work.cases.log(case.id) == changes


@BIG
@given(story=strategies.edited_cases())
def test_undone_to_the_start_it_is_the_start(shared_store: Store, story: tuple[Case, tuple[Change, ...]]) -> None:
    case, changes = story
    with shared_store.work() as work:
        work.cases.add(case, "an", NOW)
        work.cases.record(changes)
        while back := undo(work.cases.log(case.id), by="an", at=NOW, group=f"undo-{len(work.cases.log(case.id))}"):
            work.cases.record(back)
        stored = work.cases.load(case.id)
        assert replace(stored, revision=case.revision) == case
        assert stored.revision == case.revision + 2 * len(changes)
