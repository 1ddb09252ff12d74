"""The desk at work: an opened store on its own thread, with the rule tables, for one person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from loket_app.domain.advice import Advice, advise
from loket_app.domain.case import Case, Consent, ConsentPurpose
from loket_app.domain.case import Desk as DeskPlace
from loket_app.domain.changes import Change
from loket_app.domain.completeness import gaps
from loket_app.domain.handover import Recipient
from loket_app.domain.person import Person, Relation
from loket_app.domain.status import OPEN, Status, StatusChange
from loket_app.domain.tables import RuleTables
from loket_app.i18n import formats
from loket_app.services.advice_history import Difference, compare
from loket_app.services.agenda import DeskAgenda
from loket_app.services.attachments import CaseScans, purge
from loket_app.services.casefile import rule_tables
from loket_app.services.clock import Clock
from loket_app.services.colleagues import Colleagues
from loket_app.services.desk_preferences import Preferences, preferences, save_preferences
from loket_app.services.desk_profile import DeskProfile, counsellor_name, desk_profile, save_desk_profile
from loket_app.services.editing import CaseEditor, Dispatch
from loket_app.services.entrance import Opened
from loket_app.services.handover_keys import PartnerKey, forget_partner_key, partner_keys, save_partner_key
from loket_app.services.own_figures import OwnFigures
from loket_app.services.samples import Samples
from loket_app.storage.listing import CaseFilter, CaseRow, Column, Counts, Sort
from loket_app.storage.store import Store
from loket_app.storage.thread import Closed
from loket_app.storage.unit import UnitOfWork

R = TypeVar("R")

__all__ = [
    "ADVISED",
    "CaseFilter",
    "CaseRow",
    "Column",
    "Counts",
    "Desk",
    "DeskProfile",
    "DifferentRow",
    "Preferences",
    "Sort",
    "TodayRow",
    "new_case",
]

TODAY_ROWS = 40
COUNTRY_LETTERS = 3
"""So many letters of a country's name are asked for before its cases are looked for."""

DIFFERENTLY_AT_ONCE = 20
"""Cases held against their advice in one go: other questions to the store come in between."""

ADVISED = CaseFilter(statuses=OPEN, advised=True)
_BY_AGE = Sort(Column.OPENED_ON)


@dataclass(frozen=True)
class TodayRow:
    """An open case with what it waits for: verdict now, unanswered questions of the advice, gaps for IOM."""

    row: CaseRow
    case: Case
    advice: Advice
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class DifferentRow:
    """An open case that would be advised differently now."""

    row: CaseRow
    case: Case
    difference: Difference


