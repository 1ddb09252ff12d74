"""The desk's own figures at work: proposed, confirmed by a second person, withdrawn, given to and taken from other desks.

Everything is decided in the store, in the transaction that keeps the act, so that two people never confirm past each
other. `tables` are the tables of Loket with what counts here on top, at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from loket_app.domain.laid_over import lay_over, new_gap
from loket_app.domain.layer import Act, ActKind, Entry, Layer, NotAllowed, Obstacle, Pack, Proposal, after
from loket_app.domain.pack_preview import PackLine, preview, taken
from loket_app.domain.tables import Figure, RuleTables
from loket_app.exchange.errors import Refused
from loket_app.exchange.rules_pack import RulesPackError, demand_known, read_pack, write_pack
from loket_app.i18n import N_, _, formats
from loket_app.i18n.phrases import local
from loket_app.rules.checks import check_figures
from loket_app.rules.errors import RulesError
from loket_app.services.casefile import rule_tables
from loket_app.services.clock import Clock
from loket_app.services.complaints import Complaint
from loket_app.services.documents import save
from loket_app.services.rules_acts import Unread, layer_of, written
from loket_app.storage.rules_acts import StoredAct
from loket_app.storage.unit import UnitOfWork

R = TypeVar("R")

_OBSTACLES = {
    Obstacle.SAME_PERSON: (
        N_("Nobody confirms a figure of one's own."),
        N_("Ask a colleague to unlock Loket and look at it; colleagues are added under Settings."),
    ),
    Obstacle.SETTLED: (N_("Somebody has decided on this already."), N_("Look at it again.")),
    Obstacle.GONE: (N_("This is no longer there."), N_("Look at it again.")),
}


class Write(Protocol):
    """Reads or writes in the store, on its own thread."""

    def __call__(self, work: Callable[[UnitOfWork], R], /) -> Future[R]:
        """Have it done."""


class OwnFigures:
    """The layer of one desk, for one person. What a future brings counts already when it is done.

    `unread` are acts that are kept and can't be read: nothing counts with them, and nothing is lost.
    """

    def __init__(self, shipped: RuleTables, login: str, desk: Callable[[], str], clock: Clock, write: Write) -> None:
        self.shipped, self.login = shipped, login
        self._desk, self._clock, self._write = desk, clock, write
        self.layer, self.unread = Layer(), tuple[Unread, ...]()
        self.tables = shipped

    @property
    def desk(self) -> str:
        """The code of the desk."""
        return self._desk()

    def load(self, unit: UnitOfWork) -> None:
        """Read what the store keeps."""
        layer, self.unread = layer_of(unit.rules_acts.all())
        self._keep(layer)

    def propose(self, said: Proposal) -> Future[None]:
        """Enter a value; it waits for a second person. Raises Complaint, and then nothing was kept."""
        return self._do(lambda: self._act(ActKind.PROPOSE, proposal=said))

    def confirm(self, key: str) -> Future[None]:
        """Have a value count that somebody else entered. Raises Complaint."""
        return self._do(lambda: self._act(ActKind.CONFIRM, entry=key))

    def reject(self, key: str, reason: str) -> Future[None]:
        """Refuse a value that waits. Raises Complaint."""
        return self._do(lambda: self._act(ActKind.REJECT, entry=key, reason=reason))

    def withdraw(self, key: str, reason: str) -> Future[None]:
        """Have a value count no longer. Raises Complaint."""
        return self._do(lambda: self._act(ActKind.WITHDRAW, entry=key, reason=reason))

    def export(self, target: Path, *, force: bool = True) -> int:
        """Write what was confirmed here as a rules pack, and give how many figures. Raises Complaint."""
        own = tuple(entry for entry in self.layer.counting if not entry.brought)
        if not own:
            raise Complaint(target, _("No figure of this desk counts."), _("Confirm one first."))
        save(target, write_pack(self._desk(), self._clock.today(), self.shipped.version, own), force=force)
        return len(own)

    def look_at(self, file: Path) -> tuple[Pack, tuple[PackLine, ...]]:
        """A rules pack, and how each of its figures stands to what is here. Raises RulesPackError; changes nothing."""
        pack = read_pack(file)
        lines = preview(self.layer, pack)
        try:
            demand_known(pack, self.shipped)
            for entry in pack.entries:
                self._demand_fitting(entry.proposal)
            self._demand_whole(self._with(taken(lines, theirs=True)))
        except Refused as refused:
            raise RulesPackError(file, refused) from None
        except Complaint as complaint:
            raise RulesPackError(file, Refused("entries", complaint.why, complaint.remedy)) from None
        return pack, lines

    def take_over(self, pack: Pack, *, theirs: bool = False) -> Future[None]:
        """Take over what is new in a pack, as one act. Raises Complaint."""

        def act() -> Act:
            found = taken(preview(self.layer, pack), theirs=theirs)
            if not found:
                raise Complaint(pack.desk, _("There is nothing new in this pack."), _("Nothing was changed."))
            return self._act(ActKind.IMPORT, pack=replace(pack, entries=found))

        return self._do(act)

    def undo_import(self, key: str) -> Future[None]:
        """Take a pack back as a whole. Raises Complaint."""
        return self._do(lambda: self._act(ActKind.UNDO_IMPORT, entry=key))

    def _act(self, kind: ActKind, **said: Any) -> Act:
        return Act(self._clock.new_id(), self._clock.now(), self.login, kind, self._desk(), **said)

    def _do(self, make: Callable[[], Act]) -> Future[None]:
        def work(unit: UnitOfWork) -> None:
            self.layer, self.unread = layer_of(unit.rules_acts.all())
            act = make()
            layer = self._allowed(act)
            unit.rules_acts.add(_written(act))
            unit.commit()
            self._keep(layer)

        return self._write(work)

    def _allowed(self, act: Act) -> Layer:
        try:
            layer = after(self.layer, act)
        except NotAllowed as refused:
            why, remedy = _OBSTACLES[refused.obstacle]
            raise Complaint(act.entry, _(why), _(remedy)) from None
        trial = layer.counting
        if act.proposal is not None:
            self._demand_fitting(act.proposal)
            trial = (*trial, layer.entry(act.id))
        for entry in act.pack.entries if act.pack else ():
            self._demand_fitting(entry.proposal)
        if act.kind in (ActKind.PROPOSE, ActKind.CONFIRM, ActKind.IMPORT):
            self._demand_whole(lay_over(self.shipped, trial))
        return layer

    def _keep(self, layer: Layer) -> None:
        self.layer, self.tables = layer, lay_over(self.shipped, layer.counting)

    def _with(self, entries: Sequence[Entry]) -> RuleTables:
        """The tables as they would be with more entries on top."""
        return lay_over(self.shipped, (*self.layer.counting, *entries))

    def _demand_fitting(self, said: Proposal) -> None:
        """A country with a figure of its own is corrected there. Raises Complaint."""
        figures = {figure.id: figure for figure in self.shipped.figures}
        figure = figures.get(said.figure)
        if figure is None:
            raise Complaint(said.figure, _("Loket knows no such figure."), _("Choose one of the list."))
        for other in self.shipped.figures:
            shared = set(other.countries) & set(said.countries)
            if shared and other.topic is figure.topic and other.per is figure.per and not other.informative:
                country = formats.country_name(min(shared))
                why = _("{country} has a figure of its own: {figure}.").format(
                    country=country, figure=local(other.title)
                )
                raise Complaint(said.figure, why, _("Enter the value there."))

    def _demand_whole(self, tables: RuleTables) -> None:
        """One value a day, for whoever it is, and no day without one in between. Raises Complaint."""
        found = new_gap(self.shipped, tables)
        if found is not None:
            figure, gap = found
            why = _("{figure} would have no value from {start} to {end}.").format(
                figure=local(figure.title), start=_day(gap.start), end=_day(gap.end)
            )
            raise Complaint(figure.id, why, _("Enter “not public” for those days first, or begin earlier."))
        try:
            check_figures(_by_id(tables.figures), {group.id: group for group in tables.groups})
        except RulesError as error:
            twin = _by_id(tables.figures).get(error.file)
            title = local(twin.title) if twin else error.file
            why = _("Another figure has a value for the same people on {day}: {figure}.")
            why = why.format(day=_day(error.day), figure=title)
            raise Complaint(error.file, why, _("Choose other days, or correct that figure.")) from None


def _written(act: Act) -> StoredAct:
    """The act as it is kept. Raises Complaint for one that could not be read again."""
    try:
        return written(act)
    except Refused as refused:
        raise Complaint(refused.place or act.kind.value, refused.why, _("Correct it; nothing was kept.")) from None


def look_at_pack(file: Path) -> tuple[Pack, tuple[PackLine, ...]]:
    """A rules pack against the tables that Loket carries, without a store. Raises RulesPackError."""
    return OwnFigures(rule_tables(), "", str, Clock(), _no_store).look_at(file)


def _no_store(_work: Callable[[UnitOfWork], R], /) -> Future[R]:
    raise NotImplementedError


def _by_id(figures: Sequence[Figure]) -> dict[str, Figure]:
    return {figure.id: figure for figure in figures}


def _day(day: Any) -> str:
    return formats.format_date(day, "short") if day else "…"
