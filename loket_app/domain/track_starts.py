"""What begins a round of the track: a later request, or a decision that tells of one that was not written down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from loket_app.domain.answers import known, or_none
from loket_app.domain.case import Case
from loket_app.domain.handover import DepartureResult
from loket_app.domain.stay import Authority, Decision, EndOfStay, Outcome, Procedure, ProcedureKind, Stay
from loket_app.domain.track_decisions import day_path, is_final, of_protection, when
from loket_app.domain.track_pending import begun, is_closed

PLACE_DAYS: Final = ("otp_arrived_on", "otp_agreed_on", "otp_ended_on", "otp_assigned_on")
"""The days of the open return place; the first that is known tells which refusal the stay there follows."""
_DECIDED: Final = (Outcome.NEGATIVE, Outcome.POSITIVE)


@dataclass(frozen=True)
class Start:
    """What begins a round: its day, and where that stands; `on` is the day where it is known whole.

    A decision of the day of a request is about the request before it: nobody decides within the day.
    """

    day: date
    path: str
    on: date | None
    request: bool

    def is_before(self, day: date) -> bool:
        """Whether what happened on that day is of this round."""
        return self.day < day or (self.day == day and not self.request)


def starts(case: Case, on: date) -> tuple[Start | None, ...]:
    """What begins each round, the earliest first; None for the first of all."""
    found = sorted(_requests(case, on), key=_order)
    if found and _nothing_before(case, found[0]):
        del found[0]
    decided = [each for each in of_protection(case.stay) if each.outcome in _DECIDED and when(each) < date.max]
    for decision in sorted(decided, key=lambda each: (when(each), each.id)):
        if _tells_of_a_request(case, decision, found):
            found = sorted(
                (*found, Start(when(decision), day_path(decision), when(decision), request=False)), key=_order
            )
    return (None, *found)


def place_of(day: date, found: Sequence[Start | None]) -> int:
    """The number of the round in which something of that day happened."""
    return max(number for number, start in enumerate(found) if start is None or start.is_before(day))


def waiting(case: Case, on: date) -> tuple[str, ...]:
    """Later requests until this day that run and have begun no round yet: the open return place goes on."""
    began = {start.path for start in _requests(case, on)}
    return tuple(
        sorted(
            started(each)
            for each in _later(case.stay)
            if known(each.started_on)
            and _earliest(each) <= on
            and not is_closed(each)
            and started(each) not in began
            and not _decides(case, each, on)
        )
    )


def has_undated(stay: Stay) -> bool:
    """Whether a later request is written without its day: none is missing then."""
    return any(not known(each.started_on) for each in _later(stay))


def unplaced(case: Case, on: date) -> tuple[str, ...]:
    """Later requests of which the missing day decides what is before them and what after."""
    open_ = (each for each in _later(case.stay) if each.outcome is not Outcome.WITHDRAWN)
    return tuple(sorted(started(each) for each in open_ if _decides(case, each, on)))


def started(procedure: Procedure) -> str:
    """Where the day of a request stands."""
    return f"stay/procedures/{procedure.id}/started_on"


def _order(start: Start) -> tuple[date, bool, str]:
    return start.day, not start.request, start.path


def _first(stay: Stay) -> Procedure | None:
    """The first request; one without a day comes before all others."""
    asked = [each for each in stay.procedures if each.kind is ProcedureKind.PROTECTION]
    return min(asked, key=lambda each: (_earliest(each), each.id), default=None)


def _earliest(procedure: Procedure) -> date:
    began = or_none(procedure.started_on)
    return began.earliest if began else date.min


def _later(stay: Stay) -> Iterator[Procedure]:
    """Every request that says to be a later one, or that has a day and is not the first."""
    first = _first(stay)
    for each in stay.procedures:
        dated = each.kind is ProcedureKind.PROTECTION and known(each.started_on)
        if each is not first and (dated or each.kind is ProcedureKind.SUBSEQUENT_PROTECTION):
            yield each


def _requests(case: Case, on: date) -> Iterator[Start]:
    """Of the later requests those whose day leaves no doubt; the ones of one day count once."""
    first = _first(case.stay)
    usable = [each for each in _later(case.stay) if known(each.started_on) and not _decides(case, each, on)]
    told = sorted(((_earliest(each), each) for each in usable), key=lambda each: (each[0], each[1].id))
    seen = {_earliest(first)} if first else set()
    for day, each in begun(case, told, on):
        if day not in seen:
            seen.add(day)
            exact = each.started_on.exact if known(each.started_on) else None
            yield Start(day, started(each), exact, request=True)


def _decides(case: Case, later: Procedure, on: date) -> bool:
    began = or_none(later.started_on)
    first, last = (began.earliest, began.latest) if began else (date.min, on)
    days = [when(each) for each in of_protection(case.stay)]
    days += [day for name in PLACE_DAYS if (day := or_none(getattr(case.stay, name)))]
    return first != last and any(first < day <= last for day in days if day <= on)


def _nothing_before(case: Case, start: Start) -> bool:
    """Whether the first request that is written is the first thing of all."""
    days = [when(each) for each in of_protection(case.stay)]
    days += [day for name in PLACE_DAYS if (day := or_none(getattr(case.stay, name)))]
    return _first(case.stay) is None and all(start.is_before(day) for day in days)


def _tells_of_a_request(case: Case, decision: Decision, found: Sequence[Start]) -> bool:
    """Of the CGVS after a final refusal, or any after the end of the stay: both are about another request.

    Not when the refusal was annulled in between: the CGVS then decides again on the same one.
    """
    day = when(decision)
    here = [start for start in found if start.is_before(day)]
    since = here[-1] if here else None

    def closed(on: date | None) -> bool:
        return on is not None and on < day and (since is None or since.is_before(on))

    if any(closed(each) for each in _ended(case, since)):
        return True
    refusals = [when(each) for each in of_protection(case.stay) if is_final(each) and closed(when(each))]
    annulled = [
        when(each) for each in of_protection(case.stay) if each.outcome is Outcome.POSITIVE and when(each) < day
    ]
    undone = bool(refusals and annulled) and max(annulled) > max(refusals)
    return decision.authority is Authority.CGVS and bool(refusals) and not undone


def _ended(case: Case, since: Start | None) -> Iterator[date | None]:
    """The ends that close a round; a later request that ended an earlier stay does not close its own."""
    stay = case.stay
    earlier = known(stay.otp_arrived_on) and not (since is None or since.is_before(stay.otp_arrived_on))
    if since is None or not (earlier or stay.otp_end is EndOfStay.SUBSEQUENT_REQUEST):
        yield or_none(stay.otp_ended_on)
    if case.departure.result is DepartureResult.DEPARTED:
        yield or_none(case.departure.departed_on)
