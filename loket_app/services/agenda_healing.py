"""Keeping the days to watch up to date: which cases are behind, worked out some in each go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import AgendaItem
from loket_app.domain.arranged import arranged
from loket_app.domain.case import Case
from loket_app.domain.status import ASIDE, OPEN, Status
from loket_app.services.track import track_of, track_rules
from loket_app.storage.errors import CannotSave, ReadOnlyFolder
from loket_app.storage.store import Store

AT_ONCE = 40
"""Cases worked out in one go: other questions to the store come in between."""

_VERSION = "6"
"""Goes up when `domain/agenda.py` finds other days in the same case: all are then worked out anew."""

ASIDE_RULES = f"{_VERSION}/aside"
"""The rules for a case beside the road: they ask no track and no day, so such a case is not worked out again each day."""


def worked_out(day: date) -> str:
    """By which rules and for which day an agenda is worked out, in a word that changes when they do.

    A conversation planned for tomorrow, or a birthday, changes what there is to watch without any edit.
    """
    return f"{_VERSION}/{track_rules().version}/{day.isoformat()}"


def healed(store: Store, behind: tuple[str, ...], day: date) -> tuple[tuple[str, ...], Exception | None]:
    """What is still behind after one go; a disk that is full keeps nobody from reading what is there.

    Of many, nobody waits for the first: only those of which nothing has to be read are done.
    """
    try:
        return heal(store, behind, day) if len(behind) <= AT_ONCE else _settled(store, day), None
    except (CannotSave, ReadOnlyFolder) as error:
        return behind, error


def _settled(store: Store, day: date) -> tuple[str, ...]:
    with store.work() as unit:
        unit.agenda.settle(ASIDE_RULES)
        behind = unit.agenda.stale(worked_out(day), ASIDE_RULES)
        unit.commit()
    return behind


def heal(store: Store, behind: tuple[str, ...], day: date) -> tuple[str, ...]:
    """Work out the days of some cases, and forget those of cases that were closed; gives the others.

    A right to withdraw is no cancelling: what was arranged stays until it is done, or ended by somebody.
    """
    some = behind[:AT_ONCE]
    if some:
        with store.work() as unit:
            cases = unit.agenda.load(some)
            unit.agenda.drop(some)
            unit.agenda.put(_found(cases, OPEN, lambda case: agenda(case, track_of(case, day))), worked_out(day))
            unit.agenda.put(_found(cases, ASIDE, arranged), ASIDE_RULES)
            unit.commit()
    return behind[AT_ONCE:]


def _found(
    cases: Iterable[Case], statuses: frozenset[Status], days_of: Callable[[Case], Sequence[AgendaItem]]
) -> dict[str, tuple[int, Sequence[AgendaItem]]]:
    return {case.id: (case.revision, days_of(case)) for case in cases if case.status in statuses}
