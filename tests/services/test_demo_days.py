"""The sample story that goes on now."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from loket_app import paths
from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import AgendaKind
from loket_app.domain.case import Case
from loket_app.domain.track_parts import Phase
from loket_app.services.casefile import read_case, write_case
from loket_app.services.demo import INVENTED, demo_cases
from loket_app.services.demo_days import SAMPLE_DAY
from loket_app.services.track import track_of


def narine(today: date = SAMPLE_DAY) -> Case:
    return demo_cases(today)[-1]


def test_she_is_in_the_second_round_with_something_to_do() -> None:
    found = track_of(narine(), SAMPLE_DAY)
    drawn = [span.phase for span in found.spans]
    assert drawn.count(Phase.FINAL_REFUSAL) == drawn.count(Phase.PROCEDURE) == 2
    assert (found.phase, found.questions) == (Phase.OPEN_RETURN_PLACE, ())
    kinds = {item.kind for item in agenda(narine(), found)}
    assert kinds >= {AgendaKind.KEY_MOMENT, AgendaKind.APPOINTMENT, AgendaKind.WAIT, AgendaKind.AID_ENDS}


def test_the_case_says_that_she_is_invented() -> None:
    assert "bestaat niet" in str(narine().remarks)


def test_her_file_stands_as_loket_writes_one() -> None:
    file = paths.resources() / "demo" / f"{INVENTED}.json"
    assert write_case(read_case(file)) == file.read_bytes()


@pytest.mark.parametrize("weeks", [-3, 0, 1, 60])
def test_her_days_move_by_whole_weeks(weeks: int) -> None:
    before, later = narine(), narine(SAMPLE_DAY + timedelta(weeks=weeks, days=2))
    moved = timedelta(weeks=weeks)
    assert later.stay.otp_arrived_on == before.stay.otp_arrived_on + moved  # type: ignore[operator]  # the story tells that day
    assert later.conversations[0].on == before.conversations[0].on + moved  # type: ignore[operator]  # the story tells that day
    assert later.household == before.household
    assert demo_cases(SAMPLE_DAY + moved)[:3] == demo_cases()[:3]
