"""The rounds of a case: a request for protection with all that follows it, until a later request begins the next one.

S3 follows one request, and knows a later one as an end of the stay in an open return place (a subsequent request with a
new assignment); S1 knows one request only. So a later request begins the track anew, and what came before it is history.
There is one set of answers on the open return place: it belongs to the round in which its days fall. Only the answer
whether there is a place may be younger: said to be none while an arrival stands, or assigned on a later day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from loket_app.domain.answers import NOT_ASKED, known, or_none
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation
from loket_app.domain.handover import Departure
from loket_app.domain.stay import Decision, OpenReturnPlace, Procedure, Stay
from loket_app.domain.track_decisions import PROTECTION, is_final, of_protection, when
from loket_app.domain.track_extensions import extended_on
from loket_app.domain.track_starts import PLACE_DAYS, Start, place_of, starts, unplaced, waiting

PLACE: Final = (
    "open_return_place",
    "otp_assigned_on",
    "otp_place",
    "otp_arrived_on",
    "otp_agrees",
    "otp_agreed_on",
    "otp_end",
    "otp_ended_on",
    "refuses_to_leave",
)
"""The answers on the open return place, all of one stay."""

_ASSIGNED: Final = ("open_return_place", "otp_assigned_on", "otp_place")
"""What is said of a place before anybody arrives in it."""

_NO_PLACE: Final[dict[str, Any]] = dict.fromkeys(PLACE, NOT_ASKED)


@dataclass(frozen=True)
class Round:
    """The case as it stands within one round. `start` is None for the first of all, `until` for the last."""

    case: Case
    start: Start | None
    until: date | None


@dataclass(frozen=True)
class Rounds:
    """All rounds that have begun of a case; `now` is the last. `unplaced` are later requests whose missing day decides.

    `elsewhere` is the path of the day by which the answers on the open return place are about an earlier round; empty
    when they are about this one. `older` is that path where the place was assigned anew and only its days are of before.
    `pending` are later requests that run while the open return place goes on.
    """

    case: Case
    before: tuple[Round, ...]
    now: Round
    unplaced: tuple[str, ...]
    elsewhere: str
    pending: tuple[str, ...] = ()
    older: str = ""


def rounds(case: Case, on: date) -> Rounds:
    """The rounds that have begun until a day. Nothing depends on the order in which anything was entered."""
    all_of_them = starts(case, on)
    begun = [start for start in all_of_them if start is None or start.day <= on]
    ends = [*(start.day for start in all_of_them[1:] if start), None]
    place = _place(case, all_of_them, len(begun))
    found = tuple(
        Round(_within(case, all_of_them, number, len(begun), place), start, ends[number])
        for number, start in enumerate(begun)
    )
    is_old, days_at = place.answer < len(found) - 1, _first_day(case.stay)[0]
    elsewhere = ("stay/otp_assigned_on" if place.days < place.answer else days_at) if is_old and anew(case) else ""
    older = days_at if place.days < place.answer and not is_old and _is_assigned_anew(case.stay) else ""
    return Rounds(case, found[:-1], found[-1], unplaced(case, on), elsewhere, waiting(case, on), older)


def anew(case: Case) -> dict[str, Any]:
    """What empties the answers on the open return place, for one act that can be undone: the history keeps them."""
    kept = _younger(case.stay)
    told = [name for name in PLACE if getattr(case.stay, name) is not NOT_ASKED and name not in kept]
    return {f"stay/{name}": NOT_ASKED for name in told}


def _younger(stay: Stay) -> tuple[str, ...]:
    """The answers on the place that are younger than its days."""
    if _is_assigned_anew(stay):
        return _ASSIGNED
    return ("open_return_place",) if _is_without_anew(stay) else ()


def _is_without_anew(stay: Stay) -> bool:
    """Whether somebody who arrived in a place is now without one: who arrived was not without one then."""
    elsewhere = stay.open_return_place in (OpenReturnPlace.EXCEPTION_ASKED, OpenReturnPlace.NONE)
    return elsewhere and known(stay.otp_arrived_on)


def _is_assigned_anew(stay: Stay) -> bool:
    """Whether a place was assigned after all that is told of a stay in one."""
    days = [day for name in PLACE_DAYS if name != "otp_assigned_on" and (day := or_none(getattr(stay, name)))]
    assigned = or_none(stay.otp_assigned_on)
    told = stay.open_return_place is OpenReturnPlace.ASSIGNED and assigned is not None
    return told and bool(days) and assigned is not None and max(days) < assigned


def _first_day(stay: Stay) -> tuple[str, date | None]:
    """The day that places the stay in the open return place, and where it stands."""
    days = [(f"stay/{name}", day) for name in PLACE_DAYS if (day := or_none(getattr(stay, name)))]
    return days[0] if days else ("stay/open_return_place", None)


@dataclass(frozen=True)
class _Place:
    """The round that the days in the open return place are of, and that of the answer whether there is one."""

    days: int
    answer: int


def _place(case: Case, found: Sequence[Start | None], begun: int) -> _Place:
    stay = case.stay
    days = _follows(case, found, begun, _first_day(stay)[1], or_none(stay.otp_ended_on))
    if _is_without_anew(stay):
        return _Place(days, begun - 1)
    answer = _follows(case, found, begun, or_none(stay.otp_assigned_on), None) if _is_assigned_anew(stay) else days
    return _Place(days, max(days, answer))


def _follows(case: Case, found: Sequence[Start | None], begun: int, day: date | None, ended: date | None) -> int:
    """The round of a place: it follows a final refusal, and one without a day follows the last one."""
    refused: dict[int, date] = {}
    for decision in of_protection(case.stay):
        if is_final(decision):
            number = _number(when(decision), found, begun)
            refused[number] = max(when(decision), refused.get(number, date.min))
    last = begun - 1 if day is None else min(place_of(day, found), begun - 1)
    until = ended or date.max
    fitting = [number for number, on in refused.items() if number <= last and (on <= until or number == min(refused))]
    return max(fitting, default=last)


def _number(day: date, found: Sequence[Start | None], begun: int) -> int:
    """The round of a day; what has no day (date.max) is of the last one that has begun."""
    return begun - 1 if day == date.max else place_of(day, found)


def _within(case: Case, found: Sequence[Start | None], number: int, begun: int, place: _Place) -> Case:
    def is_here(decision: Decision) -> bool:
        return _number(when(decision), found, begun) == number

    stay = replace(
        case.stay,
        decisions=tuple(each for each in case.stay.decisions if is_here(each)),
        procedures=tuple(each for each in case.stay.procedures if _asked_here(each, found, number, begun)),
        extensions=tuple(each for each in case.stay.extensions if _number(extended_on(each), found, begun) == number),
    )
    stay = _with_place(stay, place, number)
    here, until = found[number], found[number + 1] if number + 1 < len(found) else None
    left = or_none(case.departure.departed_on)
    gone = left is None or place_of(left, found) == number
    return replace(
        case,
        stay=stay,
        departure=case.departure if gone else Departure(),
        conversations=tuple(each for each in case.conversations if _talked_here(each, here, until)),
    )


def _with_place(stay: Stay, place: _Place, number: int) -> Stay:
    """The answers on the place in the round that they are about; in that of its days there was a place for certain."""
    younger = _younger(stay) if place.days < place.answer else ()
    if place.days == number:
        without: dict[str, Any] = dict.fromkeys(younger, NOT_ASKED)
        return replace(stay, **{**without, "open_return_place": OpenReturnPlace.ASSIGNED}) if younger else stay
    answered = {name: getattr(stay, name) for name in younger} if place.answer == number else {}
    return replace(stay, **{**_NO_PLACE, **answered})


def _asked_here(procedure: Procedure, found: Sequence[Start | None], number: int, begun: int) -> bool:
    if procedure.kind not in PROTECTION:
        return True
    if not known(procedure.started_on):
        return number in (0, begun - 1)
    day = procedure.started_on.earliest
    return number == max(n for n, start in enumerate(found) if start is None or start.day <= day)


def _talked_here(conversation: Conversation, here: Start | None, until: Start | None) -> bool:
    on = or_none(conversation.on)
    return on is None or ((here is None or here.day <= on) and (until is None or on < until.day))
