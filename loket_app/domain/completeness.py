"""What the recipients of a file ask for, and what of it a case does not answer yet.

For IOM the union of the application forms of IOM Germany, the United Kingdom and Slovakia (DOMAIN.md §7); for the others
what of it the table of `handover_needs` gives them. Nothing here blocks: a file that misses something can be sent, with
the gap named. Unknown and declined are answers; only "not asked" is a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.case import Case, ConsentState
from loket_app.domain.changes import value_at
from loket_app.domain.consents import consent_to, last_consent, whose_word
from loket_app.domain.for_whom import PLACES, expects, left
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_consents import left_out, purposes, refusing, travellers
from loket_app.domain.handover_health import groups_of
from loket_app.domain.handover_needs import DOCUMENTS, NEEDS, PURPOSE
from loket_app.domain.handover_sieve import closed_by
from loket_app.domain.mattering import Matters, matters_to
from loket_app.domain.partial_date import age_range
from loket_app.domain.person import Person, Vulnerability
from loket_app.domain.travel import DocumentState, TravelDocument


@dataclass(frozen=True)
class Gap:
    """A question that nobody asked yet: where, why it matters, to whom, and about which member (empty: the whole case)."""

    path: str
    why: Matters
    recipients: tuple[Recipient, ...]
    person: str = ""


_PARTNER = "plan/partner"

PER_PERSON: Mapping[str, Matters] = {
    "given_names": Matters.IDENTITY,
    "family_name": Matters.IDENTITY,
    "sex": Matters.IDENTITY,
    "birth_name": Matters.IDENTITY,
    "aliases": Matters.IDENTITY,
    "birth_date": Matters.IDENTITY,
    "birth_place": Matters.IDENTITY,
    "birth_country": Matters.IDENTITY,
    "nationalities": Matters.IDENTITY,
    "civil_status": Matters.DECISION,
    "entry_date": Matters.DECISION,
    "returned_before": Matters.DECISION,
    "languages": Matters.REACH,
    "interpreter": Matters.REACH,
    "vulnerabilities": Matters.CARE,
    "fitness": Matters.CARE,
    "wheelchair": Matters.CARE,
}
"""For every member who travels. `family_name` is not asked of somebody with one name, `nationalities` not of a stateless person."""

PER_CASE: Mapping[str, Matters] = {
    "wish/free_choice": Matters.CHOICE,
    "wish/informed": Matters.CHOICE,
    "stay/category": Matters.DECISION,
    "contact/street": Matters.REACH,
    "contact/town": Matters.REACH,
    "contact/phone": Matters.REACH,
    "contact/message_allowed": Matters.REACH,
    "wish/destination": Matters.TICKET,
    "wish/destination_address": Matters.ARRIVAL,
    "wish/destination_contact": Matters.ARRIVAL,
    "wish/departure_on": Matters.TICKET,
    "journey/transport": Matters.TICKET,
    "journey/departure_point": Matters.TICKET,
    "journey/escort": Matters.CARE,
}

PER_PLAN: Mapping[str, Matters] = {
    _PARTNER: Matters.PLAN,
    "plan/purposes": Matters.PLAN,
    "plan/description": Matters.PLAN,
    "plan/partner_contact": Matters.PLAN,
}
"""For who follows the reintegration plan; IOM asks the rest of it once it is known that IOM does."""

_ASKED_WHETHER_MARRIED = 16
"""Years of age from which civil status is asked."""

_OF_A_CONSENT = ("on", "language", "signed")
_IN_HAND = (DocumentState.HAS, DocumentState.RECEIVED, DocumentState.HELD_BY_DVZ)
_OF_A_PAPER = ("number", "valid_until", "original_at")
"""What IOM asks of a travel document that exists: its number, until when it is valid, where it is."""


def gaps(case: Case) -> tuple[str, ...]:
    """Paths that were not asked yet and that IOM needs, people first."""
    return tuple(gap.path for gap in gaps_for(case, Recipient.IOM))


def gaps_for(case: Case, recipient: Recipient) -> tuple[Gap, ...]:
    """The gaps that matter to one recipient, people first, each with why it matters to that one."""
    found = (gap for gap in all_gaps(case) if recipient in gap.recipients)
    return tuple(replace(gap, why=matters_to(recipient, gap.why)) for gap in found)


def all_gaps(case: Case) -> tuple[Gap, ...]:
    """Every gap, people first, each with the recipients to whom it matters."""
    found = (*_people(case), *_whole(case), *_under_way(case), *_papers(case), *_consents(case))
    return tuple(gap for gap in found if gap.recipients)


def _who_needs(case: Case, pattern: str, person: str = "") -> tuple[Recipient, ...]:
    """Those who get the answer, as far as the case itself, or a person's no, does not withhold it."""
    return tuple(who for who in Recipient if who in NEEDS[pattern] and _open(case, who, pattern, person))


def _open(case: Case, recipient: Recipient, pattern: str, person: str) -> bool:
    if recipient is Recipient.IOM and pattern in PER_PLAN and pattern != _PARTNER and not known(case.plan.partner):
        return False
    out = left_out(case, recipient)
    return person not in {each.id for each in out} and closed_by(case, recipient, pattern, out) is None


def _people(case: Case) -> Iterator[Gap]:
    if not case.household:
        yield Gap("household", Matters.IDENTITY, tuple(Recipient))
    for person in travellers(case):
        spared = {"family_name"} if person.one_name_only else set()
        spared |= {"nationalities"} if person.stateless is True else set()
        spared |= {"civil_status"} if _is_young(case, person) else set()
        spared |= {PLACES[path] for path in left(case)}
        for name, why in PER_PERSON.items():
            if name not in spared and getattr(person, name) is NOT_ASKED:
                whom = _who_needs(case, f"household/{name}", person.id)
                yield Gap(f"household/{person.id}/{name}", why, whom, person.id)
        yield from _if_it_arises(case, person)


