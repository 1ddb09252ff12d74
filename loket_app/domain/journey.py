"""What follows from the answers about the journey: when to be there, what to ask the carrier, what IOM can arrange.

The sentences are rules with a source (resources/rules/journey); their conditions stand here, under the same id. Logic is
three-valued: a missing answer leaves a rule open and names the question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from loket_app.domain.answers import NOT_ASKED, Missing, known
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.facts import any_of
from loket_app.domain.person import Fitness, Person, Sex, Vulnerability
from loket_app.domain.tables import Carrier, JourneyRule, RuleTables
from loket_app.domain.travel import Escort, Transport

_YES = (True,)
_SAID = ("departure/departed_on", "departure/leaves_on")
_WISHED = ("wish/departure_on", "journey/earliest_on")


@dataclass(frozen=True)
class Follows:
    """One rule: whether it holds for this journey (None: not known), and which missing answers would tell."""

    rule: JourneyRule
    holds: bool | None
    needs: tuple[str, ...] = ()


def follows(case: Case, tables: RuleTables, today: date) -> tuple[Follows, ...]:
    """The rules that hold for the journey, then those of which it is not known; the day of the journey chooses them."""
    travel = travel_day(case)
    day = travel[0] if travel else today
    found = [_follow(case, rule) for rule in tables.journey if rule.period.holds(day)]
    return tuple(sorted((one for one in found if one.holds is not False), key=lambda one: one.holds is None))


def travel_day(case: Case) -> tuple[date, str] | None:
    """The day of the journey as far as it is known, and the path that says so: what happened, what is booked, else the wished day, never before the earliest.

    Of a journey that was not made no day of departure counts.
    """
    happened = _SAID[1:] if case.departure.fell_through else _SAID
    said, wished = ([(value_at(case, path), path) for path in paths] for paths in (happened, _WISHED))
    sure = next(((day, path) for day, path in said if isinstance(day, date)), None)
    return sure or max(((day, path) for day, path in wished if isinstance(day, date)), default=None)


def carrier_of(case: Case, tables: RuleTables) -> Carrier | None:
    """What is known of the airline that was booked, or else thought of; None when Loket knows nothing of it."""
    for named in (case.departure.carrier, case.journey.carrier):
        if known(named) and named.strip():
            return next((carrier for carrier in tables.carriers if _folded(named) in map(_folded, carrier.names)), None)
    return None


def _folded(name: str) -> str:
    return "".join(name.casefold().split())


def _follow(case: Case, rule: JourneyRule) -> Follows:
    asking = _Asking(case)
    holds = CONDITIONS[rule.id](asking)
    return Follows(rule, holds, tuple(asking.missed) if holds is None else ())


class _Asking:
    """The case, and what was asked of it in vain."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.missed: dict[str, None] = {}

    def says(self, path: str, *wanted: Any) -> bool | None:
        """Whether the answer is one of these."""
        answer = value_at(self.case, path)
        if isinstance(answer, Missing):
            self.missed[path] = None
            return None
        return answer in wanted

    def yes(self, path: str) -> bool | None:
        """Whether the answer is yes."""
        return self.says(path, *_YES)

    def anybody(self, truth: Callable[[Person], bool | None]) -> bool | None:
        """Whether it is true of somebody who travels."""
        return any_of(truth(person) for person in self.case.household if person.travels is not False)

    def left(self, path: str) -> bool | None:
        """Whether a case of before says yes without saying of whom; False when it says nothing there (`for_whom`)."""
        return False if value_at(self.case, path) is NOT_ASKED else self.yes(path)

    def pregnant(self, person: Person) -> bool | None:
        """Whether somebody is pregnant."""
        return True if known(person.due_on) else self._one_of(person, Vulnerability.PREGNANT)

    def cared_for(self, person: Person) -> bool | None:
        """Whether somebody's health counts on the journey."""
        at = f"household/{person.id}"
        wheelchair = self.yes(f"{at}/wheelchair") if self.case.journey.wheelchair is NOT_ASKED else False
        help_needed = self.says(f"{at}/fitness", Fitness.WITH_HELP, Fitness.DOCTOR_DECIDES, Fitness.NOT_FIT)
        ill = self._one_of(person, Vulnerability.HEALTH, Vulnerability.PREGNANT)
        return any_of((wheelchair, help_needed, ill, known(person.due_on)))

    def _one_of(self, person: Person, *kinds: Vulnerability) -> bool | None:
        if kinds == (Vulnerability.PREGNANT,) and person.sex is Sex.MALE:
            return False
        if isinstance(person.vulnerabilities, Missing):
            self.missed[f"household/{person.id}/vulnerabilities"] = None
            return None
        return any(kind in person.vulnerabilities for kind in kinds)


def _flies(asking: _Asking) -> bool | None:
    return asking.says("journey/transport", Transport.PLANE)


def _by_bus(asking: _Asking) -> bool | None:
    return asking.says("journey/transport", Transport.BUS)


def _needs_the_form(asking: _Asking) -> bool | None:
    """The airline wants to know of an illness, a pregnancy, a wheelchair or a medical escort."""
    return _both(
        _flies(asking),
        lambda: any_of(
            (
                asking.left("journey/wheelchair"),
                asking.says("journey/escort", Escort.MEDICAL),
                asking.anybody(asking.cared_for),
                _has_due_date(asking.case),
            )
        ),
    )


def _pregnant_in_the_air(asking: _Asking) -> bool | None:
    return _both(_flies(asking), lambda: any_of((asking.anybody(asking.pregnant), _has_due_date(asking.case))))


def _has_due_date(case: Case) -> bool:
    return known(case.journey.pregnancy_due_on)


def _both(first: bool | None, second: Callable[[], bool | None]) -> bool | None:  # noqa: FBT001  a truth value
    """Both; the second is not asked when the first is false."""
    if first is False:
        return False
    then = second()
    return False if then is False else None if first is None or then is None else True


def _helped(asking: _Asking) -> bool | None:
    arrival = asking.yes("journey/reception_on_arrival")
    if not known(asking.case.journey.transit_country):
        return arrival
    return any_of((arrival, asking.yes("journey/transit_help")))


CONDITIONS: Mapping[str, Callable[[_Asking], bool | None]] = {
    "plane-early": _flies,
    "bus-early": _by_bus,
    "bus-countries": _by_bus,
    "luggage": lambda asking: asking.yes("journey/extra_luggage"),
    "medical-form": _needs_the_form,
    "pregnancy": _pregnant_in_the_air,
    "escort": lambda asking: asking.says("journey/escort", Escort.MEDICAL, Escort.SOCIAL),
    "help-on-the-way": _helped,
    "onward": lambda asking: asking.yes("journey/onward_transfer"),
}
"""The condition of each rule, by its id."""


def open_questions(found: Iterable[Follows]) -> Iterator[str]:
    """The paths whose answers would settle the rules that are not known, once each."""
    yield from dict.fromkeys(path for one in found for path in one.needs)
