"""The list of cases and its counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import AdviceGiven, Desk
from loket_app.domain.changes import Change
from loket_app.domain.status import OPEN, Status
from loket_app.domain.wish import Wish
from loket_app.storage import search
from loket_app.storage.listing import UNKNOWN_DESTINATION, CaseFilter, CaseRow, Column, Sort
from loket_app.storage.store import Store
from loket_app.storage.tables import CASE
from tests.storage.samples import NOW, case, keep, person, with_status

NAMES = ("Çelik", "Cela", "aslan", "Zhuravlev", "Özil", "Ostrovski", "Šimić")


@pytest.fixture
def filled(store: Store) -> Store:
    """Seven cases of two desks, three days and four statuses."""
    statuses = [Status.INTAKE, Status.BOOKED, Status.CLOSED, Status.WITHDRAWN]
    with store.work() as work:
        for n, name in enumerate(NAMES):
            one = case(
                f"c{n}",
                f"GNT-2026-{n:04d}",
                desk=Desk.GHENT if n % 2 else Desk.ANTWERP,
                counsellor="an" if n < 3 else "bo",
                opened_on=date(2026, 4, 1 + n % 3),
                household=(person("p1", name), *(person(f"q{m}") for m in range(n % 3))),
                wish=Wish(destination=UNKNOWN if n == 3 else "XK" if n % 2 else "IQ"),
            )
            work.cases.add(with_status(one, statuses[n % 4]), "an", NOW + timedelta(minutes=n * 7 % 5))
        work.commit()
    return store


def rows(store: Store, chosen: CaseFilter = CaseFilter(), sort: Sort = Sort()) -> tuple[CaseRow, ...]:  # noqa: B008  # frozen
    with store.reading() as work:
        found = work.cases.page(chosen, sort, 0, 100)
        assert work.cases.count(chosen) == len(found)
    return found


def ids(found: Sequence[CaseRow]) -> str:
    return " ".join(row.id for row in found)


def test_names_sort_without_accents_and_case(filled: Store) -> None:
    found = rows(filled, sort=Sort(Column.NAME, descending=False))
    assert [row.name.split(",")[0] for row in found] == [
        "ASLAN",
        "CELA",
        "ÇELIK",
        "OSTROVSKI",
        "ÖZIL",
        "ŠIMIĆ",
        "ZHURAVLEV",
    ]


@pytest.mark.parametrize("column", Column)
def test_every_column_sorts_both_ways(filled: Store, column: Column) -> None:
    up, down = (rows(filled, sort=Sort(column, descending=way)) for way in (False, True))
    assert ids(up) == ids(tuple(reversed(down)))
    if column is not Column.NAME:
        values = [_sortable(getattr(row, column.value)) for row in up]
        assert values == sorted(values)


def _sortable(value: object) -> str:
    return str(getattr(value, "value", value) or "")


@pytest.mark.parametrize("column", Column)
def test_pages_make_up_the_list(filled: Store, column: Column) -> None:
    whole = rows(filled, sort=Sort(column))
    with filled.reading() as work:
        pages = [work.cases.page(CaseFilter(), Sort(column), offset, 3) for offset in (0, 3, 6, 9)]
    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert tuple(row for page in pages for row in page) == whole


def test_the_newest_come_first(filled: Store) -> None:
    moments = [row.updated_at for row in rows(filled)]
    assert moments == sorted(moments, reverse=True)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (CaseFilter(), "c0 c1 c2 c3 c4 c5 c6"),
        (CaseFilter(statuses=OPEN), "c0 c1 c4 c5"),
        (CaseFilter(statuses=frozenset({Status.WITHDRAWN})), "c3"),
        (CaseFilter(desk=Desk.GHENT), "c1 c3 c5"),
        (CaseFilter(desk=Desk.LIEGE), ""),
        (CaseFilter(counsellor="bo"), "c3 c4 c5 c6"),
        (CaseFilter(destination="XK"), "c1 c5"),
        (CaseFilter(destination=UNKNOWN_DESTINATION), "c3"),
        (CaseFilter(opened_from=date(2026, 4, 2)), "c1 c2 c4 c5"),
        (CaseFilter(opened_until=date(2026, 4, 2)), "c0 c1 c3 c4 c6"),
        (CaseFilter(opened_from=date(2026, 4, 2), opened_until=date(2026, 4, 2)), "c1 c4"),
        (CaseFilter(text="OZIL"), "c4"),
        (CaseFilter(text="c"), "c0 c1"),
        (CaseFilter(text="cel an"), ""),
        (CaseFilter(text="  "), "c0 c1 c2 c3 c4 c5 c6"),
        (CaseFilter(text="--"), ""),
        (CaseFilter(statuses=OPEN, desk=Desk.GHENT, counsellor="bo", text="ostr"), "c5"),
    ],
)
def test_a_filter_asks_all_of_it(filled: Store, chosen: CaseFilter, found: str) -> None:
    assert ids(rows(filled, chosen, Sort(Column.NUMBER, descending=False))) == found


def test_every_breakdown_adds_up(filled: Store) -> None:
    with filled.reading() as work:
        counts = work.cases.counts()
    assert (counts.total, counts.open) == (7, 4)
    assert dict(counts.by_status) == {Status.INTAKE: 2, Status.BOOKED: 2, Status.CLOSED: 2, Status.WITHDRAWN: 1}
    assert dict(counts.by_desk) == {Desk.GHENT: 3, Desk.ANTWERP: 4}
    assert dict(counts.by_destination) == {"IQ": 4, "XK": 2, None: 1}
    for breakdown in (counts.by_status, counts.by_desk, counts.by_destination):
        assert sum(number for _, number in breakdown) == counts.total


def test_nothing_counts_as_nothing(store: Store) -> None:
    with store.reading() as work:
        counts = work.cases.counts()
        assert work.cases.page() == ()
    assert (counts.total, counts.open, counts.by_status) == (0, 0, ())


def test_a_case_without_an_applicant_has_no_name(store: Store) -> None:
    keep(
        store,
        case(household=()),
        replace(case("c2", "GNT-2026-0002"), household=(person("p1", relation=person("p").relation.CHILD),)),
    )
    assert [(row.name, row.household_size) for row in rows(store, sort=Sort(Column.NUMBER, descending=False))] == [
        ("", 0),
        ("", 1),
    ]


def test_cases_in_which_advice_was_recorded(filled: Store) -> None:
    given = AdviceGiven("a1", NOW, "an", "eligible", NOT_ASKED, "2026.1", "Words for the file.")
    with filled.work() as work:
        old = work.cases.load("c2")
        work.cases.record([Change("c2", "advice/a1", None, given, "an", NOW, "g1", position=0)])
        work.commit()
    assert old.advice == ()
    assert ids(rows(filled, CaseFilter(advised=True))) == "c2"
    assert ids(rows(filled, CaseFilter(advised=True, statuses=OPEN - {old.status}))) == ""


@pytest.mark.parametrize("text", ["c", "ce", "cel", "an", "0001", "GNT-2026-0003", "0470", "zzz", "-"])
@pytest.mark.parametrize("statuses", [frozenset[Status](), OPEN])
def test_many_finds_give_the_same_list_as_few(
    filled: Store, text: str, statuses: frozenset[Status], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = CaseFilter(statuses=statuses, text=text, countries=("XK",))
    with filled.reading() as work:
        few = work.cases.page(chosen, Sort(), 0, 100), work.cases.count(chosen)
        monkeypatch.setattr(search, "_FEW", -1)
        many = work.cases.page(chosen, Sort(), 0, 100), work.cases.count(chosen)
    assert few == many
    assert len(few[0]) == few[1]


@pytest.mark.parametrize("text", ["c", "ce", "cel", "an", "0001", "2026-0003", "zzz", "-", " "])
def test_the_count_of_a_text_alone_is_that_of_its_rows(filled: Store, text: str) -> None:
    chosen = CaseFilter(text=text)
    with filled.reading() as work:
        assert work.cases.count(chosen) == len(work.cases.page(chosen, Sort(), 0, 100))


def test_a_letter_that_stands_in_many_cases_is_looked_for_in_the_indexes_alone(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row of a case or of its words that is read costs a page of the file to decrypt."""
    monkeypatch.setattr(search, "_FEW", -1)
    with filled.reading() as work:
        connection = work.cases._connection
        query = sa.select(sa.func.count()).select_from(CASE).where(search.is_found(connection, "c"))
        plan = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {query.compile(connection, compile_kwargs={'literal_binds': True})}"
        ).all()
    assert all("COVERING INDEX" in step[3] for step in plan if step[3].startswith(("SCAN case ", "SEARCH case")))
    assert any("COVERING INDEX" in step[3] for step in plan)


@pytest.mark.parametrize(
    ("text", "asked"), [("+32 4", False), ("0470", False), ("GNT-2026-00", True), ("2026-0003", True)]
)
def test_numbers_of_cases_are_only_looked_through_for_a_text_with_which_one_begins(
    filled: Store, text: str, *, asked: bool
) -> None:
    """Each case of the store is passed for it: too much for every digit of a telephone number."""
    with filled.reading() as work:
        connection = work.cases._connection
        assert search.only_words(connection, text) is not asked
        assert ("case.number" in str(search.is_found(connection, text)).replace('"', "")) is asked
