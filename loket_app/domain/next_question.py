"""The next best question: each unanswered one is tried with its possible answers, to see how much it would settle.

A dozen advices a question: for when the counsellor looks at the list, not for every key stroke.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MINYEAR, date
from enum import Enum
from typing import Any

from loket_app.domain.advice import STRENGTH, Advice, Question, advise
from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.comparison import compare
from loket_app.domain.facts import ADULT_AGE
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Vulnerability
from loket_app.domain.said import gist
from loket_app.domain.scenario import with_answer
from loket_app.domain.shape import pattern_of, shape_at
from loket_app.domain.tables import RuleTables, Verdict

_DIVISION = "visa"
_VULNERABILITIES = ((Vulnerability.NONE,), (Vulnerability.HEALTH,), (Vulnerability.UNACCOMPANIED_MINOR,))


@dataclass(frozen=True)
class Tried:
    """One possible answer: the verdict it gives, and how many reasons, lines and verdicts it changes.

    `speaks` is what the strongest rule says that holds with this answer and did not without it; None when none does.
    """

    answer: Any
    verdict: Verdict
    changes: int
    speaks: Verdict | None = None


@dataclass(frozen=True)
class Settling:
    """A question with what its answers would change. `now` is the verdict without any of them."""

    question: Question
    now: Verdict
    tried: tuple[Tried, ...]

    @property
    def weight(self) -> float:
        """How much an answer changes on average; of what can't be tried, how much waits for it."""
        if not self.tried:
            return float(self.question.weight)
        return sum(tried.changes for tried in self.tried) / len(self.tried)

    @property
    def deciding(self) -> Tried | None:
        """The answer that makes the strongest rule speak; None when no answer makes one."""
        spoken = [(STRENGTH.index(tried.speaks), n, tried) for n, tried in enumerate(self.tried) if tried.speaks]
        return min(spoken)[2] if spoken else None


def best_questions(case: Case, tables: RuleTables, advice: Advice) -> tuple[Settling, ...]:
    """The open questions of an advice, the one that settles most first."""
    return tuple(sorted(try_each(case, tables, advice), key=lambda settling: -settling.weight))


def try_each(case: Case, tables: RuleTables, advice: Advice) -> Iterator[Settling]:
    """The same in the order of the advice, each tried when it is asked for: a screen does something else in between."""
    return (_try(case, tables, advice, question) for question in advice.questions)


def _try(case: Case, tables: RuleTables, advice: Advice, question: Question) -> Settling:
    tried = tuple(
        _tried(advice, answer, _advise(with_answer(case, question.path, answer), tables, advice))
        for answer in possible_answers(case, tables, question.path, advice.departure)
    )
    return Settling(question, advice.verdict, tried)


def _advise(case: Case, tables: RuleTables, advice: Advice) -> Advice:
    return advise(case, tables, today=advice.departure, departure=advice.departure)


def _tried(before: Advice, answer: Any, after: Advice) -> Tried:
    was = {reason.rule.id: reason.holds for reason in before.reasons}
    moved = [reason for reason in after.reasons if was[reason.rule.id] is not reason.holds]
    found = compare(gist(before), gist(after))
    new = [reason.rule.verdict for reason in moved if reason.holds]
    changes = found.verdict_differs + len(moved) + len(found.moved) + len(found.changed_lines)
    return Tried(answer, after.verdict, changes, min(new, key=STRENGTH.index, default=None))


def possible_answers(case: Case, tables: RuleTables, path: str, departure: date) -> tuple[Any, ...]:
    """Answers that stand for all that may be said; empty when none can be thought of."""
    pattern = pattern_of(path)
    if pattern == "household":
        return ()
    if pattern == "household/nationalities":
        return tuple((country,) for country in _countries(tables, departure))
    if pattern == "wish/destination":
        return _destinations(case) or tuple(_countries(tables, departure))
    if pattern == "household/vulnerabilities":
        return _VULNERABILITIES
    kind = shape_at(pattern).kind
    if kind is PartialDate:
        return _dates(tables, pattern, departure)
    return (True, False) if kind is bool else tuple(kind) if issubclass(kind, Enum) else ()


def _dates(tables: RuleTables, pattern: str, departure: date) -> tuple[PartialDate, ...]:
    """Years on either side of what decides: the eighteenth birthday, five years ago, the first day of a figure."""
    if pattern == "stay/arrived_in_belgium":
        years = sorted({figure.arrived_before.year for figure in tables.figures if figure.arrived_before})
        return tuple(PartialDate(year) for last in years for year in (last - 1, last))
    ago = (2 * ADULT_AGE, ADULT_AGE // 2) if pattern == "household/birth_date" else (1, ADULT_AGE // 2)
    return tuple(PartialDate(year) for years in ago if (year := departure.year - years) >= MINYEAR)


def _destinations(case: Case) -> tuple[str, ...]:
    """The countries that the travellers are citizens of."""
    named = (person.nationalities for person in case.household if known(person.nationalities))
    return tuple(dict.fromkeys(country for countries in named for country in countries))


def _countries(tables: RuleTables, day: date) -> Iterator[str]:
    """One country for each group, and each one that has figures of its own."""
    special = [country for figure in tables.figures for country in figure.countries]
    ordinary = [member.country for group in tables.groups for member in group.members if member.period.holds(day)]
    seen: set[str] = set()
    for country in dict.fromkeys((*special, *ordinary)):
        group = tables.group_of(country, day, _DIVISION)
        if country in special or group not in seen:
            yield country
        seen.add(group)
