"""The agenda as a calendar file that leaves the store: case numbers and kinds of things, no names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from loket_app.domain.agenda_items import hour_of
from loket_app.domain.partial_date import PartialDate
from loket_app.i18n import _, formats
from loket_app.services.agenda import AgendaFilter, AgendaRow, DeskAgenda
from loket_app.services.clock import Clock
from loket_app.services.complaints import Complaint
from loket_app.services.desk_profile import counsellor_name
from loket_app.services.entrance import Opened
from loket_app.services.entrance_failures import in_words

ENDING = ".ics"
_WEEKS = timedelta(weeks=4)
_FIRST, _LAST = date(2012, 1, 1), date(2099, 12, 31)
"""The return track exists since 2012 (S3, reception law art. 6/1)."""


def days_between(first: date | None, last: date | None, today: date, name: str = "") -> tuple[date, date]:
    """From a day until a day: without one from today, and for four weeks. Raises Complaint when the last comes first.

    `name` is what a complaint calls the last day; as the screen does, when it is empty.
    """
    start = first or today
    end = last or start + _WEEKS
    if end < start:
        words = {"first": formats.format_date(start), "last": formats.format_date(end)}
        why = _("{last} comes before {first}.").format(**words)
        raise Complaint(name or _("until and including"), why, _("Type a later last day, or an earlier first one."))
    return start, end


def day_typed(name: str, text: str) -> date:
    """The day that somebody typed. Raises Complaint for what is no whole day, or lies outside the years of the track."""
    try:
        day = PartialDate.typed(text.strip()).exact
    except ValueError:
        day = None
    if day is None:
        raise Complaint(name, _("That is no whole day."), _("Type it so: 14/4/2026."))
    if not _FIRST <= day <= _LAST:
        why = _("That year is outside {first} to {last}.").format(first=_FIRST.year, last=_LAST.year)
        raise Complaint(name, why, _("Type it so: 14/4/2026."))
    return day


def calendar_of(opened: Opened, first: date, last: date, *, mine: bool, clock: Clock) -> tuple[int, bytes]:
    """How many days there are in a store, of all cases or those of who unlocked it, and their calendar file.

    Days that are behind their cases are worked out first. Raises EntranceProblem for a store that can't be read or kept.
    """
    agenda = DeskAgenda(opened.database.submit, clock)
    with in_words(opened.profile):
        own = opened.database.submit(lambda store: counsellor_name(store, opened.login)).result() if mine else ""
        found = agenda.overview().result()
        if found.trouble is not None:
            raise found.trouble
        behind = found.behind
        while behind:
            behind = agenda.heal(behind).result()
        rows = agenda.rows(AgendaFilter(first, last, counsellor=own)).result()
    return len(rows), calendar_file(rows, clock.now())


def calendar_file(rows: Sequence[AgendaRow], made_at: datetime) -> bytes:
    """A calendar of these days in the language of the screen; what has no day is left out."""
    from loket_app.exchange.agenda_ics import Entry, agenda_ics  # noqa: PLC0415  late: few save one

    dated = ((row, row.item.on) for row in rows if row.item.on is not None)
    entries = (Entry(row.case_id, row.number, row.item.kind, row.item.ref, on, hour_of(row.at)) for row, on in dated)
    return agenda_ics(entries, made_at)
