"""Conversations about return, appointments, and what somebody waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.answers import NOT_ASKED, Answer


class KeyMoment(Enum):
    """A conversation that the return track asks for (S3, instruction of 27/06/2024), in the order of the track."""

    INFO_SESSION = "info_session"
    INTAKE = "intake"
    NEGATIVE_DECISION = "negative_decision"
    APPEAL_HEARING = "appeal_hearing"
    REFUSAL_FIRST = "refusal_first"
    REFUSAL_SECOND = "refusal_second"
    REFUSAL_THIRD = "refusal_third"
    OTP_INTAKE = "otp_intake"
    OTP_ICAM_INTAKE = "otp_icam_intake"
    OTP_OPTIONS = "otp_options"
    OTP_OUTTAKE = "otp_outtake"
    OTP_ICAM_DECISION = "otp_icam_decision"
    OTP_ICAM_HEARING = "otp_icam_hearing"


class Holder(Enum):
    """Who holds a conversation (S3: social worker, ICAM coach; the desk's return counsellor beside them)."""

    SOCIAL_WORKER = "social_worker"
    ICAM_COACH = "icam_coach"
    RETURN_COUNSELLOR = "return_counsellor"
    OTHER = "other"


class Stance(Enum):
    """How the person stands towards return, from "does not want to" up: drawn over time on the track."""

    DOES_NOT_WANT = "does_not_want"
    DOUBTS = "doubts"
    CONSIDERS = "considers"
    WANTS = "wants"


class AfterConversation(Enum):
    """What the person decided in a conversation. Not deciding is an answer too: nobody is pushed (S3)."""

    RETURNS = "returns"
    AGREES_WITH_TRACK = "agrees_with_track"
    OTHER_OPTION = "other_option"
    UNDECIDED = "undecided"
    NO_COOPERATION = "no_cooperation"


class TalkState(Enum):
    """Whether a conversation is still to come, took place, or did not."""

    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"


@dataclass(frozen=True)
class Conversation:
    """What was said, when and with whom. `covered` holds the ids of the points of the key moment's checklist.

    `on` is the day that it was held, or that it is planned for.
    """

    id: str
    on: Answer[date] = NOT_ASKED
    state: Answer[TalkState] = NOT_ASKED
    not_held_why: Answer[str] = NOT_ASKED
    place: Answer[str] = NOT_ASKED
    moment: Answer[KeyMoment] = NOT_ASKED
    held_by: Answer[Holder] = NOT_ASKED
    with_whom: Answer[str] = NOT_ASKED
    language: Answer[str] = NOT_ASKED
    interpreter: Answer[bool] = NOT_ASKED
    stance: Answer[Stance] = NOT_ASKED
    attitude: Answer[str] = NOT_ASKED
    obstacles: Answer[str] = NOT_ASKED
    solutions: Answer[str] = NOT_ASKED
    possibilities: Answer[str] = NOT_ASKED
    covered: Answer[tuple[str, ...]] = NOT_ASKED
    decided: Answer[AfterConversation] = NOT_ASKED
    notes: Answer[str] = NOT_ASKED
    visible_to_next: Answer[bool] = NOT_ASKED

    @property
    def counts(self) -> bool:
        """Whether its day is one on which it was held. So is the day of one of before, when nobody was asked that."""
        return self.state in (TalkState.HELD, NOT_ASKED)


class AppointmentKind(Enum):
    """What somebody comes or goes for."""

    CONVERSATION = "conversation"
    EMBASSY = "embassy"
    DOCTOR = "doctor"
    IOM = "iom"
    OTHER = "other"


class AppointmentState(Enum):
    """Whether it took place."""

    PLANNED = "planned"
    KEPT = "kept"
    MISSED = "missed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Appointment:
    """Something on a day, at an hour when that is known (`at` as 14:30)."""

    id: str
    kind: Answer[AppointmentKind] = NOT_ASKED
    on: Answer[date] = NOT_ASKED
    at: Answer[str] = NOT_ASKED
    place: Answer[str] = NOT_ASKED
    with_whom: Answer[str] = NOT_ASKED
    moment: Answer[KeyMoment] = NOT_ASKED
    state: Answer[AppointmentState] = NOT_ASKED
    note: Answer[str] = NOT_ASKED


class WaitingFor(Enum):
    """Who has the next move."""

    CLIENT = "client"
    DOCUMENT = "document"
    IOM = "iom"
    FEDASIL = "fedasil"
    DVZ = "dvz"
    OTHER = "other"


@dataclass(frozen=True)
class Wait:
    """What the case waits for, since when, and when to ask again. It ends on `ended_on`."""

    id: str
    waiting_for: Answer[WaitingFor] = NOT_ASKED
    what: Answer[str] = NOT_ASKED
    since: Answer[date] = NOT_ASKED
    ask_again_on: Answer[date] = NOT_ASKED
    ended_on: Answer[date] = NOT_ASKED
