"""The dated rules of the return track: who talks with somebody about what, and by when (S3; before it, S1).

The tables are data (resources/rules/track). Which row applies is decided by the day of the fact that starts the term.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.conversation import Holder, KeyMoment
from loket_app.domain.tables import LocalText, Period, Source
from loket_app.domain.track_parts import FromFact, Phase, Unit


class TermKind(Enum):
    """Terms that are no conversation: until when there is material aid, without and with agreement to the track."""

    AID_AFTER_REFUSAL = "aid_after_refusal"
    AID_IN_OTP = "aid_in_otp"


@dataclass(frozen=True)
class TermRow:
    """What applied to facts of a period. `count` is negative before the fact; None where the source gives no term.

    `agreement_needed`: it is given to those alone who agree with the track.
    """

    id: str
    period: Period
    from_fact: FromFact
    source: Source
    count: int | None = None
    unit: Unit = Unit.NONE
    holder: Holder = Holder.SOCIAL_WORKER
    points: tuple[str, ...] = ()
    agreement_needed: bool = False
    note: LocalText | None = None


@dataclass(frozen=True)
class MomentRule:
    """One key moment through time."""

    moment: KeyMoment
    phase: Phase
    rows: tuple[TermRow, ...]

    def row(self, day: date) -> TermRow | None:
        """The row for a fact of that day; None when nobody asked for this conversation then, as far as we know."""
        return next((row for row in self.rows if row.period.holds(day)), None)


@dataclass(frozen=True)
class AidRule:
    """The end of the material aid through time."""

    kind: TermKind
    rows: tuple[TermRow, ...]

    def row(self, day: date) -> TermRow | None:
        """The row for a fact of that day."""
        return next((row for row in self.rows if row.period.holds(day)), None)


@dataclass(frozen=True)
class Point:
    """Something that a conversation must cover, in a few words."""

    id: str
    title: LocalText


@dataclass(frozen=True)
class Registration:
    """How the conversations of a phase are kept in Match-IT."""

    phase: Phase
    how: LocalText
    source: Source


@dataclass(frozen=True)
class TrackRules:
    """All rules of the track; `moments` in the order of the track."""

    version: str
    moments: tuple[MomentRule, ...]
    aid: tuple[AidRule, ...]
    points: tuple[Point, ...]
    registrations: tuple[Registration, ...]

    def moment(self, which: KeyMoment) -> MomentRule:
        """The rule of a key moment. Raises KeyError when there is none."""
        found = next((rule for rule in self.moments if rule.moment is which), None)
        if found is None:
            raise KeyError(which)
        return found

    def aid_rule(self, kind: TermKind) -> AidRule:
        """The rule of a term. Raises KeyError when there is none."""
        found = next((rule for rule in self.aid if rule.kind is kind), None)
        if found is None:
            raise KeyError(kind)
        return found

    def point(self, point_id: str) -> Point | None:
        """The point of that id; None for one that the tables no longer have."""
        return next((point for point in self.points if point.id == point_id), None)

    def term(self, rule_id: str) -> TermRow | None:
        """The row of that id, as `Deadline.rule` names it."""
        rows = [row for moment in self.moments for row in moment.rows]
        rows += [row for aid in self.aid for row in aid.rows]
        return next((row for row in rows if row.id == rule_id), None)

    def registration(self, phase: Phase) -> Registration | None:
        """How the conversations of a phase are kept; None where nothing is known of it."""
        return next((each for each in self.registrations if each.phase is phase), None)
