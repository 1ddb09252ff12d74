"""A store that was tampered with, by somebody who has the key or by a fault of ours, says where."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from loket_app.domain.answers import UNKNOWN
from loket_app.storage.engine import driver
from loket_app.storage.store import Store
from loket_app.storage.verification import AT_ONCE, Fault, Finding, Verification
from tests.storage.samples import NOW, case, edit, keep, make, person


@pytest.fixture
def told(store: Store) -> Store:
    """Two cases, one of them changed."""
    keep(store, case(), case("c2", "GNT-2026-0002", household=(person("p1", stateless=UNKNOWN),)))
    make(store, edit(case(), "remarks", "a"))
    return store


def test_a_sound_store(told: Store) -> None:
    assert told.verify() == Verification(cases=2, findings=())
    assert told.verify().sound


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE person SET family_name = 'X' WHERE case_id = 'c1'", Fault.LOG_DIFFERS),
        ("DELETE FROM missing_answer", Fault.LOG_DIFFERS),
        ("UPDATE change SET after_json = '\"b\"' WHERE path = 'remarks'", Fault.LOG_DIFFERS),
        ("UPDATE change SET before_json = '\"b\"' WHERE path = 'remarks'", Fault.LOG_DIFFERS),
        ("DELETE FROM change WHERE path = 'remarks'", Fault.LOG_DIFFERS),
        ("DELETE FROM change", Fault.LOG_DIFFERS),
        ("DELETE FROM identifier", Fault.LOG_DIFFERS),
        ("UPDATE \"case\" SET sort_name = 'x'", Fault.LIST_DIFFERS),
        ("UPDATE \"case\" SET status = 'closed'", Fault.LIST_DIFFERS),
        ('UPDATE "case" SET household_size = 9', Fault.LIST_DIFFERS),
        ('UPDATE "case" SET destination = NULL', Fault.LIST_DIFFERS),
        ("UPDATE case_text SET words = '  x'", Fault.LIST_DIFFERS),
        ("DELETE FROM case_text", Fault.LIST_DIFFERS),
        ("UPDATE person SET birth_date = '1987-13'", Fault.UNREADABLE_CASE),
        ("UPDATE change SET after_json = '{' WHERE path = ''", Fault.UNREADABLE_CASE),
        ("UPDATE change SET path = 'nowhere' WHERE path = 'remarks'", Fault.UNREADABLE_CASE),
        ("DELETE FROM stay", Fault.UNREADABLE_CASE),
        ("DELETE FROM person", Fault.LOOSE_ROW),
        ("INSERT INTO case_words(rowid, words) VALUES (77, 'left over')", Fault.BROKEN_INDEX),
    ],
)
def test_tampering_is_found(told: Store, tampering: str, fault: Fault) -> None:
    driver(told._engine).execute("PRAGMA foreign_keys = OFF")
    driver(told._engine).execute(tampering)
    findings = told.verify().findings
    assert fault in {finding.fault for finding in findings}
    assert all("Berisha" not in finding.where for finding in findings)


def test_it_says_which_case(told: Store) -> None:
    driver(told._engine).execute("UPDATE person SET entry_date = 'soon' WHERE case_id = 'c2'")
    assert told.verify() == Verification(2, (Finding(Fault.UNREADABLE_CASE, "c2"),))


def test_a_value_that_no_rule_allows_does_not_get_in(told: Store) -> None:
    for nonsense in (
        "UPDATE person SET sex = 'x'",
        "UPDATE person SET stateless = 2",
        "UPDATE \"case\" SET desk = 'GENT'",
    ):
        with told.work() as work, pytest.raises(sa.exc.IntegrityError):
            work._connection.exec_driver_sql(nonsense)


def test_many_cases_are_looked_at_in_parts(store: Store) -> None:
    with store.work() as work:
        for n in range(AT_ONCE + 5):
            work.cases.add(case(f"c{n:04}", f"GNT-2026-{n:04}"), "an", NOW)
        work.commit()
    heard: list[tuple[int, int]] = []
    assert store.verify(lambda done, total: heard.append((done, total))).cases == AT_ONCE + 5
    assert heard == [(AT_ONCE, AT_ONCE + 5), (AT_ONCE + 5, AT_ONCE + 5)]


def test_whoever_follows_it_may_end_it(told: Store) -> None:
    class EnoughError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        told.verify(stop)
    assert told.verify().sound
