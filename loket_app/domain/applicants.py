"""A case has one applicant: who is made the applicant takes the place of who was, and stands to them as before.

On the way through a list by its letters or arrows somebody may be the applicant for a moment: then the place is given back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.person import Relation
from loket_app.domain.shape import pattern_of

_SEEN_FROM_THEM: Mapping[Relation, Relation] = {
    Relation.PARTNER: Relation.PARTNER,
    Relation.CHILD: Relation.PARENT,
    Relation.PARENT: Relation.CHILD,
    Relation.SIBLING: Relation.SIBLING,
    Relation.OTHER: Relation.OTHER,
}
"""What the applicant is to somebody who was this to the applicant."""


def beside_relation(case: Case, path: str, value: object, log: Sequence[Change]) -> dict[str, Relation]:
    """What others become by this answer: who was the applicant gives way to a new one, or has the place back."""
    if pattern_of(path) != "household/relation":
        return {}
    person = case.person(path.split("/")[1])
    if person is None:
        return {}
    if value is Relation.APPLICANT:
        others = (each for each in case.household if each is not person and each.relation is Relation.APPLICANT)
        return {
            f"household/{each.id}/relation": _SEEN_FROM_THEM.get(person.relation, Relation.OTHER) for each in others
        }
    return _given_back(case, path, log) if person.relation is Relation.APPLICANT else {}


def _given_back(case: Case, path: str, log: Sequence[Change]) -> dict[str, Relation]:
    """Those who gave way when this one was made the applicant, as far as nobody said otherwise of them since."""
    made = next(
        (change for change in reversed(log) if change.path == path and change.after is Relation.APPLICANT), None
    )
    now = {f"household/{each.id}/relation": each.relation for each in case.household}
    gave_way = (change for change in log if made and change.group == made.group and change.before is Relation.APPLICANT)
    found = (change.path for change in gave_way if change.path != path and now.get(change.path) is change.after)
    return dict.fromkeys(found, Relation.APPLICANT)
