"""Who signs a document of a case: every adult, a guardian, the interpreter, the counsellor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loket_app.domain.adults import adults
from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.person import Vulnerability
from loket_app.i18n import _
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import names_in


def signers(case: Case, on: date) -> Iterator[tuple[str, str]]:
    """Role and name of everybody who signs on a day; a name that is not known leaves room."""
    names = names_in(case)
    for person in adults(case, on):
        yield capital(label(person.relation)), names[person.id]
    if case.household and _alone(case):
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


def _alone(case: Case) -> bool:
    kind = Vulnerability.UNACCOMPANIED_MINOR
    return any(known(person.vulnerabilities) and kind in person.vulnerabilities for person in case.household)
