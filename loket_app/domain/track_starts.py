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

PLACE_DAYS: Final = ("otp_arrived_on", "otp_agreed_on", "otp_ended_on")
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


def unplaced(case: Case, on: date) -> tuple[str, ...]:
    """Later requests of which the missing day decides what is before them and what after."""
    return tuple(sorted(started(each) for each in _later(case.stay) if _decides(case, each, on)))


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
    seen = {_earliest(first)} if first else set()
    for each in sorted(_later(case.stay), key=lambda each: (_earliest(each), each.id)):
        began = or_none(each.started_on)
        if began and began.earliest not in seen and not _decides(case, each, on):
            seen.add(began.earliest)
            yield Start(began.earliest, started(each), began.exact, request=True)


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
