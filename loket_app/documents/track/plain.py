"""What comes, said to the person: plain words, second person. It never says more than is known, and never threatens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from loket_app.domain.answers import Answer, known, or_none
from loket_app.domain.case import Case
from loket_app.domain.conversation import Appointment, AppointmentKind, AppointmentState, KeyMoment, TalkState
from loket_app.domain.track_parts import Event, EventKind, Moment, MomentState, Phase, Track
from loket_app.i18n import N_, _, formats, language
from loket_app.i18n.phrases_days import FreeDays

MOMENTS: Final = {
    KeyMoment.NEGATIVE_DECISION: N_("Conversation with your social worker about the decision and what you can do now"),
    KeyMoment.APPEAL_HEARING: N_("Conversation with your social worker about your appeal"),
    KeyMoment.REFUSAL_FIRST: N_("First conversation with your social worker about your future"),
    KeyMoment.REFUSAL_SECOND: N_("Second conversation with your social worker about your future"),
    KeyMoment.REFUSAL_THIRD: N_("Third conversation with your social worker about your future"),
    KeyMoment.OTP_INTAKE: N_("First conversation with your social worker in the open return place"),
    KeyMoment.OTP_ICAM_INTAKE: N_("First conversation with the ICAM coach of the Immigration Office"),
    KeyMoment.OTP_OPTIONS: N_("Second conversation with your social worker: which options do you have?"),
    KeyMoment.OTP_OUTTAKE: N_("Third conversation with your social worker: what do you choose?"),
    KeyMoment.OTP_ICAM_DECISION: N_("Second conversation with the ICAM coach: what do you choose?"),
    KeyMoment.OTP_ICAM_HEARING: N_("Conversation with the ICAM coach: tell what they must know about you"),
}
"""The conversations that still come; information at the start of the procedure needs no date of one's own."""

_APPOINTMENTS: Final = {
    AppointmentKind.CONVERSATION: N_("Appointment for a conversation"),
    AppointmentKind.EMBASSY: N_("Appointment at the embassy or consulate"),
    AppointmentKind.DOCTOR: N_("Appointment with the doctor"),
    AppointmentKind.IOM: N_("Appointment with IOM"),
    AppointmentKind.OTHER: N_("Appointment"),
}
_EVENTS: Final = {
    EventKind.HEARING: N_("Hearing of your appeal"),
    EventKind.AID_ENDS: N_("Last day on which you have a right to reception"),
    EventKind.LEAVE_BY: N_("Last day of the order to leave the territory"),
    EventKind.DEPARTURE: N_("Your journey"),
}
_LAST_DAYS: Final = (EventKind.AID_ENDS, EventKind.LEAVE_BY)
_PLACE: Final = "stay/open_return_place"
_UNTIL_THE_AID_ENDS: Final = (Phase.FINAL_REFUSAL, Phase.OPEN_RETURN_PLACE)
_OPEN: Final = (MomentState.DUE, MomentState.LATE, MomentState.COMING, MomentState.NOT_COMPUTABLE)


@dataclass(frozen=True)
class Item:
    """Something on a day. `until`: on that day at the latest. `more` are lines below it."""

    on: date
    what: str
    until: bool = False
    more: tuple[str, ...] = ()


def items(case: Case, found: Track, days: FreeDays) -> list[Item]:
    """Everything that still comes, the first day first. Of a last day it says when people do not work on it."""
    return sorted(
        (*_appointments(case, found), *_talks(case, found), *_events(found, days), *_moments(found, days)),
        key=lambda item: item.on,
    )


def without_date(found: Track) -> list[str]:
    """The conversations that truly still come and have no day yet."""
    still = (each for each in _still_come(found) if each.deadline.on is None and not _has_its_day(found, each))
    return [_(MOMENTS[moment.moment]) for moment in still]


def late(found: Track) -> bool:
    """Whether a conversation should have taken place already, and no day is planned for it now."""
    return any(each.state is MomentState.LATE and not _has_its_day(found, each) for each in _still_come(found))


def _has_its_day(found: Track, moment: Moment) -> bool:
    """Whether it is planned for a day to come: that day stands on the sheet."""
    return moment.planned_on is not None and moment.planned_on >= found.on


def _still_come(found: Track) -> Iterator[Moment]:
    """What was passed by is not announced: by a later conversation that was held, or by the end of the material aid."""
    held = [at for at, each in enumerate(found.moments) if each.state is MomentState.DONE]
    for at, each in enumerate(found.moments):
        passed = any(later > at and found.moments[later].phase is each.phase for later in held)
        comes = each.state in _OPEN and each.moment in MOMENTS and not _only_perhaps(each)
        if comes and not passed and not _after_the_aid(found, each):
            yield each


