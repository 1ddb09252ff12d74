"""The return track on screen: drawn and in words, by key, with what is missing and what looks odd in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QScrollArea

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case, display_name
from loket_app.domain.conversation import Holder, KeyMoment, Stance
from loket_app.domain.person import Vulnerability
from loket_app.domain.stay import OpenReturnPlace
from loket_app.domain.track_parts import PASSED_BY, MomentState, Phase
from loket_app.services import talks
from loket_app.services.desk import Desk
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.track import conversation_tail, track_prints
from loket_app.ui.case.track.brush import Brush, day_words
from loket_app.ui.case.track.conversation_tail import ConversationTail
from loket_app.ui.case.track.match_it import MatchItText
from loket_app.ui.case.track.track_picture import TrackPicture
from loket_app.ui.case.track.track_piece import TrackPiece
from loket_app.ui.case.track.track_prints import TrackPrints
from loket_app.ui.fields.points import PointsField
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.kit.folding import Folding
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, still_clock
from tests.documents.reading import words
from tests.track_cases import MONDAY, again, day, every_resident, in_otp, refused, rejected, resident, residents
from tests.ui.conftest import ShowWindow
from tests.ui.hands import ALT, CTRL, child, field_with_focus, focused, open_case, press, speak

AT = datetime(2026, 11, 23, 12, 3, tzinfo=UTC)
CASES = residents()
Shown = Callable[[Case], CasePage]


@pytest.fixture
def shown(show_window: ShowWindow) -> Shown:
    """Show the track of a case on that Monday."""

    def show(case: Case) -> CasePage:
        window = show_window(case, desk=lambda opened, **_more: Desk(opened, clock=still_clock(AT)))
        page = open_case(window, case.id)
        press(Qt.Key.Key_7, ALT)
        settle(window)
        return page

    return show


def window_of(page: CasePage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def texts(page: CasePage) -> list[str]:
    return [label.text() for label in child(page, TrackPiece).findChildren(QLabel) if label.isVisible()]


def buttons(page: CasePage) -> list[QPushButton]:
    return [button for button in child(page, TrackPiece).findChildren(QPushButton) if button.isVisible()]


def row_of(page: CasePage, label: str) -> QuestionRow:
    return child(page, QuestionRow, lambda row: row._label.text() == label)


def moment_of(picture: TrackPicture) -> KeyMoment:
    assert picture.moment is not None
    return picture.moment.moment


@pytest.mark.parametrize("phase", list(CASES))
def test_every_phase_says_where_somebody_stands(shown: Shown, phase: Phase) -> None:
    page = shown(CASES[phase])
    piece = child(page, TrackPiece)
    assert piece.track is not None
    assert piece.track.phase is phase
    assert piece.picture.grab().toImage().width() > 0
    moments = [moment for moment in piece.track.moments if moment.state not in {MomentState.DONE, *PASSED_BY}]
    said = " ".join(button.text() for button in buttons(page))
    assert said.count(" · ") >= len(moments)


def test_arrows_go_from_moment_to_moment_and_enter_opens_it(shown: Shown) -> None:
    page = shown(CASES[Phase.OPEN_RETURN_PLACE])
    picture = child(page, TrackPicture)
    assert focused() is picture  # the page begins with it
    assert moment_of(picture) is KeyMoment.OTP_ICAM_INTAKE  # the one that is due
    press(Qt.Key.Key_Left)
    assert moment_of(picture) is KeyMoment.OTP_INTAKE
    assert "done" in picture.accessibleDescription().split("\n")[0]
    press(Qt.Key.Key_Return)
    settle(window_of(page))
    assert field_with_focus().answer() == day(-5)
    assert len(page.editor.case.conversations) == 3  # opened, not begun


def test_enter_on_a_moment_to_come_begins_its_conversation(shown: Shown) -> None:
    page = shown(CASES[Phase.OPEN_RETURN_PLACE])
    child(page, TrackPicture).setFocus()
    press(Qt.Key.Key_Return)
    settle(window_of(page))
    made = page.editor.case.conversations[-1]
    assert (made.on, made.moment, made.held_by) == (NOT_ASKED, KeyMoment.OTP_ICAM_INTAKE, Holder.ICAM_COACH)
    assert field_with_focus().answer() is NOT_ASKED


def test_a_new_conversation_is_for_the_moment_that_is_due(shown: Shown) -> None:
    page = shown(CASES[Phase.NEGATIVE_DECISION])
    press(Qt.Key.Key_T, CTRL)
    settle(window_of(page))
    assert page.editor.case.conversations[-1].moment is KeyMoment.NEGATIVE_DECISION


def test_what_is_missing_leads_to_its_field(shown: Shown) -> None:
    page = shown(in_otp(None, None))
    missing = [button for button in buttons(page) if button.text().startswith("Missing: Arrival in the open")]
    missing[0].click()
    settle(window_of(page))
    row = field_with_focus().parentWidget()
    assert isinstance(row, QuestionRow)
    assert row._label.text() == "Arrival in the open return place"


def test_what_looks_odd_is_asked_under_its_field_and_kept(shown: Shown) -> None:
    page = shown(in_otp(day(-7), day(-14), otp_agrees=True))
    row = row_of(page, "Arrival in the open return place")
    assert row._line is not None
    assert "Is that right?" not in row._line.text()
    page.editor.set("stay/otp_arrived_on", day(-20))
    settle(window_of(page))
    assert "before the final refusal was notified" in row._line.text()
    assert page.editor.case.stay.otp_arrived_on == day(-20)
    page.editor.set("stay/otp_arrived_on", day(-7))
    settle(window_of(page))
    assert "Is that right?" not in row._line.text()


def test_an_unaccompanied_minor_has_no_track_and_the_page_says_so(shown: Shown) -> None:
    case = CASES[Phase.PROCEDURE]
    minor = replace(case.household[0], vulnerabilities=(Vulnerability.UNACCOMPANIED_MINOR,))
    page = shown(replace(case, household=(minor,)))
    assert not child(page, TrackPicture).isVisible()
    assert any("unaccompanied minor" in text.lower() for text in texts(page))


def test_points_are_ticked_by_key_and_stay_when_the_moment_is_another(shown: Shown) -> None:
    page = shown(CASES[Phase.OPEN_RETURN_PLACE])
    press(Qt.Key.Key_Return)
    settle(window_of(page))
    talk = page.editor.case.conversations[-1]
    field = child(page, PointsField, lambda each: each.isVisible())
    field.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    settle(window_of(page))
    first, second, *_rest = [point for point, _title in talks.points(page.editor.case, talk.id)]
    assert page.editor.case.conversations[-1].covered == (second,)
    page.editor.set(f"conversations/{talk.id}/moment", KeyMoment.INTAKE)
    settle(window_of(page))
    assert page.editor.case.conversations[-1].covered == (second,)
    boxes = [box for box in field.findChildren(QCheckBox) if not box.isHidden()]
    assert [box.isChecked() for box in boxes].count(True) == 1
    assert first not in [point for point, _title in talks.points(page.editor.case, talk.id)]


def test_the_text_for_match_it_names_nobody_and_is_forgotten(shown: Shown) -> None:
    page = shown(CASES[Phase.OPEN_RETURN_PLACE])
    page.reveal("conversations/talk-otp_intake")
    settle(window_of(page))
    tail = child(page, ConversationTail, lambda each: each.isVisible())
    child(tail, Folding).set_open(opened=True)
    part = child(tail, MatchItText)
    part.language.setCurrentIndex(part.language.findData("nl"))
    part.language.chosen.emit("nl")
    text = part.text.toPlainText()
    assert "Terugkeerwens: overweegt het" in text
    assert display_name(page.editor.case.household[0]) not in text
    assert any("OTP" in label.text() for label in part.findChildren(QLabel))
    part.copy.click()
    assert QGuiApplication.clipboard().text() == text
    page.editor.set("conversations/talk-otp_intake/stance", Stance.WANTS)
    settle(window_of(page))
    assert "wil terugkeren" in part.text.toPlainText()
    QGuiApplication.clipboard().clear()


def test_the_report_is_printed_from_memory(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(conversation_tail, "print_pdf", lambda pdf, _parent: printed.append(pdf))
    page = shown(CASES[Phase.OPEN_RETURN_PLACE])
    page.reveal("conversations/talk-otp_intake")
    settle(window_of(page))
    child(page, ConversationTail, lambda each: each.isVisible()).print.click()
    text = words(printed[0])
    assert "Report of a conversation" in text
    assert display_name(page.editor.case.household[0]) in text


def test_the_track_and_the_dates_are_printed_in_the_language_chosen(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(track_prints, "print_pdf", lambda pdf, _parent: printed.append(pdf))
    prints = child(shown(CASES[Phase.OPEN_RETURN_PLACE]), TrackPrints)
    prints.language.setCurrentIndex(prints.language.findData("fr"))
    for button in (prints.dates, prints.page):
        button.click()
    dates, page = map(words, printed)
    assert "0800 32 745" in dates
    assert "déc." in page or "décembre" in page


def test_another_language_speaks_at_once(shown: Shown) -> None:
    page = shown(CASES[Phase.OPEN_RETURN_PLACE])
    speak("nl")
    settle(window_of(page))
    assert "In de open terugkeerplaats" in texts(page)
    assert child(page, TrackPicture).accessibleName() == "Terugkeertraject, getekend"


def test_the_answers_of_an_earlier_stay_are_emptied_in_one_act(shown: Shown) -> None:
    page = shown(again())
    before = page._editor.case.stay
    (link,) = [button for button in buttons(page) if button.text().startswith("Begin anew")]
    link.click()
    settle(window_of(page))
    after = page._editor.case.stay
    assert (after.otp_arrived_on, after.otp_end, after.open_return_place) == (NOT_ASKED, NOT_ASKED, NOT_ASKED)
    assert not [button for button in buttons(page) if button.text().startswith("Begin anew")]
    assert [(each.arrived_on, each.end) for each in after.earlier_places] == [(before.otp_arrived_on, before.otp_end)]
    page._editor.undo()
    assert page._editor.case.stay == before


def test_a_place_assigned_anew_keeps_its_assignment_when_the_old_days_are_emptied(shown: Shown) -> None:
    page = shown(again(open_return_place=OpenReturnPlace.ASSIGNED, otp_assigned_on=day(-2)))
    (link,) = [button for button in buttons(page) if button.text().startswith("Begin anew")]
    link.click()
    settle(window_of(page))
    after = page._editor.case.stay
    assert (after.otp_arrived_on, after.otp_agrees, after.otp_ended_on) == (NOT_ASKED, NOT_ASKED, NOT_ASKED)
    assert (after.open_return_place, after.otp_assigned_on) == (OpenReturnPlace.ASSIGNED, day(-2))


def test_the_end_of_the_aid_has_its_rule_or_leads_to_what_is_missing(shown: Shown) -> None:
    said = [text for text in texts(shown(CASES[Phase.OPEN_RETURN_PLACE])) if text.startswith("End of the material aid")]
    assert said == [
        "End of the material aid: Wed, 16 Dec 2026 · 30 days after the arrival in the open return place on Mon, 16 Nov 2026"
    ]


def test_an_end_of_the_aid_that_cannot_be_computed_leads_to_the_field(shown: Shown) -> None:
    page = shown(in_otp(None, None, otp_agrees=True))
    assert any(text.startswith("End of the material aid: cannot be computed: needs") for text in texts(page))
    next(each for each in buttons(page) if each.text() == "Missing: Arrival in the open return place").click()
    settle(window_of(page))
    row = field_with_focus().parentWidget()
    assert isinstance(row, QuestionRow)


def test_days_of_another_year_have_their_year() -> None:
    january, march = date(2026, 1, 20), date(2026, 3, 1)
    assert day_words([january, march], MONDAY) == ("20/01", "01/03")
    assert day_words([january.replace(year=2025), march], MONDAY) == ("20/01/2025", "01/03/2026")


def test_the_first_row_of_the_list_is_not_said_twice(shown: Shown) -> None:
    page = shown(CASES[Phase.OPEN_RETURN_PLACE])
    picture = child(page, TrackPicture)
    picture.setFocus()
    assert "Left and Right go from moment to moment, Enter opens one." in texts(page)
    press(Qt.Key.Key_Left)
    assert any(text.startswith("Intake in the open return place · done") for text in texts(page))


def test_a_stay_that_ended_leaves_no_gap(shown: Shown) -> None:
    page = shown(CASES[Phase.ENDED])
    piece = child(page, TrackPiece)
    assert not piece._here.isVisible()
    assert piece.picture.height() < Brush.height(piece.picture.fontMetrics(), stances=False)


def test_an_end_of_the_aid_without_a_rule_is_said(shown: Shown) -> None:
    said = texts(shown(resident(decisions=(rejected(date(2024, 5, 2)),))))
    assert "End of the material aid: no rule is known for that day" in said


def test_a_last_day_in_the_weekend_is_pointed_out(shown: Shown) -> None:
    case = in_otp(None, day(-4), otp_agrees=False)
    said = texts(shown(case))
    assert any("Sat, 19 Dec 2026 · falls on a Saturday" in text for text in said)


def test_a_conversation_by_a_day_in_the_weekend_too(shown: Shown) -> None:
    said = texts(shown(resident(decisions=(refused(MONDAY),))))
    assert any(text.startswith("falls on a Saturday · 5 days after") for text in said)


@pytest.mark.parametrize("height", [768, 384])
@pytest.mark.parametrize("which", ["minor", "open_return_place", "final_refusal"])
def test_the_page_opens_at_its_top_with_the_cursor_in_sight(show_window: ShowWindow, which: str, height: int) -> None:
    case = every_resident()[which]
    window = show_window(case, desk=lambda opened, **_more: Desk(opened, clock=still_clock(AT)))
    page = open_case(window, case.id)
    window.resize(683, height)
    settle(window)
    press(Qt.Key.Key_7, ALT)
    settle(window)
    area = page.areas[0]
    assert isinstance(area, QScrollArea)
    cursor = focused()
    assert 0 <= cursor.mapTo(area.viewport(), cursor.rect().topLeft()).y() < area.viewport().height()
    assert child(page, TrackPiece).mapTo(area.viewport(), QPoint()).y() >= 0
