"""Where members of a household stand in Belgium: whose an answer is, and who stands apart from the family."""

from __future__ import annotations

from loket_app.domain.case import Case
from loket_app.domain.stay_of import stands_apart
from loket_app.i18n import _
from loket_app.i18n.joining import listed
from loket_app.i18n.labels import label
from loket_app.i18n.phrases import names_in


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
