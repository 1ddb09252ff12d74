"""What goes with somebody who is taken out of a case: their papers with the scans of them, and their consents.

Without them these would be of nobody. What was paid stays paid, and for whom it was: said of nobody it would count for the
household, and leave with its receipt though the one whose it was may have refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from loket_app.domain.answers import known
from loket_app.domain.case import EVERYBODY, Case

_SOMEBODY = "household/"


def gone_with(case: Case, item_path: str) -> tuple[str, ...]:
    """The paths of what goes too, the last of each list first, so that taking it all back puts each in its place."""
    if not item_path.startswith(_SOMEBODY) or item_path.count("/") != 1:
        return ()
    person = item_path.removeprefix(_SOMEBODY)
    return tuple(reversed(tuple(_theirs(case, person))))


def taken_out(case: Case) -> tuple[str, ...]:
    """Whom costs still name though nobody has that id; until 2026-11 papers and consents stayed too when somebody went."""
    named = (
        *(paper.person for paper in case.documents),
        *(cost.person for cost in case.costs if known(cost.person)),
        *(consent.person for consent in case.consents if consent.person != EVERYBODY),
    )
    return tuple(dict.fromkeys(person for person in named if case.person(person) is None))


def _theirs(case: Case, person: str) -> Iterator[str]:
    papers = [paper.id for paper in case.documents if paper.person == person]
    consents = [consent.id for consent in case.consents if consent.person == person]
    yield from (f"documents/{paper}" for paper in papers)
    yield from (f"consents/{consent}" for consent in consents)
    about = {person, *papers, *consents}
    yield from (f"attachments/{scan.id}" for scan in case.attachments if scan.about in about)
