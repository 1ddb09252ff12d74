"""What a case says about the return track, read on one day. A fact is a path and its day; None when it is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from loket_app.domain.answers import DECLINED, UNKNOWN, known, or_none
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation, KeyMoment, TalkState
from loket_app.domain.handover import DepartureResult
from loket_app.domain.stay import (
    Authority,
    Decision,
    EndOfStay,
    OpenReturnPlace,
    Outcome,
    Procedure,
    ProcedureKind,
    StayCategory,
)
from loket_app.domain.track_decisions import PROTECTION, is_final, latest, of_protection, when
from loket_app.domain.track_parts import HELD


@dataclass(frozen=True)
class Fact:
    """Where a day stands, and the day; `also` are paths that are missing besides. Without a path nothing would tell it."""

    path: str
    on: date | None
    also: tuple[str, ...] = ()

    @property
    def needs(self) -> tuple[str, ...]:
        """What is missing; empty when nothing is."""
        return self.also if self.on or not self.path else (*self.also, self.path)


@dataclass(frozen=True)
class TrackFacts:
    """A case on a day, or one round of it (`track_rounds`). Nothing depends on the order in which anything was entered."""

    case: Case
    on: date

    @cached_property
    def negative(self) -> Decision | None:
        """The negative decision of the CGVS that counts: the latest one. Who decided may be missing."""
        return latest(
            decision
            for decision in self._negatives
            if decision.authority is Authority.CGVS
            or (not known(decision.authority) and decision not in self.final_refusals)
        )

    @cached_property
    def final_refusals(self) -> tuple[Decision, ...]:
        """Final refusals: those that were said to be final, and rejections by the RVV unless said not to be (S3)."""
        return tuple(decision for decision in self._negatives if is_final(decision))

    @cached_property
    def final(self) -> Decision | None:
        """The final refusal that counts: the latest one."""
        return latest(self.final_refusals)

    @cached_property
    def hearing(self) -> Decision | None:
        """The decision with the hearing that counts: the latest, or the appeal whose hearing has no day yet.

        The day stands with the decision that the appeal is against, or with the RVV's own, whatever became of that.
        """
        heard = [
            each for each in self._heard if (or_none(each.hearing_on) or date.min) > (self.annulled_on or date.min)
        ]
        appealed = latest(each for each in self._negatives if each.appeal_lodged is True)
        if heard or appealed is None:
            return max(heard or self._heard, key=lambda each: (or_none(each.hearing_on), each.id), default=None)
        return appealed

    @property
    def suspensive(self) -> bool | None:
        """Whether the appeal of that hearing suspends: as the hearing's own decision says, or the one it is against."""
        said = [or_none(each.appeal_suspensive) for each in (self.hearing, self.negative) if each]
        return next((each for each in said if each is not None), None)

    @cached_property
    def overturned(self) -> Decision | None:
        """A positive decision that came, later than every negative one that came."""
        return None if self._since_positive else self._positive

    @property
    def annulled_by(self) -> Decision | None:
        """The last positive decision that came: what was refused before it is annulled."""
        return self._positive

    @property
    def annulled_on(self) -> date | None:
        """The day of that decision."""
        return when(self._positive) if self._positive else None

    @cached_property
    def request(self) -> Fact:
        """The first request for protection, when its day is known whole."""
        return self.requests[0] if self.requests else Fact("stay/procedures", None)

    @cached_property
    def requests(self) -> tuple[Fact, ...]:
        """All requests for protection whose day is known whole, the earliest first."""
        asked = [each for each in self.case.stay.procedures if each.kind in PROTECTION]
        dated = [(day, each.id) for each in asked if known(each.started_on) and (day := each.started_on.exact)]
        return tuple(Fact(f"stay/procedures/{procedure}/started_on", day) for day, procedure in sorted(dated))

    @cached_property
    def arrival(self) -> Fact:
        """The arrival in the open return place."""
        return Fact("stay/otp_arrived_on", or_none(self.case.stay.otp_arrived_on))

    @cached_property
    def in_otp(self) -> bool:
        """Whether somebody goes, or went, to an open return place."""
        return self.case.stay.open_return_place is OpenReturnPlace.ASSIGNED or self.arrival.on is not None

    @property
    def arrived(self) -> bool:
        """Whether somebody is, or was, in an open return place on this day."""
        return self.arrival.on is not None and self.arrival.on <= self.on

    @property
    def left_unsaid(self) -> bool:
        """Whether somebody arrived and is said to be out of reception, while no end of the stay is written."""
        return self.arrived and self.case.stay.in_reception is False and self.ended_on is None

    @property
    def refusal(self) -> Decision | None:
        """The negative decision that counts most: the final one, if there is one."""
        return self.final or self.negative

    @property
    def place_annulled(self) -> bool:
        """Whether what led to the open return place was annulled after the arrival."""
        return bool(self.annulled_on and self.arrival.on and self.arrival.on <= self.annulled_on and not self.final)

    @property
    def without_otp(self) -> bool:
        """Whether the conversations go on in the place where somebody lives."""
        stays = (OpenReturnPlace.EXCEPTION_ASKED, OpenReturnPlace.NONE)
        return self.case.stay.open_return_place in stays and not self.in_otp

    @cached_property
    def requested(self) -> bool | None:
        """Whether international protection was asked for; None when nothing tells."""
        stay = self.case.stay
        kinds = [or_none(procedure.kind) for procedure in stay.procedures]
        if stay.decisions or self.in_otp or any(kind in PROTECTION for kind in kinds):
            return True
        if stay.category in (StayCategory.APPLICANT, StayCategory.REJECTED):
            return True
        if not stay.procedures and not self.has_stay:
            return False if stay.had_procedure is False else None
        return None if not known(stay.category) or None in kinds else False

    @cached_property
    def closed_unwritten(self) -> str:
        """Where it stands that the request was refused or withdrawn, while no decision says so; empty otherwise."""
        stay = self.case.stay
        asked = [each for each in stay.procedures if each.kind in PROTECTION]
        decided = any(each.outcome in (Outcome.NEGATIVE, Outcome.POSITIVE) for each in self._of_protection)
        last = max(asked, key=lambda each: (_began(each), each.id), default=None)
        if decided or self.in_otp:
            return ""
        if last is not None and last.outcome in (Outcome.NEGATIVE, Outcome.WITHDRAWN):
            return f"stay/procedures/{last.id}/outcome"
        anew = last is not None and (known(last.outcome) or last.kind is ProcedureKind.SUBSEQUENT_PROTECTION)
        return "stay/category" if stay.category is StayCategory.REJECTED and not anew else ""

    @property
    def has_stay(self) -> bool:
        """Whether somebody may stay now, whatever was decided before."""
        return self.case.stay.category in (StayCategory.LEGAL_STAY, StayCategory.BELGIAN)

    @property
    def leaves(self) -> bool:
        """Whether a journey is booked, or was made."""
        departure = self.case.departure
        booked = known(departure.leaves_on) and not known(departure.result)
        return booked or departure.result is DepartureResult.DEPARTED

    @cached_property
    def ended_on(self) -> Fact | None:
        """The end of the stay or the departure, when there was one until this day and no decision came after it."""
        ended = self._departed or self._stay_ended
        if ended is None or (ended.on and ended.on > self.on):
            return None
        later = ended.on and any(when(each) > ended.on for each in self._negatives if when(each) < date.max)
        return None if later else ended

    def held(self, moment: KeyMoment, since: date | None) -> tuple[Conversation, ...]:
        """The conversations of a key moment until this day, the first one first; not those before what they are about."""
        found = [
            (on, conversation)
            for conversation in self.case.conversations
            if conversation.moment is moment
            and conversation.counts
            and known(on := conversation.on)
            and (since or date.min) <= on <= self.on
        ]
        return tuple(conversation for _on, conversation in sorted(found, key=lambda each: (each[0], each[1].id)))

    def held_fact(self, moment: KeyMoment, since: date | None) -> Fact:
        """The day of the first of them; a conversation without a day, or none, is what is missing."""
        held = self.held(moment, since)
        if held:
            return Fact(f"conversations/{held[0].id}/on", or_none(held[0].on))
        return Fact(self.undated(moment) or HELD + moment.value, None)

    def undated(self, moment: KeyMoment) -> str:
        """Where it is missing on which day a conversation of that moment was held, or whether it was; else empty."""
        of_it = [each for each in self.case.conversations if each.moment is moment]
        found = sorted(f"conversations/{each.id}/on" for each in of_it if each.counts and not known(each.on))
        unsaid = (each.id for each in of_it if each.state in (UNKNOWN, DECLINED))
        return next(iter((*found, *sorted(f"conversations/{each}/state" for each in unsaid))), "")

    def planned(self, moment: KeyMoment) -> Conversation | None:
        """The first conversation of that moment that is planned; one without a day comes last."""
        found = [each for each in self.case.conversations if each.moment is moment and each.state is TalkState.PLANNED]
        return min(found, key=lambda each: (or_none(each.on) or date.max, each.id), default=None)

    @property
    def _departed(self) -> Fact | None:
        departure = self.case.departure
        if departure.result is not DepartureResult.DEPARTED:
            return None
        return Fact("departure/departed_on", or_none(departure.departed_on))

    @property
    def _stay_ended(self) -> Fact | None:
        stay = self.case.stay
        if not isinstance(stay.otp_end, EndOfStay) and not known(stay.otp_ended_on):
            return None
        return Fact("stay/otp_ended_on", or_none(stay.otp_ended_on))

    @cached_property
    def _of_protection(self) -> tuple[Decision, ...]:
        return of_protection(self.case.stay)

    @cached_property
    def _all_negatives(self) -> tuple[Decision, ...]:
        return tuple(each for each in self._of_protection if each.outcome is Outcome.NEGATIVE)

    @cached_property
    def _negatives(self) -> tuple[Decision, ...]:
        """Those that stand: what a later positive decision annulled does not."""
        if self._positive is None:
            return self._all_negatives
        return () if self.overturned else tuple(each for each in self._all_negatives if self._stands(each))

    @cached_property
    def _positive(self) -> Decision | None:
        """The last one; what is to come only on a later day is none yet."""
        came = (each for each in self._of_protection if each.outcome is Outcome.POSITIVE and not self._to_come(each))
        return latest(came)

    @property
    def _since_positive(self) -> bool:
        return any(self._stands(each) and not self._to_come(each) for each in self._all_negatives)

    def _stands(self, negative: Decision) -> bool:
        return self._positive is None or when(negative) >= when(self._positive)

    def _to_come(self, decision: Decision) -> bool:
        return self.on < when(decision) < date.max

    @cached_property
    def _heard(self) -> tuple[Decision, ...]:
        """Decisions with the day of a hearing of the appeal; one of the CGVS that is pending tells of another hearing."""
        return tuple(
            each
            for each in self._of_protection
            if known(each.hearing_on)
            and (each.outcome is Outcome.NEGATIVE or each.authority is Authority.RVV)
            and each.outcome is not Outcome.WITHDRAWN
        )


def _began(procedure: Procedure) -> date:
    """One without a day comes before all others."""
    began = or_none(procedure.started_on)
    return began.earliest if began else date.min


def notified(decision: Decision) -> Fact:
    """The notification of a decision."""
    return Fact(f"stay/decisions/{decision.id}/notified_on", or_none(decision.notified_on))
