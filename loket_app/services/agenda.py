"""What there is to watch in the cases: late, today, in the coming days, and what the desk waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import islice
from typing import Protocol, TypeVar

from loket_app.domain.agenda_items import PASSING, TRACK, WAITING, AgendaKind
from loket_app.domain.case import Case
from loket_app.domain.conversation import KeyMoment
from loket_app.domain.track_parts import Track
from loket_app.services.agenda_healing import ASIDE_RULES, AT_ONCE, heal, healed, worked_out
from loket_app.services.clock import Clock
from loket_app.services.track import track_of
from loket_app.storage.agenda import AgendaFilter, AgendaRow
from loket_app.storage.store import Store
from loket_app.storage.unit import UnitOfWork

__all__ = ["AT_ONCE", "AgendaFilter", "AgendaRow", "DeskAgenda", "Line", "Overview", "Part", "Section"]

R = TypeVar("R")

COMING_DAYS = 7
SHOWN = 5
"""Lines of each part on the page of today; the others are one press away."""

_DUTIES = frozenset(AgendaKind) - PASSING
_TERMS = frozenset({AgendaKind.KEY_MOMENT, AgendaKind.AID_ENDS})
_UNDATED = _TERMS | {AgendaKind.APPOINTMENT}

EVERYBODYS = frozenset(f"{TRACK}/{moment.value}" for moment in (KeyMoment.INFO_SESSION, KeyMoment.INTAKE))
"""Everybody in a procedure has these without a last day (S3): they never stand before what is somebody's own."""


class Part(Enum):
    """The parts of the page of today, in their order."""

    LATE = "late"
    TODAY = "today"
    COMING = "coming"
    UNDATED = "undated"
    WAITING = "waiting"


@dataclass(frozen=True)
class Line:
    """A day to watch with as much of its case as says what it is; `track` for the terms of the return track."""

    row: AgendaRow
    case: Case
    track: Track | None


@dataclass(frozen=True)
class Section:
    """One part: how many days it has, and the first of them; of what has no last day not what everybody has."""

    part: Part
    count: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Overview:
    """The parts of one day, for a counsellor or for the whole desk.

    `behind` are cases whose days are not worked out yet, `trouble` why that could not be kept.
    """

    day: date
    sections: tuple[Section, ...]
    behind: tuple[str, ...] = ()
    trouble: Exception | None = None

    @property
    def count(self) -> int:
        """How many days in all."""
        return sum(section.count for section in self.sections)


class Submit(Protocol):
    """Has work done on the store's thread."""

    def __call__(self, work: Callable[[Store], R], /) -> Future[R]:
        """The answer comes in a future."""


class DeskAgenda:
    """The agenda of a desk, as futures. It is kept in the store and mends itself, some cases in each go."""

    def __init__(self, submit: Submit, clock: Clock) -> None:
        self._submit, self._clock = submit, clock

    def overview(self, counsellor: str = "") -> Future[Overview]:
        """Every part with its first lines; first the cases that are behind are worked out, when they are few."""
        day = self._clock.today()

        def work(store: Store) -> Overview:
            with store.reading() as unit:
                behind = unit.agenda.stale(worked_out(day), ASIDE_RULES)
            behind, trouble = healed(store, behind, day)
            with store.reading() as unit:
                sections = self._sections(unit, day, counsellor)
            return Overview(day, sections, behind, trouble)

        return self._submit(work)

    def heal(self, case_ids: Sequence[str]) -> Future[tuple[str, ...]]:
        """Work out the days of the first few of these cases; gives the others. Raises what the store raises."""
        day = self._clock.today()
        return self._submit(lambda store: heal(store, tuple(case_ids), day))

    def page(self, chosen: AgendaFilter, offset: int, limit: int) -> Future[tuple[Line, ...]]:
        """Some of the days that were chosen."""
        return self._read(lambda unit: self._lines(unit, chosen, offset, limit))

    def count(self, chosen: AgendaFilter) -> Future[int]:
        """How many days were chosen."""
        return self._read(lambda unit: unit.agenda.count(chosen))

    def by_day(self, chosen: AgendaFilter) -> Future[Mapping[date, Mapping[AgendaKind, int]]]:
        """How many of each kind on each day."""
        return self._read(lambda unit: unit.agenda.by_day(chosen))

    def rows(self, chosen: AgendaFilter) -> Future[tuple[AgendaRow, ...]]:
        """All of these days, without their cases: for a file."""
        return self._read(lambda unit: unit.agenda.page(chosen, 0, unit.agenda.count(chosen)))

    def _read(self, work: Callable[[UnitOfWork], R]) -> Future[R]:
        def job(store: Store) -> R:
            with store.reading() as unit:
                return work(unit)

        return self._submit(job)

    def _sections(self, unit: UnitOfWork, day: date, counsellor: str) -> tuple[Section, ...]:
        """Every part, with the cases of all of them read in one go."""
        asked = {part: replace(part_filter(part, day), counsellor=counsellor) for part in Part}
        rows = {part: unit.agenda.page(chosen, 0, SHOWN) for part, chosen in asked.items()}
        lines = iter(self._told(unit, [row for found in rows.values() for row in found]))
        counts = {
            part: unit.agenda.count(chosen) if len(rows[part]) == SHOWN else len(rows[part])
            for part, chosen in asked.items()
        }
        return tuple(Section(part, counts[part], _told_at_once(part, islice(lines, len(rows[part])))) for part in asked)

    def _lines(self, unit: UnitOfWork, chosen: AgendaFilter, offset: int, limit: int) -> tuple[Line, ...]:
        return self._told(unit, unit.agenda.page(chosen, offset, limit))

    def _told(self, unit: UnitOfWork, rows: Sequence[AgendaRow]) -> tuple[Line, ...]:
        cases = {case.id: case for case in unit.agenda.load(tuple({row.case_id for row in rows}))}
        today = self._clock.today()
        tracks = {case_id: track_of(cases[case_id], today) for case_id in _with_terms(rows)}
        return tuple(Line(row, cases[row.case_id], tracks.get(row.case_id)) for row in rows)


def _told_at_once(part: Part, lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines that stand on the page: what everybody has is only counted there."""
    return tuple(line for line in lines if part is not Part.UNDATED or line.row.item.ref not in EVERYBODYS)


def part_filter(part: Part, day: date) -> AgendaFilter:
    """Which days a part holds on a day. What waits stands among the coming days when it is asked again within them."""
    filters: Mapping[Part, AgendaFilter] = {
        Part.LATE: AgendaFilter(last=day - timedelta(days=1), kinds=_DUTIES),
        Part.TODAY: AgendaFilter(first=day, last=day),
        Part.COMING: AgendaFilter(first=day + timedelta(days=1), last=day + timedelta(days=COMING_DAYS)),
        Part.UNDATED: AgendaFilter(first=date.max, undated=True, kinds=_UNDATED, behind=EVERYBODYS),
        Part.WAITING: AgendaFilter(first=day + timedelta(days=COMING_DAYS + 1), undated=True, kinds=WAITING),
    }
    return filters[part]


def _with_terms(rows: Sequence[AgendaRow]) -> set[str]:
    return {row.case_id for row in rows if row.item.kind in _TERMS}
