"""The desk's own figures in the window: entered by one person, confirmed by another, given to and taken from other desks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from loket_app.i18n import set_language
from loket_app.services.desk import Desk
from loket_app.services.entrance import open_store
from loket_app.ui.rules.parts import Part
from loket_app.ui.rules.rules_page import RulesPage
from loket_app.ui.rules.timeline import Timeline
from loket_app.ui.rules.value_form import ValueForm
from loket_app.ui.settings.colleagues import ColleaguesForm
from loket_app.ui.settings.new_colleague import NewColleague
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.today.waiting_figures import WaitingFigures
from tests.at_work import LOGIN, PASSPHRASE, make_profile, settle, still_clock, unlock, until
from tests.documents.cases import FAMILY
from tests.domain.layers import BUDGET, proposal
from tests.ui.rules.support import choose, entries, focused, lines, press, type_text

SECOND, OTHER = "BD", "acht paarden in de gang"

AsWho = Callable[[str], MainWindow]


@pytest.fixture
def as_who(qtbot: QtBot, tmp_path: Path) -> Iterator[AsWho]:
    """The window of a store with two people, unlocked by one at a time."""
    profile = make_profile(tmp_path, [FAMILY])
    opened = unlock(profile)
    opened.add_colleague(PASSPHRASE, SECOND, OTHER)
    opened.close()
    shown: list[MainWindow] = []
    clock = still_clock()

    def show(login: str) -> MainWindow:
        _close(shown)
        desk = Desk(open_store(profile, login, PASSPHRASE if login == LOGIN else OTHER), clock=clock)
        window = MainWindow(desk)
        set_language("en")
        shown.append(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        window.show_place("rules")
        settle(window)
        return window

    yield show
    _close(shown)


def _close(shown: list[MainWindow]) -> None:
    for window in shown:
        settle(window)
        window.close()
        window.deleteLater()
    shown.clear()


def page_of(window: MainWindow) -> RulesPage:
    page = window.findChild(RulesPage)
    assert isinstance(page, RulesPage)
    return page


def button(within: QWidget, words: str) -> QPushButton:
    found = [each for each in within.findChildren(QPushButton) if each.text().replace("&", "") == words]
    return found[-1]


def form_of(window: MainWindow, figure: str = BUDGET) -> ValueForm:
    page = page_of(window)
    choose(page, figure)
    button(page.sheet, "Enter or correct a value").click()
    form = page.sheet.findChild(ValueForm)
    assert isinstance(form, ValueForm)
    return form


def fill(form: ValueForm) -> None:
    """By keyboard, line by line."""
    typed = {form.high: "1.500", form.start: "1/1/2026", form.title: "Mail of the cell", form.reason: "They wrote so."}
    for field, text in typed.items():
        field.setFocus()
        type_text(text)
    form.sure.setCurrentIndex(0)


def entered(as_who: AsWho) -> MainWindow:
    """A value that waits."""
    window = as_who(LOGIN)
    form = form_of(window)
    fill(form)
    form.propose.click()
    until(lambda: bool(window._desk.figures.layer.waiting))
    settle(window)
    return window


def test_a_value_is_entered_beside_its_timeline_and_waits_there_in_the_list_and_on_today(as_who: AsWho) -> None:
    window = entered(as_who)
    page = page_of(window)
    until(page.message.isVisible)
    assert "It counts as soon as a second person confirms it" in page.message.findChildren(QLabel)[0].text()
    assert any("waits for a second person: " in line and "1.500" in line.replace(",", ".") for line in lines(page))
    page.show_waiting()
    (waiting,) = [entry for entry in entries(page).values() if entry.warning]
    assert waiting.warning == "Proposed by An Vos"
    assert "Confirm" not in [each.text().replace("&", "") for each in page.sheet.findChildren(QPushButton)]
    window.show_place("today")
    line = window.findChild(WaitingFigures)
    assert line is not None
    assert line.isVisible()
    line.click()
    assert page.isVisible()
    assert page.head.part is Part.OWN


def test_what_is_missing_is_said_under_its_line_and_nothing_is_entered(as_who: AsWho) -> None:
    window = as_who(LOGIN)
    form = form_of(window)
    form.propose.click()
    said = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert said.count("An answer is needed here.") == 5
    assert form.high.isAncestorOf(focused())
    assert window._desk.figures.layer.entries == ()


def test_what_was_typed_stays_when_one_looks_elsewhere_meanwhile(as_who: AsWho) -> None:
    window = as_who(LOGIN)
    page, form = page_of(window), form_of(window)
    form.title.setFocus()
    type_text("Mail of")
    choose(page, "budget-visa-free")
    window.show_place("today")
    window.show_place("rules")
    set_language("nl")
    set_language("en")
    choose(page, BUDGET)
    again = page.sheet.findChild(ValueForm)
    assert again is form
    assert form.isVisible()
    assert form.title.text() == "Mail of"
    form.left.emit()
    until(lambda: page.sheet.findChild(ValueForm) is None)
    assert any("visa" in line for line in lines(page))


def test_a_second_person_confirms_and_the_open_case_counts_with_it_at_once(as_who: AsWho) -> None:
    first = as_who(LOGIN)
    first._desk.figures.propose(proposal("premium-visa-free-adult", euro=60)).result()
    window = as_who(SECOND)
    window.open_case(FAMILY.id)
    until(lambda: window.case_page is not None)
    settle(window)
    case_page = window.case_page
    assert case_page is not None
    before = case_page._advice.tables_version
    window.show_place("rules")
    page = page_of(window)
    page.show_waiting()
    button(page.sheet, "Confirm").click()
    until(lambda: bool(window._desk.figures.layer.counting))
    settle(window)
    assert case_page._advice.tables_version.startswith(f"{before}+GNT.")
    assert any("confirmed by BD" in line for line in lines(page))
    page.head.go_to(Part.FIGURES)
    choose(page, "premium-visa-free-adult")
    assert any("figure of the return desk Ghent" in line for line in lines(page))


def test_rejecting_and_withdrawing_ask_why(as_who: AsWho) -> None:
    as_who(LOGIN)._desk.figures.propose(proposal()).result()
    window = as_who(SECOND)
    page = page_of(window)
    page.show_waiting()
    button(page.sheet, "Reject").click()
    assert "Say in a few words why." in lines(page)
    page.sheet.findChildren(QLineEdit)[-1].setFocus()
    type_text("That was last year's.")
    button(page.sheet, "Reject").click()
    until(lambda: not window._desk.figures.layer.waiting)
    settle(window)
    assert window._desk.figures.layer.counting == ()


def test_a_pack_is_saved_looked_at_and_taken_over_and_back(
    as_who: AsWho, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_who(LOGIN)._desk.figures.propose(proposal()).result()
    window = as_who(SECOND)
    page, desk = page_of(window), window._desk
    desk.figures.confirm(desk.figures.layer.waiting[0].key).result()
    file = tmp_path / "pack.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(file), ""))
    page.head.go_to(Part.OWN)
    choose(page, "give")
    button(page.sheet, "Save the rules pack").click()
    assert file.exists()
    choose(page, "take")
    button(page.sheet, "Choose a rules pack").click()
    assert "The same (1)" in lines(page)
    button(page.sheet, "Cancel").click()
    file.write_text("{}")
    button(page.sheet, "Choose a rules pack").click()
    said = page.message.findChildren(QLabel)[0].text()
    assert f"{file}: This is not a rules pack." in said


def test_a_colleague_is_let_in_and_kept_out_under_settings(as_who: AsWho) -> None:
    window = as_who(LOGIN)
    window.show_place("settings")
    form = window.findChild(ColleaguesForm)
    assert isinstance(form, ColleaguesForm)
    form.add.set_open(opened=True)
    new = form.add.body
    assert isinstance(new, NewColleague)
    new.name.setText("Chris Est")
    new.login.setText("C E")
    new.go.click()
    assert "A login name has 1 to 24 letters or digits, without spaces." in [
        each.text() for each in new.findChildren(QLabel)
    ]
    new.login.setText("CE")
    new.new.fill("negen wolken boven Aalst", "negen wolken boven Aalst")
    new.own.set_text("not mine")
    new.go.click()
    until(form.problem.isVisible)
    assert window._desk.people.logins == (LOGIN, SECOND)
    new.own.set_text(PASSPHRASE)
    new.go.click()
    until(lambda: window._desk.people.logins == (LOGIN, SECOND, "CE"))
    until(form.done.isVisible)
    assert new.own.text() == ""
    said = [each.text() for each in form.findChildren(QLabel)]
    assert [line for line in said if line.startswith("Added by ")] == ["Added by An Vos on 14/04/2026."]
    assert "Who added this account, and when, was not kept." in said
    button(form, "Take access away")
    take = [each for each in form.findChildren(QPushButton) if each.accessibleName() == "Take access of BD away"]
    take[0].click()
    assert form.taking.own.line.hasFocus()
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    until(lambda: window._desk.people.logins == (LOGIN, "CE"))


def test_a_figure_of_two_of_whom_one_let_the_other_in_says_so_before_and_after(as_who: AsWho) -> None:
    first = as_who(LOGIN)._desk
    first.people.remove(PASSPHRASE, SECOND)
    first.people.add(PASSPHRASE, SECOND, "Bo Dhaene", OTHER)
    first.figures.propose(proposal()).result()
    window = as_who(SECOND)
    page = page_of(window)
    page.show_waiting()
    before = "One of your two accounts made the other: you may confirm, and Loket tells it beside the figure."
    assert before in lines(page)
    button(page.sheet, "Confirm").click()
    until(lambda: bool(window._desk.figures.layer.counting))
    settle(window)
    told = "One of the two who stand for this made the account of the other: make sure that two people looked."
    assert told in lines(page)
    assert "The account of Bo Dhaene was made by An Vos on 14/04/2026." in lines(page)
    page.head.go_to(Part.FIGURES)
    choose(page, BUDGET)
    assert told in lines(page)
    timeline = page.sheet.findChild(Timeline)
    assert timeline is not None
    assert told in timeline.accessibleDescription()
