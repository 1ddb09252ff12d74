"""Who was taken out of a case, with what they said: a no does not end with the record of who said it (GDPR art. 7).

Their names stand in the log of changes alone, which stays at the desk. A case file has no log: there nobody is known by
name, only that somebody is gone (`removing.taken_out`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from loket_app.domain.case import Case, Consent
from loket_app.domain.changes import Change
from loket_app.domain.person import Person
from loket_app.domain.travel import TravelDocument


@dataclass(frozen=True)
class Gone:
    """Those who are not of the household any more, with the papers and consents that went in the same act."""

    people: tuple[Person, ...] = ()
    documents: tuple[TravelDocument, ...] = ()
    consents: tuple[Consent, ...] = ()


NOBODY = Gone()


def gone_of(log: Sequence[Change]) -> Gone:
    """Who is gone, by the whole log of a case, oldest change first. Who was put back is not."""
    last = {change.path: change for change in log if isinstance(change.before or change.after, Person)}
    acts = {change.group for change in last.values() if change.after is None}
    # What was removed comes in the order of the act, the last of each list first.
    taken = [change.before for change in reversed(log) if change.after is None and change.group in acts]
    return Gone(_only(taken, Person), _only(taken, TravelDocument), _only(taken, Consent))


def with_gone(case: Case, gone: Gone) -> Case:
    """The case as if they were of the household still."""
    if not gone.people:
        return case
    return replace(
        case,
        household=(*case.household, *gone.people),
        documents=(*case.documents, *gone.documents),
        consents=(*case.consents, *gone.consents),
    )


_Kind = TypeVar("_Kind")


def _only(taken: Sequence[Any], kind: type[_Kind]) -> tuple[_Kind, ...]:
    return tuple(each for each in taken if isinstance(each, kind))
