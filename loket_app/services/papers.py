"""What papers a case needs by the rules that Loket carries, and the request for those that the Immigration Office keeps."""

from __future__ import annotations

from datetime import date
from functools import cache

from loket_app.domain import paper_remarks, papers
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.paper_remarks import Remarked
from loket_app.domain.paper_rules import PaperRules
from loket_app.domain.papers import PaperNeed, Standing


@cache
def paper_rules() -> PaperRules:
    """The rules that Loket carries, read once."""
    from loket_app.rules.papers import load_paper_rules  # noqa: PLC0415  late: only the step of the papers needs them

    return load_paper_rules()


def needs(case: Case, today: date) -> tuple[PaperNeed, ...]:
    """What each person who returns needs or may need."""
    return papers.needs(case, paper_rules(), today)


def remarks(case: Case, today: date) -> tuple[Remarked, ...]:
    """What nationality and destination mean for the papers of the people who return."""
    return paper_remarks.remarks(case, paper_rules(), today)


def open_papers(case: Case, today: date) -> int:
    """How many needed papers nobody was asked about: one that somebody has, lost or never had is an answer."""
    states = {document.id: document.state for document in case.documents}
    return sum(
        need.holds is True and need.standing is Standing.UNKNOWN and states.get(need.document, NOT_ASKED) is NOT_ASKED
        for need in needs(case, today)
    )
