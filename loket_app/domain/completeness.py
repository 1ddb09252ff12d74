"""What IOM asks for, and what of it a case does not answer yet.

The union of the application forms of IOM Germany, the United Kingdom and Slovakia. Nothing here blocks: a file that
misses something can be sent, with the gap named. Unknown and declined are answers; only "not asked" is a gap.
"""

from __future__ import annotations

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case, ConsentPurpose, ConsentState
from loket_app.domain.changes import value_at

PER_PERSON = (
    "given_names",
    "family_name",
    "sex",
    "birth_date",
    "birth_place",
    "birth_country",
    "nationalities",
    "civil_status",
    "entry_date",
    "vulnerabilities",
    "fitness",
)
"""For every member who travels. `family_name` is not asked of somebody with one name, `nationalities` not of a stateless person."""

PER_CASE = (
    "wish/free_choice",
    "wish/informed",
    "stay/category",
    "contact/street",
    "contact/town",
    "contact/phone",
    "contact/message_allowed",
    "wish/destination",
    "wish/destination_address",
    "wish/destination_contact",
    "wish/departure_on",
    "journey/transport",
    "journey/departure_point",
    "journey/wheelchair",
    "journey/escort",
)


def gaps(case: Case) -> tuple[str, ...]:
    """Paths that were not asked yet and that IOM needs, people first."""
    asked = (path for path in PER_CASE if value_at(case, path) is NOT_ASKED)
    return (*_people(case), *asked, *_papers(case), *_consents(case))


def _people(case: Case) -> tuple[str, ...]:
    if not case.household:
        return ("household",)
    found = []
    for person in case.household:
        spared = {"family_name"} if person.one_name_only else set()
        spared |= {"nationalities"} if person.stateless is True else set()
        if person.travels is not False:
            asked = (name for name in PER_PERSON if name not in spared and getattr(person, name) is NOT_ASKED)
            found += [f"household/{person.id}/{name}" for name in asked]
    return tuple(found)


def _papers(case: Case) -> tuple[str, ...]:
    """A travel document of every traveller: its kind, also when it is lost or there is none."""
    with_one = {document.person for document in case.documents}
    travellers = (person for person in case.household if person.travels is not False)
    return () if all(person.id in with_one for person in travellers) else ("documents",)


def _consents(case: Case) -> tuple[str, ...]:
    """A handover needs the informed consent of the person (GDPR art. 9)."""
    return () if has_consent(case, ConsentPurpose.DATA_TO_IOM) is not None else ("consents",)


def has_consent(case: Case, purpose: ConsentPurpose) -> bool | None:
    """Whether the applicant agreed to that; None when nobody asked or no answer came. The last consent counts."""
    states = [consent.state for consent in case.consents if consent.purpose is purpose]
    last = states[-1] if states else NOT_ASKED
    return last is ConsentState.GIVEN if isinstance(last, ConsentState) else None
