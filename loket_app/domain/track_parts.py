"""What the return track of a case is made of: phases, key moments with their deadlines, events, and what looks odd.

A fact is named by its path (`stay/otp_arrived_on`); a conversation that was not held yet by `conversation:` and its key
moment (`conversation:otp_intake`), because there is nothing to point at.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.conversation import Holder, KeyMoment, Stance
from loket_app.domain.handover import DepartureResult
from loket_app.domain.said_right import SaidRight
from loket_app.domain.stay import AidExtension, EndOfStay, Outcome, StayCategory

HELD = "conversation:"
"""Before the value of a key moment: its conversation, where none was held."""


class Phase(Enum):
    """Where somebody is on the return track (S3)."""

    NONE = "none"
    PROCEDURE = "procedure"
    NEGATIVE_DECISION = "negative_decision"
    FINAL_REFUSAL = "final_refusal"
    OPEN_RETURN_PLACE = "open_return_place"
    ENDED = "ended"


class Applies(Enum):
    """Whether the return track is for this person, and why not. NO_REQUEST: protection was never asked for."""

    YES = "yes"
    NO_MINOR = "no_minor"
    NO_NOT_IN_RECEPTION = "no_not_in_reception"
    NO_REQUEST = "no_request"
    UNKNOWN = "unknown"


class MomentState(Enum):
    """How a key moment stands on a day.

    Of what is behind: NOT_HELD had its last day and nothing is written of it; NOT_NEEDED was passed by before its last
    day, or had none.
    """

    DONE = "done"
    LATE = "late"
    DUE = "due"
    COMING = "coming"
    NOT_COMPUTABLE = "not_computable"
    NOT_HELD = "not_held"
    NOT_NEEDED = "not_needed"


PASSED_BY = frozenset({MomentState.NOT_HELD, MomentState.NOT_NEEDED})
"""Nothing is to be done any more, and nothing was noted."""


class Unit(Enum):
    """What a term is counted in; the day of the event is day 0. NONE: the rule gives no term."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    NONE = "none"


class FromFact(Enum):
    """The fact from which a term is counted."""

    REQUEST = "request"
    NEGATIVE_NOTIFIED = "negative_notified"
    HEARING = "hearing"
    FINAL_NOTIFIED = "final_notified"
    OTP_ARRIVAL = "otp_arrival"
    OTP_INTAKE_HELD = "otp_intake_held"
    OTP_ICAM_INTAKE_HELD = "otp_icam_intake_held"
    OTP_OUTTAKE_HELD = "otp_outtake_held"
    REFUSAL_FIRST_HELD = "refusal_first_held"
    REFUSAL_SECOND_HELD = "refusal_second_held"
    AID_ENDS = "aid_ends"


class EventKind(Enum):
    """What happened, or will, on a day."""

    REQUEST = "request"
    DECISION = "decision"
    NOTIFIED = "notified"
    APPEAL = "appeal"
    HEARING = "hearing"
    FINAL_REFUSAL = "final_refusal"
    OTP_ASSIGNED = "otp_assigned"
    OTP_ARRIVAL = "otp_arrival"
    AGREED = "agreed"
    AID_ENDS = "aid_ends"
    ORDER = "order"
    LEAVE_BY = "leave_by"
    STAY_ENDED = "stay_ended"
    DEPARTURE = "departure"


class OddKind(Enum):
    """What is asked about, because it is hardly ever right. Nothing is blocked by it."""

    IN_THE_FUTURE = "in_the_future"
    NOTIFIED_BEFORE_DECIDED = "notified_before_decided"
    HEARING_BEFORE_NOTIFICATION = "hearing_before_notification"
    HEARING_BEFORE_APPEAL = "hearing_before_appeal"
    HEARING_WITHOUT_APPEAL = "hearing_without_appeal"
    HEARING_APPEAL_UNSAID = "hearing_appeal_unsaid"
    HEARING_SUSPENSIVE_UNSAID = "hearing_suspensive_unsaid"
    HEARING_NOT_SUSPENSIVE = "hearing_not_suspensive"
    APPEAL_BEFORE_NOTIFICATION = "appeal_before_notification"
    APPEAL_DAY_ALONE = "appeal_day_alone"
    APPEAL_DAY_WITHOUT_APPEAL = "appeal_day_without_appeal"
    TWO_FINAL_REFUSALS = "two_final_refusals"
    FINAL_BY_DVZ = "final_by_dvz"
    REQUEST_MISSING = "request_missing"
    LATER_REQUEST_MISSING = "later_request_missing"
    LATER_REQUEST_PENDING = "later_request_pending"
    LATER_REQUEST_DECIDED = "later_request_decided"
    PLACE_OF_EARLIER_STAY = "place_of_earlier_stay"
    DAYS_OF_EARLIER_PLACE = "days_of_earlier_place"
    ASSIGNED_ON_ALONE = "assigned_on_alone"
    ASSIGNED_ON_WITHOUT_PLACE = "assigned_on_without_place"
    ASSIGNED_BEFORE_NOTIFICATION = "assigned_before_notification"
    ARRIVAL_BEFORE_ASSIGNMENT = "arrival_before_assignment"
    ARRIVAL_BEFORE_NOTIFICATION = "arrival_before_notification"
    ARRIVAL_WITHOUT_REFUSAL = "arrival_without_refusal"
    ARRIVAL_WITHOUT_PLACE = "arrival_without_place"
    ARRIVAL_AFTER_AID = "arrival_after_aid"
    AGREED_AFTER_AID = "agreed_after_aid"
    AGREED_BEFORE_ARRIVAL = "agreed_before_arrival"
    AGREED_ON_WITHOUT_AGREEMENT = "agreed_on_without_agreement"
    AGREED_ON_ALONE = "agreed_on_alone"
    ENDED_BEFORE_ARRIVAL = "ended_before_arrival"
    LEAVE_BY_BEFORE_NOTIFICATION = "leave_by_before_notification"
    CONVERSATION_TOO_EARLY = "conversation_too_early"
    CLOSED_UNWRITTEN = "closed_unwritten"
    REFUSAL_ANNULLED = "refusal_annulled"
    HAS_STAY = "has_stay"
    AID_OVER = "aid_over"
    LEFT_RECEPTION = "left_reception"
    LONG_AGO = "long_ago"
    REQUEST_AFTER_DECISION = "request_after_decision"
    FINAL_WITH_APPEAL = "final_with_appeal"
    CONVERSATION_OUT_OF_ORDER = "conversation_out_of_order"
    CONVERSATION_AFTER_END = "conversation_after_end"
    HELD_OR_STILL_PLANNED = "held_or_still_planned"
    AGREED_IN_CONVERSATION = "agreed_in_conversation"
    NO_COOPERATION_NOTED = "no_cooperation_noted"
    EXTENSION_DAY_ALONE = "extension_day_alone"
    EXTENSION_NOT_GRANTED = "extension_not_granted"
    EXTENSION_ANSWERED_EARLY = "extension_answered_early"
    EXTENSION_AFTER_AID = "extension_after_aid"
    EXTENSION_SHORTER = "extension_shorter"
    EXTENSION_WITHOUT_REFUSAL = "extension_without_refusal"
    END_WITHOUT_DAY = "end_without_day"
    DAY_WITHOUT_END = "day_without_end"


