"""The return track in words: the rule of every deadline, what is missing, for whom the track is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.domain.answers import UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.conversation import KeyMoment
from loket_app.domain.person import Vulnerability
from loket_app.domain.stay import ExtensionState, LeaveOrder, OpenReturnPlace, ProcedureKind
from loket_app.domain.track_parts import Moment, MomentState
from loket_app.i18n import LANGUAGES, using
from loket_app.i18n.labels import label
from loket_app.i18n.phrases_track import (
    STATE_SIGNS,
    aid_text,
    applies_text,
    asked_text,
    deadline_text,
    moment_text,
    question_text,
    rule_source,
)
from loket_app.i18n.phrases_track_needs import fact_text, needs_text
from loket_app.services.holidays import BelgianCalendar
from loket_app.services.track import track_of, track_rules
from tests.track_cases import MONDAY, asked, day, extended, in_otp, refused, rejected, resident, residents, talk


def _moment(case: Case, which: KeyMoment, on: date = MONDAY) -> Moment:
    found = track_of(case, on).moment(which)
    assert found is not None
    return found


PLACE = replace(in_otp(day(0), day(-7), otp_agrees=True), conversations=(talk(KeyMoment.OTP_INTAKE, day(1)),))


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "4 working days after the arrival in the open return place on Mon, 23 Nov 2026"),
        ("nl", "4 werkdagen na de aankomst in de open terugkeerplaats op ma 23 nov 2026"),
        ("fr", "4 jours ouvrables après l'arrivée en place ouverte de retour le lun. 23 nov. 2026"),
        ("de", "4 Arbeitstage nach der Ankunft im offenen Rückkehrplatz am Mo., 23. Nov. 2026"),
    ],
)
def test_a_deadline_says_its_rule_and_the_day_it_runs_from(lang: str, words: str) -> None:
    with using(lang):
        assert deadline_text(_moment(PLACE, KeyMoment.OTP_INTAKE).deadline) == words


def test_a_term_before_an_event_and_one_that_is_no_term() -> None:
    with using("nl"):
        outtake = deadline_text(_moment(PLACE, KeyMoment.OTP_OUTTAKE).deadline)
        options = deadline_text(_moment(PLACE, KeyMoment.OTP_OPTIONS).deadline)
        intake = deadline_text(_moment(resident(), KeyMoment.INTAKE).deadline)
    assert outtake == "3 werkdagen voor het einde van de materiële hulp op wo 23 dec 2026"
    assert options == "na de ICAM-intake, zonder eigen termijn"
    assert intake == "geen termijn"


def test_what_is_missing_is_named() -> None:
    with using("en"):
        icam = moment_text(PLACE, _moment(PLACE, KeyMoment.OTP_ICAM_INTAKE))
        no_day = resident(decisions=(refused(None),))
        decision = moment_text(no_day, _moment(no_day, KeyMoment.NEGATIVE_DECISION))
    assert icam.startswith("cannot be computed: needs the day of “intake in the open return place”")
    assert decision.startswith("cannot be computed: needs “Date of notification”")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", "nodig is ‘Weigert te vertrekken na het einde van het recht’"),
        ("fr", "il manque «\N{NO-BREAK SPACE}Refuse de partir après la fin du droit\N{NO-BREAK SPACE}»"),
        ("de", "es fehlt „Weigert sich, nach dem Ende des Rechts zu gehen“"),
        ("en", "needs “Refuses to leave after the end of the right”"),
    ],
)
def test_a_missing_field_stands_in_the_quotation_marks_of_the_language(lang: str, words: str) -> None:
    with using(lang):
        assert needs_text(PLACE, ["stay/refuses_to_leave"]).endswith(words)


def test_for_whom_it_is_not_what_does_apply() -> None:
    case = resident()
    minor = replace(case, household=(replace(case.household[0], vulnerabilities=(Vulnerability.UNACCOMPANIED_MINOR,)),))
    unsure = resident(in_reception=UNKNOWN)
    with using("en"):
        assert applies_text(case, track_of(case, MONDAY)) == ""
        assert "guardian" in applies_text(minor, track_of(minor, MONDAY))
        assert applies_text(unsure, track_of(unsure, MONDAY)).endswith("needs “Staying in the reception network”.")


def test_aid_says_what_an_agreement_would_give() -> None:
    case = in_otp(day(-7), day(-20))
    with using("en"):
        said = aid_text(case, track_of(case, MONDAY))
    assert said.startswith("Thu, 3 Dec 2026 · 30 days after the notification of the final refusal")
    assert said.endswith("with agreement to the return track: Wed, 16 Dec 2026")


@pytest.mark.parametrize(
    ("lang", "weekend", "holiday"),
    [
        ("en", "falls on a Saturday", "falls on a public holiday: Christmas Day"),
        ("nl", "valt op een zaterdag", "valt op een feestdag: Kerstmis"),
        ("fr", "tombe un samedi", "tombe un jour férié\u00a0: Noël"),
        ("de", "fällt auf einen Samstag", "fällt auf einen Feiertag: Weihnachten"),
    ],
)
def test_a_last_day_on_which_people_do_not_work_is_pointed_out(lang: str, weekend: str, holiday: str) -> None:
    days = BelgianCalendar()
    saturday, christmas = (in_otp(None, on, otp_agrees=False) for on in (day(-4), day(2)))
    talk_due = resident(decisions=(refused(MONDAY),))
    with using(lang):
        assert weekend in aid_text(saturday, track_of(saturday, MONDAY), days)
        assert holiday in aid_text(christmas, track_of(christmas, day(3)), days)
        assert weekend in moment_text(talk_due, _moment(talk_due, KeyMoment.NEGATIVE_DECISION), days)
        assert weekend not in moment_text(talk_due, _moment(talk_due, KeyMoment.NEGATIVE_DECISION))


def test_a_working_day_is_not_pointed_out() -> None:
    days, track = BelgianCalendar(), track_of(PLACE, MONDAY)
    with using("en"):
        said = [aid_text(PLACE, track, days), *(moment_text(PLACE, moment, days) for moment in track.moments)]
    assert not [words for words in said if "falls on" in words]


def test_a_refusal_of_before_the_rules_says_that_none_is_known() -> None:
    case = resident(decisions=(rejected(date(2024, 5, 2)),))
    with using("en"):
        assert aid_text(case, track_of(case, MONDAY)) == "no rule is known for that day"


def test_what_is_odd_names_the_other_fact() -> None:
    case = in_otp(day(-9), day(-8))
    (question,) = track_of(case, MONDAY).questions
    with using("en"):
        assert question_text(case, question).endswith("(Date of notification: Sun, 15 Nov 2026)")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_moment_of_every_resident_is_said_and_sourced(lang: str) -> None:
    with using(lang):
        for case in residents().values():
            for moment in track_of(case, MONDAY).moments:
                assert moment_text(case, moment)
                assert "2026" in rule_source(track_rules(), moment.deadline)


def test_every_state_has_its_own_sign() -> None:
    assert set(STATE_SIGNS) == set(MomentState)
    assert len(set(STATE_SIGNS.values())) == len(MomentState)


def test_a_later_request_is_named_and_an_end_that_nobody_tells_says_so() -> None:
    first, later = (ProcedureKind.PROTECTION, ProcedureKind.SUBSEQUENT_PROTECTION)
    case = resident(decisions=(rejected(day(-6)),), procedures=(asked(1, first, day(-99)), asked(2, later, None)))
    with using("nl"):
        assert fact_text(case, "stay/procedures/p2/started_on").endswith(f"– {label(later)}")
        twice = replace(case, stay=replace(case.stay, procedures=(asked(1, later, None), asked(2, later, None))))
        assert fact_text(twice, "stay/procedures/p2/started_on").endswith(f"– {label(later)}, procedure 2")
        pending = replace(case.stay, procedures=(asked(1, first, day(-99)), asked(2, later, day(-3))))
        told = replace(case, stay=replace(pending, open_return_place=OpenReturnPlace.NONE))
        said = aid_text(told, track_of(told, MONDAY))
    assert said == "geen bron zegt tot wanneer er na een volgend verzoek materiële hulp is"


def test_what_an_agreement_gives_is_told_where_no_other_end_is_known() -> None:
    case = in_otp(date(2024, 6, 28), date(2024, 6, 26))
    with using("en"):
        said = aid_text(case, track_of(case, date(2024, 6, 29)))
        agreed = in_otp(None, day(-7), otp_agrees=True)
        later = aid_text(agreed, track_of(agreed, MONDAY))
    assert said == "no rule is known for that day · with agreement to the return track: Sun, 28 Jul 2024"
    assert later.endswith("may become later: needs “Arrival in the open return place”")


def test_an_outtake_that_could_not_be_held_says_when_its_last_day_was() -> None:
    case = in_otp(date(2026, 11, 30), date(2026, 11, 2), otp_agrees=False)
    with using("en"):
        said = moment_text(case, _moment(case, KeyMoment.OTP_OUTTAKE, date(2026, 11, 30)))
    assert said.endswith("that last day, Fri, 27 Nov 2026, was before the arrival")


def test_a_conversation_in_the_future_is_named_without_quotes_in_quotes() -> None:
    case = replace(in_otp(day(-2), day(-9)), conversations=(talk(KeyMoment.OTP_INTAKE, day(3)),))
    with using("en"):
        (question,) = track_of(case, MONDAY).questions
        assert question_text(case, question).count("“") == 1


def test_a_question_that_stands_alone_names_what_it_is_about() -> None:
    talks = (talk(KeyMoment.OTP_ICAM_INTAKE, day(-2)),)
    early = replace(in_otp(day(-9), day(-12)), conversations=talks)
    long_ago = resident(orders=(LeaveOrder("o", date(1026, 11, 2), day(20)),))
    two = resident(decisions=(refused(day(-9), decided_on=day(-8)), rejected(day(-2))))
    with using("en"):
        said = [asked_text(case, track_of(case, MONDAY).questions[0]) for case in (early, long_ago, two)]
    assert said[0].startswith("ICAM intake: The conversation that comes before this one")
    assert said[1] == "“Date of notification” is very long ago. Is the year right?"
    assert said[2].startswith("CGRS, Sat, 14 Nov 2026: Notified before")


def _aid(case: Case, lang: str) -> str:
    with using(lang):
        return aid_text(case, track_of(case, MONDAY), BelgianCalendar())


def test_a_granted_extension_says_its_day_as_it_was_recorded() -> None:
    case = extended(ExtensionState.GRANTED, until=day(30), answered_on=day(-3))
    assert _aid(case, "en") == (
        "Wed, 23 Dec 2026 · as recorded: extension granted on Fri, 20 Nov 2026 to prepare the return"
    )
    assert "zoals genoteerd: verlenging toegestaan op vr 20 nov 2026" in _aid(case, "nl")
    assert _aid(extended(ExtensionState.GRANTED), "en").startswith("cannot be computed: needs ")


@pytest.mark.parametrize(
    ("state", "told", "words"),
    [
        (ExtensionState.ASKED, {"asked_on": day(-3)}, "an extension was asked on Fri, 20 Nov 2026"),
        (ExtensionState.ASKED, {}, "an extension was asked: until it is granted, nothing changes"),
        (ExtensionState.REFUSED, {"answered_on": day(-3)}, "was refused on Fri, 20 Nov 2026: nothing changes"),
        (ExtensionState.REFUSED, {}, "the extension was refused: nothing changes"),
    ],
)
def test_an_extension_that_was_asked_or_refused_says_that_it_changes_nothing(
    state: ExtensionState, told: dict[str, date], words: str
) -> None:
    said = _aid(extended(state, **told), "en")
    assert said.startswith("Wed, 16 Dec 2026 · 30 days after the notification")
    assert words in said
