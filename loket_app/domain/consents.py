"""What the applicant agreed to: each purpose apart, and the last word counts (GDPR art. 7: it can be taken back)."""

from __future__ import annotations

from loket_app.domain.answers import NOT_ASKED, Answer, known
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState


def last_consent(case: Case, purpose: ConsentPurpose) -> Consent | None:
    """The record that counts for a purpose; None when there is none."""
    return next((consent for consent in reversed(case.consents) if consent.purpose is purpose), None)


def consent_to(case: Case, purpose: ConsentPurpose) -> Answer[ConsentState]:
    """What was said to a purpose. A consent with a day on which it was withdrawn is withdrawn, unless it was given again."""
    consent = last_consent(case, purpose)
    if consent is None:
        return NOT_ASKED
    return ConsentState.WITHDRAWN if consent.state is ConsentState.GIVEN and _taken_back(consent) else consent.state


def is_given(case: Case, purpose: ConsentPurpose) -> bool:
    """Whether the applicant agrees now: silence, a doubt, no and a withdrawal are no consent."""
    return consent_to(case, purpose) is ConsentState.GIVEN


def _taken_back(consent: Consent) -> bool:
    """With one of the two days unknown nobody can say that it was given again."""
    if not known(consent.withdrawn_on):
        return False
    return not (known(consent.on) and consent.on > consent.withdrawn_on)
