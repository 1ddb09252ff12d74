"""Whether a later request has begun a round of the track yet: the terms of an open return place go on until it is said.

S3 ends the stay in an open return place at a later request and a new assignment, not at the request alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from loket_app.domain.answers import known, or_none
from loket_app.domain.case import Case
from loket_app.domain.stay import EndOfStay, OpenReturnPlace, Outcome, Procedure, Stay
from loket_app.domain.track_decisions import is_final, of_protection, when

_DECIDED: Final = (Outcome.NEGATIVE, Outcome.POSITIVE)
_CLOSED: Final = (Outcome.NEGATIVE, Outcome.WITHDRAWN)


def begun(case: Case, later: Iterable[tuple[date, Procedure]], on: date) -> list[tuple[date, Procedure]]:
    """Of later requests, the earliest first, those that began a round until a day; those still to come are kept."""
    found: list[tuple[date, Procedure]] = []
    told = list(later)
    for number, (day, procedure) in enumerate(told):
        until = told[number + 1][0] if number + 1 < len(told) else date.max
        since = found[-1][0] if found else None
        if day > on or _is_decided(case, day, until, on) or _begins(case, procedure, since, day, on):
            found.append((day, procedure))
    return found


def is_closed(procedure: Procedure) -> bool:
    """Whether it was refused or withdrawn: without a decision of its own it changes nothing."""
    return procedure.outcome in _CLOSED


def _begins(case: Case, procedure: Procedure, since: date | None, day: date, on: date) -> bool:
    if _has_ended(case.stay, on) and case.stay.otp_end is EndOfStay.SUBSEQUENT_REQUEST:
        return True
    return not is_closed(procedure) and not _place_goes_on(case, since, day, on)


def _is_decided(case: Case, day: date, until: date, on: date) -> bool:
    decided = [when(each) for each in of_protection(case.stay) if each.outcome in _DECIDED]
    dated = any(day < each <= min(until, on) for each in decided)
    return dated or (until == date.max in decided and _was_refused(case.stay, None, day))


def _place_goes_on(case: Case, since: date | None, day: date, on: date) -> bool:
    """Whether the place belongs to the refusal before the request, and nobody said that the stay there ended."""
    stay = case.stay
    arrived = or_none(stay.otp_arrived_on)
    if arrived is None and stay.open_return_place is not OpenReturnPlace.ASSIGNED:
        return False
    if since is not None and arrived is not None and arrived < since:
        return False
    return (arrived is not None or _was_refused(stay, since, day)) and not _has_ended(stay, on)


def _was_refused(stay: Stay, since: date | None, day: date) -> bool:
    return any(is_final(each) and (since or date.min) < when(each) <= day for each in of_protection(stay))


def _has_ended(stay: Stay, on: date) -> bool:
    ended = or_none(stay.otp_ended_on)
    return ended <= on if ended else known(stay.otp_end)