def _if_it_arises(case: Case, person: Person) -> Iterator[Gap]:
    """Airlines have limits for a pregnancy (DOMAIN.md §6); whether there is a number, while the list of them is empty."""
    due = expects(person) and person.due_on is NOT_ASKED and not known(case.journey.pregnancy_due_on)
    unnumbered = not person.identifiers and person.has_number in (NOT_ASKED, True)
    for name, why, missing in (("due_on", Matters.CARE, due), ("has_number", Matters.IDENTITY, unnumbered)):
        if missing:
            whom = _who_needs(case, f"household/{name}", person.id)
            yield Gap(f"household/{person.id}/{name}", why, whom, person.id)


def _is_young(case: Case, person: Person) -> bool:
    """Of a child nobody asks whether it is married: surely under 16 when the file was opened."""
    return known(person.birth_date) and age_range(person.birth_date, case.opened_on)[1] < _ASKED_WHETHER_MARRIED


def _whole(case: Case) -> Iterator[Gap]:
    for path, why in (*PER_CASE.items(), *PER_PLAN.items(), *_guardian(case)):
        if value_at(case, path) is NOT_ASKED:
            yield Gap(path, why, _who_needs(case, path))
    for path in left(case):
        yield Gap(path, Matters.CARE, _who_needs(case, path))  # an answer, and nobody said of whom


def _guardian(case: Case) -> Iterator[tuple[str, Matters]]:
    """The guardian decides for a minor who came alone (DOMAIN.md §3)."""
    if any(Vulnerability.UNACCOMPANIED_MINOR in groups_of(person) for person in travellers(case)):
        yield "stay/guardian", Matters.CHOICE


def _papers(case: Case) -> Iterator[Gap]:
    """A travel document of every traveller: its kind, also when it is lost or there is none; of one that exists, more."""
    going = {person.id for person in travellers(case)}
    whom = {whose: _who_needs(case, "documents/kind", whose) for whose in going}
    missing = {who for person in without_paper(case) for who in whom[person.id]}
    if missing:
        yield Gap("documents", Matters.PAPERS, tuple(who for who in Recipient if who in missing))
    for document in case.documents:
        if document.person in going and document.state in _IN_HAND and _is_shown_on_the_way(document):
            asked = whom[document.person]
            yield from (Gap(path, Matters.PAPERS, asked, document.person) for path in _of_a_paper(document))


def without_paper(case: Case) -> tuple[Person, ...]:
    """The travellers of whom no paper at all was noted."""
    having = {document.person for document in case.documents}
    return tuple(person for person in travellers(case) if person.id not in having)


def _of_a_paper(document: TravelDocument) -> Iterator[str]:
    """Of one that the Immigration Office keeps everybody knows where it is."""
    known_already = {"original_at"} if document.state is DocumentState.HELD_BY_DVZ else set()
    asked = [name for name in _OF_A_PAPER if name not in known_already and getattr(document, name) is NOT_ASKED]
    return (f"documents/{document.id}/{name}" for name in asked)


def _is_shown_on_the_way(document: TravelDocument) -> bool:
    return known(document.kind) and Recipient.FEDASIL_BOOKING in DOCUMENTS[document.kind]


def _consents(case: Case) -> Iterator[Gap]:
    """A handover needs the informed consent of everybody who answers (GDPR art. 9); a no of one is no gap."""
    asked = whose_word(case)
    for person in asked:
        whom = tuple(who for who in Recipient if _is_silent(case, who, person))
        yield Gap("consents", Matters.CONSENT, whom, person if len(asked) > 1 else "")
    told = dict.fromkeys(each for person in asked for each in _told(case, person))
    for path, recipients in told:
        yield Gap(path, Matters.CONSENT, recipients)


def _is_silent(case: Case, recipient: Recipient, person: str) -> bool:
    """Whether they said neither yes nor no to what a recipient asks for."""
    return not isinstance(consent_to(case, PURPOSE[recipient], person), ConsentState)


def _told(case: Case, person: str) -> Iterator[tuple[str, tuple[Recipient, ...]]]:
    """When each consent was given, in which language, and signed: a consent without them can't be shown."""
    for purpose in dict.fromkeys(PURPOSE.values()):
        record = last_consent(case, purpose, person)
        if record is not None and consent_to(case, purpose, person) is ConsentState.GIVEN:
            gone = {who: {each.id for each in refusing(case, who)} for who in Recipient}
            whom = tuple(who for who in Recipient if purpose in purposes(who) and person not in gone[who])
            names = (name for name in _OF_A_CONSENT if getattr(record, name) is NOT_ASKED)
            yield from ((f"consents/{record.id}/{name}", whom) for name in names)


def _under_way(case: Case) -> Iterator[Gap]:
    """Which procedures there were or that there was none, how each ended, and whether an appeal runs."""
    if not case.stay.procedures and case.stay.had_procedure in (NOT_ASKED, True):
        yield Gap("stay/had_procedure", Matters.DECISION, _who_needs(case, "stay/had_procedure"))
    for procedure in case.stay.procedures:
        if procedure.outcome is NOT_ASKED:
            path = f"stay/procedures/{procedure.id}/outcome"
            yield Gap(path, Matters.DECISION, _who_needs(case, "stay/procedures/outcome"))
    for decision in case.stay.decisions:
        if decision.appeal_lodged is NOT_ASKED:
            path = f"stay/decisions/{decision.id}/appeal_lodged"
            yield Gap(path, Matters.DECISION, _who_needs(case, "stay/decisions/appeal_lodged"))
