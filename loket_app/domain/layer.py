"""The desk's own figures: entered by one person, confirmed by a second one, and what the acts of both add up to.

The tables that come with Loket are never altered: `domain/laid_over.py` lays what is confirmed here on top of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum

from loket_app.domain.accounts import Account
from loket_app.domain.looks import Look
from loket_app.domain.money import Money
from loket_app.domain.tables import Per, Period, Share, Source, ValueKind

VALUES = (ValueKind.AMOUNT, ValueKind.RANGE, ValueKind.UP_TO, ValueKind.NONE, ValueKind.NOT_PUBLIC)
"""What a desk may say of a figure, or of a share of one."""

SPLITS = ((Per.PERSON,), (Per.ADULT, Per.CHILD))
"""For whom the shares of one value are: for each person, or for each adult and each child; then both are said."""


@dataclass(frozen=True)
class Proposal:
    """A value for a figure of the tables, for some `countries` alone or, without any, for all that the figure is for.

    `low` and `high` are equal for an amount, None where there is none; the period has a first day. A figure of a
    household may be said for each of its people: its kind is PER_PERSON then, and `shares` follow one of `SPLITS`.
    """

    figure: str
    period: Period
    kind: ValueKind
    source: Source
    reason: str
    countries: tuple[str, ...] = ()
    low: Money | None = None
    high: Money | None = None
    shares: tuple[Share, ...] = field(default=(), repr=False)  # else the hash of tables without any would change


class State(Enum):
    """How far an entry has come. Only a confirmed one counts."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Entry:
    """A proposal with its life. `by` are logins, those of the desk where it was made.

    `key` names it here, `origin` at the desk that made it: the same entry keeps it through every rules pack. `brought`
    is the import that it came with, empty for one of this desk. `closed` ones were rejected or withdrawn, with a reason.
    `proposer` and `confirmer` say who made the accounts of the two, None where that was not kept.
    """

    key: str
    origin: str
    desk: str
    proposal: Proposal
    proposed_by: str
    proposed_at: datetime
    state: State = State.PROPOSED
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
    closed_by: str = ""
    closed_at: datetime | None = None
    closed_why: str = ""
    brought: str = ""
    proposer: Account | None = None
    confirmer: Account | None = None

    @property
    def related(self) -> bool:
        """Whether one of the two who stand for it made the account of the other: they may be one person."""
        made = ((self.proposer, self.confirmed_by), (self.confirmer, self.proposed_by))
        return any(account and account.by.casefold() == other.casefold() for account, other in made)


@dataclass(frozen=True)
class Pack:
    """The confirmed figures of a desk on their way to another one, and the values that it looked at again.

    `tables` are those that they were made on.
    """

    desk: str
    exported_on: date
    tables: str
    entries: tuple[Entry, ...]
    digest: str = ""
    looks: tuple[Look, ...] = ()


class ActKind(Enum):
    """What somebody does to the figures of the desk."""

    PROPOSE = "propose"
    CONFIRM = "confirm"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    IMPORT = "import"
    UNDO_IMPORT = "undo_import"
    LOOK_AGAIN = "look_again"


@dataclass(frozen=True)
class Act:
    """One act. `entry` is what is confirmed, rejected or withdrawn, or the import that is undone.

    `account` says who made that of `by`, where that was kept.
    """

    id: str
    at: datetime
    by: str
    kind: ActKind
    desk: str = ""
    proposal: Proposal | None = None
    pack: Pack | None = None
    entry: str = ""
    reason: str = ""
    account: Account | None = None
    look: Look | None = None


@dataclass(frozen=True)
class Brought:
    """A rules pack that was taken over here."""

    id: str
    at: datetime
    by: str
    pack: Pack
    undone: bool = False


class Obstacle(Enum):
    """Why an act can't be done."""

    SAME_PERSON = "same_person"
    SETTLED = "settled"
    GONE = "gone"


