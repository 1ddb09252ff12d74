"""Whose data a recipient may have: each adult answers apart, and one may refuse what the other gives (GDPR art. 6, 7, 9).

Who refuses is left out with all that is theirs: papers, scans, numbers, costs, health, the consents themselves. A child's
data need every parent of the household. Without the applicant, in whose name the file is, nothing leaves at all.
"""

from __future__ import annotations

from loket_app.domain.answering import answer_for, needed
from loket_app.domain.answers import known
from loket_app.domain.case import Case, ConsentPurpose
from loket_app.domain.consents import NO, consent_to, whose_word
from loket_app.domain.gone import Gone, with_gone
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_needs import PURPOSE
from loket_app.domain.person import Person


def purposes(recipient: Recipient) -> tuple[ConsentPurpose, ...]:
    """What must be agreed to: taking part for everybody, since nobody else may apply for a person, and the recipient's own."""
    return tuple(dict.fromkeys((ConsentPurpose.PROGRAMME, PURPOSE[recipient])))


def refusing(case: Case, recipient: Recipient) -> tuple[Person, ...]:
    """Who said no, or took their yes back."""
    if not refuses_any(case):
        return ()
    return tuple(person for person in needed(case) if _refuses(case, recipient, person.id))


def refuses_any(case: Case) -> bool:
    """Whether anybody ever said no to anything."""
    return any(consent.state in NO or known(consent.withdrawn_on) for consent in case.consents)


def left_out(case: Case, recipient: Recipient) -> tuple[Person, ...]:
    """The travellers whose data stay: they refuse, or somebody who answers for them does."""
    no = refusing(case, recipient)
    return (
        tuple(person for person in travellers(case) if any(each in no for each in answer_for(case, person)))
        if no
        else ()
    )


def unnamed(case: Case, recipient: Recipient) -> tuple[Person, ...]:
    """Whom no word of the file may name: whose data stay for a no, also once they are noted as staying behind."""
    if not refuses_any(case):
        return ()
    staying = (person for person in case.household if person.travels is False)
    silent = (each for each in staying if any(_refuses(case, recipient, by.id) for by in answer_for(case, each)))
    return (*left_out(case, recipient), *silent)


def silent(case: Case, gone: Gone, recipient: Recipient) -> tuple[Person, ...]:
    """Whom no word of the file may name, also of those who were taken out of the case."""
    return (*unnamed(case, recipient), *_refused_before(case, gone, recipient))


def _refused_before(case: Case, gone: Gone, recipient: Recipient) -> tuple[Person, ...]:
    """Of those who were taken out: who refused, or whose parent did."""
    whole = with_gone(case, gone)
    return tuple(
        person for person in gone.people if any(_refuses(whole, recipient, by.id) for by in answer_for(whole, person))
    )


def remaining(case: Case, recipient: Recipient) -> tuple[Person, ...]:
    """The travellers whose data may leave, once everybody who is open has said yes."""
    out = left_out(case, recipient)
    return tuple(person for person in travellers(case) if person not in out)


def decisive(case: Case, recipient: Recipient) -> tuple[str, ...]:
    """Whose no stops the whole handover: who answers for the applicant; everybody where no applicant is noted."""
    if case.applicant is None or not remaining(case, recipient):
        return whose_word(case)
    return tuple(person.id for person in answer_for(case, case.applicant))


def travellers(case: Case) -> tuple[Person, ...]:
    """Who travels, as far as anybody said otherwise."""
    return tuple(person for person in case.household if person.travels is not False)


def _refuses(case: Case, recipient: Recipient, person: str) -> bool:
    return any(consent_to(case, purpose, person) in NO for purpose in purposes(recipient))
