"""Consents: put to everybody, withdrawn in one act and given anew, told like the one before, and as a sheet to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from loket_app.domain.answering import asked_on, respondents, through_guardian
from loket_app.domain.answers import NOT_ASKED, Answer, known
from loket_app.domain.case import EVERYBODY, Case, Consent, ConsentPurpose, ConsentState
from loket_app.domain.consents import last_consent
from loket_app.domain.person import Person
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
    theirs = (consent.person, EVERYBODY)
    others = (
        other
        for other in case.consents
        if other.id != consent.id and other.state is not NOT_ASKED and other.person in theirs
    )
    return next((other for other in others if other.on is not NOT_ASKED), None)


def tell_alike(editor: CaseEditor, consent: Consent, other: Consent) -> None:
    """Take over when and how another consent was explained and signed, in one act."""
    editor.set_many({f"consents/{consent.id}/{name}": getattr(other, name) for name in DETAILS})


def put(editor: CaseEditor, purpose: ConsentPurpose) -> str:
    """Put a question to everybody who answers, in one act; gives the path of the first."""
    people = respondents(editor.case, asked_on(editor.case, editor.today()))
    whose = [person.id for person in people] or [EVERYBODY]
    asked = [Consent(editor.new_id(), purpose, person=each) for each in whose]
    editor.add_many("consents", asked)
    return f"consents/{asked[0].id}"


def to_follow(case: Case, today: date) -> str:
    """The id of the adult whose answers the others may have had too; empty when nobody's are left to take over."""
    people = respondents(case, asked_on(case, today))
    return next((person.id for person in people if any(_alike(case, person, today))), "")


def all_alike(editor: CaseEditor) -> None:
    """The common case: every adult answered as the first one did, in the same talk. One act; an own answer stays as it is."""
    case, today = editor.case, editor.today()
    source = case.person(to_follow(case, today))
    if source is None:
        return
    new: list[Consent] = []
    told: dict[str, Any] = {}
    for other, like, own in _alike(case, source, today):
        if own is None:
            blank = Consent(editor.new_id(), like.purpose, person=other.id)
            new.append(replace(blank, state=like.state, **_told(like, other)))
        else:
            answers = {"state": like.state, **_told(like, other)}
            told |= {f"consents/{own.id}/{name}": value for name, value in answers.items()}
    editor.add_many("consents", new, told)


def _alike(case: Case, source: Person, today: date) -> Iterator[tuple[Person, Consent, Consent | None]]:
    """Each adult without an answer where the source has a yes or a no of their own: the adult, that one, their open one."""
    day = asked_on(case, today)
    for purpose in ConsentPurpose:
        like = _own(case, purpose, source)
        if like is None or like.state not in (ConsentState.GIVEN, ConsentState.DECLINED):
            continue
        for other in respondents(case, day):
            own = _own(case, purpose, other)
            if not through_guardian(case, other, day) and (own is None or own.state is NOT_ASKED):
                yield other, like, own


def _own(case: Case, purpose: ConsentPurpose, person: Person) -> Consent | None:
    found = last_consent(case, purpose, person.id)
    return found if found is not None and found.person == person.id else None


def _told(like: Consent, other: Person) -> dict[str, Any]:
    """When and how it was told. In which language is asked where the other is known to speak another one."""
    speaks = not known(other.languages) or like.language in other.languages
    return {name: getattr(like, name) for name in DETAILS if speaks or name not in ("language", "interpreter")}


def consent_sheet(case: Case, lang: str, clock: Clock | None = None) -> bytes:
    """The sheet to sign as a PDF in one of the four languages."""
    from loket_app.documents.consent import consent_pdf

    return consent_pdf(case, lang, printed_on=(clock or Clock()).today())
