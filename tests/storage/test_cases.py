"""Adding, changing and reading back single cases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN, Answer
from loket_app.domain.case import Desk
from loket_app.domain.changes import Change, Conflict, NoSuchPlace
from loket_app.domain.person import Vulnerability
from loket_app.domain.status import Status, StatusChange
from loket_app.storage.errors import CaseExists, NoSuchCase, NumberTaken
from loket_app.storage.store import Store
from tests.storage.samples import NOW, case, edit, keep, make, person

LATER = NOW + timedelta(hours=1)


def test_without_commit_nothing_stays(store: Store) -> None:
    with store.work() as work:
        work.cases.add(case(), "an", NOW)
    with store.reading() as work, pytest.raises(NoSuchCase):
        work.cases.load("c1")


def test_what_fails_halfway_leaves_nothing(store: Store) -> None:
    with pytest.raises(NumberTaken):
        keep(store, case(), case("c2"))
    with store.reading() as work:
        assert work.cases.count() == 0


def test_a_case_is_added_once(store: Store) -> None:
    keep(store, case())
    with store.work() as work, pytest.raises(CaseExists) as refused:
        work.cases.add(case(number="GNT-2026-0002"), "an", NOW)
    assert refused.value.case_id == "c1"


def test_a_number_is_given_once(store: Store) -> None:
    keep(store, case(), case("c2", "GNT-2026-0002"))
    with store.work() as work, pytest.raises(NumberTaken) as refused:
        work.cases.record([edit(case("c2", "GNT-2026-0002"), "number", "GNT-2026-0001")])
    assert (refused.value.case_id, refused.value.number) == ("c2", "GNT-2026-0001")


@pytest.mark.parametrize("answer", [(), ("XK",), ("XK", "RS", "XK"), NOT_ASKED, UNKNOWN, DECLINED])
def test_none_is_an_answer_and_not_a_blank(store: Store, answer: Answer[tuple[str, ...]]) -> None:
    keep(store, case(household=(person("p1", nationalities=answer),)))
    with store.reading() as work:
        assert work.cases.load("c1").household[0].nationalities == answer
        assert work.cases.added("c1").case.household[0].nationalities == answer


def test_an_answer_goes_from_any_state_to_any_other(store: Store) -> None:
    now = case()
    keep(store, now)
    for answer in ((), UNKNOWN, (Vulnerability.HEALTH,), DECLINED, NOT_ASKED, (Vulnerability.NONE,), ()):
        now = make(store, edit(now, "household/p1/vulnerabilities", answer))
        with store.reading() as work:
            assert work.cases.load("c1").household[0].vulnerabilities == answer


def test_a_case_that_has_moved_on_is_a_conflict(store: Store) -> None:
    keep(store, case())
    make(store, edit(case(), "remarks", "first"))
    with store.work() as work, pytest.raises(Conflict):
        work.cases.record([edit(case(), "remarks", "second")])
    with store.reading() as work:
        assert work.cases.load("c1").remarks == "first"


@pytest.mark.parametrize("where", ["id", "revision", "household/p1/id", "nowhere", "stay/nowhere", "household/p9/sex"])
def test_what_is_no_answer_is_not_changed(store: Store, where: str) -> None:
    keep(store, case())
    with store.work() as work, pytest.raises(NoSuchPlace):
        work.cases.record([Change("c1", where, None, "x", "an", NOW, "act")])


def test_changes_of_two_cases_are_two_acts(store: Store) -> None:
    keep(store, case(), case("c2", "GNT-2026-0002"))
    with store.work() as work, pytest.raises(NoSuchPlace):
        work.cases.record([edit(case(), "remarks", "x"), edit(case("c2"), "remarks", "x")])


def test_a_case_that_is_not_there(store: Store) -> None:
    with store.reading() as work:
        for ask in (work.cases.load, work.cases.added):
            with pytest.raises(NoSuchCase):
                ask("c9")
        assert work.cases.log("c9") == ()
    with store.work() as work, pytest.raises(NoSuchCase):
        work.cases.record([edit(case("c9"), "remarks", "x")])


def test_several_cases_come_in_the_order_asked(store: Store) -> None:
    keep(store, case("c1"), case("c2", "GNT-2026-0002"))
    with store.reading() as work:
        assert [one.id for one in work.cases.load_many(["c2", "c1"])] == ["c2", "c1"]
        with pytest.raises(NoSuchCase):
            work.cases.load_many(["c1", "c9"])


def test_one_answer_is_one_row_and_one_change(store: Store) -> None:
    keep(store, case())
    with statements(store) as done:
        make(store, edit(case(), "wish/reasons", "her mother"))
    assert sorted(done) == ["INSERT change", 'UPDATE "case"', "UPDATE wish"]


def test_a_name_also_changes_how_the_case_is_found(store: Store) -> None:
    keep(store, case())
    with statements(store) as done:
        make(store, edit(case(), "household/p1/given_names", "Arben"))
    assert sorted(done) == ["INSERT change", 'UPDATE "case"', "UPDATE case_text", "UPDATE person"]


def test_a_member_goes_with_all_that_was_said_of_them(store: Store) -> None:
    start = case(household=(person("p1"), person("p2", nationalities=("XK",), languages=UNKNOWN, stateless=DECLINED)))
    keep(store, start)
    gone = make(store, edit(start, "household/p2", None))
    make(store, edit(gone, "household/p2", person("p2", identifiers=())))
    with store.reading() as work:
        back = work.cases.load("c1").household[1]
    assert (back.nationalities, back.languages, back.stateless, back.identifiers) == (
        NOT_ASKED,
        NOT_ASKED,
        NOT_ASKED,
        (),
    )


def test_items_keep_their_order(store: Store) -> None:
    start = case(household=tuple(person(f"p{n}") for n in range(4)))
    keep(store, start)
    gone = make(store, edit(start, "household/p1", None))
    assert [one.id for one in gone.household] == ["p0", "p2", "p3"]
    make(store, Change("c1", "household/p1", None, person("p1"), "an", NOW, "back", position=1))
    with store.reading() as work:
        assert [one.id for one in work.cases.load("c1").household] == ["p0", "p1", "p2", "p3"]


def test_who_comes_first_stays_first(store: Store) -> None:
    """Also when the ids would sort the other way."""
    start = case(household=(person("a"), person("b")))
    keep(store, start)
    now = make(store, Change("c1", "household/z", None, person("z"), "an", NOW, "first", position=0))
    with store.reading() as work:
        assert [one.id for one in work.cases.load("c1").household] == ["z", "a", "b"]
    make(store, edit(now, "household", tuple(reversed(now.household))))
    with store.reading() as work:
        assert [one.id for one in work.cases.load("c1").household] == ["b", "a", "z"]


def test_two_cases_may_use_the_same_ids_inside(store: Store) -> None:
    keep(store, case("c1"), case("c2", "GNT-2026-0002"))
    make(store, edit(case("c1"), "household/p1/identifiers/i1/number", "other"))
    with store.reading() as work:
        assert work.cases.load("c2") == case("c2", "GNT-2026-0002")


def test_the_list_follows_every_change(store: Store) -> None:
    now = case()
    keep(store, now)
    step = StatusChange("s1", Status.INTAKE, LATER, "an")
    for path, after in (
        ("history/s1", step),
        ("household/p2", person("p2", relation=person("p1").relation.CHILD)),
        ("household/p1/family_name", "Çelaj"),
        ("wish/destination", UNKNOWN),
    ):
        now = make(store, edit(now, path, after, at=LATER))
    with store.reading() as work:
        (row,) = work.cases.page()
    assert (row.status, row.household_size, row.name, row.destination) == (Status.INTAKE, 2, "ÇELAJ, Dardan", None)
    assert (row.updated_at, row.id, row.number, row.desk, row.counsellor) == (
        LATER, "c1", "GNT-2026-0001", Desk.GHENT, "an",
    )  # fmt: skip


def test_the_log_tells_who_did_what_when(store: Store) -> None:
    keep(store, replace(case(), revision=7))
    first, second = edit(case(), "remarks", "a"), replace(edit(case(), "remarks", "b"), before="a", undoes="act")
    assert make(store, first, second).revision == 9
    with store.reading() as work:
        added = work.cases.added("c1")
        assert work.cases.log("c1") == (first, second)
    assert (added.case, added.by, added.at) == (replace(case(), revision=7), "an", NOW)


@pytest.mark.parametrize(
    ("there", "following"),
    [
        ((), "GNT-2026-0001"),
        (("GNT-2026-0016",), "GNT-2026-0017"),
        (("GNT-2026-9999", "GNT-2026-0003"), "GNT-2026-10000"),
        (("GNT-2026-9999", "GNT-2026-10000"), "GNT-2026-10001"),
        (("GNT-2025-0040", "ANT-2026-0041"), "GNT-2026-0001"),
        (("GNT-2026-0002", "GNT-2026-0009x", "GNT-2026-x"), "GNT-2026-0003"),
    ],
)
def test_the_next_number(store: Store, there: tuple[str, ...], following: str) -> None:
    keep(store, *(case(f"c{n}", number) for n, number in enumerate(there)))
    with store.reading() as work:
        assert work.cases.next_number(Desk.GHENT, 2026) == following


def test_settings_are_kept(store: Store) -> None:
    assert store.setting("desk") is None
    assert store.setting("desk", "GNT") == "GNT"
    for value in ({"desk": "GNT", "hours": [9, 17], "née": None}, False, "text"):
        store.set_setting("desk", value)
        assert store.setting("desk", "other") == value


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """What is written meanwhile: the verb and the table of each statement."""
    done: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        words = statement.replace("INSERT INTO", "INSERT").replace("DELETE FROM", "DELETE").split()
        if words[0] in ("INSERT", "UPDATE", "DELETE"):
            done.append(f"{words[0]} {words[1]}")

    event.listen(store._engine, "before_cursor_execute", note)
    yield done
    event.remove(store._engine, "before_cursor_execute", note)
