"""A rules pack: the figures that a desk entered and confirmed, in one file for the other desks.

It carries a sum over all that it says, against a slip on the way; who alters it on purpose can make a new sum, so it is
looked at before it counts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from loket_app.domain.case import Desk
from loket_app.domain.layer import Entry, Pack
from loket_app.domain.looks import Look
from loket_app.exchange.desk_figures import ENTRY, plain_entry, read_entry
from loket_app.exchange.errors import CaseFileError, Refused
from loket_app.exchange.pack_looks import LOOK, plain_look, read_looks
from loket_app.exchange.place import Place
from loket_app.exchange.plain_json import FileKind, below, load, shown
from loket_app.i18n import N_, _

VERSION_KEY, VERSION = "loket_rules_pack", 3
"""Format 2 may say a value for each person, and who made the accounts of the two who stand for it; 3 also which values were
looked at again. 1 and 2 are read as ever."""
ENDING = ".json"
MOST_ENTRIES = 1000
_KEYS = (VERSION_KEY, "desk", "exported_on", "tables", "entries", "sha256")
_WITH_LOOKS = 3
"""The first format that has them."""
_KIND = FileKind(
    1_000_000,
    N_("It is nested too deeply for a rules pack."),
    N_("Is it the right file? A rules pack comes from the page Rates and rules of another desk."),
)


class RulesPackError(CaseFileError):
    """A rules pack that can't be used: file, place, what is wrong and what to do. Nothing of it was taken over."""


def write_pack(
    desk: str, exported_on: date, tables: str, entries: Sequence[Entry], looks: Sequence[Look] = ()
) -> bytes:
    """The pack as a file: UTF-8 JSON."""
    content = plain_pack(Pack(desk, exported_on, tables, tuple(entries), looks=tuple(looks)))
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def read_pack(path: Path) -> Pack:
    """The pack in a file, whole. Raises RulesPackError, and nothing else."""
    try:
        return pack_of(load(path, _KIND))
    except Refused as refused:
        raise RulesPackError(path, refused) from None


def pack_of(data: Any) -> Pack:
    """The pack in plain JSON values. Raises Refused."""
    _demand_readable(data)
    with_looks = data[VERSION_KEY] >= _WITH_LOOKS
    place = Place(data, (*_KEYS, "looks") if with_looks else _KEYS)
    found = _each(place, "entries", ENTRY)
    looked = _each(place, "looks", LOOK) if with_looks else ()
    desk = place.choice("desk", tuple(Desk)).value
    entries = tuple(read_entry(each) for each in found)
    looks = tuple(read_looks(looked, desk))
    _demand_one_value_a_day(entries)
    if data.get("sha256") != _sum({key: value for key, value in data.items() if key != "sha256"}):
        why = _("The checksum is wrong: the file was changed or damaged on the way.")
        raise place.wrong("sha256", why)
    return Pack(desk, place.day("exported_on"), place.text("tables"), entries, str(data["sha256"]), looks)


def plain_pack(pack: Pack) -> dict[str, Any]:
    """The pack as JSON values, as it came; for the act that took it over."""
    content = {
        VERSION_KEY: VERSION,
        "desk": pack.desk,
        "exported_on": pack.exported_on.isoformat(),
        "tables": pack.tables,
        "entries": [plain_entry(entry) for entry in pack.entries],
        "looks": [plain_look(look) for look in pack.looks],
    }
    return {**content, "sha256": _sum(content)}


def entry_place(number: int) -> str:
    """Where an entry stands in the file; the first is number 0."""
    return below("entries", number)


def look_place(number: int) -> str:
    """Where a value that was looked at again stands in the file; the first is number 0."""
    return below("looks", number)


def _each(place: Place, key: str, keys: Sequence[str]) -> tuple[Place, ...]:
    found = tuple(place.each(key, keys))
    if len(found) > MOST_ENTRIES:
        raise place.wrong(key, _("It holds more than {count} figures.").format(count=MOST_ENTRIES))
    return found


def _demand_readable(data: Any) -> None:
    """The part that every later format keeps: its number."""
    version = data.get(VERSION_KEY) if isinstance(data, dict) else None
    if type(version) is not int or version < 1:
        raise Refused("", _("This is not a rules pack."), _(_KIND.comes_from))
    if version > VERSION:
        why = _("It comes from a newer Loket (format {number}).").format(number=version)
        raise Refused(VERSION_KEY, why, _("Bring Loket up to date here, then try again."))


def _demand_one_value_a_day(entries: Sequence[Entry]) -> None:
    """Raise Refused when two entries say something of the same figure, countries and day, or are one and the same."""
    numbered = sorted(enumerate(entries), key=lambda item: (_of_what(item[1]), _start(item[1])))
    for (_first, one), (number, other) in pairwise(numbered):
        end = one.proposal.period.end
        if _of_what(one) == _of_what(other) and (end is None or end >= _start(other)):
            why = _("Two values for one date: {figure}, {day}.")
            why = why.format(figure=shown(other.proposal.figure), day=_start(other).isoformat())
            raise Refused(below(entry_place(number), "from"), why, _("Ask the other desk for a new file."))
    if len({entry.origin for entry in entries}) < len(entries):
        raise Refused("entries", _("Two figures have the same id."), _("Ask the other desk for a new file."))


def _of_what(entry: Entry) -> tuple[str, tuple[str, ...]]:
    return entry.proposal.figure, entry.proposal.countries


def _start(entry: Entry) -> date:
    return entry.proposal.period.start or date.min


def _sum(content: dict[str, Any]) -> str:
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
