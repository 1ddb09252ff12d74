"""The table of transitions: withdrawal from anywhere, no dead end, no way around the handover."""

from __future__ import annotations

from itertools import pairwise

import pytest

from loket_app.domain.status import OPEN, Status, may_go, next_statuses, steps_between


@pytest.mark.parametrize("status", Status)
def test_anybody_may_withdraw_or_be_referred_at_any_moment(status: Status) -> None:
    for away in (Status.WITHDRAWN, Status.REFERRED):
        assert may_go(status, away) == (status is not away)


@pytest.mark.parametrize("status", Status)
def test_no_status_is_a_dead_end_or_leads_to_itself(status: Status) -> None:
    following = next_statuses(status)
    assert following
    assert status not in following
    assert len(set(following)) == len(following)


def test_the_road_goes_step_by_step() -> None:
    road = list(Status)[: list(Status).index(Status.WITHDRAWN)]
    assert all(may_go(now, then) for now, then in pairwise(road))
    skipped = [(now, then) for n, now in enumerate(road) for then in road[n + 2 :] if may_go(now, then)]
    assert skipped == [(Status.ARRIVED, Status.CLOSED)]


def test_the_steps_between_are_those_that_the_road_has() -> None:
    told = (Status.INTAKE, Status.APPLICATION, Status.HANDED_OVER)
    assert steps_between(Status.ENQUIRY, Status.HANDED_OVER) == told
    assert all(may_go(now, then) for now, then in pairwise((Status.ENQUIRY, *told)))
    assert steps_between(Status.BOOKED, Status.HANDED_OVER) == ()


def test_each_step_of_the_road_can_be_taken_back() -> None:
    """Somebody may have pressed it in the wrong case, and see it after the program was closed."""
    road = list(Status)[: list(Status).index(Status.CLOSED)]
    assert all(may_go(then, now) for now, then in pairwise(road))


@pytest.mark.parametrize("target", Status)
def test_every_status_can_be_reached_from_the_start(target: Status) -> None:
    reached = {Status.ENQUIRY}
    while True:
        further = reached | {then for now in reached for then in next_statuses(now)}
        if further == reached:
            break
        reached = further
    assert target in reached


def test_open_cases_are_those_that_somebody_works_on() -> None:
    assert set(Status) - OPEN == {Status.CLOSED, Status.WITHDRAWN, Status.REFERRED}
