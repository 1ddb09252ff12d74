"""Where members of a household stand in Belgium: whom a reason is about, and who stands apart from the family."""

from __future__ import annotations

from loket_app.domain.advice import Advice, Reason
from loket_app.domain.case import Case
from loket_app.domain.stay_of import stands_apart
from loket_app.i18n import _
from loket_app.i18n.joining import in_a_row, listed, said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import names_in


def for_some_text(case: Case, advice: Advice, reason: Reason) -> str:
    """`For: MIFTARI, …` with a reason that is not about everybody who returns; else empty."""
    whom = reason.people or reason.perhaps
    if not whom or set(whom) == set(advice.travellers):
        return ""
    names = names_in(case)
    return capital(said(_("for"), in_a_row(names[person] for person in whom)))


def whose_track_text(case: Case) -> str:
    """Whose track it is, where somebody of the household stands apart: nobody works out a track for them. Else empty."""
    names = names_in(case)
    apart = [
        f"{names[person.id]} ({label(person.stay_category)})"
        for person in case.household
        if stands_apart(case, person) and person.travels is not False
    ]
    if not apart:
        return ""
    words = _("This is the track of {applicant}. With a residence situation of their own, not in it: {others}.")
    applicant = case.applicant
    whose = names[applicant.id] if applicant else _("the applicant")
    return words.format(applicant=whose, others=listed(apart))
