"""Whose residence situation counts: a member's own where they were asked it, else the family's.

The applicant's is always the family's (`stay/category`). "Unknown" and "declined" are answers of the member: the family's
does not stand in for them.
"""

from __future__ import annotations

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.case import Case
from loket_app.domain.person import Person
from loket_app.domain.stay import StayCategory

FAMILY = "stay/category"
"""Where the family's stands."""


def may_stand_apart(case: Case, person: Person) -> bool:
    """Whether somebody can have a situation of their own: everybody but the applicant."""
    applicant = case.applicant
    return applicant is None or person.id != applicant.id


def stands_apart(case: Case, person: Person) -> bool:
    """Whether somebody was asked their own situation, so that the family's does not count for them."""
    return person.stay_category is not NOT_ASKED and may_stand_apart(case, person)


def stay_place(case: Case, person: Person) -> str:
    """The path of the answer that counts for a member of the household."""
    return f"household/{person.id}/stay_category" if stands_apart(case, person) else FAMILY


def stay_of(case: Case, person: Person) -> Answer[StayCategory]:
    """The residence situation that counts for a member of the household."""
    return person.stay_category if stands_apart(case, person) else case.stay.category
