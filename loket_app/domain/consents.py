"""What somebody agreed to: each purpose and each person apart, and the last word counts (GDPR art. 7: it can be taken back)."""

from __future__ import annotations

from loket_app.domain.answering import needed
from loket_app.domain.answers import NOT_ASKED, Answer, known
from loket_app.domain.case import EVERYBODY, Case, Consent, ConsentPurpose, ConsentState

NO = (ConsentState.DECLINED, ConsentState.WITHDRAWN)
"""Answers that keep somebody's data here."""


def last_consent(case: Case, purpose: ConsentPurpose, person: str = EVERYBODY) -> Consent | None:
    """The record that counts for a purpose and a person: their own, else the one for all adults; None without one."""
    of_it = [consent for consent in reversed(case.consents) if consent.purpose is purpose]
    own = (consent for consent in of_it if consent.person == person)
    return next(own, None) or next((consent for consent in of_it if consent.person == EVERYBODY), None)


def consent_to(case: Case, purpose: ConsentPurpose, person: str = "") -> Answer[ConsentState]:
    """What was said to a purpose by a person; without one by the household, where one no is a no, then one silence silence."""
    if person:
        return _said(last_consent(case, purpose, person))
    said = [_said(last_consent(case, purpose, each)) for each in whose_word(case)]
    no = (answer for answer in said if answer in NO)
    return next(no, None) or next((answer for answer in said if answer is not ConsentState.GIVEN), ConsentState.GIVEN)


def is_given(case: Case, purpose: ConsentPurpose, person: str = "") -> bool:
    """Whether a person, or the whole household, agrees now: silence, a doubt, no and a withdrawal are no consent."""
    return consent_to(case, purpose, person) is ConsentState.GIVEN


def whose_word(case: Case) -> tuple[str, ...]:
    """The ids of who is needed for the household's word; the old answer for all adults where nobody is."""
    return tuple(person.id for person in needed(case)) or (EVERYBODY,)


def _said(consent: Consent | None) -> Answer[ConsentState]:
    """A consent with a day on which it was withdrawn is withdrawn, unless it was given again."""
    if consent is None:
        return NOT_ASKED
    return ConsentState.WITHDRAWN if consent.state is ConsentState.GIVEN and _taken_back(consent) else consent.state


def _taken_back(consent: Consent) -> bool:
    """With one of the two days unknown nobody can say that it was given again."""
    if not known(consent.withdrawn_on):
        return False
    return not (known(consent.on) and consent.on > consent.withdrawn_on)
