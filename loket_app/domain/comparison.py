"""Two advices beside each other: what was said then and what is said now, or two ways that somebody may go.

Both sides are a `Said`, the gist of an advice; `compare` marks what differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import zip_longest

from loket_app.domain.estimate import LineKind
from loket_app.domain.money import Money
from loket_app.domain.said import Said, SaidLine
from loket_app.domain.tables import Topic


class Cause(Enum):
    """Why an advice of today is another one than that which was given."""

    TABLES = "tables"
    ANSWERS = "answers"
    DEPARTURE = "departure"


@dataclass(frozen=True)
class LinePair:
    """The same line on both sides; None where a side has none. `differs` when it says something else."""

    before: SaidLine | None
    after: SaidLine | None

    @property
    def differs(self) -> bool:
        """Whether the reader must look: another amount, another kind of answer, or a line on one side alone."""
        return _amount(self.before) != _amount(self.after)


@dataclass(frozen=True)
class Comparison:
    """Two sides line by line. `came` and `went` are ids of rules that hold on one side alone.

    `moved` are rules that hold on both sides, for other members. Empty when nothing that was said differs: another
    departure date or version of the tables alone is no difference.
    """

    before: Said
    after: Said
    came: tuple[str, ...]
    went: tuple[str, ...]
    moved: tuple[str, ...]
    lines: tuple[LinePair, ...]

    @property
    def verdict_differs(self) -> bool:
        """Whether the two say something else of the case."""
        return self.before.verdict is not self.after.verdict

    @property
    def changed_lines(self) -> tuple[LinePair, ...]:
        """The lines that differ."""
        return tuple(pair for pair in self.lines if pair.differs)

    @property
    def empty(self) -> bool:
        """Whether both say the same."""
        return not (self.verdict_differs or self.came or self.went or self.moved or self.changed_lines)


def compare(before: Said, after: Said) -> Comparison:
    """What the second says otherwise than the first."""
    was, now = dict(before.reasons), dict(after.reasons)
    return Comparison(
        before=before,
        after=after,
        came=tuple(rule for rule in now if rule not in was),
        went=tuple(rule for rule in was if rule not in now),
        moved=tuple(rule for rule in now if rule in was and was[rule] != now[rule]),
        lines=tuple(_pairs(before.lines, after.lines)),
    )


def _pairs(before: Iterable[SaidLine], after: Iterable[SaidLine]) -> Iterator[LinePair]:
    """Lines of one topic and one person go together.

    Of the same country and members first, then of the same country, the rest in the order of their codes.
    """
    was, now = _by_place(before), _by_place(after)
    for place in dict.fromkeys((*was, *now)):
        yield from _matched(was[place], now[place])


def _matched(before: list[SaidLine], after: list[SaidLine]) -> Iterator[LinePair]:
    was, now = list(before), list(after)
    for alike in (_for_the_same, _from_the_same):
        for one in tuple(was):
            other = next((line for line in now if alike(one) == alike(line)), None)
            if other is not None:
                was.remove(one)
                now.remove(other)
                yield LinePair(one, other)
    yield from (LinePair(one, other) for one, other in zip_longest(was, now))


def _for_the_same(line: SaidLine) -> tuple[str, tuple[str, ...]]:
    return line.country, line.members


def _from_the_same(line: SaidLine) -> str:
    return line.country


def _by_place(lines: Iterable[SaidLine]) -> defaultdict[tuple[Topic, str], list[SaidLine]]:
    found: defaultdict[tuple[Topic, str], list[SaidLine]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: line.country):
        found[line.topic, line.person].append(line)
    return found


def _amount(line: SaidLine | None) -> tuple[LineKind, Money | None, Money | None] | None:
    return None if line is None else (line.kind, line.low, line.high)
