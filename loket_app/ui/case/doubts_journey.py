"""What a page says under a day or an answer of the journey that deserves a second look."""

from __future__ import annotations

from datetime import date

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.money import ZERO
from loket_app.domain.person import Fitness
from loket_app.i18n import _, formats
from loket_app.i18n.joining import listed
from loket_app.i18n.phrases import name_in

_ON_THE_WAY = ("departed_on", "arrived_on")
_HAPPENED = (*_ON_THE_WAY, "booked_on", "premium_paid_on", "premium_returned_on")
_ENDS_THAT_DAY = (DepartureResult.NO_SHOW, DepartureResult.REFUSED_BOARDING, DepartureResult.WITHDREW)


def doubt_of_departure(case: Case, name: str, today: date) -> str:
    """The sentence for a question of the departure, by its name; nothing when there is no doubt."""
    departure = case.departure
    if name == "result":
        return _of_the_end(departure, today)
    if name == "premium_given":
        return _of_the_premium(departure)
    if name == "leaves_on":
        return _of_the_booking(case)
    day = getattr(departure, name) if name in _HAPPENED else None
    if not isinstance(day, date):
        return ""
    if name in _ON_THE_WAY and departure.fell_through:
        return _(
            "Above it says that the journey was not made. This day doesn't count: empty it, or change what happened."
        )
    return _to_come(day, today) or (_of_the_arrival(departure) if name == "arrived_on" else "")


def doubt_of_report(day: object, today: date) -> str:
    """The same for the day of a partner's report."""
    return _to_come(day, today) if isinstance(day, date) else ""


def _to_come(day: date, today: date) -> str:
    """Of what happened: the year may be a slip of the pen, and terms and amounts are counted with it."""
    return _("This day is still to come.") if day > today else ""


def _of_the_arrival(departure: Departure) -> str:
    left, arrived = departure.departed_on, departure.arrived_on
    if known(left) and known(arrived) and arrived < left:
        return _("That is before the day of departure. One of the two is wrong.")
    return ""


def _of_the_end(departure: Departure, today: date) -> str:
    """Of a day to come nobody knows the end: it was booked anew, and the agenda watches no day of which the end is told."""
    leaves = departure.leaves_on
    if departure.result not in _ENDS_THAT_DAY or not known(leaves) or leaves <= today:
        return ""
    words = _(
        "The booked day, {date}, is still to come. Was the journey booked again? "
        "Then set this to “not asked”: Today watches that day again."
    )
    return words.format(date=formats.format_date(leaves, "long"))


def _of_the_booking(case: Case) -> str:
    leaves, booked, earliest = case.departure.leaves_on, case.departure.booked_on, case.journey.earliest_on
    if not known(leaves):
        return ""
    if known(booked) and leaves < booked:
        return _("That is before the day of the booking. One of the two is wrong.")
    if known(earliest) and leaves < earliest:
        words = _("That is before {date}, the earliest day that was noted for the journey.")
        return words.format(date=formats.format_date(earliest, "long"))
    return "" if known(case.departure.result) else _of_who_cannot_travel(case)


def _of_who_cannot_travel(case: Case) -> str:
    unfit = [each.id for each in case.household if each.travels is not False and each.fitness is Fitness.NOT_FIT]
    names = listed(name_in(case, each) for each in unfit)
    words = _("Noted as not able to travel now: {names}. Look again at that answer, or at the booking.")
    return words.format(names=names) if names else ""


def _of_the_premium(departure: Departure) -> str:
    if departure.premium_given is not False or not known(departure.premium_paid) or departure.premium_paid == ZERO:
        return ""
    return _("“No” stands here, and below it an amount that was paid. One of the two is wrong.")
