"""Consents: withdrawn in one act, told like the one before it, and as a sheet to sign, made in memory."""

from __future__ import annotations

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.case import Case, Consent, ConsentState
from loket_app.services.clock import Clock
from loket_app.services.editing import CaseEditor

DETAILS = ("on", "language", "interpreter", "signed")


def answer(editor: CaseEditor, consent: Consent, state: Answer[ConsentState]) -> None:
    """Record a yes, a no, or that a yes is taken back: then with the day of it, and when it was given stays."""
    at = f"consents/{consent.id}/"
    withdrawn = state is ConsentState.WITHDRAWN
    editor.set_many({at + "state": state, at + "withdrawn_on": editor.today() if withdrawn else NOT_ASKED})


def told_before(case: Case, consent: Consent) -> Consent | None:
    """The answered consent before this one whose day and language can be taken over; None when this one has its own."""
    if any(getattr(consent, name) is not NOT_ASKED for name in DETAILS) or consent.state is NOT_ASKED:
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
