"""The stay in Belgium: category, procedures, decisions, and what limits the programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.partial_date import PartialDate


class StayCategory(Enum):
    """Where somebody stands. The first three are the categories of the statistics sheet (S4 §3)."""

    APPLICANT = "applicant"
    REJECTED = "rejected"
    NO_LEGAL_STAY = "no_legal_stay"
    OTHER_PROCEDURE = "other_procedure"
    LEGAL_STAY = "legal_stay"
    BELGIAN = "belgian"


class ProcedureKind(Enum):
    """A residence procedure that somebody went through."""

    PROTECTION = "protection"
    SUBSEQUENT_PROTECTION = "subsequent_protection"
    FAMILY = "family"
    HUMANITARIAN = "humanitarian"
    MEDICAL = "medical"
    STUDENT = "student"
    WORK = "work"
    TOURIST = "tourist"
    OTHER = "other"


class Outcome(Enum):
    """How a decision or a procedure ended, or that it runs."""

    PENDING = "pending"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    WITHDRAWN = "withdrawn"


class Authority(Enum):
    """Who decided."""

    DVZ = "dvz"
    CGVS = "cgvs"
    RVV = "rvv"
    COUNCIL_OF_STATE = "council_of_state"
    OTHER = "other"


@dataclass(frozen=True)
class Procedure:
    """One residence procedure."""

    id: str
    kind: Answer[ProcedureKind] = NOT_ASKED
    started_on: Answer[PartialDate] = NOT_ASKED
    outcome: Answer[Outcome] = NOT_ASKED


@dataclass(frozen=True)
class Decision:
    """A decision in a procedure. Terms run from `notified_on`, never from `decided_on`.

    `appeal_suspensive`: while it is looked at nobody has to leave. The track's conversation after a hearing is about such
    an appeal alone (S3).
    """

    id: str
    authority: Answer[Authority] = NOT_ASKED
    outcome: Answer[Outcome] = NOT_ASKED
    final: Answer[bool] = NOT_ASKED
    decided_on: Answer[date] = NOT_ASKED
    notified_on: Answer[date] = NOT_ASKED
    appeal_lodged: Answer[bool] = NOT_ASKED
    appeal_lodged_on: Answer[date] = NOT_ASKED
    appeal_suspensive: Answer[bool] = NOT_ASKED
    hearing_on: Answer[date] = NOT_ASKED


@dataclass(frozen=True)
class LeaveOrder:
    """An order to leave the territory."""

    id: str
    notified_on: Answer[date] = NOT_ASKED
    leave_by: Answer[date] = NOT_ASKED


class OpenReturnPlace(Enum):
    """Whether an open return place (OTP) was assigned after the final refusal (S3)."""

    ASSIGNED = "assigned"
    EXCEPTION_ASKED = "exception_asked"
    NONE = "none"


class EndOfStay(Enum):
    """How the stay in an open return place ended (S3): the right, the granting, a new request, or a permit."""

    LEFT = "left"
    NO_COOPERATION = "no_cooperation"
    SUBSEQUENT_REQUEST = "subsequent_request"
    PERMIT = "permit"
    RETURNED = "returned"


class ExtensionState(Enum):
    """What became of a request for a longer right to material aid."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True)
class AidExtension:
    """An extension of the right to material aid that prepares a voluntary return (S1; S3: whoever takes part may ask).

    `until` is the last day that the authority named. No source gives a term for it, so it is never worked out.
    """

    id: str
    state: Answer[ExtensionState] = NOT_ASKED
    asked_on: Answer[date] = NOT_ASKED
    answered_on: Answer[date] = NOT_ASKED
    until: Answer[date] = NOT_ASKED


@dataclass(frozen=True)
class EarlierPlace:
    """An open return place of an earlier request, with what was answered about it: kept when a next one is begun."""

    id: str
    assigned_on: Answer[date] = NOT_ASKED
    place: Answer[str] = NOT_ASKED
    arrived_on: Answer[date] = NOT_ASKED
    agrees: Answer[bool] = NOT_ASKED
    agreed_on: Answer[date] = NOT_ASKED
    end: Answer[EndOfStay] = NOT_ASKED
    ended_on: Answer[date] = NOT_ASKED
    refuses_to_leave: Answer[bool] = NOT_ASKED


@dataclass(frozen=True)
class Stay:
    """Everything about the stay that a rule may ask for. No `procedures` is none only where `had_procedure` says so.

    `otp_assigned_on` tells which final refusal the open return place follows, where there were several.
    """

    category: Answer[StayCategory] = NOT_ASKED
    in_reception: Answer[bool] = NOT_ASKED
    reception_place: Answer[str] = NOT_ASKED
    arrived_in_belgium: Answer[PartialDate] = NOT_ASKED
    dublin_transfer: Answer[bool] = NOT_ASKED
    dublin_state: Answer[str] = NOT_ASKED
    closed_centre: Answer[bool] = NOT_ASKED
    public_order_concern: Answer[bool] = NOT_ASKED
    earlier_return_support: Answer[bool] = NOT_ASKED
    earlier_return_on: Answer[PartialDate] = NOT_ASKED
    open_return_place: Answer[OpenReturnPlace] = NOT_ASKED
    otp_assigned_on: Answer[date] = NOT_ASKED
    otp_place: Answer[str] = NOT_ASKED
    otp_arrived_on: Answer[date] = NOT_ASKED
    otp_agrees: Answer[bool] = NOT_ASKED
    otp_agreed_on: Answer[date] = NOT_ASKED
    otp_end: Answer[EndOfStay] = NOT_ASKED
    otp_ended_on: Answer[date] = NOT_ASKED
    refuses_to_leave: Answer[bool] = NOT_ASKED
    guardian: Answer[str] = NOT_ASKED
    had_procedure: Answer[bool] = NOT_ASKED
    procedures: tuple[Procedure, ...] = ()
    decisions: tuple[Decision, ...] = ()
    orders: tuple[LeaveOrder, ...] = ()
    extensions: tuple[AidExtension, ...] = ()
    earlier_places: tuple[EarlierPlace, ...] = ()
