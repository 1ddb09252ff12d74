"""The page of a case: one undo for all, a language that changes nothing else, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Sex
from loket_app.domain.status import Status, next_statuses
from loket_app.domain.travel import DocumentState
from loket_app.i18n.labels import capital, label
from loket_app.services.desk import Desk
from loket_app.services.editing import NotSaved, Saved
from loket_app.storage.errors import DiskFull
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.saved_state import SavedState
from loket_app.ui.case.status_button import StatusButton
from loket_app.ui.case.status_dialog import StatusDialog, status_act
from loket_app.ui.fields.mrz import MrzField
from loket_app.ui.shell import open_editors as open_editors_module
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, until
from tests.ui.conftest import ShowWindow
from tests.ui.hands import (
    ALT,
    CTRL,
    SHIFT,
    child,
    field_with_focus,
    focused,
    go_to,
    new_case,
    open_case,
    press,
    problem_of,
    speak,
    type_text,
)

ICAO = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"  # ICAO Doc 9303-4, appendix B: the specimen
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
)


@pytest.fixture
def window(show_window: ShowWindow) -> MainWindow:
    return show_window()


@pytest.fixture
def page(window: MainWindow) -> CasePage:
    return new_case(window)


def undo(window: MainWindow) -> None:
    press(Qt.Key.Key_Z, CTRL)
    settle(window)


def applicant(page: CasePage) -> str:
    return f"household/{case_of(page).household[0].id}"


def test_undo_takes_back_what_was_just_typed_then_the_answers_before_it(window: MainWindow, page: CasePage) -> None:
    type_text("Miftari")
    press(Qt.Key.Key_Tab)
    type_text("Agim")
    undo(window)  # before the hands rested: it was not told yet
    (person,) = case_of(page).household
    assert (person.family_name, person.given_names) == ("Miftari", NOT_ASKED)
    assert focused_text() == ""
    undo(window)
    assert case_of(page).household[0].family_name is NOT_ASKED
    press(Qt.Key.Key_Y, CTRL)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    settle(window)
    (person,) = case_of(page).household
    assert (person.family_name, person.given_names) == ("Miftari", "Agim")
    assert focused_text() == "Agim"


def test_undo_leads_to_what_it_took_back_on_another_step(window: MainWindow, page: CasePage) -> None:
    go_to(window, "contact/town")
    type_text("Gent")
    press(Qt.Key.Key_2, ALT)
    press(Qt.Key.Key_Y)
    settle(window)
    assert (page.step, case_of(page).wish.free_choice) == ("eligibility", True)
    undo(window)
    assert (page.step, case_of(page).wish.free_choice) == ("eligibility", NOT_ASKED)
    undo(window)
    assert (page.step, case_of(page).contact.town) == ("intake", NOT_ASKED)
    assert field_with_focus() is child(page, QLineEdit, QLineEdit.hasFocus).parentWidget()
    press(Qt.Key.Key_Y, CTRL)
    press(Qt.Key.Key_Y, CTRL)
    settle(window)
    assert (page.step, case_of(page).wish.free_choice) == ("eligibility", True)


def test_undo_first_clears_what_cannot_be_understood(window: MainWindow, page: CasePage) -> None:
    go_to(window, "contact/town")
    type_text("Gent")
    field = go_to(window, f"{applicant(page)}/birth_date")
    type_text("31/2/")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab, SHIFT)
    assert problem_of(field)
    undo(window)
    assert focused_text() == ""
    assert not problem_of(field)
    assert case_of(page).contact.town == "Gent"
    undo(window)
    assert case_of(page).contact.town is NOT_ASKED


def test_notes_take_back_words_and_then_the_answer_before_them(window: MainWindow, page: CasePage) -> None:
    go_to(window, "contact/town")
    type_text("Gent")
    go_to(window, "remarks")
    type_text("Komt terug op dinsdag")
    settle(window)
    assert case_of(page).remarks == "Komt terug op dinsdag"
    undo(window)
    assert case_of(page).remarks is NOT_ASKED
    undo(window)
    assert case_of(page).contact.town is NOT_ASKED


def test_somebody_removed_comes_back_with_every_answer(window: MainWindow, page: CasePage) -> None:
    type_text("Miftari")
    settle(window)
    before = case_of(page).household
    removing = child(page, QPushButton, lambda button: "MIFTARI" in button.text())
    removing.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    settle(window)
    assert case_of(page).household == ()
    undo(window)
    assert case_of(page).household == before
    assert focused_text() == "Miftari"


@pytest.mark.parametrize("lang", ["nl", "fr", "de", "en_XA"])
def test_another_language_changes_words_alone(window: MainWindow, page: CasePage, lang: str) -> None:
    type_text("Miftari")
    field = go_to(window, f"{applicant(page)}/birth_date")
    type_text("3/4/")
    words = child(page, StatusButton).text()
    cursor = focused()
    speak(lang)
    settle(window)
    assert focused() is cursor
    assert focused_text() == "3/4/"
    assert child(page, StatusButton).text() != words or lang in ("fr", "nl", "de")  # "Intake" is a word of several
    type_text("1987")
    press(Qt.Key.Key_Tab)
    assert field.answer() == PartialDate(1987, 4, 3)
    (person,) = case_of(page).household
    assert (person.family_name, person.birth_date) == ("Miftari", PartialDate(1987, 4, 3))


def test_a_step_says_why_and_can_be_taken_back(window: MainWindow, page: CasePage) -> None:
    type_text("Miftari")
    take_step(window, page, Status.APPLICATION, "dossier volledig")
    assert [(step.status, step.why) for step in case_of(page).history[1:]] == [(Status.APPLICATION, "dossier volledig")]
    take_step(window, page, Status.WITHDRAWN, "")
    assert case_of(page).status is Status.WITHDRAWN
    assert case_of(page).history[-1].by == "An Vos"
    undo(window)
    assert case_of(page).status is Status.APPLICATION
    assert child(page, StatusButton).text() == capital(label(Status.APPLICATION))


def test_only_steps_of_the_table_are_offered(window: MainWindow, page: CasePage) -> None:
    offered = [action.text() for action in child(page, StatusButton).menu().actions()]
    assert offered == [status_act(Status.INTAKE, status) for status in next_statuses(Status.INTAKE)]
    assert "The person withdraws" in offered
    assert window.case_page is page


def test_nothing_happens_when_a_step_is_cancelled(window: MainWindow, page: CasePage) -> None:
    ask_for(page, Status.WITHDRAWN)
    press(Qt.Key.Key_Escape)
    gone(window, page)
    assert case_of(page).status is Status.INTAKE


def test_passport_lines_fill_a_person(window: MainWindow, page: CasePage) -> None:
    paste_passport(window, page)
    (person,) = case_of(page).household
    assert (str(person.family_name).upper(), str(person.given_names).upper()) == ("ERIKSSON", "ANNA MARIA")
    assert (person.sex, person.birth_date) == (Sex.FEMALE, PartialDate(1974, 8, 12))
    assert person.nationalities is NOT_ASKED  # Utopia is no country
    (document,) = case_of(page).documents
    assert (document.person, document.number, document.state) == (person.id, "L898902C3", DocumentState.HAS)
    undo(window)
    undo(window)
    assert case_of(page).household[0].family_name is NOT_ASKED


def test_passport_lines_overwrite_nothing_unasked(window: MainWindow, page: CasePage) -> None:
    type_text("Erikson")
    settle(window)
    paste_passport(window, page)
    assert case_of(page).household[0].family_name == "Erikson"
    assert str(case_of(page).household[0].given_names).upper() == "ANNA MARIA"
    paste_passport(window, page, tick="Erikson")
    assert str(case_of(page).household[0].family_name).upper() == "ERIKSSON"


class FailingDesk(Desk):
    """Its disk is full until somebody makes room: at the latest when the test is over."""

    full = True

    def close(self) -> None:
        self.full = False
        super().close()

    def record(self, new: Sequence[Change]) -> Future[Any]:
        if not self.full:
            return super().record(new)
        future: Future[Any] = Future()
        future.set_exception(DiskFull(Path("loket.db")))
        return future


def test_what_cannot_be_kept_is_said_and_tried_again(show_window: ShowWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_editors_module, "RETRY_MS", 20)
    window = show_window(desk=FailingDesk)
    desk = window._desk
    assert isinstance(desk, FailingDesk)
    page = new_case(window)
    type_text("Miftari")
    press(Qt.Key.Key_Tab)
    type_text("Agim")
    press(Qt.Key.Key_Tab)
    until(lambda: isinstance(page.editor.state, NotSaved))
    line = child(page, SavedState)
    until(lambda: line.text().startswith("▲ Not saved since"))
    assert "The disk is full" in line.toolTip()
    desk.full = False
    until(lambda: isinstance(page.editor.state, Saved))
    until(lambda: line.text().startswith("● Saved"))
    assert line.toolTip() == ""
    kept, _log = desk.open_case(case_of(page).id).result()
    assert kept == page.editor.case
    assert (kept.household[0].family_name, kept.household[0].given_names) == ("Miftari", "Agim")


def test_leaving_for_another_place_keeps_what_was_typed_last(window: MainWindow, page: CasePage) -> None:
    type_text("Miftari")
    case_id = case_of(page).id
    press(Qt.Key.Key_2, CTRL)
    until(lambda: not page.isVisible())
    settle(window)
    kept, _log = window._desk.open_case(case_id).result()
    assert kept.household[0].family_name == "Miftari"
    again = open_case(window, case_id)
    assert again.editor.case == kept


def test_a_new_case_after_another_keeps_what_was_typed_last(window: MainWindow, page: CasePage) -> None:
    type_text("Miftari")
    case_id = case_of(page).id
    following = new_case(window)
    assert following.editor.case.id != case_id
    kept, _log = window._desk.open_case(case_id).result()
    assert kept.household[0].family_name == "Miftari"
    assert following.editor.case.number != kept.number


def case_of(page: CasePage) -> Case:
    return page.editor.case


def focused_text() -> str:
    line = focused()
    assert isinstance(line, QLineEdit)
    return line.text()


def ask_for(page: CasePage, status: Status) -> None:
    """Choose a step in the menu of the status, and wait for the question that comes."""
    actions = child(page, StatusButton).menu().actions()
    next(action for action in actions if action.text() == status_act(page.editor.case.status, status)).trigger()
    until(lambda: any(dialog.isVisible() for dialog in page.findChildren(StatusDialog)))
    dialog = child(page, StatusDialog, StatusDialog.isVisible)
    until(lambda: dialog.isAncestorOf(focused()))


def take_step(window: MainWindow, page: CasePage, status: Status, why: str) -> None:
    ask_for(page, status)
    type_text(why)
    press(Qt.Key.Key_Return)
    gone(window, page)


def gone(window: MainWindow, page: CasePage) -> None:
    """The question is away for good, and the window has the keyboard again: no window manager gives it back here."""
    until(lambda: not page.findChildren(StatusDialog))
    window.activateWindow()
    settle(window)


def paste_passport(window: MainWindow, page: CasePage, tick: str = "") -> None:
    """Unfold the box, paste the lines, tick what speaks of a word, and fill in."""
    unfold = child(page, QPushButton, lambda button: "passport" in button.text())
    unfold.setFocus()
    press(Qt.Key.Key_Space)
    field = child(page, MrzField, MrzField.isVisible)
    field.set_text(ICAO)
    if tick:
        child(field, QCheckBox, lambda box: tick in box.text()).setChecked(True)
    fill = child(field, QPushButton)
    fill.setFocus()
    press(Qt.Key.Key_Space)
    settle(window)
