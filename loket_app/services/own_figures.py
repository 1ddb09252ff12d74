"""The desk's own figures at work: proposed, confirmed by a second person, withdrawn, given to and taken from other desks.

Everything is decided in the store, in the transaction that keeps the act, so that two people never confirm past each
other. `tables` are the tables of Loket with what counts here on top, at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar

from loket_app.domain.accounts import Account, account_of
from loket_app.domain.laid_over import lay_over
from loket_app.domain.layer import Act, ActKind, Entry, Layer, NotAllowed, Obstacle, Pack, Proposal, after
from loket_app.domain.looks import Look, value_mark, with_looks
from loket_app.domain.pack_looks import LookLine, look_lines, looks_to_give, new_looks
from loket_app.domain.pack_preview import PackLine, preview, taken
from loket_app.domain.tables import Looked, Row, RuleTables
from loket_app.exchange.errors import Refused
from loket_app.exchange.pack_demands import demand_fair, demand_known
from loket_app.exchange.rules_pack import RulesPackError, read_pack, write_pack
from loket_app.i18n import N_, _
from loket_app.services.casefile import rule_tables
from loket_app.services.clock import Clock
from loket_app.services.complaints import Complaint
from loket_app.services.documents import save
from loket_app.services.figure_checks import demand_fitting, demand_whole
from loket_app.services.pack_checks import demand_usable
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
        self._account: Account | None = None
        self.tables = shipped

    @property
    def desk(self) -> str:
        """The code of the desk."""
        return self._desk()

    @property
    def to_give(self) -> tuple[Entry, ...]:
        """What counts here and was entered at this desk: that and nothing else goes to the others."""
        return tuple(entry for entry in self.layer.counting if not entry.brought and entry.desk == self.desk)

    @property
    def looks_to_give(self) -> tuple[Look, ...]:
        """What was looked at again at this desk, for the others."""
        return looks_to_give(self.layer, self.tables)

    def load(self, unit: UnitOfWork) -> None:
        """Read what the store keeps."""
        layer, self.unread = layer_of(unit.rules_acts.all())
        self._account = account_of(self.login, unit.account_acts.all())
        self._keep(layer)

    def would_relate(self, entry: Entry) -> bool:
        """Whether this person and whoever proposed a value are two accounts of which one made the other."""
        return replace(entry, confirmed_by=self.login, confirmer=self._account).related

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

    def look_again(
        self, figure: str, row: Row, title: str, link: str = "", published: date | None = None
    ) -> Future[None]:
        """Keep that a value of the tables was looked at again and is still right; one person suffices. Raises Complaint."""

        def act() -> Act:
            rows = (each for known in self.tables.figures if known.id == figure for each in known.rows)
            if value_mark(row) not in map(value_mark, rows):
                why, remedy = _OBSTACLES[Obstacle.GONE]
                raise Complaint(figure, _(why), _(remedy))
            looked = Looked(self.login, self._clock.today(), title, link, published)
            return self._act(ActKind.LOOK_AGAIN, look=Look(figure, value_mark(row), looked))

        return self._do(act)

    def export(self, target: Path, *, force: bool = True) -> int:
        """Write what was confirmed and looked at again here as a rules pack, and give how many figures. Raises Complaint."""
        own, looks = self.to_give, self.looks_to_give
        if not own and not looks:
            raise Complaint(target, _("No figure of this desk counts."), _("Confirm one first."))
        save(target, write_pack(self._desk(), self._clock.today(), self.shipped.version, own, looks), force=force)
        return len(own)

    def look_at(self, file: Path) -> tuple[Pack, tuple[PackLine, ...]]:
        """A rules pack, and how each of its figures stands to what is here. Raises RulesPackError; changes nothing."""
        pack = read_pack(file)
        lines = self._preview(pack)
        try:
            demand_fair(pack, self._clock.today())
            demand_known(pack, self.shipped)
            demand_usable(self.shipped, self.layer.counting, pack, taken(lines, theirs=True), self._clock.today())
        except Refused as refused:
            raise RulesPackError(file, refused) from None
        return pack, lines

    def look_lines(self, pack: Pack) -> tuple[LookLine, ...]:
        """How each value that a pack says was looked at again stands to what is here."""
        return look_lines(self.layer, self.shipped, pack)

    def _preview(self, pack: Pack) -> tuple[PackLine, ...]:
        return preview(self.layer, pack, self._laid(self.layer.counting), self._clock.today())

    def take_over(self, pack: Pack, *, theirs: bool = False) -> Future[None]:
        """Take over what is new in a pack, as one act. Raises Complaint."""

        def act() -> Act:
            found = taken(self._preview(pack), theirs=theirs)
            looks = new_looks(look_lines(self.layer, self.shipped, replace(pack, entries=found)))
            if not found and not looks:
                raise Complaint(pack.desk, _("There is nothing new in this pack."), _("Nothing was changed."))
            return self._act(ActKind.IMPORT, pack=replace(pack, entries=found, looks=looks))

        return self._do(act)

    def undo_import(self, key: str) -> Future[None]:
        """Take a pack back as a whole. Raises Complaint."""
        return self._do(lambda: self._act(ActKind.UNDO_IMPORT, entry=key))

    def _act(self, kind: ActKind, **said: Any) -> Act:
        return Act(self._clock.new_id(), self._clock.now(), self.login, kind, self._desk(), **said)

    def _do(self, make: Callable[[], Act]) -> Future[None]:
        def work(unit: UnitOfWork) -> None:
            self.layer, self.unread = layer_of(unit.rules_acts.all())
            act = replace(make(), account=account_of(self.login, unit.account_acts.all()))
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
            trial = (*trial, layer.entry(act.id))
        for entry in _brought_in(layer, act):
            demand_fitting(self.shipped, entry.proposal, self._clock.today())
        taking = act.kind in (ActKind.WITHDRAW, ActKind.UNDO_IMPORT)
        remedy = _("Enter another value for those days first: it may be “not public”.") if taking else ""
        if act.kind is not ActKind.REJECT:
            demand_whole(self._laid(self.layer.counting), self._laid(trial), remedy)
        return layer

    def _laid(self, entries: Sequence[Entry]) -> RuleTables:
        return lay_over(self.shipped, entries)

    def _keep(self, layer: Layer) -> None:
        self.layer = layer
        self.tables = with_looks(lay_over(self.shipped, layer.counting), layer.looked)


def _brought_in(layer: Layer, act: Act) -> Sequence[Entry]:
    """What an act enters, or brings nearer to counting."""
    if act.pack is not None:
        return act.pack.entries
    if act.kind in (ActKind.PROPOSE, ActKind.CONFIRM):
        return (layer.entry(act.entry or act.id),)
    return ()


def _written(act: Act) -> StoredAct:
    """The act as it is kept. Raises Complaint for one that could not be read again."""
    try:
        return written(act)
    except Refused as refused:
        raise Complaint(refused.place or act.kind.value, refused.why, _("Correct it; nothing was kept.")) from None


def look_at_pack(file: Path) -> tuple[Pack, tuple[PackLine, ...], tuple[LookLine, ...]]:
    """A rules pack against the tables that Loket carries, without a store. Raises RulesPackError."""
    figures = OwnFigures(rule_tables(), "", str, Clock(), _no_store)
    pack, lines = figures.look_at(file)
    return pack, lines, figures.look_lines(pack)


def _no_store(_work: Callable[[UnitOfWork], R], /) -> Future[R]:
    raise NotImplementedError
