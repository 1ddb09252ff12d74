"""The rounds of a case: a request for protection with all that follows it, until a later request begins the next one.

S3 follows one request, and knows a later one as an end of the stay in an open return place (a subsequent request with a
new assignment); S1 knows one request only. So a later request begins the track anew, and what came before it is history.
There is one set of answers on the open return place: it belongs to the round in which its days fall.
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
from loket_app.domain.track_starts import PLACE_DAYS, Start, place_of, starts, unplaced, waiting

PLACE: Final = (
    "open_return_place",
    "otp_place",
    "otp_arrived_on",
    "otp_agrees",
    "otp_agreed_on",
    "otp_end",
    "otp_ended_on",
    "refuses_to_leave",
)
"""The answers on the open return place, all of one stay."""

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
    when they are about this one. `pending` are later requests that run while the open return place goes on.
    """

    case: Case
    before: tuple[Round, ...]
    now: Round
    unplaced: tuple[str, ...]
    elsewhere: str
    pending: tuple[str, ...] = ()


def rounds(case: Case, on: date) -> Rounds:
    """The rounds that have begun until a day. Nothing depends on the order in which anything was entered."""
    all_of_them = starts(case, on)
    begun = [start for start in all_of_them if start is None or start.day <= on]
    ends = [*(start.day for start in all_of_them[1:] if start), None]
    of_the_place = _place(case, all_of_them, len(begun))
    found = tuple(
        Round(_within(case, all_of_them, number, len(begun), of_the_place), start, ends[number])
        for number, start in enumerate(begun)
    )
    asked = anew(case) and not is_answered_anew(case.stay)
    elsewhere = _first_day(case.stay)[0] if of_the_place < len(found) - 1 and asked else ""
    return Rounds(case, found[:-1], found[-1], unplaced(case, on), elsewhere, waiting(case, on))


def anew(case: Case) -> dict[str, Any]:
    """What empties the answers on the open return place, for one act that can be undone: the history keeps them."""
    kept = ("open_return_place",) if is_answered_anew(case.stay) else ()
    told = [name for name in PLACE if getattr(case.stay, name) is not NOT_ASKED and name not in kept]
    return {f"stay/{name}": NOT_ASKED for name in told}


def is_answered_anew(stay: Stay) -> bool:
    """Whether the answer on the place is younger than the days: who arrived in one was not without one then."""
    elsewhere = stay.open_return_place in (OpenReturnPlace.EXCEPTION_ASKED, OpenReturnPlace.NONE)
    return elsewhere and known(stay.otp_arrived_on)


def _first_day(stay: Stay) -> tuple[str, date | None]:
    """The day that places the stay in the open return place, and where it stands."""
    days = [(f"stay/{name}", day) for name in PLACE_DAYS if (day := or_none(getattr(stay, name)))]
    return days[0] if days else ("stay/open_return_place", None)


def _place(case: Case, found: Sequence[Start | None], begun: int) -> int:
    """The round of the open return place: it follows a final refusal, and one without days follows the last one."""
    refused: dict[int, date] = {}
    for decision in of_protection(case.stay):
        if is_final(decision):
            number = _number(when(decision), found, begun)
            refused[number] = max(when(decision), refused.get(number, date.min))
    _path, day = _first_day(case.stay)
    last = begun - 1 if day is None else min(place_of(day, found), begun - 1)
    ended = or_none(case.stay.otp_ended_on) or date.max
    fitting = [number for number, on in refused.items() if number <= last and (on <= ended or number == min(refused))]
    return max(fitting, default=last)


def _number(day: date, found: Sequence[Start | None], begun: int) -> int:
    """The round of a day; what has no day (date.max) is of the last one that has begun."""
    return begun - 1 if day == date.max else place_of(day, found)


def _within(case: Case, found: Sequence[Start | None], number: int, begun: int, place: int) -> Case:
    def is_here(decision: Decision) -> bool:
        return _number(when(decision), found, begun) == number

    stay = replace(
        case.stay,
        decisions=tuple(each for each in case.stay.decisions if is_here(each)),
        procedures=tuple(each for each in case.stay.procedures if _asked_here(each, found, number, begun)),
    )
    stay = _with_place(stay, place, number, begun - 1)
    here, until = found[number], found[number + 1] if number + 1 < len(found) else None
    left = or_none(case.departure.departed_on)
    gone = left is None or place_of(left, found) == number
    return replace(
        case,
        stay=stay,
        departure=case.departure if gone else Departure(),
        conversations=tuple(each for each in case.conversations if _talked_here(each, here, until)),
    )


def _with_place(stay: Stay, place: int, number: int, last: int) -> Stay:
    """The answers on the place in the round that they are about; one that was given anew is of the last round."""
    anew = place < last and is_answered_anew(stay)
    if place == number:
        return replace(stay, open_return_place=OpenReturnPlace.ASSIGNED) if anew else stay
    answer = stay.open_return_place if anew and number == last else NOT_ASKED
    return replace(stay, **{**_NO_PLACE, "open_return_place": answer})


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
