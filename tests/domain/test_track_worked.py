"""Every worked case of the return track comes out as it was worked out by hand."""

from __future__ import annotations

import pytest

from loket_app.domain.conversation import KeyMoment
from loket_app.domain.track_parts import Phase
from loket_app.services.track import track_of, track_rules
from tests.domain.track_worked import Worked, outcome, worked_cases

WORKED = tuple(worked_cases())
LEAST = 30


@pytest.mark.parametrize("worked", [pytest.param(case, id=case.name) for case in WORKED])
def test_the_track_is_what_was_worked_out(worked: Worked) -> None:
    assert outcome(track_of(worked.case, worked.on), worked.expected) == worked.expected


def test_each_case_names_its_source_expects_something_and_has_a_name_of_its_own() -> None:
    assert len(WORKED) >= LEAST
    assert all(case.source and case.expected for case in WORKED)
    assert len({case.name for case in WORKED}) == len(WORKED)


def test_every_phase_and_every_key_moment_is_in_some_case() -> None:
    assert {case.expected.get("phase") for case in WORKED} >= {phase.value for phase in Phase}
    named = {name for case in WORKED for name in case.expected.get("moments", ())}
    assert named == {moment.value for moment in KeyMoment}


def test_every_term_is_tried_on_its_last_day_and_on_the_day_after() -> None:
    """A term that no case sees both run and run out was not worked out at its boundary."""
    states: dict[str, set[str]] = {}
    for case in WORKED:
        for name, said in case.expected.get("moments", {}).items():
            state, _by, day = said.partition(" by ")
            if day == str(case.on) or state == "late":
                states.setdefault(name, set()).add(state)
    measured = {rule.moment.value for rule in track_rules().moments if any(row.count for row in rule.rows)}
    assert {name for name, found in states.items() if found >= {"due", "late"}} == measured
