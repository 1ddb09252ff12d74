"""Open return places of earlier requests: kept when their answers make room for a next one, and drawn in their round.

Only what is drawn reads them. What was asked for in such a place is over: no term of today runs from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final

from loket_app.domain.answers import NOT_ASKED, or_none
from loket_app.domain.case import Case
from loket_app.domain.stay import EarlierPlace, OpenReturnPlace
from loket_app.domain.track_parts import EventKind
from loket_app.domain.track_rounds import Round, anew, rounds

_OF_THE_STAY: Final = {
    each.name: each.name if each.name == "refuses_to_leave" else f"otp_{each.name}"
    for each in fields(EarlierPlace)
    if each.name != "id"
}
"""The answers on a place, each with the name that it has while the place is the one of now."""
_EVENTS: Final = {
    "assigned_on": EventKind.OTP_ASSIGNED,
    "arrived_on": EventKind.OTP_ARRIVAL,
    "agreed_on": EventKind.AGREED,
    "ended_on": EventKind.STAY_ENDED,
}


def kept(case: Case, new_id: str) -> EarlierPlace | None:
    """What beginning anew takes away, as an earlier place; None when it takes nothing that one holds."""
    away = anew(case)
    told = {name: getattr(case.stay, there) for name, there in _OF_THE_STAY.items() if f"stay/{there}" in away}
    return EarlierPlace(new_id, **told) if told else None


def begun_anew(case: Case, on: date, new_id: Callable[[], str]) -> tuple[tuple[EarlierPlace, ...], dict[str, Any]]:
    """The earlier places of a case in which the next one is begun, and the answers that this empties.

    A place that was assigned anew, and in a request that is over too, is an earlier one like the place before it.
    """
    places: list[EarlierPlace] = []
    emptied: dict[str, Any] = {}
    while away := anew(case):
        place = kept(case, new_id())
        places += [place] if place else []
        emptied |= away
        stay = replace(case.stay, **{path.removeprefix("stay/"): empty for path, empty in away.items()})
        case = replace(case, stay=stay)
        if not rounds(case, on).elsewhere:
            break
    return tuple(places), emptied


def kept_events(case: Case) -> Iterator[tuple[str, EventKind, date | None]]:
    """The days of earlier places."""
    for each in case.stay.earlier_places:
        for name, kind in _EVENTS.items():
            said_no = name == "agreed_on" and each.agrees is False
            yield f"stay/earlier_places/{each.id}/{name}", kind, None if said_no else or_none(getattr(each, name))


def with_kept(found: Round) -> Case:
    """The case of an earlier round with the place that was kept of it, if there is one and none stands there."""
    case = found.case
    places = [each for each in case.stay.earlier_places if (day := _first_day(each)) and _holds(found, day)]
    if not places or case.stay.open_return_place is not NOT_ASKED or case.stay.otp_arrived_on is not NOT_ASKED:
        return case
    place = max(places, key=lambda each: (_first_day(each) or date.min, each.id))
    told: dict[str, Any] = {there: getattr(place, name) for name, there in _OF_THE_STAY.items()}
    return replace(case, stay=replace(case.stay, open_return_place=OpenReturnPlace.ASSIGNED, **told))


def _first_day(place: EarlierPlace) -> date | None:
    return or_none(place.arrived_on) or or_none(place.assigned_on)


def _holds(found: Round, day: date) -> bool:
    return (found.start is None or found.start.day <= day) and (found.until is None or day < found.until)
