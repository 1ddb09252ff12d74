"""The key moments of a track: which are asked for, by when, what is done and what is late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from loket_app.domain.answers import known, or_none
from loket_app.domain.conversation import Conversation, KeyMoment
from loket_app.domain.stay import EndOfStay
from loket_app.domain.track_facts import notified
from loket_app.domain.track_parts import PASSED_BY, Deadline, FromFact, Moment, MomentState, Phase
from loket_app.domain.track_rules import MomentRule, TermRow
from loket_app.domain.track_terms import Terms

_ORDER: Final = tuple(Phase)
_PROCEDURE: Final = (KeyMoment.INFO_SESSION, KeyMoment.INTAKE)
_REFUSAL: Final = (KeyMoment.REFUSAL_SECOND, KeyMoment.REFUSAL_THIRD)
_HELD_FIRST: Final = (
    FromFact.REFUSAL_FIRST_HELD,
    FromFact.REFUSAL_SECOND_HELD,
    FromFact.OTP_INTAKE_HELD,
    FromFact.OTP_ICAM_INTAKE_HELD,
    FromFact.OTP_OUTTAKE_HELD,
)
_ARRIVED: Final = ("stay/otp_arrived_on",)
_AIDED: Final = (Phase.FINAL_REFUSAL, Phase.OPEN_RETURN_PLACE)
_REFUSES: Final = ("stay/refuses_to_leave",)
_GONE: Final = (EndOfStay.LEFT, EndOfStay.SUBSEQUENT_REQUEST, EndOfStay.PERMIT, EndOfStay.RETURNED)


@dataclass(frozen=True)
class Moments:
    """The key moments of a case in a phase."""

    terms: Terms
    phase: Phase

    def all(self) -> Iterator[Moment]:
        """In the order of the track; one that nothing asks for is there only when its conversation was held."""
        for rule in self.terms.rules.moments:
            row = self.terms.row(rule)
            if row is None:
                continue
            held = self.terms.facts.held(rule.moment, self.terms.since(rule.moment))
            if held or self._asked(rule.moment):
                yield self._moment(rule, row, held)

    def _moment(self, rule: MomentRule, row: TermRow, held: Sequence[Conversation]) -> Moment:
        deadline = self._opened(rule.moment, self.terms.deadline(row))
        if rule.moment in _REFUSAL and self._place_open:
            deadline = replace(deadline, on=None, needs=("stay/open_return_place",))
        state = MomentState.DONE if held else self._state(rule, row, deadline)
        planned = None if held else self.terms.facts.planned(rule.moment)
        undated = "" if held else self.terms.facts.undated(rule.moment)
        if undated and (state not in PASSED_BY or self._over(rule.phase)):
            last = None if self._over(rule.phase) else deadline.on  # known all the same, and to be watched
            state, deadline = MomentState.NOT_COMPUTABLE, replace(deadline, on=last, needs=(undated,))
        elif rule.moment is KeyMoment.OTP_ICAM_HEARING and state is MomentState.NOT_COMPUTABLE:
            deadline = replace(deadline, needs=_REFUSES)
        return Moment(
            moment=rule.moment,
            phase=rule.phase,
            held_by=row.holder,
            deadline=deadline,
            state=state,
            conversation=held[0].id if held else None,
            done_on=or_none(held[0].on) if held else None,
            points=row.points,
            covered=_covered(held),
            planned=planned.id if planned else None,
            planned_on=or_none(planned.on) if planned else None,
        )

    def _opened(self, moment: KeyMoment, deadline: Deadline) -> Deadline:
        """The outtake may be held once the options were discussed; its term runs back from the end of the aid."""
        if moment is KeyMoment.OTP_ICAM_HEARING:
            return self._from_the_end(deadline)
        if moment is not KeyMoment.OTP_OUTTAKE:
            return deadline
        deadline = self._after_arrival(deadline)
        options = self.terms.facts.held_fact(KeyMoment.OTP_OPTIONS, self.terms.since(KeyMoment.OTP_OPTIONS))
        return replace(deadline, opens_on=options.on)

    def _from_the_end(self, deadline: Deadline) -> Deadline:
        """The hearing comes after the real end: that of the stay, where the granting stopped before its last day."""
        ended = self.terms.facts.ended_on
        if ended is None or ended.on is None or (deadline.from_on and deadline.from_on <= ended.on):
            return deadline
        return replace(deadline, from_fact=ended.path, from_on=ended.on, opens_on=ended.on, needs=())

    def _after_arrival(self, deadline: Deadline) -> Deadline:
        """Nobody is late for a last day before the arrival, or while none is known."""
        arrived, last = self.terms.facts.arrival.on, deadline.on
        if last and arrived and last < arrived:
            return replace(deadline, on=None, too_soon=last)
        if last and arrived is None and last < self.terms.facts.on:
            return replace(deadline, on=None, needs=_ARRIVED)
        return deadline

    def _asked(self, moment: KeyMoment) -> bool:
        facts = self.terms.facts
        if moment in _PROCEDURE:
            return bool(facts.requested) and not facts.closed_unwritten
        if moment is KeyMoment.NEGATIVE_DECISION:
            return facts.negative is not None
        if moment is KeyMoment.APPEAL_HEARING:
            return facts.hearing is not None and facts.suspensive is not False
        if moment is KeyMoment.REFUSAL_FIRST:
            return facts.final is not None
        if moment in _REFUSAL:
            return facts.final is not None and (facts.without_otp or self._place_open)
        if moment is KeyMoment.OTP_ICAM_HEARING:
            return facts.arrived and not facts.leaves and self._may_refuse_to_leave()
        return facts.in_otp

    @property
    def _place_open(self) -> bool:
        """Whether nobody said yet where the conversations after the final refusal are held: in such a place, or not."""
        facts = self.terms.facts
        told = known(facts.case.stay.open_return_place) or facts.in_otp
        return self.phase is Phase.FINAL_REFUSAL and not told

    def _may_refuse_to_leave(self) -> bool:
        """Said so, or not said yet when the aid has ended: nobody is threatened with it before."""
        refuses = self.terms.facts.case.stay.refuses_to_leave
        return refuses is True or (not known(refuses) and self._aid_is_over() and not self._gone())

    def _state(self, rule: MomentRule, row: TermRow, deadline: Deadline) -> MomentState:
        if rule.moment is KeyMoment.OTP_ICAM_HEARING:
            return self._hearing_state()
        if self._annulled(rule):
            return MomentState.NOT_HELD if self._ran_out(rule.phase, deadline) else MomentState.NOT_NEEDED
        if _ORDER.index(self.phase) > _ORDER.index(rule.phase):
            return MomentState.NOT_HELD if self._ran_out(rule.phase, deadline) else MomentState.NOT_NEEDED
        on = self.terms.facts.on
        late = deadline.on is not None and deadline.on < on
        if self._over(rule.phase):
            return MomentState.NOT_HELD if late else MomentState.NOT_NEEDED
        if late:
            return MomentState.LATE
        if deadline.needs:
            return MomentState.NOT_COMPUTABLE
        if deadline.on != on and self._waits(rule.moment, row, deadline):
            return MomentState.COMING
        return MomentState.DUE

    def _over(self, phase: Phase) -> bool:
        """Whether the aid has ended for certain: the track runs until then, and what was not held is not recorded."""
        return phase in _AIDED and self.phase in _AIDED and self.terms.aid_over_on is not None

    def _ran_out(self, phase: Phase, deadline: Deadline) -> bool:
        """Whether the last day was over before the next phase began. One that began on the last day passed it by."""
        if deadline.on is None or deadline.on >= self.terms.facts.on:
            return False
        began = [day for later, day in self._began() if day and _ORDER.index(later) > _ORDER.index(phase)]
        return not began or deadline.on < min(began)

    def _annulled(self, rule: MomentRule) -> bool:
        """Whether what the moment is about was undone by a positive decision: nothing is asked about it any more."""
        facts = self.terms.facts
        if facts.overturned:
            return rule.phase is not Phase.PROCEDURE
        since = self.terms.since(rule.moment)
        return bool(facts.annulled_on and since and since <= facts.annulled_on and rule.moment not in _PROCEDURE)

    def _began(self) -> Iterator[tuple[Phase, date | None]]:
        facts = self.terms.facts
        for decision, reached in ((facts.negative, Phase.NEGATIVE_DECISION), (facts.final, Phase.FINAL_REFUSAL)):
            yield reached, notified(decision).on if decision else None
        yield Phase.OPEN_RETURN_PLACE, facts.arrival.on
        ended = facts.ended_on.on if facts.ended_on else facts.annulled_on
        yield Phase.ENDED, ended

    def _waits(self, moment: KeyMoment, row: TermRow, deadline: Deadline) -> bool:
        """Whether what comes before it is still to happen."""
        opens = deadline.opens_on
        if opens is None:
            return row.from_fact in _HELD_FIRST or moment is KeyMoment.OTP_OUTTAKE
        return opens > self.terms.facts.on

    def _hearing_state(self) -> MomentState:
        refuses = self.terms.facts.case.stay.refuses_to_leave
        if self._gone():
            return MomentState.NOT_NEEDED
        if not known(refuses):
            return MomentState.NOT_COMPUTABLE
        return MomentState.DUE if self._aid_is_over() else MomentState.COMING

    def _aid_is_over(self) -> bool:
        ends = self.terms.aid_ends.on
        return self.phase is Phase.ENDED or (ends is not None and ends < self.terms.facts.on)

    def _gone(self) -> bool:
        facts = self.terms.facts
        gone = facts.has_stay or facts.leaves or facts.case.stay.otp_end in _GONE
        return (self.phase is Phase.ENDED and gone) or facts.place_annulled


def _covered(held: Sequence[Conversation]) -> tuple[str, ...]:
    """What was ticked in any of the conversations of a moment."""
    ticked = (point for conversation in held if known(conversation.covered) for point in conversation.covered)
    return tuple(dict.fromkeys(ticked))
