"""Tables 0010: what came of a premium without a journey is kept; a case of before keeps all that it had."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.money import Money
from loket_app.storage.store import Store
from tests.storage.conftest import KEY
from tests.storage.samples import case, keep
from tests.storage.test_migrations import take_back

MISSED = Departure(
    result=DepartureResult.NO_SHOW,
    note="no show",
    premium_given=True,
    premium_paid=Money.of(50),
    premium_returned=UNKNOWN,
    premium_returned_on=date(2026, 6, 20),
    premium_difference="to be paid back",
)


def test_it_is_kept(store: Store) -> None:
    keep(store, case(departure=MISSED))
    with store.reading() as work:
        assert work.cases.load("c1").departure == MISSED


def test_back_and_forth_takes_it_and_its_why_and_leaves_all_else(store: Store, path: Path) -> None:
    keep(store, case(departure=MISSED))
    with store._engine.begin() as connection:
        take_back(connection, "0009")
    store.close()
    opened = Store.open(path, KEY)
    before = replace(MISSED, premium_given=NOT_ASKED, premium_returned=NOT_ASKED, premium_returned_on=NOT_ASKED)
    with opened.reading() as work:
        assert work.cases.load("c1").departure == before
    opened.close()
