"""What the person wants: where to, when, what stands in the way, and what the support would be for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.money import Money


class DestinationRight(Enum):
    """Why somebody may settle at the destination (S0 §1, S2)."""

    COUNTRY_OF_ORIGIN = "country_of_origin"
    PERMANENT_RESIDENCE = "permanent_residence"
    NEITHER = "neither"


class Timing(Enum):
    """When the person would like to leave."""

    AS_SOON_AS_POSSIBLE = "as_soon_as_possible"
    FROM_A_DATE = "from_a_date"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Contact:
    """How to reach the person, and whether a message may be left: a voicemail can put somebody in danger."""

    street: Answer[str] = NOT_ASKED
    postcode: Answer[str] = NOT_ASKED
    town: Answer[str] = NOT_ASKED
    phone: Answer[str] = NOT_ASKED
    email: Answer[str] = NOT_ASKED
    message_allowed: Answer[bool] = NOT_ASKED
    best_time: Answer[str] = NOT_ASKED


@dataclass(frozen=True)
class Wish:
    """The return that is wished for. `departure_on` decides which amounts apply."""

    destination: Answer[str] = NOT_ASKED
    destination_right: Answer[DestinationRight] = NOT_ASKED
    destination_place: Answer[str] = NOT_ASKED
    destination_address: Answer[str] = NOT_ASKED
    destination_contact: Answer[str] = NOT_ASKED
    free_choice: Answer[bool] = NOT_ASKED
    informed: Answer[bool] = NOT_ASKED
    timing: Answer[Timing] = NOT_ASKED
    departure_on: Answer[date] = NOT_ASKED
    obstacles: Answer[str] = NOT_ASKED
    reasons: Answer[str] = NOT_ASKED


class PlanPurpose(Enum):
    """What reintegration support can pay (S0 §6)."""

    BUSINESS = "business"
    WORK = "work"
    HOUSING = "housing"
    MEDICAL = "medical"
    TRAINING = "training"
    OTHER = "other"


class Partner(Enum):
    """Who follows the reintegration project."""

    IOM = "iom"
    CARITAS = "caritas"


@dataclass(frozen=True)
class BudgetLine:
    """One thing that the plan would spend on. An amount here is the person's plan, never a promise."""

    id: str
    purpose: Answer[PlanPurpose] = NOT_ASKED
    what: Answer[str] = NOT_ASKED
    amount: Answer[Money] = NOT_ASKED


@dataclass(frozen=True)
class FollowUpReport:
    """What the partner tells some months after return: how the support was spent, how the person is (S0 §13)."""

    id: str
    on: Answer[date] = NOT_ASKED
    spent: Answer[Money] = NOT_ASKED
    spent_on_what: Answer[str] = NOT_ASKED
    how_they_are: Answer[str] = NOT_ASKED
    next_on: Answer[date] = NOT_ASKED


@dataclass(frozen=True)
class Plan:
    """The reintegration plan: in kind, through a partner, within twelve months after return (S0 §13)."""

    purposes: Answer[tuple[PlanPurpose, ...]] = NOT_ASKED
    description: Answer[str] = NOT_ASKED
    partner: Answer[Partner] = NOT_ASKED
    partner_contact: Answer[str] = NOT_ASKED
    approval_reasons: Answer[str] = NOT_ASKED
    budget: tuple[BudgetLine, ...] = ()
    reports: tuple[FollowUpReport, ...] = ()
