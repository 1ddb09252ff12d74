"""Papers, costs and the journey."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.money import Money


class DocumentKind(Enum):
    """A paper that the journey may need."""

    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    LAISSEZ_PASSER = "laissez_passer"
    EU_RETURN_DOCUMENT = "eu_return_document"
    BIRTH_CERTIFICATE = "birth_certificate"
    MARRIAGE_CERTIFICATE = "marriage_certificate"
    PARENTAL_CONSENT = "parental_consent"
    TRANSIT_VISA = "transit_visa"
    MEDICAL = "medical"
    OTHER = "other"


class DocumentState(Enum):
    """Where that paper stands."""

    HAS = "has"
    EXPIRED = "expired"
    LOST_REPORTED = "lost_reported"
    LOST_UNREPORTED = "lost_unreported"
    HELD_BY_DVZ = "held_by_dvz"
    REQUESTED = "requested"
    RECEIVED = "received"
    REFUSED = "refused"
    NONE = "none"


@dataclass(frozen=True)
class TravelDocument:
    """One paper of one person (`person` is the member's id)."""

    id: str
    person: str
    kind: Answer[DocumentKind] = NOT_ASKED
    state: Answer[DocumentState] = NOT_ASKED
    number: Answer[str] = NOT_ASKED
    issuer: Answer[str] = NOT_ASKED
    valid_until: Answer[date] = NOT_ASKED
    original_at: Answer[str] = NOT_ASKED
    requested_on: Answer[date] = NOT_ASKED
    issued_on: Answer[date] = NOT_ASKED
    note: Answer[str] = NOT_ASKED


class CostKind(Enum):
    """What a cost was made for."""

    DOCUMENT_FEE = "document_fee"
    PHOTOS = "photos"
    TRANSLATION = "translation"
    LEGALISATION = "legalisation"
    TRAVEL_TO_EMBASSY = "travel_to_embassy"
    TRAVEL_TO_DEPARTURE = "travel_to_departure"
    ADMINISTRATIVE = "administrative"
    OTHER = "other"


class CostState(Enum):
    """Where the reimbursement stands (S0 §11, §12: paid back by IOM before departure)."""

    PLANNED = "planned"
    PAID_BY_CLIENT = "paid_by_client"
    APPROVED = "approved"
    REIMBURSED = "reimbursed"
    REFUSED = "refused"


class Reimburser(Enum):
    """Who pays a cost back: IOM at departure, as a rule (S0 §12)."""

    IOM = "iom"
    FEDASIL = "fedasil"
    OTHER = "other"


@dataclass(frozen=True)
class Cost:
    """One cost. `person` is a member's id, or unanswered when it is for the whole household.

    `amount` is in euro. What was paid in another currency stands beside it: `foreign_amount` in `currency` (ISO 4217),
    with `rate` as units of that currency for one euro, of `rate_on`, from `rate_source`. `separate_receipt`: somebody
    looked at a cost that is like it, and it is another receipt.
    """

    id: str
    kind: Answer[CostKind] = NOT_ASKED
    person: Answer[str] = NOT_ASKED
    description: Answer[str] = NOT_ASKED
    amount: Answer[Money] = NOT_ASKED
    spent_on: Answer[date] = NOT_ASKED
    state: Answer[CostState] = NOT_ASKED
    receipt: Answer[bool] = NOT_ASKED
    receipt_missing_why: Answer[str] = NOT_ASKED
    receipt_number: Answer[str] = NOT_ASKED
    separate_receipt: Answer[bool] = NOT_ASKED
    currency: Answer[str] = NOT_ASKED
    foreign_amount: Answer[Decimal] = NOT_ASKED
    rate: Answer[Decimal] = NOT_ASKED
    rate_on: Answer[date] = NOT_ASKED
    rate_source: Answer[str] = NOT_ASKED
    reimbursed_by: Answer[Reimburser] = NOT_ASKED
    reimbursed_on: Answer[date] = NOT_ASKED
    refused_why: Answer[str] = NOT_ASKED
    note: Answer[str] = NOT_ASKED


class Transport(Enum):
    """By plane; by bus for some European countries (S0 §12)."""

    PLANE = "plane"
    BUS = "bus"


class Escort(Enum):
    """Who travels along (S0 §10)."""

    NONE = "none"
    MEDICAL = "medical"
    SOCIAL = "social"


@dataclass(frozen=True)
class Journey:
    """The journey itself and the help on the way.

    `wheelchair`, `pregnancy_due_on` and `medical_form` are each person's (`Person`). Here stands only what a case of before
    said without saying of whom (`for_whom`).
    """

    transport: Answer[Transport] = NOT_ASKED
    earliest_on: Answer[date] = NOT_ASKED
    departure_point: Answer[str] = NOT_ASKED
    carrier: Answer[str] = NOT_ASKED
    luggage: Answer[str] = NOT_ASKED
    extra_luggage: Answer[bool] = NOT_ASKED
    wheelchair: Answer[bool] = NOT_ASKED
    pregnancy_due_on: Answer[date] = NOT_ASKED
    medical_form: Answer[bool] = NOT_ASKED
    escort: Answer[Escort] = NOT_ASKED
    escort_why: Answer[str] = NOT_ASKED
    transit_country: Answer[str] = NOT_ASKED
    transit_help: Answer[bool] = NOT_ASKED
    reception_on_arrival: Answer[bool] = NOT_ASKED
    onward_transfer: Answer[bool] = NOT_ASKED
    final_place: Answer[str] = NOT_ASKED
    may_be_called: Answer[str] = NOT_ASKED
