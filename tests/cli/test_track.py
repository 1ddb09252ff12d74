"""`loket track`: the track in words and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from loket_app.domain.said_right import SaidRight
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.stay import EndOfStay, ExtensionState, StayCategory
from loket_app.domain.track_parts import Phase
from loket_app.domain.track_settled import about
from loket_app.exchange.casefile import write_case
from loket_app.services.track import track_of
from tests.cli.conftest import Loket
from tests.track_cases import MONDAY, day, extended, in_otp, refused, rejected, resident, residents


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The case file of somebody in an open return place."""
    file = tmp_path / "case.json"
    file.write_bytes(write_case(residents()[Phase.OPEN_RETURN_PLACE]))
    return file


def test_the_track_is_told_with_states_terms_and_dates(loket: Loket, place: Path) -> None:
    said = loket("track", place, "--on", "23/11/2026")
    assert (said.code, said.err) == (0, "")
    told = " ".join(said.out.split())
    assert "Return track on Mon, 23 Nov 2026: in the open return place" in told
    assert "● ICAM intake: to do now · by Fri, 27 Nov 2026 · 7 working days after the intake" in told
    assert "Source: Fedasil, instructie Het terugkeertraject en open terugkeerplaatsen · 27/06/2024" in told
    assert "End of the material aid: Wed, 16 Dec 2026 · 30 days after the arrival" in told
    assert "Mon, 16 Nov 2026 · arrival in the open return place" in told


def test_an_end_says_how_when_and_by_which_answer(loket: Loket, tmp_path: Path) -> None:
    file = tmp_path / "ended.json"
    left = in_otp(day(-9), day(-12), otp_end=EndOfStay.LEFT, otp_ended_on=day(-2))
    withdrew = StatusChange("s", Status.WITHDRAWN, datetime.combine(day(-1), time(12), UTC), "demo")
    file.write_bytes(write_case(replace(left, history=(withdrew,))))
    told = loket("track", file, "--on", "2026-11-23").out.splitlines()
    assert told[1:4] == [
        "Return track on Mon, 23 Nov 2026: ended",
        "Left the place on Sat, 21 Nov 2026 (as “How the stay there ended” says)",
        "This case: withdrawn on Sun, 22 Nov 2026",
    ]
    document = json.loads(loket("track", file, "--on", "2026-11-23", "--json").out)
    assert {**document["end"], "text": ""} == {"how": "left", "on": "2026-11-21", "fact": "stay/otp_end", "text": ""}
    assert document["end"]["text"].startswith("Left the place on Sat")


def test_a_last_day_before_the_arrival_stands_in_the_json(loket: Loket, tmp_path: Path) -> None:
    file = tmp_path / "late.json"
    file.write_bytes(write_case(in_otp(day(-2), day(-40), otp_agrees=False)))
    document = json.loads(loket("track", file, "--on", "2026-11-23", "--json").out)
    found = {moment["moment"]: moment["deadline"]["too_soon"] for moment in document["moments"]}
    assert found["otp_intake"] is None
    assert found["otp_outtake"] < str(day(-2))


def test_what_is_odd_is_asked_about(loket: Loket, tmp_path: Path) -> None:
    file = tmp_path / "odd.json"
    file.write_bytes(write_case(in_otp(day(-9), day(-8))))
    said = loket("track", file, "--on", "2026-11-23")
    assert "Arrived in the open return place before the final refusal was notified." in " ".join(said.out.split())


def test_what_is_missing_says_of_which_decision(loket: Loket, tmp_path: Path) -> None:
    file = tmp_path / "two.json"
    file.write_bytes(write_case(resident(decisions=(refused(day(-30)), rejected(None)))))
    said = " ".join(loket("track", file, "--on", "2026-11-23").out.split())
    assert "needs “Date of notification” – CALL" in said


def test_json_is_one_document_with_the_same(loket: Loket, place: Path) -> None:
    said = loket("track", place, "--on", "2026-11-23", "--json")
    told = json.loads(said.out)
    assert (told["loket_track"], told["phase"], told["applies"]) == (1, "open_return_place", "yes")
    assert told["aid_ends"]["on"] == "2026-12-16"
    moments = {moment["moment"]: moment for moment in told["moments"]}
    assert moments["otp_icam_intake"]["deadline"]["on"] == "2026-11-27"
    assert moments["otp_icam_intake"]["deadline"]["from"] == "otp_intake_held"
    assert {point["id"]: point["covered"] for point in moments["otp_intake"]["points"]}["options"] is True
    assert said.err == ""


def test_without_a_day_it_is_today(loket: Loket, place: Path) -> None:
    assert json.loads(loket("track", place, "--json").out)["on"]


@pytest.mark.parametrize(
    "typed",
    [
        ("--on", "31/2/2026"),
        ("--on", "2026"),
        ("--on", "0001-01-01"),
        ("--on", "2011-12-31"),
        ("--on", "2100-01-01"),
        ("--on",),
    ],
)
def test_a_day_that_is_none_is_one_line(loket: Loket, place: Path, typed: tuple[str, ...]) -> None:
    said = loket("track", place, *typed)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert "--on" in said.err


def test_a_file_that_is_no_case_is_one_line(loket: Loket, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text("{", encoding="utf-8")
    said = loket("track", file)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert "broken.json" in said.err


def test_a_refusal_that_no_decision_tells_of_is_a_phase_not_known_yet(loket: Loket, tmp_path: Path) -> None:
    file = tmp_path / "rejected.json"
    file.write_bytes(write_case(resident(category=StayCategory.REJECTED, decisions=(), procedures=())))
    said = " ".join(loket("track", file, "--on", "2026-11-23").out.split())
    assert "Return track on Mon, 23 Nov 2026: not known yet" in said


def test_an_extension_is_told_as_recorded(loket: Loket, tmp_path: Path) -> None:
    file = tmp_path / "extended.json"
    file.write_bytes(write_case(extended(ExtensionState.GRANTED, until=day(30), answered_on=day(-3))))
    told = " ".join(loket("track", file, "--on", "23/11/2026").out.split())
    assert "End of the material aid: Wed, 23 Dec 2026 · as recorded: extension granted on Fri, 20 Nov 2026" in told
    document = json.loads(loket("track", file, "--on", "23/11/2026", "--json").out)
    assert document["extension"]["state"] == "granted"
    assert (document["aid_ends"]["on"], document["aid_ends"]["from_fact"]) == ("2026-12-23", "stay/extensions/e/until")


def test_what_was_said_to_be_right_is_marked(loket: Loket, tmp_path: Path) -> None:
    told = {"appeal_lodged": True, "appeal_lodged_on": day(-2), "appeal_suspensive": True, "hearing_on": day(-3)}
    case = resident(decisions=(refused(day(-9), **told),))
    (question,) = track_of(case, MONDAY).questions
    note = SaidRight("n", question.path, question.kind.value, question.other, about(case, question), day(-1), "an")
    file = tmp_path / "right.json"
    file.write_bytes(write_case(replace(case, said_right=(note,))))
    told_so = loket("track", file, "--on", "23/11/2026").out
    assert "To look at again" not in told_so
    assert "Looked at and right" in told_so
    assert "said to be right on Sun, 22 Nov 2026" in told_so
    document = json.loads(loket("track", file, "--on", "23/11/2026", "--json").out)
    assert [(each["kind"], each["said_right"]) for each in document["questions"]] == [
        ("hearing_before_appeal", {"on": "2026-11-22", "by": "an"})
    ]
