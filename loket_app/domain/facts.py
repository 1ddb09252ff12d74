"""The facts that a rule reads, remembered: which answers it used, and which it missed. Logic is three-valued."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from loket_app.domain.answers import Missing, known
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.partial_date import age_range
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.domain.tables import RuleTables
from loket_app.domain.wish import DestinationRight

ADULT_AGE = 18


def any_of(truths: Iterable[bool | None]) -> bool | None:
    """True when one is true; unknown when one could still be; else False."""
    seen = list(truths)
    return True if True in seen else (None if None in seen else False)


def all_of(truths: Iterable[bool | None]) -> bool | None:
    """False when one is false; unknown when one could still be; else True."""
    seen = list(truths)
    return False if False in seen else (None if None in seen else True)


def negate(truth: bool | None) -> bool | None:  # noqa: FBT001  # a truth value is what it negates
    """Unknown stays unknown."""
    return None if truth is None else not truth


@dataclass
class Facts:
    """A case read for one departure date. `used` holds paths and values that were read, `missed` unanswered paths.

    `concerned` says of members whether a rule is about them; who is not in it is as the whole case is.
    """

    case: Case
    departure: date
    tables: RuleTables
    used: dict[str, Any] = field(default_factory=dict)
    missed: dict[str, None] = field(default_factory=dict)
    concerned: dict[str, bool | None] = field(default_factory=dict)

    def fresh(self) -> Facts:
        """The same case with nothing read yet, so that one rule or line remembers only its own."""
        return Facts(self.case, self.departure, self.tables)

    def ask(self, path: str) -> Any | None:
        """The answer at a path, or None when it is missing."""
        value = value_at(self.case, path)
        if isinstance(value, Missing):
            self.missed[path] = None
            return None
        self.used[path] = value
        return value

    def travellers(self) -> Sequence[Person]:
        """The members who return; somebody of whom it is not known counts, so that no estimate forgets a person."""
        return [person for person in self.case.household if person.travels is not False]

    @staticmethod
    def surely_travels(person: Person) -> bool:
        """Whether it is known that somebody returns; the applicant does unless it was denied."""
        return person.travels is True or (person.travels is not False and person.relation is Relation.APPLICANT)

    def returns(self, person: Person) -> bool | None:
        """Whether somebody returns; None, and remembered as missed, when nobody said it."""
        if self.surely_travels(person):
            return True
        self.missed[f"household/{person.id}/travels"] = None
        return None

    def any_traveller(self, truth: Callable[[Person], bool | None]) -> bool | None:
        """Whether something is true of somebody who returns."""
        if self._nobody():
            return None
        return any_of(found for _, found in self._returning(truth))

    def about(self, truth: Callable[[Person], bool | None]) -> bool | None:
        """The same, of a rule that is about those of whom it is true, and remembered so."""
        if self._nobody():
            return None
        for person_id, found in self._returning(truth):
            self.concerned[person_id] = any_of([found, self.concerned.get(person_id, False)])
        return any_of(self.concerned.values())

    def every_traveller(self, truth: Callable[[Person], bool | None]) -> bool | None:
        """Whether something is true of everybody who returns, and somebody certainly does."""
        if self._nobody():
            return None
        found = all_of(negate(self.returns(person)) if true is False else true for person, true in self._each(truth))
        return any_of(map(self.returns, self.travellers())) if found else found

    def nationalities(self, person: Person) -> tuple[str, ...] | None:
        """Country codes; empty for a stateless person; None when not answered."""
        path = f"household/{person.id}/nationalities"
        if known(person.nationalities) and person.nationalities:
            self.used[path] = person.nationalities
            return person.nationalities
        if person.stateless is True:
            self.used[f"household/{person.id}/stateless"] = True
            return ()
        self.missed[path] = None
        return None

    def has_nationality(self, person: Person, country: str) -> bool | None:
        """Whether somebody is a citizen of a country."""
        countries = self.nationalities(person)
        return None if countries is None else country in countries

    def any_nationality(self, person: Person, group: str) -> bool | None:
        """Whether one of the nationalities is in a country group at departure."""
        countries = self.nationalities(person)
        if countries is None:
            return None
        return any(self.tables.in_group(country, group, self.departure) for country in countries)

    def is_minor(self, person: Person) -> bool | None:
        """Whether somebody is under 18 at departure; unknown when the birth date leaves both open."""
        path = f"household/{person.id}/birth_date"
        born = self.ask(path)
        if born is None:
            return None
        if born.earliest > self.departure:  # born after the journey: a slip of the pen, nobody's age
            self.missed[path] = None
            return None
        youngest, oldest = age_range(born, self.departure)
        if oldest < ADULT_AGE:
            return True
        if youngest >= ADULT_AGE:
            return False
        self.missed[path] = None
        return None

    def is_vulnerable(self, person: Person) -> bool | None:
        """Whether a vulnerability was named for somebody, or the household is a family with a minor child (S0 §7)."""
        own = self.fresh()
        family = own.is_family_with_minors()
        if family:
            self.used |= own.used
            return True
        named = self.ask(f"household/{person.id}/vulnerabilities")
        spoken = None if named is None else any(kind is not Vulnerability.NONE for kind in named)
        if not spoken and family is None:
            self.missed |= own.missed
        return any_of([spoken, family])

    def is_family_with_minors(self) -> bool | None:
        """Whether a child who is a minor at departure returns together with somebody who is no child of the household."""
        children = [person for person in self.travellers() if person.relation is Relation.CHILD]
        if not children or len(children) == len(self.travellers()):
            return False
        return any_of(all_of([self.is_minor(child), self.returns(child)]) for child in children)

    def origins(self, person: Person) -> tuple[str, ...] | None:
        """The countries of origin whose rules may count: the destination when it is theirs, else every nationality.

        Empty for a stateless person; None when not answered.
        """
        countries = self.nationalities(person)
        destination = self.case.wish.destination
        if countries and known(destination) and destination in countries:
            self.used["wish/destination"] = destination
            return (destination,)
        return countries

    def returns_to(self, person: Person) -> tuple[str, ...] | None:
        """The countries that somebody may return to: the destination; as long as there is none, every nationality.

        None where it is no country of origin and nobody said which.
        """
        destination = self.case.wish.destination
        if known(destination):
            self.used["wish/destination"] = destination
            return (destination,)
        countries = self.nationalities(person)
        elsewhere = self.case.wish.destination_right in (DestinationRight.PERMANENT_RESIDENCE, DestinationRight.NEITHER)
        if countries == () or elsewhere:
            self.missed["wish/destination"] = None
            return None
        return countries

    def applicant(self) -> Person | None:
        """The main person; a household without one is a missing answer."""
        person = self.case.applicant
        if person is None:
            self.missed["household"] = None
        return person

    def _returning(self, truth: Callable[[Person], bool | None]) -> Iterator[tuple[str, bool | None]]:
        for person, found in self._each(truth):
            yield person.id, all_of([found, self.returns(person) if found else None])

    def _each(self, truth: Callable[[Person], bool | None]) -> Iterator[tuple[Person, bool | None]]:
        return ((person, truth(person)) for person in self.travellers())

    def _nobody(self) -> bool:
        if not self.travellers():
            self.missed["household"] = None
        return not self.travellers()
