"""The track on paper: the person's dates say what is known and nobody's name; the page for the file holds it all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from loket_app.domain.case import Case, Desk
from loket_app.domain.conversation import Appointment, AppointmentKind, AppointmentState, KeyMoment
from loket_app.domain.handover import Departure
from loket_app.domain.stay import StayCategory
from loket_app.domain.track_parts import Phase
from loket_app.i18n import LANGUAGES
from loket_app.services.demo import demo_cases
from loket_app.services.demo_days import SAMPLE_DAY
from loket_app.services.desk_profile import DeskProfile
from loket_app.services.track_documents import my_dates, track_page
from tests.documents.reading import about, page_texts, words
from tests.strategies import cases
from tests.track_cases import MONDAY, day, in_otp, minor, refused, rejected, resident, residents, talk

NAME = "Resident"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("phase", residents(), ids=lambda phase: phase.value)
def test_every_resident_has_both_on_one_page_and_no_name_on_them(phase: Phase, lang: str) -> None:
    case = residents()[phase]
    for pdf in (my_dates(case, lang, MONDAY), track_page(case, lang, MONDAY)):
        assert len(page_texts(pdf)) == 1
        assert case.number in words(pdf)
        assert NAME not in words(pdf) + about(pdf)


def test_the_dates_of_somebody_in_an_open_return_place() -> None:
    said = words(my_dates(residents()[Phase.OPEN_RETURN_PLACE], "en", MONDAY))
    assert "Friday, 27 November 2026 at the latest First conversation with the ICAM coach" in said
    assert "Friday, 11 December 2026 at the latest Third conversation with your social worker" in said
    assert "Wednesday, 16 December 2026 Last day on which you have a right to reception" in said
    assert "Ask your social worker on which day. • Second conversation with your social worker" in said
    assert "0800 32 745" in said


def test_what_is_over_or_late_is_not_a_date_to_come() -> None:
    said = words(my_dates(resident(decisions=(refused(day(-30)),)), "en", MONDAY))
    assert "28 October" not in said
    assert "One of your conversations is not in our notes yet." in said
    assert "There is no date that we know of today." in said


def test_appointments_stand_with_hour_and_place_unless_they_are_off() -> None:
    embassy = Appointment("a", AppointmentKind.EMBASSY, day(2), "10:30", "Kunstlaan 1")
    off = Appointment("b", AppointmentKind.DOCTOR, day(3), state=AppointmentState.CANCELLED)
    gone = Appointment("c", AppointmentKind.IOM, day(-1))
    said = words(my_dates(replace(resident(), appointments=(embassy, off, gone)), "en", MONDAY))
    assert "Wednesday, 25 November 2026 Appointment at the embassy or consulate At 10:30 Where: Kunstlaan 1" in said
    assert "doctor" not in said
    assert "IOM" not in said


def test_more_days_are_told_as_long_as_nobody_knows_whether_there_is_an_agreement() -> None:
    sentence = "Then you may get more days."
    assert sentence in words(my_dates(in_otp(day(-7), day(-20)), "en", MONDAY))
    assert sentence not in words(my_dates(in_otp(day(-7), day(-20), otp_agrees=False), "en", MONDAY))


def test_a_minor_without_a_track_keeps_the_last_day_of_the_order() -> None:
    case = minor()
    assert "Tuesday, 22 December 2026 Last day of the order" in words(my_dates(case, "en", MONDAY))
    assert "does not apply to an unaccompanied minor" in words(track_page(case, "en", MONDAY))


def test_the_desk_is_there_when_it_told_its_address() -> None:
    desk = DeskProfile(Desk.BRUSSELS, address="Straat 1, 1000 Brussel")
    assert "Our address: Straat 1, 1000 Brussel" in words(my_dates(resident(), "en", MONDAY, desk=desk))


@pytest.mark.parametrize("own", ["", "  ", "Mo-Fr 9-16"])
def test_the_free_number_has_its_hours_or_those_of_the_desk(own: str) -> None:
    desk = DeskProfile(Desk.BRUSSELS, number_hours=own)
    said = words(my_dates(resident(), "en", MONDAY, desk=desk))
    assert f"You can call: {own.strip() or 'on working days from 9 a.m. to 5 p.m.'}" in said


def test_the_page_says_phases_moments_and_rules() -> None:
    said = words(track_page(residents()[Phase.OPEN_RETURN_PLACE], "nl", MONDAY))
    assert "VERTROUWELIJK" in said
    assert "7 werkdagen na de intake in de open terugkeerplaats op wo 18 nov 2026" in said
    assert "18/11/2026 overweegt het" in said


@given(case=cases)
@settings(max_examples=15)
def test_any_case_can_be_printed(case: Case) -> None:
    for lang in ("nl", "fr"):
        assert my_dates(case, lang, date(2026, 11, 23)).startswith(b"%PDF")
        assert track_page(case, lang, date(2026, 11, 23)).startswith(b"%PDF")


@pytest.mark.parametrize("refuses", [True, False])
def test_the_hearing_is_announced_to_who_refuses_alone(*, refuses: bool) -> None:
    case = residents()[Phase.OPEN_RETURN_PLACE]
    asked = replace(case, stay=replace(case.stay, refuses_to_leave=True)) if refuses else case
    said = words(my_dates(asked, "en", date(2027, 1, 20)))
    assert ("tell what they must know about you" in said) is refuses


def test_after_the_material_aid_nothing_of_the_track_is_announced() -> None:
    case = in_otp(day(-60), day(-70), otp_agrees=True)
    said = words(my_dates(case, "en", MONDAY))
    assert "on which day" not in said
    assert "ICAM" not in said
    assert "not in our notes" not in said
    assert "on which day" in words(my_dates(case, "en", day(-59)))


def test_what_a_later_conversation_passed_by_is_not_announced() -> None:
    case = in_otp(day(-20), day(-25), otp_agrees=True)
    said = words(my_dates(replace(case, conversations=(talk(KeyMoment.OTP_OUTTAKE, day(-1)),)), "en", MONDAY))
    assert "First conversation" not in said
    assert "Second conversation with your social worker" not in said
    assert "Second conversation with the ICAM coach" in said
    assert "not in our notes" not in said


def test_a_place_that_was_not_asked_about_announces_nothing() -> None:
    case = resident(category=StayCategory.REJECTED, decisions=(refused(day(-150)), rejected(day(-6))))
    assert "open return place" not in words(my_dates(case, "en", MONDAY))


def test_a_last_day_on_which_people_do_not_work_is_pointed_out() -> None:
    saturday = in_otp(None, day(-4), otp_agrees=False)
    said = words(my_dates(saturday, "en", MONDAY))
    assert "right to reception Take care: this day is in the weekend." in said
    assert "falls on a Saturday" in words(track_page(saturday, "en", MONDAY))
    christmas = in_otp(None, day(2), otp_agrees=False)
    assert "Take care: this is a public holiday (Christmas Day)." in words(my_dates(christmas, "en", day(3)))


def test_a_journey_on_a_sunday_needs_no_care() -> None:
    case = replace(resident(), departure=Departure(leaves_on=day(6)))
    said = words(my_dates(case, "en", MONDAY))
    assert "Your journey" in said
    assert "Take care" not in said


def test_the_day_after_the_right_ended_it_says_so_calmly_and_whom_to_ask() -> None:
    case = in_otp(day(-31), day(-40), otp_agrees=True)
    said = words(my_dates(case, "en", MONDAY))
    assert "Your right to reception ended on 22 November 2026. Ask your social worker what you can do now." in said
    assert "no date that we know of" not in said
    assert "not in our notes yet" not in said
    assert "Your right to reception ended" not in words(my_dates(case, "en", day(-1)))


def test_between_the_end_of_the_right_and_the_journey_it_says_whom_to_ask() -> None:
    ask = "Ask your social worker where you can stay until you leave."
    case = in_otp(day(-20), day(-30), otp_agrees=True)
    later, sooner = Departure(leaves_on=day(20)), Departure(leaves_on=day(5))
    assert ask in words(my_dates(replace(case, departure=later), "en", MONDAY))
    assert ask in words(my_dates(replace(case, departure=later), "en", day(15)))
    assert ask not in words(my_dates(replace(case, departure=sooner), "en", MONDAY))


def test_an_arrival_on_the_day_of_the_refusal_promises_no_more_days() -> None:
    assert "more days" not in words(my_dates(in_otp(day(-7), day(-7)), "en", MONDAY))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_track_of_two_rounds_stands_on_one_page(lang: str) -> None:
    assert len(page_texts(track_page(demo_cases()[-1], lang, SAMPLE_DAY))) == 1
