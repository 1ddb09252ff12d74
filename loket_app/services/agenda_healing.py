"""Keeping the days to watch up to date: which cases are behind, worked out some in each go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import AgendaItem
from loket_app.domain.arranged import arranged
from loket_app.domain.case import Case
from loket_app.domain.running_terms import may_run, may_run_later, running_terms
from loket_app.domain.status import ASIDE, OPEN
from loket_app.services.track import track_of, track_rules
from loket_app.storage.errors import CannotSave, ReadOnlyFolder
from loket_app.storage.store import Store

AT_ONCE = 40
"""Cases worked out in one go: other questions to the store come in between."""

_VERSION = "9"
"""Goes up when `domain/agenda.py` finds other days in the same case: all are then worked out anew."""

ASIDE_RULES = f"{_VERSION}/aside"
"""The rules for a case beside the road in which no term runs: it is not worked out again each day."""

LONG_AGO = timedelta(days=366)
"""No term of the track or of an order runs so long after the last day that a case tells of."""


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
        unit.agenda.settle(ASIDE_RULES, day - LONG_AGO)
        behind = unit.agenda.stale(worked_out(day), ASIDE_RULES)
        unit.commit()
    return behind


def heal(store: Store, behind: tuple[str, ...], day: date) -> tuple[str, ...]:
    """Work out the days of some cases; gives the others.

    A right to withdraw is no cancelling: what was arranged stays until it is done, or ended by somebody, and the terms of
    the law run on for the person.
    """
    some = behind[:AT_ONCE]
    if some:
        with store.work() as unit:
            cases = unit.agenda.load(some)
            unit.agenda.drop(some)
            for rules, found in _found(cases, day).items():
                unit.agenda.put(found, rules)
            unit.commit()
    return behind[AT_ONCE:]


def _found(cases: Iterable[Case], day: date) -> dict[str, dict[str, tuple[int, Sequence[AgendaItem]]]]:
    """The days of each case that is not closed, by the rules that they were worked out with."""
    found: dict[str, dict[str, tuple[int, Sequence[AgendaItem]]]] = {}
    for case in cases:
        if case.status in OPEN | ASIDE:
            rules, days = _aside(case, day) if case.status in ASIDE else _open(case, day)
            found.setdefault(rules, {})[case.id] = (case.revision, days)
    return found


def _open(case: Case, day: date) -> tuple[str, Sequence[AgendaItem]]:
    return worked_out(day), agenda(case, track_of(case, day))


def _aside(case: Case, day: date) -> tuple[str, Sequence[AgendaItem]]:
    """What was arranged and the terms that run; where none does any more, nothing has to be asked again tomorrow."""
    if not may_run(case):
        return ASIDE_RULES, arranged(case)
    track = track_of(case, day)
    terms = running_terms(case, track)
    rules = worked_out(day) if terms or may_run_later(track) else ASIDE_RULES
    return rules, (*arranged(case), *terms)