class Desk:
    """Everything that screens ask of the store comes through here, as futures. `close` waits for the last write."""

    def __init__(self, opened: Opened, tables: RuleTables | None = None, clock: Clock | None = None) -> None:
        self.clock, self.opened = clock or Clock(), opened
        self.login = opened.login
        self._thread = opened.database
        self.figures = OwnFigures(
            tables or rule_tables(), self.login, lambda: self.profile.desk.value, self.clock, self._write
        )
        loaded = self._read(self.figures.load)
        self.people = Colleagues(opened, self._thread.submit, lambda: self.figures.layer.logins, self.clock)
        self.agenda = DeskAgenda(self._thread.submit, self.clock)
        self.samples = Samples(self._thread.submit, self.login, self.clock)
        self._unborn: dict[str, Case] = {}
        self._claimed: set[str] = set()
        self.profile, self.counsellor, self.preferences, self.partner_keys = self._thread.submit(
            lambda store: _settings(store, self.login)
        ).result()
        loaded.result()
        self._thread.submit(lambda store: self.people.load(store, self.figures.layer.logins)).result()

    @property
    def tables(self) -> RuleTables:
        """The rule tables as they count here now: those of Loket with the figures of this desk on top."""
        return self.figures.tables

    def close(self) -> None:
        """Do what was asked, wipe scans that nothing can ask for any more, then close the store and the profile."""
        with suppress(Closed):
            self._write(purge)
        self.opened.close()

    def advise(self, case: Case, departure: date | None = None) -> Advice:
        """The advice of today for a case, for a departure date; without one, for the one that is wished."""
        return advise(case, self.tables, today=self.clock.today(), departure=departure)

    def difference(self, case: Case) -> Difference | None:
        """What would be advised otherwise today than what was recorded last; None when nothing would."""
        return compare(case, self.tables, self.clock.today())

    def save_profile(self, profile: DeskProfile) -> Future[None]:
        """Keep what the desk says of itself."""
        self.profile = profile
        return self._thread.submit(lambda store: save_desk_profile(store, profile))

    def save_preferences(self, chosen: Preferences) -> Future[None]:
        """Keep how this person likes Loket."""
        self.preferences = chosen
        return self._thread.submit(lambda store: save_preferences(store, self.login, chosen))

    def save_partner_key(self, noted: PartnerKey) -> Future[None]:
        """Keep the public key of a partner, in the place of an older one."""
        self.partner_keys = {**self.partner_keys, noted.recipient: noted}
        return self._thread.submit(lambda store: save_partner_key(store, noted))

    def forget_partner_key(self, who: Recipient) -> Future[None]:
        """Take the public key of a partner away."""
        self.partner_keys = {each: noted for each, noted in self.partner_keys.items() if each is not who}
        return self._thread.submit(lambda store: forget_partner_key(store, who))

    def new_case(self) -> Future[Case]:
        """A new case with the next number of this desk and one applicant of whom nothing is known.

        It comes into the store with its first answer: one that was only looked at leaves no trace, and its number free.
        """

        def work(unit: UnitOfWork) -> Case:
            number = unit.cases.next_number(self.profile.desk, self.clock.today().year, self._claimed)
            case = new_case(number, self.profile.desk, self.counsellor, self.clock)
            self._unborn[case.id] = case
            return case

        return self._read(work)

    def add_cases(self, cases: Sequence[Case]) -> Future[None]:
        """Put in whole cases, such as the sample stories. Raises CaseExists, NumberTaken."""

        def work(unit: UnitOfWork) -> None:
            for case in cases:
                unit.cases.add(case, self.login, self.clock.now())
            unit.commit()

        return self._write(work)

    def open_case(self, case_id: str) -> Future[tuple[Case, tuple[Change, ...]]]:
        """A case with its changes. Raises NoSuchCase."""
        return self._read(lambda unit: (unit.cases.load(case_id), unit.cases.log(case_id)))

    def editor(self, case: Case, log: Sequence[Change], dispatch: Dispatch) -> CaseEditor:
        """Edits of an open case, written through this desk."""
        scans = CaseScans(case.id, self._read, lambda work: self._write_in(case.id, work))
        return CaseEditor(case, log, self.record, by=self.login, dispatch=dispatch, clock=self.clock, scans=scans)

    def record(self, new: Sequence[Change]) -> Future[Any]:
        """Write changes of one case in one transaction. The number of a new case is its own from now on."""
        return self._write_in(new[0].case, lambda unit: unit.cases.record(new))

    def _write_in(self, case_id: str, work: Callable[[UnitOfWork], object]) -> Future[None]:
        """Write something of one case, which comes into the store with it when it was not there yet."""
        if case_id in self._unborn:
            self._claimed.add(self._unborn[case_id].number)

        def job(unit: UnitOfWork) -> None:
            unborn = self._unborn.get(case_id)
            if unborn is not None:
                unit.cases.add(unborn, self.login, self.clock.now())
            work(unit)
            unit.commit()
            self._unborn.pop(case_id, None)

        return self._write(job)

    def page(self, chosen: CaseFilter, sort: Sort, offset: int, limit: int) -> Future[tuple[CaseRow, ...]]:
        """Some rows of the list of cases."""
        asked = _with_countries(chosen)
        return self._read(lambda unit: unit.cases.page(asked, sort, offset, limit))

    def count(self, chosen: CaseFilter) -> Future[int]:
        """How many rows that list has."""
        asked = _with_countries(chosen)
        return self._read(lambda unit: unit.cases.count(asked))

    def search(self, text: str, limit: int = 20) -> Future[tuple[CaseRow, ...]]:
        """The best finds for what was typed, those of a country by its name after the others."""
        asked = _with_countries(CaseFilter(text=text))

        def work(unit: UnitOfWork) -> tuple[CaseRow, ...]:
            found = unit.cases.search(text, limit)
            more = unit.cases.page(asked, Sort(), 0, limit) if asked.countries else ()
            return tuple(dict.fromkeys((*found, *more)))[:limit]

        return self._read(work)

    def counts(self) -> Future[Counts]:
        """Cases by status, desk and destination."""
        return self._read(lambda unit: unit.cases.counts())

    def today(self, limit: int = TODAY_ROWS, counsellor: str = "") -> Future[tuple[TodayRow, ...]]:
        """The open cases touched last, of one counsellor or of all, each with its advice and what is missing."""

        def work(unit: UnitOfWork) -> tuple[TodayRow, ...]:
            rows = unit.cases.page(CaseFilter(statuses=OPEN, counsellor=counsellor), Sort(), 0, limit)
            cases = unit.cases.load_many([row.id for row in rows])
            return tuple(self._today_row(row, case) for row, case in zip(rows, cases, strict=True))

        return self._read(work)

    def differently(self, offset: int, limit: int = DIFFERENTLY_AT_ONCE) -> Future[tuple[DifferentRow, ...]]:
        """Of some of the open cases in which advice was recorded (`ADVISED`), those that would get another one now."""

        def work(unit: UnitOfWork) -> tuple[DifferentRow, ...]:
            rows = unit.cases.page(ADVISED, _BY_AGE, offset, limit)
            cases = unit.cases.load_for_advice([row.id for row in rows])
            found = ((row, case, self.difference(case)) for row, case in zip(rows, cases, strict=True))
            return tuple(DifferentRow(row, case, differs) for row, case, differs in found if differs)

        return self._read(work)

    def _today_row(self, row: CaseRow, case: Case) -> TodayRow:
        return TodayRow(row, case, self.advise(case), gaps(case))

    def _read(self, work: Callable[[UnitOfWork], R]) -> Future[R]:
        def job(store: Store) -> R:
            with store.reading() as unit:
                return work(unit)

        return self._thread.submit(job)

    def _write(self, work: Callable[[UnitOfWork], R]) -> Future[R]:
        def job(store: Store) -> R:
            with store.work() as unit:
                return work(unit)

        return self._thread.submit(job)


