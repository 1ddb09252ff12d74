"""Days to watch as a calendar file (RFC 5545), for the counsellor's own agenda.

Such a file leaves the encrypted store, agendas are shared and telephones lie open: it holds the case number and a neutral
word alone. No name, no place, no note, nothing of somebody's health, stay or return; what exactly, stands in Loket.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from loket_app.domain.agenda_items import AgendaKind
from loket_app.i18n import NP_, pgettext
from loket_app.i18n.labels import capital

if TYPE_CHECKING:
    from icalendar import Event

ENDING = ".ics"
_ZONE = "Europe/Brussels"
"""In which hours are typed. They are told in UTC: Outlook passes by the list of days on which a zone changes its clock, as
the library writes it ([MS-STANOICAL] 2.2.47), and would be an hour off for half the year."""

_PRODUCT = "-//Loket//Loket//EN"
_UID_LETTERS = 32
_CONVERSATION, _DEADLINE, _TO_FOLLOW = (
    NP_("calendar file", "conversation"),
    NP_("calendar file", "deadline"),
    NP_("calendar file", "to follow up"),
)
_WORDS: Mapping[AgendaKind, tuple[str, str]] = {
    AgendaKind.APPOINTMENT: NP_("calendar file", "appointment"),
    AgendaKind.TALK: _CONVERSATION,
    AgendaKind.KEY_MOMENT: _CONVERSATION,
    AgendaKind.AID_ENDS: _DEADLINE,
    AgendaKind.LEAVE_BY: _DEADLINE,
    AgendaKind.DEPARTURE: _DEADLINE,
    AgendaKind.DOCUMENT_EXPIRES: _DEADLINE,
}
"""For whoever looks over a shoulder; everything else is something to follow up."""


@dataclass(frozen=True)
class Entry:
    """One day: `place` is the path in the case, for a UID that stays the same; `at` the hour of an appointment."""

    case_id: str
    number: str
    kind: AgendaKind
    place: str
    on: date
    at: time | None = None


def agenda_ics(entries: Iterable[Entry], made_at: datetime) -> bytes:
    """A calendar of these days, in the language of the moment: whole days, and hours where an appointment has one."""
    from icalendar import Calendar

    calendar = Calendar()
    for name, value in (("prodid", _PRODUCT), ("version", "2.0"), ("method", "PUBLISH"), ("x-wr-calname", "Loket")):
        calendar.add(name, value)
    for entry in entries:
        calendar.add_component(_event(entry, made_at))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry, made_at: datetime) -> Event:
    """How long an appointment takes is not known, so it has no end."""
    from icalendar import Event

    event = Event()
    event.add("uid", _uid(entry))
    event.add("dtstamp", made_at)
    event.add("summary", f"{entry.number} · {capital(pgettext(*_WORDS.get(entry.kind, _TO_FOLLOW)))}")
    event.add("class", "PRIVATE")
    if entry.at is None:
        event.add("dtstart", entry.on)
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", datetime.combine(entry.on, entry.at, ZoneInfo(_ZONE)).astimezone(UTC))
    return event


def _uid(entry: Entry) -> str:
    """The same for the same thing in every file, so that an agenda replaces it; nothing can be read from it."""
    told = f"{entry.case_id}/{entry.kind.value}/{entry.place}"
    return f"{hashlib.sha256(told.encode()).hexdigest()[:_UID_LETTERS]}@loket"
