"""An open return place of an earlier request makes room for the next one and stays told: in the picture and its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.changes import Change, apply
from loket_app.domain.stay import EarlierPlace, EndOfStay, OpenReturnPlace, ProcedureKind
from loket_app.domain.track_kept import begun_anew, kept
from loket_app.domain.track_parts import Event, EventKind, Phase, Track
from loket_app.domain.track_rounds import anew, rounds
from loket_app.services.track import track_of
from tests.at_work import NOW
from tests.track_cases import MONDAY, again, asked, day, in_otp, rejected, residents

BEFORE = EarlierPlace(
    "e",
    arrived_on=day(-340),
    agrees=True,
    agreed_on=day(-335),
    end=EndOfStay.SUBSEQUENT_REQUEST,
    ended_on=day(-299),
)


def moved(case: Case) -> Case:
    """Begun anew: the answers emptied, and kept as an earlier place."""
    place = kept(case, "e")
    assert place is not None
    for path, empty in anew(case).items():
        case = apply(case, Change(case.id, path, getattr(case.stay, path.split("/")[1]), empty, "an", NOW, "g"))
    return replace(case, stay=replace(case.stay, earlier_places=(place,)))


def place_spans(found: Track) -> list[tuple[date | None, date | None]]:
    return [(each.starts, each.ends) for each in found.spans if each.phase is Phase.OPEN_RETURN_PLACE]


def test_what_was_answered_is_kept_whole() -> None:
    assert kept(again(), "e") == BEFORE
    assert moved(again()).stay.open_return_place is NOT_ASKED


def test_a_place_assigned_in_a_request_between_is_an_earlier_place_too_in_the_same_act() -> None:
    """Three requests: a stay in the first, a place assigned in the second, and now the third."""
    case = again(otp_assigned_on=day(-150), otp_place="Zwijnaarde")
    third = asked(3, ProcedureKind.SUBSEQUENT_PROTECTION, day(-60))
    decisions = (*case.stay.decisions[:2], replace(rejected(day(-200)), id="rvv-2"), rejected(day(-7)))
    three = replace(case, stay=replace(case.stay, procedures=(*case.stay.procedures, third), decisions=decisions))
    assert rounds(three, MONDAY).elsewhere == "stay/otp_assigned_on"
    numbers = map(str, count())
    places, emptied = begun_anew(three, MONDAY, lambda: next(numbers))
    assert places == (
        replace(BEFORE, id="0"),
        EarlierPlace("1", assigned_on=day(-150), place="Zwijnaarde"),
    )
    assert set(emptied.values()) == {NOT_ASKED}
    told: dict[str, Any] = {path.removeprefix("stay/"): empty for path, empty in emptied.items()}
    bare = replace(three, stay=replace(three.stay, **told))
    assert (rounds(bare, MONDAY).elsewhere, anew(bare)) == ("", {})


def test_a_place_assigned_in_the_request_of_now_stays_when_the_days_before_it_are_kept() -> None:
    case = again(otp_assigned_on=day(-2))
    places, emptied = begun_anew(case, MONDAY, lambda: "e")
    assert places == (BEFORE,)
    assert "stay/otp_assigned_on" not in emptied


def test_with_nothing_to_keep_nothing_is_kept() -> None:
    assert kept(residents()[Phase.FINAL_REFUSAL], "e") is None


def test_the_picture_and_the_days_stay_as_they_were() -> None:
    whole, found = track_of(again(), MONDAY), track_of(moved(again()), MONDAY)
    assert found.spans == whole.spans
    assert [(each.on, each.kind) for each in found.events] == [(each.on, each.kind) for each in whole.events]
    assert Event("stay/earlier_places/e/arrived_on", EventKind.OTP_ARRIVAL, day(-340)) in found.events


def test_no_term_of_now_runs_from_an_earlier_place() -> None:
    found, bare = moved(again()), replace(moved(again()), stay=replace(moved(again()).stay, earlier_places=()))
    told, silent = track_of(found, MONDAY), track_of(bare, MONDAY)
    assert (told.phase, told.aid_ends, told.moments) == (silent.phase, silent.aid_ends, silent.moments)
    assert told.questions == silent.questions


def test_the_next_place_stands_beside_the_earlier_one() -> None:
    stay = replace(moved(again()).stay, open_return_place=OpenReturnPlace.ASSIGNED, otp_arrived_on=day(-2))
    found = track_of(replace(again(), stay=stay), MONDAY)
    assert place_spans(found) == [(day(-340), day(-300)), (day(-2), day(23))]


def test_what_is_kept_of_no_earlier_request_is_in_no_round() -> None:
    case = in_otp(day(-7), day(-14))
    told = replace(case, stay=replace(case.stay, earlier_places=(replace(BEFORE, arrived_on=day(-3)),)))
    assert track_of(told, MONDAY).spans == track_of(case, MONDAY).spans