class NotAllowed(ValueError):
    """An act that does not fit what is there."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.value)
        self.obstacle = obstacle


@dataclass(frozen=True)
class Layer:
    """What all acts add up to: every entry that ever was, the oldest first, packs taken over, values looked at here again."""

    entries: tuple[Entry, ...] = ()
    packs: tuple[Brought, ...] = ()
    looks: tuple[Look, ...] = ()

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """What waits for a second person."""
        return tuple(entry for entry in self.entries if entry.state is State.PROPOSED)

    @property
    def counting(self) -> tuple[Entry, ...]:
        """What counts, in the order in which it came to count: the later lies on top.

        Of one entry that came with several packs only the last counts.
        """
        undone = {pack.id for pack in self.packs if pack.undone}
        counts = [e for e in self.entries if e.state is State.CONFIRMED and e.brought not in undone]
        last = {entry.origin: entry.key for entry in counts}
        at = {pack.id: pack.at for pack in self.packs}
        kept = [entry for entry in counts if last[entry.origin] == entry.key]
        return tuple(sorted(kept, key=lambda entry: at.get(entry.brought) or entry.confirmed_at or entry.proposed_at))

    @property
    def looked(self) -> tuple[Look, ...]:
        """The values looked at again, here or at a desk whose pack was taken over and not taken back."""
        return (*self.looks, *(look for pack in self.packs if not pack.undone for look in pack.pack.looks))

    @property
    def logins(self) -> frozenset[str]:
        """Everybody of this desk who ever did something here."""
        own = [entry for entry in self.entries if not entry.brought]
        acted = {login for entry in own for login in (entry.proposed_by, entry.confirmed_by, entry.closed_by) if login}
        return frozenset(acted | {pack.by for pack in self.packs} | {look.looked.by for look in self.looks})

    def entry(self, key: str) -> Entry:
        """The entry of that key. Raises NotAllowed."""
        found = next((entry for entry in self.entries if entry.key == key), None)
        if found is None:
            raise NotAllowed(Obstacle.GONE)
        return found


def add_up(acts: Iterable[Act]) -> Layer:
    """The layer that acts lead to, the oldest first; one that does not fit changes nothing."""
    layer = Layer()
    for act in acts:
        with suppress(NotAllowed):
            layer = after(layer, act)
    return layer


def after(layer: Layer, act: Act) -> Layer:
    """The layer after one more act. Raises NotAllowed."""
    if act.proposal is not None:
        made = Entry(act.id, act.id, act.desk, act.proposal, act.by, act.at, proposer=act.account)
        return replace(layer, entries=(*layer.entries, made))
    if act.pack is not None:
        came = tuple(replace(e, key=f"{act.id}/{e.origin}", brought=act.id) for e in act.pack.entries)
        brought = Brought(act.id, act.at, act.by, act.pack)
        return replace(layer, entries=(*layer.entries, *came), packs=(*layer.packs, brought))
    if act.look is not None:
        return replace(layer, looks=(*layer.looks, act.look))
    if act.kind is ActKind.UNDO_IMPORT:
        return _undone(layer, act)
    changed = _settled(layer.entry(act.entry), act)
    return replace(layer, entries=tuple(changed if entry.key == act.entry else entry for entry in layer.entries))


def _settled(entry: Entry, act: Act) -> Entry:
    """Nobody confirms what is one's own: a second person looks at it with other eyes."""
    wanted = State.CONFIRMED if act.kind is ActKind.WITHDRAW else State.PROPOSED
    if entry.state is not wanted:
        raise NotAllowed(Obstacle.SETTLED)
    if act.kind is ActKind.CONFIRM:
        if act.by.casefold() == entry.proposed_by.casefold():
            raise NotAllowed(Obstacle.SAME_PERSON)
        return replace(entry, state=State.CONFIRMED, confirmed_by=act.by, confirmed_at=act.at, confirmer=act.account)
    state = State.WITHDRAWN if act.kind is ActKind.WITHDRAW else State.REJECTED
    return replace(entry, state=state, closed_by=act.by, closed_at=act.at, closed_why=act.reason)


def _undone(layer: Layer, act: Act) -> Layer:
    if not any(pack.id == act.entry and not pack.undone for pack in layer.packs):
        raise NotAllowed(Obstacle.GONE)
    return replace(
        layer, packs=tuple(replace(pack, undone=pack.undone or pack.id == act.entry) for pack in layer.packs)
    )
