"""The sample stories go out of a store of the desk: those four alone, and it is noted when and by whom, without names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from loket_app.services.demo import demo_cases
from loket_app.services.desk import Desk
from loket_app.services.samples import SAMPLES, Removed
from loket_app.storage.listing import CaseFilter
from tests.at_work import LOGIN, NOW, make_profile, still_clock, unlock


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(unlock(make_profile(tmp_path)), clock=still_clock())
    yield opened
    opened.close()


def test_the_known_ones_are_the_stories_that_loket_carries() -> None:
    assert {case.id: case.number for case in demo_cases()} == SAMPLES


def test_those_four_go_and_what_looks_like_one_stays(desk: Desk) -> None:
    stories = demo_cases()
    own = desk.new_case().result()
    twin = replace(stories[0], id="c-own", number="GNT-2026-0099")
    desk.add_cases([*stories[:3], replace(stories[3], number="GNT-2026-0098"), twin, own]).result()
    assert desk.samples.here().result().numbers == tuple(SAMPLES.values())[:3]
    after = desk.samples.remove().result()
    assert after.numbers == ()
    assert after.removed == Removed(NOW, LOGIN)
    assert desk.count(CaseFilter()).result() == 3


def test_a_store_without_them_keeps_no_trace_of_removing(desk: Desk) -> None:
    found = desk.samples.remove().result()
    assert (found.numbers, found.removed) == ((), None)