def _after_the_aid(found: Track, moment: Moment) -> bool:
    """The track runs until the material aid ends; only who refuses to leave is heard after it (S3)."""
    over = all(on is not None and on < found.on for on in _ends(found))
    return over and moment.phase in _UNTIL_THE_AID_ENDS and moment.moment is not KeyMoment.OTP_ICAM_HEARING


def _only_perhaps(moment: Moment) -> bool:
    """Not announced: the hearing while nobody said that the person refuses (S3), a talk that hangs on a place not asked for."""
    if moment.state is not MomentState.NOT_COMPUTABLE:
        return False
    return moment.moment is KeyMoment.OTP_ICAM_HEARING or _PLACE in moment.deadline.needs


def _moments(found: Track, days: FreeDays) -> Iterator[Item]:
    """The last day of each; not beside the day in time for which it is planned."""
    for moment in _still_come(found):
        last, planned = moment.deadline.on, moment.planned_on
        in_time = planned is not None and last is not None and found.on <= planned <= last
        if last and last >= found.on and not in_time:
            yield Item(last, _(MOMENTS[moment.moment]), until=True, more=_day_off(last, days))


def _events(found: Track, days: FreeDays) -> Iterator[Item]:
    for event in found.events:
        if event.kind in _EVENTS and event.on >= found.on:
            off = _day_off(event.on, days) if event.kind in _LAST_DAYS else ()
            more = (*off, *_with_agreement(found, event.kind), *_until_the_journey(found, event))
            yield Item(event.on, _(_EVENTS[event.kind]), more=more)


def ended(found: Track) -> str:
    """That the right to reception has ended, said calmly; empty while it lasts or when nobody knows."""
    days = _ends(found)
    over = bool(days) and all(on is not None and on < found.on for on in days)
    if not over or found.phase not in _UNTIL_THE_AID_ENDS:
        return ""
    last = formats.format_date(max(on for on in days if on), "long")
    return _("Your right to reception ended on {date}. Ask your social worker what you can do now.").format(date=last)


def _ends(found: Track) -> list[date | None]:
    return [each.on for each in (found.aid_ends, found.aid_may_end) if each is not None]


def _until_the_journey(found: Track, event: Event) -> tuple[str, ...]:
    """Between the end of the right and the journey: a question to ask, for nobody can promise a bed here."""
    journeys = [each.on for each in found.events if each.kind is EventKind.DEPARTURE]
    before = event.kind is EventKind.AID_ENDS and any(event.on < on for on in journeys)
    after = event.kind is EventKind.DEPARTURE and bool(ended(found))
    return (_("Ask your social worker where you can stay until you leave."),) if before or after else ()


def _day_off(day: date, days: FreeDays) -> tuple[str, ...]:
    """A term in calendar days is not moved: who waits for the next working day would be too late."""
    if days.is_working_day(day):
        return ()
    holiday = days.holiday_name(day, language())
    if holiday:
        return (_("Take care: this is a public holiday ({holiday}).").format(holiday=holiday),)
    return (_("Take care: this day is in the weekend."),)


def _with_agreement(found: Track, kind: EventKind) -> tuple[str, ...]:
    """That taking part in the track gives more days is something that the person must know."""
    later = found.aid_may_end
    certain = found.aid_ends.on
    if kind is not EventKind.AID_ENDS or later is None or later.on is None or (certain and later.on <= certain):
        return ()
    return (_("Do you take part in the return track? Then you may get more days. Ask your social worker."),)


def _appointments(case: Case, found: Track) -> Iterator[Item]:
    for appointment in case.appointments:
        gone = appointment.state in (AppointmentState.CANCELLED, AppointmentState.KEPT, AppointmentState.MISSED)
        if known(appointment.on) and appointment.on >= found.on and not gone:
            kind = or_none(appointment.kind) or AppointmentKind.OTHER
            yield Item(appointment.on, _(_APPOINTMENTS[kind]), more=tuple(_where(appointment)))


def _talks(case: Case, found: Track) -> Iterator[Item]:
    """Conversations that are planned for a day."""
    for talk in case.conversations:
        if talk.state is TalkState.PLANNED and known(talk.on) and talk.on >= found.on:
            moment = or_none(talk.moment)
            what = MOMENTS.get(moment, "") if moment else ""
            yield Item(talk.on, _(what or _APPOINTMENTS[AppointmentKind.CONVERSATION]), more=tuple(_place(talk.place)))


def _where(appointment: Appointment) -> Iterator[str]:
    if known(appointment.at) and appointment.at:
        yield _("At {hour}").format(hour=appointment.at)
    yield from _place(appointment.place)


def _place(place: Answer[str]) -> Iterator[str]:
    if known(place) and place:
        yield _("Where: {place}").format(place=place)