def new_case(number: str, desk: DeskPlace, counsellor: str, clock: Clock) -> Case:
    """A case of today: an applicant with the five consents not asked, and intake as its first status."""
    applicant = Person(clock.new_id(), Relation.APPLICANT)
    return Case(
        id=clock.new_id(),
        number=number,
        desk=desk,
        opened_on=clock.today(),
        counsellor=counsellor,
        household=(applicant,),
        consents=tuple(Consent(clock.new_id(), purpose, person=applicant.id) for purpose in ConsentPurpose),
        history=(StatusChange(clock.new_id(), Status.INTAKE, clock.now(), counsellor),),
    )


def _with_countries(chosen: CaseFilter) -> CaseFilter:
    """The filter with the countries whose names begin so in the language of the screen: the store knows codes alone."""
    typed = formats.sort_key(chosen.text.strip())[0]
    if len(typed) < COUNTRY_LETTERS:
        return chosen
    meant = (code for code, name in formats.countries() if formats.sort_key(name)[0].startswith(typed))
    return replace(chosen, countries=tuple(meant))


def _settings(store: Store, login: str) -> tuple[DeskProfile, str, Preferences, Mapping[Recipient, PartnerKey]]:
    profile = desk_profile(store) or DeskProfile(DeskPlace.BRUSSELS)
    return profile, counsellor_name(store, login), preferences(store, login), partner_keys(store)
