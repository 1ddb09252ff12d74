"""Consents: withdrawn in one act and given anew, told like the one before, and as a sheet to sign, made in memory."""

from __future__ import annotations

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.case import Case, Consent, ConsentState
from loket_app.domain.consents import last_consent
from loket_app.services.clock import Clock
from loket_app.services.editing import CaseEditor

DETAILS = ("on", "language", "interpreter", "signed")


def answer(editor: CaseEditor, consent: Consent, state: Answer[ConsentState]) -> None:
    """Record a yes, a no, or that a yes is taken back: then with the day of it, and when it was given stays.

    A yes after a withdrawal is a consent of its own, to be told and signed anew: the old one stays in the file, withdrawn.
    """
    if consent.state is ConsentState.WITHDRAWN and state is ConsentState.GIVEN:
        if last_consent(editor.case, consent.purpose, consent.person) == consent:
            editor.add("consents", Consent(editor.new_id(), consent.purpose, state, person=consent.person))
        return
    at = f"consents/{consent.id}/"
    withdrawn = state is ConsentState.WITHDRAWN
    editor.set_many({at + "state": state, at + "withdrawn_on": editor.today() if withdrawn else NOT_ASKED})


def told_before(case: Case, consent: Consent) -> Consent | None:
    """The answered consent before this one whose day and language can be taken over; None when this one has its own.

    Of one that was given anew nothing is taken over: it was told and signed on another day.
    """
    if any(getattr(consent, name) is not NOT_ASKED for name in DETAILS) or consent.state is NOT_ASKED:
        return None
    same = (consent.purpose, consent.person)
    if any((other.purpose, other.person) == same and other.id != consent.id for other in case.consents):
        return None
    others = (other for other in case.consents if other.id != consent.id and other.state is not NOT_ASKED)
    return next((other for other in others if other.on is not NOT_ASKED), None)


def tell_alike(editor: CaseEditor, consent: Consent, other: Consent) -> None:
    """Take over when and how another consent was explained and signed, in one act."""
    editor.set_many({f"consents/{consent.id}/{name}": getattr(other, name) for name in DETAILS})


def consent_sheet(case: Case, lang: str, clock: Clock | None = None) -> bytes:
    """The sheet to sign as a PDF in one of the four languages."""
    from loket_app.documents.consent import consent_pdf  # noqa: PLC0415  late: ReportLab takes its time

    return consent_pdf(case, lang, printed_on=(clock or Clock()).today())
