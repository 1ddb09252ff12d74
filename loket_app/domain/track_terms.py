"""The terms of the track: which rule counts for a fact of that day, and the last day that it gives."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from loket_app.domain.answers import known, or_none
from loket_app.domain.conversation import KeyMoment
from loket_app.domain.stay import Authority
from loket_app.domain.track_extensions import granted_until
from loket_app.domain.track_facts import Fact, TrackFacts, notified
from loket_app.domain.track_parts import Deadline, FromFact
from loket_app.domain.track_rules import AidRule, MomentRule, TermKind, TermRow, TrackRules
from loket_app.domain.working_days import Calendar, counted

_HELD: Final = {
    FromFact.REFUSAL_FIRST_HELD: KeyMoment.REFUSAL_FIRST,
    FromFact.REFUSAL_SECOND_HELD: KeyMoment.REFUSAL_SECOND,
    FromFact.OTP_INTAKE_HELD: KeyMoment.OTP_INTAKE,
    FromFact.OTP_ICAM_INTAKE_HELD: KeyMoment.OTP_ICAM_INTAKE,
    FromFact.OTP_OUTTAKE_HELD: KeyMoment.OTP_OUTTAKE,
}
_BEFORE: Final = {
    FromFact.REFUSAL_FIRST_HELD: FromFact.FINAL_NOTIFIED,
    FromFact.REFUSAL_SECOND_HELD: FromFact.REFUSAL_FIRST_HELD,
    FromFact.OTP_INTAKE_HELD: FromFact.OTP_ARRIVAL,
    FromFact.OTP_ICAM_INTAKE_HELD: FromFact.OTP_INTAKE_HELD,
    FromFact.OTP_OUTTAKE_HELD: FromFact.AID_ENDS,
    FromFact.AID_ENDS: FromFact.OTP_ARRIVAL,
}
"""The fact that comes first: while a fact has no day, its rule is that of the day of this one."""

_DECISIONS: Final = "stay/decisions"
_SINCE: Final = {
    KeyMoment.NEGATIVE_DECISION: FromFact.NEGATIVE_NOTIFIED,
    KeyMoment.APPEAL_HEARING: FromFact.HEARING,
    KeyMoment.REFUSAL_FIRST: FromFact.FINAL_NOTIFIED,
    KeyMoment.REFUSAL_SECOND: FromFact.FINAL_NOTIFIED,
    KeyMoment.REFUSAL_THIRD: FromFact.FINAL_NOTIFIED,
}
"""What a conversation is about: one of an earlier day does not count. In the open return place: the arrival."""


@dataclass(frozen=True)
class Terms:
    """The facts of a case with the rules and the calendar that measure them."""

    facts: TrackFacts
    rules: TrackRules
    calendar: Calendar
    _found: dict[FromFact, Fact | None] = field(default_factory=dict, compare=False, repr=False)

    def fact(self, which: FromFact) -> Fact | None:
        """The fact from which a term runs; None when it does not arise. Each is looked up once."""
        if which not in self._found:
            self._found[which] = self._fact(which)
        return self._found[which]

    def _fact(self, which: FromFact) -> Fact | None:
        if which in _HELD:
            moment = _HELD[which]
            return self.facts.held_fact(moment, self.since(moment))
        if which is FromFact.AID_ENDS:
            return self._aid_fact()
        if which is FromFact.NEGATIVE_NOTIFIED:
            return self._negative()
        if which is FromFact.HEARING:
            return self._hearing()
        if which is FromFact.FINAL_NOTIFIED:
            return self._final()
        if which is FromFact.OTP_ARRIVAL:
            return self.facts.arrival if self.facts.in_otp else None
        return self.facts.request

    def since(self, moment: KeyMoment) -> date | None:
        """The day before which a conversation cannot have been about this key moment."""
        fact = self.since_fact(moment)
        return fact.on if fact else None

    def since_fact(self, moment: KeyMoment) -> Fact | None:
        """What a conversation of this key moment is about; None for those of the procedure."""
        if moment in (KeyMoment.INFO_SESSION, KeyMoment.INTAKE):
            return None
        return self.fact(_SINCE.get(moment, FromFact.OTP_ARRIVAL))

    def row(self, rule: MomentRule | AidRule) -> TermRow | None:
        """The row that was in force on the day of its own fact; None when nothing was asked then."""
        fitting = [row for row in rule.rows if row.period.holds(self._day(row.from_fact))]
        return fitting[-1] if fitting else None

    def deadline(self, row: TermRow) -> Deadline:
        """The term of a row."""
        fact = self.fact(row.from_fact)
        if fact is None:
            return Deadline(rule=row.id, counted_from=row.from_fact)
        plain = Deadline(
            from_fact=fact.path, from_on=fact.on, opens_on=fact.on, rule=row.id, counted_from=row.from_fact
        )
        if row.count is None:
            return plain
        counting = replace(plain, count=row.count, unit=row.unit, needs=fact.needs)
        if fact.on is None or fact.needs:
            return counting
        return replace(counting, on=counted(fact.on, row.count, row.unit, self.calendar))

    @cached_property
    def aid_ends(self) -> Deadline:
        """The end of the material aid as far as it is certain; the day of a granted extension where that is later."""
        granted, ruled = self.granted, self.aid_by_rule
        if granted is None:
            return ruled
        return ruled if granted.on and ruled.on and granted.on < ruled.on else granted

    @cached_property
    def granted(self) -> Deadline | None:
        """The end that the authority named in an extension; None where none was granted."""
        return None if self._annulled else granted_until(self.facts.case.stay, self.facts.on)

    @cached_property
    def aid_by_rule(self) -> Deadline:
        """The end that the rules give: with more days once somebody agreed to the track."""
        if self._annulled:
            return Deadline()
        base, extended = self.aid_after_refusal, self.aid_in_otp
        if extended is None or self._agreement_open(extended):
            return base or self._unruled
        if base is None or base.on is None:
            return extended
        if extended.on is None or self._agreed_late(base, extended):
            return base
        return max(base, extended, key=lambda each: each.on or date.min)

    @property
    def aid_may_end(self) -> Deadline | None:
        """The end that an agreement would give, while nobody knows whether there is one, or whether it came in time."""
        extended = None if self._annulled else self.aid_in_otp
        if self.granted is not None and (extended is None or not self._is_later(extended) or extended.on is None):
            return None
        if extended is None or self._agreement_open(extended):
            return extended
        return extended if self.aid_ends is self.aid_after_refusal and self._is_later(extended) else None

    @property
    def aid_over_on(self) -> date | None:
        """The last day of the aid, once that is behind whatever was agreed; None otherwise."""
        ends = [self.aid_ends.on, *([self.aid_may_end.on] if self.aid_may_end else [])]
        days = [day for day in ends if day and day < self.facts.on]
        return max(days) if len(days) == len(ends) else None

    def _is_later(self, extended: Deadline) -> bool:
        certain = self.aid_ends.on
        return extended.on is None or certain is None or certain < extended.on

    def _agreed_late(self, base: Deadline, extended: Deadline) -> bool:
        """Whether the agreement came after the right had ended: what it gives then, no source says."""
        agreed = or_none(self.facts.case.stay.otp_agreed_on)
        return bool(base.on and agreed and base.on < agreed and self._by_agreement(extended))

    @cached_property
    def aid_after_refusal(self) -> Deadline | None:
        """The end by the notification of the final refusal; None where no rule gives one."""
        return self._aid(TermKind.AID_AFTER_REFUSAL)

    @cached_property
    def aid_in_otp(self) -> Deadline | None:
        """The end by the arrival in the open return place; None for who did not agree."""
        found = self._aid(TermKind.AID_IN_OTP)
        refused = self.facts.case.stay.otp_agrees is False
        return None if found and refused and self._by_agreement(found) else found

    @property
    def _annulled(self) -> bool:
        """Whether the refusal that the end was counted from is undone: the right goes on with the request."""
        return self.facts.final is None and (self.facts.overturned is not None or self.facts.place_annulled)

    @property
    def _unruled(self) -> Deadline:
        """An end of which no rule is known; the fact says for which day."""
        fact = self._final()
        if self.facts.closed_unwritten:
            return Deadline(from_fact=_DECISIONS, needs=(_DECISIONS,))
        if fact:
            return Deadline(from_fact=fact.path, from_on=fact.on, needs=fact.needs)
        return Deadline(from_fact=_DECISIONS, needs=(_DECISIONS,)) if self.facts.in_otp else Deadline()

    def _aid_fact(self) -> Fact:
        """The end of the aid as what another term runs from; where no rule gives one, the place could."""
        aid = self.aid_ends
        if aid.on is None and not aid.needs:
            return Fact(self._would_tell, None)
        return Fact(aid.from_fact, aid.on, tuple(need for need in aid.needs if need != aid.from_fact))

    @property
    def _would_tell(self) -> str:
        """What could still give an end where the refusal gives none; empty when all of it was answered."""
        if self.facts.arrival.on is None:
            return "stay/otp_arrived_on"
        return "" if known(self.facts.case.stay.otp_agrees) else "stay/otp_agrees"

    def _agreement_open(self, extended: Deadline) -> bool:
        return self._by_agreement(extended) and not known(self.facts.case.stay.otp_agrees)

    def _by_agreement(self, deadline: Deadline) -> bool:
        row = self.rules.term(deadline.rule)
        return row is not None and row.agreement_needed

    def _aid(self, kind: TermKind) -> Deadline | None:
        rule = self.rules.aid_rule(kind)
        fact = self.fact(rule.rows[-1].from_fact)
        row = self.row(rule) if fact else None
        return self.deadline(row) if row else None

    def _day(self, which: FromFact) -> date:
        fact = self.fact(which)
        if fact and fact.on:
            return fact.on
        return self._day(_BEFORE[which]) if which in _BEFORE else self.facts.on

    def _negative(self) -> Fact | None:
        decision = self.facts.negative
        if decision is None:
            return None
        unsaid = () if decision.authority is Authority.CGVS else (f"stay/decisions/{decision.id}/authority",)
        return replace(notified(decision), also=unsaid)

    def _final(self) -> Fact | None:
        return notified(self.facts.final) if self.facts.final else None

    def _hearing(self) -> Fact | None:
        decision = self.facts.hearing
        if decision is None:
            return None
        return Fact(f"stay/decisions/{decision.id}/hearing_on", or_none(decision.hearing_on))
