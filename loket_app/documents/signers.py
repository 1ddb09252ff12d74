"""Who signs a document of a case: every adult, a guardian where a minor is asked, the interpreter, the counsellor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loket_app.domain.adults import adults
from loket_app.domain.answering import came_alone, respondents, through_guardian
from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import names_in


def signers(case: Case, on: date) -> Iterator[tuple[str, str]]:
    """Role and name of everybody who signs on a day; a name that is not known leaves room."""
    names = names_in(case)
    for person in adults(case, on):
        yield capital(label(person.relation)), names[person.id]
    if _needs_guardian(case, on):
        guardian = case.stay.guardian
        yield capital(field_label("stay/guardian")), guardian if known(guardian) else ""
    if interpreted(case):
        yield _("Interpreter"), ""
    yield capital(field_label("counsellor")), case.counsellor


def interpreted(case: Case) -> bool:
    """Whether somebody speaks through an interpreter."""
    return any(person.interpreter is True for person in case.household) or any(
        consent.interpreter is True for consent in case.consents
    )


def _needs_guardian(case: Case, on: date) -> bool:
    """Whether somebody is noted as an unaccompanied minor, or a minor is asked: without an adult there is nobody else."""
    return any(came_alone(person) for person in case.household) or any(
        through_guardian(case, person, on) for person in respondents(case, on)
    )
