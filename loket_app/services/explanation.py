"""The explanation that a person takes home: made in memory, as every document."""

from __future__ import annotations

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.programme import BUDGET_TERM
from loket_app.services.casefile import advise_case
from loket_app.services.clock import Clock
from loket_app.services.desk_profile import DeskProfile
from loket_app.services.free_number import number_hours
from loket_app.services.programme import programme


def explanation(
    case: Case,
    lang: str,
    *,
    advice: Advice | None = None,
    desk: DeskProfile | None = None,
    names: bool = False,
    clock: Clock | None = None,
) -> bytes:
    """The explanation as a PDF in one of the four languages; with the advice of today unless one is given.

    Without `names` nobody is named on it. `desk` adds the address, hours and number that the desk filled in.
    """
    from loket_app.documents.explanation import explanation_pdf

    clock = clock or Clock()
    given = advice or advise_case(case, clock=clock)
    hours = number_hours(desk, lang)
    term = programme().says(BUDGET_TERM)
    return explanation_pdf(
        case, given, lang, budget_term=term, printed_on=clock.today(), desk=desk, hours=hours, names=names
    )
