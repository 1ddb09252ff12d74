"""What an administrator does with a whole store. Everything happens in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.services.casefile import write_case
from loket_app.services.clock import Clock
from loket_app.services.complaints import Complaint
from loket_app.services.documents import demand_free, save
from loket_app.services.entrance import Opened
from loket_app.services.entrance_failures import in_words
from loket_app.services.rules_acts import layer_of
from loket_app.storage.attachments import Scans
from loket_app.storage.errors import CaseExists, NumberTaken
from loket_app.storage.listing import CaseRow, Column, Counts, Sort
from loket_app.storage.store import Store
from loket_app.storage.unit import UnitOfWork
from loket_app.storage.verification import Fault, Finding, Verification

R = TypeVar("R")

__all__ = [
    "CaseRow",
    "Counts",
    "Fault",
    "Scans",
    "Verification",
    "add_cases",
    "export_files",
    "list_cases",
    "load_cases",
    "scans",
    "stats",
    "verify",
]

_AT_ONCE = 1000


def add_cases(opened: Opened, named: Mapping[str, Case], *, clock: Clock | None = None) -> None:
    """Put cases in, each under the name by which a complaint would call it. Raises Complaint; then none was put in."""
    at = (clock or Clock()).now()

    def work(unit: UnitOfWork) -> None:
        for name, case in named.items():
            try:
                unit.cases.add(case, opened.login, at)
            except CaseExists:
                raise Complaint(f"{name}: id", _("This case is there already."), _("Leave the file out.")) from None
            except NumberTaken:
                why = _("Another case has the number {number}.").format(number=case.number)
                raise Complaint(f"{name}: number", why, _("Give this case another number.")) from None
        unit.commit()

    _do(opened, work, writing=True)


def list_cases(opened: Opened) -> tuple[CaseRow, ...]:
    """Every case, by number."""

    def work(unit: UnitOfWork) -> tuple[CaseRow, ...]:
        return tuple(_rows(unit))

    return _do(opened, work)


def _rows(unit: UnitOfWork) -> Iterator[CaseRow]:
    for start in range(0, unit.cases.count(), _AT_ONCE):
        yield from unit.cases.page(sort=Sort(Column.NUMBER, descending=False), offset=start, limit=_AT_ONCE)


def load_cases(opened: Opened, numbers: Sequence[str] = ()) -> tuple[Case, ...]:
    """The cases with these numbers, or all of them. Raises Complaint for a number that no case has."""

    def work(unit: UnitOfWork) -> tuple[Case, ...]:
        ids = {row.number: row.id for row in _rows(unit)}
        for number in numbers:
            if number not in ids:
                raise Complaint(number, _("No case has this number."), _("See: loket store list."))
        return tuple(unit.cases.load(ids[number]) for number in dict.fromkeys(numbers) or ids)

    return _do(opened, work)


def export_files(cases: Sequence[Case], folder: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Write a case file for each case, named by its number. Raises Complaint before anything is written over."""
    targets = {folder / f"{case.number}.json": case for case in cases}
    if not force:
        demand_free(*targets)
    for target, case in targets.items():
        save(target, write_case(case), force=force)
    return tuple(targets)


def stats(opened: Opened) -> Counts:
    """Cases by status, desk and destination; each breakdown adds up to the total."""
    return _do(opened, lambda unit: unit.cases.counts())


def scans(opened: Opened) -> Scans:
    """How many scans the cases hold, and how many bytes they take."""
    return _do(opened, lambda unit: unit.attachments.counts())


def verify(opened: Opened) -> Verification:
    """Look at every page, every row and every case, and at what people did to the desk's own figures."""
    with in_words(opened.profile):
        return opened.database.submit(_verified).result()


def _verified(store: Store) -> Verification:
    found = store.verify()
    if any(finding.fault is Fault.UNREADABLE_PAGE for finding in found.findings):
        return found
    with store.reading() as unit:
        _layer, unread = layer_of(unit.rules_acts.all())
    return replace(found, findings=(*found.findings, *(Finding(Fault.UNREADABLE_FIGURE, act.id) for act in unread)))


def _do(opened: Opened, work: Callable[[UnitOfWork], R], *, writing: bool = False) -> R:
    """Have work done where the store lives, and wait for it. Raises EntranceProblem when the store fails."""

    def job(store: Store) -> R:
        with store.work() if writing else store.reading() as unit:
            return work(unit)

    with in_words(opened.profile):
        return opened.database.submit(job).result()
