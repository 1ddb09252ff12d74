"""The calendar file: read back by the library that agendas use, with no name in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from icalendar import Calendar, Component

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import AgendaItem, AgendaKind
from loket_app.domain.answers import Missing
from loket_app.domain.case import Case
from loket_app.domain.shape import shape_of
from loket_app.exchange.agenda_ics import Entry, agenda_ics
from loket_app.i18n import LANGUAGES, using
from loket_app.i18n.labels import label
from loket_app.services.agenda_file import calendar_file
from loket_app.services.demo import demo_cases
from loket_app.storage.agenda import AgendaRow
from tests.agenda_cases import busy_desk
from tests.at_work import NOW

DAY = date(2026, 4, 14)
VISIT = Entry("c1", "GNT-2026-0001", AgendaKind.APPOINTMENT, "appointments/a", DAY, time(14, 30))
TERM = Entry("c1", "GNT-2026-0001", AgendaKind.AID_ENDS, "track/aid_ends", DAY)


NEUTRAL = {
    "nl": {"Afspraak", "Gesprek", "Termijn", "Op te volgen"},
    "fr": {"Rendez-vous", "Entretien", "Échéance", "À suivre"},
    "de": {"Termin", "Gespräch", "Frist", "Nachzufassen"},
    "en": {"Appointment", "Conversation", "Deadline", "To follow up"},
}


def read(content: bytes) -> list[Component]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def test_a_term_lasts_the_day_and_an_appointment_has_its_hour() -> None:
    visit, term = read(agenda_ics([VISIT, TERM], NOW))
    assert term.decoded("dtstart") == DAY
    assert visit.decoded("dtstart") == datetime(2026, 4, 14, 12, 30, tzinfo=NOW.tzinfo)
    assert "dtend" not in visit
    assert [str(event["class"]) for event in (visit, term)] == ["PRIVATE", "PRIVATE"]


@pytest.mark.parametrize(("day", "told"), [(DAY, b"20260414T123000Z"), (date(2026, 1, 14), b"20260114T133000Z")])
def test_an_hour_is_told_so_that_no_program_has_to_know_our_summer_time(day: date, told: bytes) -> None:
    content = agenda_ics([replace(VISIT, on=day)], NOW)
    assert b"DTSTART:" + told in content
    assert not any(word in content for word in (b"TZID", b"VTIMEZONE", b"RDATE"))


def test_the_same_thing_has_the_same_name_in_every_file() -> None:
    moved = Entry(VISIT.case_id, VISIT.number, VISIT.kind, VISIT.place, date(2026, 5, 1), time(9))
    first, second = (read(agenda_ics([entry], NOW))[0]["uid"] for entry in (VISIT, moved))
    assert first == second
    assert len({str(event["uid"]) for event in read(agenda_ics([VISIT, TERM], NOW))}) == 2
    assert VISIT.number not in str(first)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_the_number_and_the_kind_in_the_language_of_the_screen(lang: str) -> None:
    words = {"nl": "Afspraak", "fr": "Rendez-vous", "de": "Termin", "en": "Appointment"}
    with using(lang):
        (event,) = read(agenda_ics([VISIT], NOW))
    assert event["summary"] == f"GNT-2026-0001 · {words[lang]}"


@pytest.mark.parametrize("kind", AgendaKind)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_can_read_from_a_title_what_it_is_about(kind: AgendaKind, lang: str) -> None:
    with using(lang):
        (event,) = read(agenda_ics([replace(VISIT, kind=kind)], NOW))
        secret = () if kind is AgendaKind.APPOINTMENT else (label(kind),)
    assert str(event["summary"]).partition(" · ")[2] in NEUTRAL[lang]
    assert all(word not in str(event["summary"]).lower() for word in secret)


def texts(record: object) -> Iterator[str]:
    """Every free text of a case that somebody may have typed, and every name."""
    for name, shape in shape_of(type(record)).items():
        value = getattr(record, name)
        values = value if isinstance(value, tuple) else (value,)
        for one in values:
            if shape.is_record:
                yield from texts(one)
            elif shape.kind is str and isinstance(one, str) and not isinstance(one, Missing):
                yield one


def rows(cases: tuple[Case, ...]) -> list[AgendaRow]:
    found = []
    for case in cases:
        items: tuple[AgendaItem, ...] = agenda(case)
        items += (AgendaItem(AgendaKind.AID_ENDS, "track/aid_ends", DAY),)
        name = str(case.household[0].family_name)
        found += [AgendaRow(item, case.id, case.number, name, case.counsellor, case.status, "9 uur") for item in items]
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_that_was_typed_in_a_case_stands_in_the_file(lang: str) -> None:
    cases = (*demo_cases(), *busy_desk(DAY))
    with using(lang):
        content = calendar_file(rows(cases), NOW).decode().replace("\r\n ", "")
    typed = {text for case in cases for text in texts(case)} - {case.number for case in cases}
    assert len(typed) > 50
    assert [text for text in sorted(typed) if len(text) > 3 and text in content] == []
    assert content.count("BEGIN:VEVENT") == sum(row.item.on is not None for row in rows(cases))


def test_lines_end_as_the_standard_says() -> None:
    content = agenda_ics([VISIT], NOW)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
