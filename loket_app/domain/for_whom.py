"""Answers about the journey that a case of before gave without saying of whom: each stays until somebody says it.

What is asked of each person today was asked once for the whole case. The store gave those to their person where one
alone could be meant (tables 0007); a case file of before may still bring others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.person import Person, Sex, Vulnerability

DUE = "journey/pregnancy_due_on"
PLACES: Mapping[str, str] = {"journey/wheelchair": "wheelchair", "journey/medical_form": "medical_form", DUE: "due_on"}
"""Where such an answer stands, and the question of a person that it belongs to."""


def left(case: Case) -> tuple[str, ...]:
    """The paths where one still stands."""
    return tuple(path for path in PLACES if value_at(case, path) is not NOT_ASKED)


def may_mean(case: Case, path: str) -> tuple[Person, ...]:
    """Whom it can mean: who travels and has no answer apart; a due date those noted as pregnant, else no man."""
    free = [
        person for person in case.household if person.travels is not False and not known(getattr(person, PLACES[path]))
    ]
    if path != DUE:
        return tuple(free)
    pregnant = [person for person in free if expects(person)]
    return tuple(pregnant or [person for person in free if person.sex is not Sex.MALE])


def expects(person: Person) -> bool:
    """Whether a pregnancy was noted of somebody."""
    return known(person.vulnerabilities) and Vulnerability.PREGNANT in person.vulnerabilities


def given_to(case: Case, path: str, people: Iterable[Person]) -> dict[str, Any]:
    """The edits that make the answer that of these people, and take it away from the case; of nobody, take it away alone."""
    answer = value_at(case, path)
    edits = {f"household/{person.id}/{PLACES[path]}": answer for person in people}
    return {**edits, path: NOT_ASKED}