@dataclass(frozen=True)
class Deadline:
    """The last day of something, and where that day comes from.

    `count` units from the day `from_on` of the fact `from_fact`, of the kind `counted_from`; negative before it. `opens_on` is the first day on which
    it can be done. `on` is None where the rule gives no term, or where `needs` names what is missing for it; a day beside
    `needs` is sure, and they name what is missing to know whether its conversation was held by then. `rule` is the id of
    the rule; empty when no rule that we know applied on that day. `too_soon` is the last day where it lies before the
    arrival: nobody could keep it.
    """

    on: date | None = None
    opens_on: date | None = None
    count: int | None = None
    unit: Unit = Unit.NONE
    from_fact: str = ""
    from_on: date | None = None
    needs: tuple[str, ...] = ()
    rule: str = ""
    counted_from: FromFact | None = None
    too_soon: date | None = None


@dataclass(frozen=True)
class Moment:
    """One conversation that the track asks for: by whom, by when, whether it was held, and what it must cover.

    `conversation` is the id of the one that did it, `points` the ids of the checklist, `covered` those that were ticked.
    `planned` is the id of the one that is begun or planned and was not held, `planned_on` its day, when it has one.
    """

    moment: KeyMoment
    phase: Phase
    held_by: Holder
    deadline: Deadline
    state: MomentState
    conversation: str | None = None
    done_on: date | None = None
    points: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    planned: str | None = None
    planned_on: date | None = None


@dataclass(frozen=True)
class Span:
    """A phase on the line of time; an end that is not known is None."""

    phase: Phase
    starts: date | None
    ends: date | None


@dataclass(frozen=True)
class Event:
    """Something that happened, or will, and the fact that says so; AID_ENDS is worked out and has no path."""

    path: str
    kind: EventKind
    on: date


@dataclass(frozen=True)
class Question:
    """Something odd, asked about at `path`; `other` is the fact that it does not fit with, or empty."""

    path: str
    kind: OddKind
    other: str = ""


@dataclass(frozen=True)
class Settled:
    """A question that rests, and what was said of it (`track_settled`)."""

    question: Question
    said: SaidRight


@dataclass(frozen=True)
class End:
    """How the track ended: `path` is the answer that says so. Without `how` or `on` that is not known."""

    how: EndOfStay | DepartureResult | StayCategory | Outcome | None
    path: str
    on: date | None


@dataclass(frozen=True)
class Track:
    """The return track of a case on one day.

    `applies_needs` are the paths of what is missing to know whether it applies. `aid_ends` is the end of the material aid;
    `aid_may_end` the later end that an agreement with the track would give, while that is not known. `end` says how it
    ended, None while it goes on. `extension` is the last one that was asked, granted or refused.
    `settled` are questions that rest, because somebody said that what stands there is right.
    """

    on: date
    applies: Applies
    applies_needs: tuple[str, ...]
    phase: Phase
    moments: tuple[Moment, ...]
    spans: tuple[Span, ...]
    events: tuple[Event, ...]
    aid_ends: Deadline
    aid_may_end: Deadline | None
    questions: tuple[Question, ...]
    stances: tuple[tuple[date, Stance], ...]
    rules_version: str
    end: End | None = None
    extension: AidExtension | None = None
    settled: tuple[Settled, ...] = ()

    def moment(self, which: KeyMoment) -> Moment | None:
        """The key moment, when this track has it."""
        return next((moment for moment in self.moments if moment.moment is which), None)

    @property
    def next_moment(self) -> Moment | None:
        """What comes first of all that is still to be done: by its last day, then in the order of the track."""
        waiting = [moment for moment in self.moments if moment.state in (MomentState.LATE, MomentState.DUE)]
        coming = [moment for moment in self.moments if moment.state is MomentState.COMING]
        return min(waiting or coming, key=lambda moment: moment.deadline.on or date.max, default=None)
