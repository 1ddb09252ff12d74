"""What Loket says of a day to watch: what it is, when, and by which rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, Final

from loket_app.domain.agenda_items import PASSING, WAITING, AgendaItem, AgendaKind, hour_of
from loket_app.domain.agenda_terms import beside
from loket_app.domain.answers import Answer, known
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.conversation import Holder, KeyMoment, WaitingFor
from loket_app.domain.handover import Recipient
from loket_app.domain.running_terms import TERMS
from loket_app.domain.status import ASIDE, Status
from loket_app.domain.track_parts import Track
from loket_app.domain.wish import Partner
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.joining import listed
from loket_app.i18n.labels import capital, label

_HOLDERS: Mapping[AgendaKind, type[Enum]] = {
    AgendaKind.TALK: Holder,
    AgendaKind.KEY_MOMENT: Holder,
    AgendaKind.WAIT: WaitingFor,
    AgendaKind.HANDOVER_SENT: Recipient,
    AgendaKind.DEPARTURE: Recipient,
    AgendaKind.REPORT: Partner,
}

_NAMED: Final = 2
"""So many of what still stands are named in its sentence; Today has them all."""


def what_text(case: Case, item: AgendaItem, track: Track | None = None) -> str:
    """What there is to do, in one line without anybody's name; with its track, all that waits for the same fact."""
    others = () if track is None else beside(item, track)
    if others:
        together = (item, *others)
        names = ", ".join(_term(each) for each in together)
        return _joined(capital(names), _who(item) if len({each.who for each in together}) == 1 else "")
    words: Mapping[AgendaKind, Callable[[Case, AgendaItem], str]] = {
        AgendaKind.APPOINTMENT: _appointment,
        AgendaKind.TALK: _planned,
        AgendaKind.KEY_MOMENT: _conversation,
        AgendaKind.WAIT: _wait,
        AgendaKind.DOCUMENT_REQUESTED: _document,
        AgendaKind.DOCUMENT_EXPIRES: _document,
        AgendaKind.HANDOVER_SENT: _handover,
    }
    say = words.get(item.kind)
    return say(case, item) if say else _joined(capital(label(item.kind)), _who(item))


def aside_text(status: Status, item: AgendaItem) -> str:
    """`withdrawn`: why a day stands on Today though nobody works on its case; empty when somebody does.

    A term of the law runs on for the person, and says so: `withdrawn, runs on`.
    """
    if status not in ASIDE:
        return ""
    return _("{status}, runs on").format(status=label(status)) if item.kind in TERMS else label(status)


def still_text(case: Case, items: Sequence[AgendaItem]) -> str:
    """What was arranged in a case that nobody works on, and whether Today still has it."""
    words = _("Still on Today: {what}") if case.status in ASIDE else _("Still arranged, no longer on Today: {what}")
    return words.format(what=_some(case, items)) if items else ""


def run_on_text(case: Case, terms: Sequence[AgendaItem]) -> str:
    """The terms of the law that run on for who withdrew or was referred, the first of them named: nobody ends these."""
    soonest = sorted(terms, key=lambda item: item.on or date.max)
    return _("Running on for the person: {what}").format(what=_some(case, soonest, 1)) if terms else ""


def _some(case: Case, items: Sequence[AgendaItem], most: int = _NAMED) -> str:
    named = [_dated(what_text(case, item), item) for item in items[:most]]
    if len(items) > most:
        named.append(ngettext("{count} more", "{count} more", len(items) - most).format(count=len(items) - most))
    return listed(named)


def when_text(item: AgendaItem, at: str | None, today: date) -> str:
    """When, as one says it at the desk: `3 days late`, `14:30`, `Thu 16 Apr 2026`, `since 2 April`."""
    if item.on is None:
        return _("since {date}").format(date=formats.format_date(item.opens_on, "short")) if item.opens_on else ""
    if item.on < today and item.kind not in PASSING:
        days = (today - item.on).days
        return ngettext("{count} day late", "{count} days late", days).format(count=days)
    hour = hour_text(at)
    if item.on == today:
        return hour or _("today")
    return ", ".join(part for part in (formats.format_date(item.on), hour) if part)


def hour_text(at: str | None) -> str:
    """The hour of an appointment; as it was written where that is no hour."""
    hour = hour_of(at)
    return formats.format_time(hour) if hour else (at or "")


def since_text(item: AgendaItem, today: date) -> str:
    """The day behind `3 days late`, and since when one waits; empty where `when_text` says it already."""
    if item.on is None:
        return ""
    if item.on < today and item.kind not in PASSING:
        return _("was for {date}").format(date=formats.format_date(item.on))
    if item.kind in WAITING and item.opens_on:
        return _("since {date}").format(date=formats.format_date(item.opens_on, "short"))
    return ""


def _dated(words: str, item: AgendaItem) -> str:
    return f"{words} ({formats.format_date(item.on, 'short')})" if item.on else words


def _appointment(case: Case, item: AgendaItem) -> str:
    visit = value_at(case, item.ref)
    kind = _said(visit.moment) or _said(visit.kind)
    words = _("Appointment: {kind}").format(kind=kind) if kind else capital(label(item.kind))
    return _joined(words, *(part for part in (visit.with_whom, visit.place) if known(part)))


def _planned(case: Case, item: AgendaItem) -> str:
    """A planned conversation, by its key moment where it has one."""
    talk = value_at(case, item.ref)
    moment = _said(talk.moment) or _("conversation about return")
    words = _("Planned: {conversation}").format(conversation=moment)
    return _joined(words, _who(item), talk.place if known(talk.place) else "")


def _conversation(_case: Case, item: AgendaItem) -> str:
    return _joined(capital(_term(item)), _who(item))


def _term(item: AgendaItem) -> str:
    if item.kind is not AgendaKind.KEY_MOMENT:
        return label(item.kind)
    return label(KeyMoment(item.ref.partition("/")[2]))


def _wait(case: Case, item: AgendaItem) -> str:
    what = value_at(case, item.ref).what
    words = _("Ask again: {whom}") if item.on else _("Waiting for {whom}")
    return _joined(words.format(whom=_who(item) or _("not said for whom")), what if known(what) else "")


def _document(case: Case, item: AgendaItem) -> str:
    kind = _said(value_at(case, item.ref.removesuffix("/valid_until")).kind) or _("document")
    if item.kind is AgendaKind.DOCUMENT_EXPIRES:
        return _("{document}: runs out").format(document=capital(kind))
    return _("{document}: asked for, not there yet").format(document=capital(kind))


def _handover(_case: Case, item: AgendaItem) -> str:
    who = _who(item)
    return _("Handover sent to {whom}, no answer yet").format(whom=who) if who else capital(label(item.kind))


def _who(item: AgendaItem) -> str:
    holders = _HOLDERS.get(item.kind)
    return label(holders(item.who)) if holders and item.who else ""


def _said(answer: Answer[Any]) -> str:
    return label(answer) if known(answer) else ""


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
