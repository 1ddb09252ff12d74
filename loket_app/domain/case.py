"""One return request: a household, its stay, its wish, its papers and everything said and done about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from loket_app.domain.answers import NOT_ASKED, Answer, known
from loket_app.domain.attachment import Attachment
from loket_app.domain.conversation import Appointment, Conversation, Wait
from loket_app.domain.handover import Departure, Handover
from loket_app.domain.person import Person, Relation
from loket_app.domain.said_right import SaidRight
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.stay import Stay
from loket_app.domain.travel import Cost, Journey, TravelDocument
from loket_app.domain.wish import Contact, Plan, Wish


class Desk(Enum):
    """The five return desks; the value is the prefix of a case number."""

    BRUSSELS = "BRU"
    ANTWERP = "ANT"
    GHENT = "GNT"
    LIEGE = "LIE"
    CHARLEROI = "CHA"


class Referral(Enum):
    """How the person came to the desk (S4 §4; CONEX partners refer)."""

    SELF = "self"
    RETURN_PARTNER = "return_partner"
    CONEX = "conex"
    RECEPTION = "reception"
    CLOSED_CENTRE = "closed_centre"
    OTHER = "other"


class ConsentPurpose(Enum):
    """What somebody agrees to, each apart (GDPR art. 9)."""

    PROGRAMME = "programme"
    DATA_TO_IOM = "data_to_iom"
    DATA_TO_CARITAS = "data_to_caritas"
    MESSAGE = "message"
    PHOTOS = "photos"


class ConsentState(Enum):
    """Declined and withdrawn are answers."""

    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


EVERYBODY = "everybody"
"""Whose answer a consent is that was noted before each adult answered apart: one answer for all adults."""


@dataclass(frozen=True)
class Consent:
    """One consent of one person, with the language in which it was explained.

    `person` is the id of who answers, or `EVERYBODY`; `answered_by` the name of the guardian who answered for a minor.
    """

    id: str
    purpose: ConsentPurpose
    state: Answer[ConsentState] = NOT_ASKED
    on: Answer[date] = NOT_ASKED
    language: Answer[str] = NOT_ASKED
    interpreter: Answer[bool] = NOT_ASKED
    signed: Answer[bool] = NOT_ASKED
    withdrawn_on: Answer[date] = NOT_ASKED
    person: str = EVERYBODY
    answered_by: Answer[str] = NOT_ASKED


@dataclass(frozen=True)
class AdviceGiven:
    """Advice as it was given: the words for the file, with the version of the tables it came from.

    `outcome` is what was said as data, for `services/advice_history`; advice of before Loket kept it has none.
    """

    id: str
    at: datetime
    by: str
    verdict: str
    departure_on: Answer[date]
    tables_version: str
    text: str
    outcome: Answer[str] = NOT_ASKED


@dataclass(frozen=True)
class Case:
    """The aggregate. Frozen: an edit is a `Change` that gives a new one. `revision` counts the changes."""

    id: str
    number: str
    desk: Desk
    opened_on: date
    counsellor: str
    revision: int = 0
    referral: Answer[Referral] = NOT_ASKED
    remarks: Answer[str] = NOT_ASKED
    household: tuple[Person, ...] = ()
    stay: Stay = field(default_factory=Stay)
    contact: Contact = field(default_factory=Contact)
    wish: Wish = field(default_factory=Wish)
    plan: Plan = field(default_factory=Plan)
    documents: tuple[TravelDocument, ...] = ()
    costs: tuple[Cost, ...] = ()
    journey: Journey = field(default_factory=Journey)
    consents: tuple[Consent, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    waits: tuple[Wait, ...] = ()
    advice: tuple[AdviceGiven, ...] = ()
    handovers: tuple[Handover, ...] = ()
    departure: Departure = field(default_factory=Departure)
    attachments: tuple[Attachment, ...] = ()
    history: tuple[StatusChange, ...] = ()
    said_right: tuple[SaidRight, ...] = ()

    @property
    def applicant(self) -> Person | None:
        """The main person, when one was named."""
        return next((person for person in self.household if person.relation is Relation.APPLICANT), None)

    @property
    def status(self) -> Status:
        """Where the case stands: the last step of its history."""
        return self.history[-1].status if self.history else Status.ENQUIRY

    def person(self, person_id: str) -> Person | None:
        """The member with that id."""
        return next((person for person in self.household if person.id == person_id), None)


def display_name(person: Person) -> str:
    """`FAMILY, Given`, the one name alone, or the empty string when nothing is known."""
    family = person.family_name.upper() if known(person.family_name) else ""
    given = person.given_names if known(person.given_names) else ""
    return ", ".join(part for part in (family, given) if part)
