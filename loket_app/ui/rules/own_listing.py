"""The list of the desk's own figures: what waits first, then what counts, rules packs, and what no longer counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from loket_app.domain.layer import Entry, State
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_layer import desk_name
from loket_app.ui.rules.entry import Entry as Listed
from loket_app.ui.rules.own_sheets import before, entry_sheet
from loket_app.ui.rules.own_wording import entry_value, stale_words, title_text
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.pack_sheets import give_sheet, pack_sheet, take_sheet
from loket_app.ui.rules.unread_sheet import UNREAD, unread_entries, unread_sheet
from loket_app.ui.rules.wording import desk_text, short, without_text

GIVE, TAKE = "give", "take"
_ENTRY, _PACK = "entry/", "pack/"


def own_entries(work: OwnWork, today: date) -> Iterator[Listed]:
    """The list; without any figure there is how to enter one."""
    layer = work.figures.layer
    counting = layer.counting
    yield from unread_entries(work)
    yield from _part(work, _("Waits for a second person"), layer.waiting, today)
    yield from _part(work, _("Counts at this desk"), tuple(reversed(counting)), today)
    yield Listed(_("Rules packs"))
    yield Listed(_("Give to the other desks"), GIVE)
    yield Listed(_("Take over from another desk"), TAKE)
    for pack in reversed(layer.packs):
        desk = desk_name(pack.pack.desk)
        name = _("Of {desk}, taken over on {date}").format(desk=desk, date=short(pack.at.date()))
        yield Listed(name, _PACK + pack.id, _("taken back") if pack.undone else "", quiet=pack.undone)
    closed = [e for e in layer.entries if e not in counting and e.state is not State.PROPOSED and not e.brought]
    yield from _part(work, _("No longer counts"), closed[::-1], today)


def own_sheet(work: OwnWork, entry_id: str, today: date) -> QWidget | None:
    """The sheet of a line of the list; None when there is no such line any more."""
    layer = work.figures.layer
    if entry_id == UNREAD:
        return unread_sheet(work)
    if entry_id == GIVE:
        return give_sheet(work)
    if entry_id == TAKE:
        return take_sheet(work)
    pack = next((pack for pack in layer.packs if _PACK + pack.id == entry_id), None)
    if pack is not None:
        return pack_sheet(work, pack)
    entry = next((entry for entry in layer.entries if _ENTRY + entry.key == entry_id), None)
    return entry_sheet(work, entry, today) if entry else None


def _part(work: OwnWork, title: str, entries: Sequence[Entry], today: date) -> Iterator[Listed]:
    if entries:
        yield Listed(title)
    for entry in entries:
        closed = entry.state not in (State.PROPOSED, State.CONFIRMED)
        value = entry_value(entry) if not closed else capital(label(entry.state))
        name = title_text(work.figures.shipped, entry)
        warning, origin = _warning(work, entry, today), "" if closed else _origin(work, entry)
        yield Listed(name, _ENTRY + entry.key, value, warning, quiet=closed, origin=origin)


def _warning(work: OwnWork, entry: Entry, today: date) -> str:
    """Who waits for a second person; else, of what counts, that nobody looked at its source for a year."""
    if entry.state is State.PROPOSED:
        return _("Proposed by {name}").format(name=work.name(entry.proposed_by, entry.desk))
    return stale_words(work.figures.tables, entry, today)


def _origin(work: OwnWork, entry: Entry) -> str:
    """Which other desk it came from, and what would count without it."""
    other = "" if entry.desk == work.figures.desk else desk_text(entry.desk, here=False)
    return capital(" · ".join(words for words in (other, without_text(before(work, entry))) if words))
