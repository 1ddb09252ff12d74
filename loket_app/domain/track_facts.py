"""What a case says about the return track, read on one day. A fact is a path and its day; None when it is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from loket_app.domain.answers import known, or_none
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation, KeyMoment
from loket_app.domain.handover import DepartureResult
from loket_app.domain.stay import Authority, Decision, EndOfStay, OpenReturnPlace, Outcome, StayCategory
from loket_app.domain.track_decisions import PROTECTION, is_final, latest, of_protection, when
from loket_app.domain.track_parts import HELD


@dataclass(frozen=True)
class Fact:
    """Where a day stands, and the day; `also` are paths that are missing besides."""

    path: str
    on: date | None
    also: tuple[str, ...] = ()

    @property
    def needs(self) -> tuple[str, ...]:
        """What is missing; empty when nothing is."""
        return self.also if self.on else (*self.also, self.path)


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
        """The decision with the hearing that counts: the latest, or the appeal whose hearing has no day yet."""
        heard = [each for each in self._all_negatives if known(each.hearing_on)]
        if heard:
            return max(heard, key=lambda each: (or_none(each.hearing_on) or date.min, each.id))
        return latest(each for each in self._negatives if each.appeal_lodged is True)

    @property
    def suspensive(self) -> bool | None:
        """Whether the appeal of that hearing suspends: as the hearing's own decision says, or the one it is against."""
        said = [or_none(each.appeal_suspensive) for each in (self.hearing, self.negative) if each]
        return next((each for each in said if each is not None), None)

    @cached_property
    def overturned(self) -> Decision | None:
        """A positive decision, later than every negative one."""
        positive = latest(d for d in self._of_protection if d.outcome is Outcome.POSITIVE)
        if positive is None or any(when(other) >= when(positive) for other in self._all_negatives):
            return None
        return positive

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
        return None if not known(stay.category) or None in kinds else False

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
            if conversation.moment is moment and known(on := conversation.on) and (since or date.min) <= on <= self.on
        ]
        return tuple(conversation for _on, conversation in sorted(found, key=lambda each: (each[0], each[1].id)))

    def held_fact(self, moment: KeyMoment, since: date | None) -> Fact:
        """The day of the first of them; a conversation without a day, or none, is what is missing."""
        held = self.held(moment, since)
        if held:
            return Fact(f"conversations/{held[0].id}/on", or_none(held[0].on))
        undated = sorted(c.id for c in self.case.conversations if c.moment is moment and not known(c.on))
        return Fact(f"conversations/{undated[0]}/on" if undated else HELD + moment.value, None)

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
        return () if self.overturned else self._all_negatives


def notified(decision: Decision) -> Fact:
    """The notification of a decision."""
    return Fact(f"stay/decisions/{decision.id}/notified_on", or_none(decision.notified_on))
