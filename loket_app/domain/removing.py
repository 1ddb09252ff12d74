"""What goes with what is taken out of a case: with somebody their papers, with a paper, a cost or a consent its scans.

Without them these would be of nobody, and nobody could see a scan any more that the store still keeps. What was paid stays
paid, and for whom it was: said of nobody it would count for the household, and leave with its receipt though the one whose
it was may have refused.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from loket_app.domain.answers import known
from loket_app.domain.case import EVERYBODY, Case

_WITH_SCANS = ("documents", "costs", "consents")


def gone_with(case: Case, item_path: str) -> tuple[str, ...]:
    """The paths of what goes too, the last of each list first, so that taking it all back puts each in its place."""
    list_path, _slash, item = item_path.rpartition("/")
    if list_path == "household":
        return tuple(reversed(tuple(_theirs(case, item))))
    return tuple(reversed(tuple(_scans_of(case, {item})))) if list_path in _WITH_SCANS else ()


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
    yield from _scans_of(case, {person, *papers, *consents})


def _scans_of(case: Case, about: Container[str]) -> Iterator[str]:
    return (f"attachments/{scan.id}" for scan in case.attachments if known(scan.about) and scan.about in about)
