"""Tables 0009: a member's own residence situation is kept; a case of before has none, and the family's goes on to count."""

from __future__ import annotations

from pathlib import Path

import pytest

from loket_app.domain.answers import NOT_ASKED, UNKNOWN, Answer
from loket_app.domain.stay import Stay, StayCategory
from loket_app.storage.store import Store
from tests.storage.conftest import KEY
from tests.storage.samples import case, keep, person
from tests.storage.test_migrations import take_back


@pytest.mark.parametrize("theirs", [StayCategory.LEGAL_STAY, UNKNOWN, NOT_ASKED])
def test_it_is_kept(store: Store, theirs: Answer[StayCategory]) -> None:
    kept = case(household=(person("p1"), person("p2", stay_category=theirs)))
    keep(store, kept)
    with store.reading() as work:
        assert work.cases.load("c1") == kept


def test_a_case_of_before_is_whole_and_the_familys_goes_on_to_count(store: Store, path: Path) -> None:
    kept = case(household=(person("p1"), person("p2")), stay=Stay(category=StayCategory.REJECTED))
    keep(store, kept)
    with store._engine.begin() as connection:
        take_back(connection, "0008")
    store.close()
    opened = Store.open(path, KEY)
    with opened.reading() as work:
        assert work.cases.load("c1") == kept
    assert opened.verify().findings == ()
    opened.close()


def test_back_and_forth_takes_it_and_its_why_and_leaves_all_else(store: Store, path: Path) -> None:
    people = [person(f"p{number}", nationalities=("XK", "RS"), languages=("sq",)) for number in (1, 2, 3)]
    kept = case(household=tuple(people), stay=Stay(category=StayCategory.REJECTED))
    apart = (StayCategory.REJECTED, UNKNOWN, StayCategory.LEGAL_STAY)
    keep(
        store,
        case(
            household=tuple(
                person(one.id, nationalities=("XK", "RS"), languages=("sq",), stay_category=theirs)
                for one, theirs in zip(people, apart, strict=True)
            ),
            stay=kept.stay,
        ),
    )
    with store._engine.begin() as connection:
        take_back(connection, "0008")
    store.close()
    opened = Store.open(path, KEY)
    with opened.reading() as work:
        assert work.cases.load("c1") == kept
    opened.close()
