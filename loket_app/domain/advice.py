"""Advice: (case, rule tables, departure date) → verdict, reasons, estimate and open questions. Pure and explained."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.departing import departure_passed, settled_day
from loket_app.domain.eligibility import CONDITIONS
from loket_app.domain.estimate import Line, Total, closed, premium_lines, total
from loket_app.domain.estimate_support import support_lines
from loket_app.domain.facts import Facts
from loket_app.domain.tables import Rule, RuleTables, Verdict


@dataclass(frozen=True)
class Reason:
    """One rule as it came out. `holds` None: an answer is missing. `used` are the answers that it read, by path.

    `people` are the members who return for whom it holds, `perhaps` those for whom it may hold: the rule is about the
    whole household, or about some of it.
    """

    rule: Rule
    holds: bool | None
    used: tuple[tuple[str, Any], ...]
    needs: tuple[str, ...]
    people: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()

    def holds_for(self, person_id: str) -> bool | None:
        """Whether it holds for a member of the household."""
        return True if person_id in self.people else (None if person_id in self.perhaps else False)


class Settles(Enum):
    """What an open question decides."""

    VERDICT = "verdict"
    PREMIUM = "premium"
    SUPPORT = "support"


@dataclass(frozen=True)
class Question:
    """An unanswered question, what it settles, and how much: the number of rules and lines that wait for it."""

    path: str
    settles: tuple[Settles, ...]
    weight: int


@dataclass(frozen=True)
class Advice:
    """Advice for one departure date. `assumed_today` says that no departure date was known and today stands in.

    `passed` that it is the wished date and has gone by: it is asked again. `reasons` that hold come first, strongest first.
    `counted_along` are those, by id, whom the amounts count though nobody said that they return. An estimate is never an
    entitlement.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    premium: tuple[Line, ...]
    support: tuple[Line, ...]
    questions: tuple[Question, ...]
    departure: date
    assumed_today: bool
    tables_version: str
    tables_dated: date
    passed: bool = False
    counted_along: tuple[str, ...] = ()

    @property
    def speaking(self) -> tuple[Reason, ...]:
        """The reasons that hold."""
        return tuple(reason for reason in self.reasons if reason.holds)

    @property
    def travellers(self) -> tuple[str, ...]:
        """The members whom the advice is about, by id: those who return or may."""
        return tuple(line.person for line in self.premium)

    def verdict_for(self, person_id: str) -> Verdict:
        """What the rules say of one member who returns; for the case as a whole `verdict` counts."""
        return _verdict((reason.rule.verdict, reason.holds_for(person_id)) for reason in self.reasons)

    @property
    def members_differ(self) -> bool:
        """Whether the rules say something else of one member than of another."""
        return len({self.verdict_for(person_id) for person_id in self.travellers}) > 1

    @property
    def stops(self) -> bool:
        """Whether the choice is known not to be free or not informed: then nothing is ever handed over (S0 §1)."""
        return any(reason.holds for reason in self.reasons if reason.rule.stops_handover)

    @property
    def may_hand_over(self) -> bool:
        """Whether a handover may be made: the choice is known to be free and informed (S0 §1), the way is open."""
        stops = (reason.holds for reason in self.reasons if reason.rule.stops_handover)
        return self.verdict not in CLOSING and all(holds is False for holds in stops)

    @property
    def premium_total(self) -> Total:
        """The cash, added up."""
        return total(self.premium)

    @property
    def support_total(self) -> Total:
        """The support in kind, added up: never together with the cash."""
        return total(self.support)


STRENGTH = (Verdict.NOT_ELIGIBLE, Verdict.OTHER_ROUTE, Verdict.REFER, Verdict.ELIGIBLE)
"""Of the rules that hold, the one with the strongest verdict leads."""

CLOSING = (Verdict.NOT_ELIGIBLE, Verdict.OTHER_ROUTE)
"""With these verdicts the programme gives nothing, so nothing is estimated or handed over."""


def advise(case: Case, tables: RuleTables, *, today: date, departure: date | None = None) -> Advice:
    """The advice for a departure date: the given one, else that of the journey, the wished one, or today, and it says so."""
    wished = case.wish.departure_on
    asked = departure or settled_day(case, today) or (wished if known(wished) else None)
    day = asked or today
    facts = Facts(case, day, tables)
    reasons = tuple(sorted((_reason(facts, rule) for rule in tables.rules if rule.period.holds(day)), key=_order))
    premium, support = premium_lines(facts), support_lines(facts)
    verdict = _verdict((reason.rule.verdict, reason.holds) for reason in reasons)
    along = tuple(person.id for person in facts.travellers() if not facts.surely_travels(person))
    waiting = reasons
    if verdict in CLOSING:
        premium, support, along = closed(premium), closed(support), ()
        waiting = tuple(reason for reason in reasons if _may_change(reason, reasons))
    return Advice(
        verdict=verdict,
        reasons=reasons,
        premium=premium,
        support=support,
        questions=_questions(waiting, premium, support),
        departure=day,
        assumed_today=asked is None,
        tables_version=tables.version,
        tables_dated=tables.dated,
        passed=departure is None and departure_passed(case, today),
        counted_along=along,
    )


def _reason(facts: Facts, rule: Rule) -> Reason:
    facts = facts.fresh()
    holds = CONDITIONS[rule.id](facts)
    needs = tuple(facts.missed) if holds is None else ()
    return Reason(rule, holds, tuple(facts.used.items()), needs, *_whom(facts, holds))


def _whom(facts: Facts, holds: bool | None) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: FBT001  # a truth value
    """The members for whom a rule holds, and those for whom it may."""
    if holds is False:
        return (), ()
    truths = {person.id: facts.concerned.get(person.id, holds) for person in facts.travellers()}
    people = tuple(who for who, found in truths.items() if found and holds)
    return people, tuple(who for who, found in truths.items() if found is not False and who not in people)


def _order(reason: Reason) -> tuple[int, int]:
    return {True: 0, None: 1, False: 2}[reason.holds], STRENGTH.index(reason.rule.verdict)


def _verdict(truths: Iterable[tuple[Verdict, bool | None]]) -> Verdict:
    """The strongest rule that holds, unless a missing answer could make a stronger one hold."""
    truths = list(truths)
    for verdict in STRENGTH:
        holding = [holds for of, holds in truths if of is verdict]
        if True in holding:
            return verdict
        if None in holding:
            return Verdict.INCOMPLETE
    return Verdict.INCOMPLETE


def _may_change(reason: Reason, reasons: Iterable[Reason]) -> bool:
    """Whether a rule could still say something stronger of somebody: behind a settled no nothing is asked."""
    stronger = STRENGTH[: STRENGTH.index(reason.rule.verdict) + 1]
    settled = {who for each in reasons if each.rule.verdict in stronger for who in each.people}
    return any(who not in settled for who in reason.perhaps)


def _questions(reasons: Iterable[Reason], premium: Iterable[Line], support: Iterable[Line]) -> tuple[Question, ...]:
    waiting: dict[str, list[Settles]] = {}
    for reason in reasons:
        _wait(waiting, reason.needs, Settles.VERDICT)
    for line in premium:
        _wait(waiting, line.needs, Settles.PREMIUM)
    for line in support:
        _wait(waiting, line.needs, Settles.SUPPORT)
    found = (Question(path, tuple(dict.fromkeys(settles)), len(settles)) for path, settles in waiting.items())
    return tuple(sorted(found, key=lambda question: -question.weight))


def _wait(waiting: dict[str, list[Settles]], needs: Iterable[str], settles: Settles) -> None:
    for path in needs:
        waiting.setdefault(path, []).append(settles)
