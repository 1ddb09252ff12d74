"""Three-valued logic: unknown stays unknown until an answer makes it certain either way."""

from __future__ import annotations

from itertools import product

import pytest

from loket_app.domain.facts import all_of, any_of, negate

TRUTHS = (True, False, None)


@pytest.mark.parametrize("truths", list(product(TRUTHS, repeat=2)))
def test_any_and_all_follow_every_way_the_unknown_could_fall(truths: tuple[bool | None, ...]) -> None:
    ways = list(product(*([truth] if truth is not None else [True, False] for truth in truths)))
    for combine, plain in ((any_of, any), (all_of, all)):
        outcomes = {plain(way) for way in ways}
        assert combine(truths) == (outcomes.pop() if len(outcomes) == 1 else None)


def test_nothing_at_all() -> None:
    assert (any_of([]), all_of([])) == (False, True)


def test_negation_leaves_the_unknown_alone() -> None:
    assert [negate(truth) for truth in TRUTHS] == [False, True, None]
