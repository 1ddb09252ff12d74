"""Consents on the handover step: asked in plain words, taken back in one act, with a sheet to sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.attachment import AttachmentKind
from loket_app.domain.case import Consent, ConsentPurpose, ConsentState
from loket_app.domain.consents import consent_to
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation
from loket_app.i18n.phrases_consent import after_no, everybody, meaning, question
from loket_app.services.consents import consent_sheet
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.consent_card import ConsentCard
from loket_app.ui.case.pieces.consent_sheet import ConsentSheet
from loket_app.ui.case.pieces.consents import ConsentsPiece
from loket_app.ui.kit.folding import Folding
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import NOW, settle, until
from tests.documents.cases import FAMILY
from tests.documents.reading import words
from tests.ui.case.conftest import Opening
from tests.ui.case.support import child, piece, unfold


@pytest.fixture
def consents(window: MainWindow, page: CasePage) -> ConsentsPiece:
    assert page.editor.case == FAMILY
    return piece(window, ConsentsPiece, "handover")


def of(page: CasePage, purpose: ConsentPurpose) -> Consent:
    return next(consent for consent in page.editor.case.consents if consent.purpose is purpose)


def card(consents: ConsentsPiece, consent: Consent) -> ConsentCard:
    found = consents.card(consent.id)
    assert found is not None
    return found


def choose(window: MainWindow, shown: ConsentCard, letter: str) -> None:
    """A first letter chooses: G(iven), N(ot given), W(ithdrawn)."""
    shown.row.field.setFocus()
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, letter)
    settle(window)


def test_a_yes_is_taken_back_by_one_key_and_the_day_it_was_given_stays(
    window: MainWindow, page: CasePage, consents: ConsentsPiece
) -> None:
    before = of(page, ConsentPurpose.PROGRAMME)
    shown = card(consents, before)
    words = " ".join(line.text() for line in consents.findChildren(QLabel) if line.isVisible())
    assert f"{meaning(ConsentPurpose.PROGRAMME)} {after_no(ConsentPurpose.PROGRAMME)}" in words
    assert everybody(2) in words
    choose(window, shown, "w")
    now = of(page, ConsentPurpose.PROGRAMME)
    assert (now.state, now.withdrawn_on, now.on) == (ConsentState.WITHDRAWN, NOW.date(), before.on)
    title = child(shown.told, QPushButton).text()
    assert "Withdrawn" in title
    assert "given on" in title
    page.undo()
    settle(window)
    assert of(page, ConsentPurpose.PROGRAMME) == before


def test_a_yes_after_a_withdrawal_gets_a_card_of_its_own(
    window: MainWindow, page: CasePage, consents: ConsentsPiece
) -> None:
    first = of(page, ConsentPurpose.PROGRAMME)
    choose(window, card(consents, first), "w")
    choose(window, card(consents, first), "g")
    again = page.editor.case.consents[-1]
    assert (again.purpose, again.state, again.signed) == (ConsentPurpose.PROGRAMME, ConsentState.GIVEN, NOT_ASKED)
    assert card(consents, first).row.field.answer() is ConsentState.WITHDRAWN
    assert card(consents, again).row.field.answer() is ConsentState.GIVEN
    assert card(consents, again).alike.isHidden()


def test_a_day_that_is_still_to_come_is_asked_about(
    window: MainWindow, page: CasePage, consents: ConsentsPiece
) -> None:
    given = of(page, ConsentPurpose.PROGRAMME)
    shown = card(consents, given)
    assert shown.asked.isHidden()
    page.editor.set(f"consents/{given.id}/on", date(2062, 5, 12))
    settle(window)
    assert not shown.asked.isHidden()
    page.editor.set(f"consents/{given.id}/on", NOW.date())
    settle(window)
    assert shown.asked.isHidden()


def test_a_consent_that_was_never_put_is_asked_and_told_like_the_other(
    window: MainWindow, page: CasePage, consents: ConsentsPiece
) -> None:
    asking = next(button for button in consents.findChildren(QPushButton) if "IOM" in button.text())
    asking.click()
    settle(window)
    fresh = of(page, ConsentPurpose.DATA_TO_IOM)
    assert fresh.state is NOT_ASKED
    shown = card(consents, fresh)
    assert shown.isAncestorOf(window.focusWidget())
    assert shown.alike.isHidden()
    choose(window, shown, "g")
    assert not shown.alike.isHidden()
    shown.alike.click()
    settle(window)
    told, now = of(page, ConsentPurpose.PROGRAMME), of(page, ConsentPurpose.DATA_TO_IOM)
    assert (now.state, now.on, now.language, now.signed) == (ConsentState.GIVEN, told.on, told.language, told.signed)
    assert shown.alike.isHidden()


def test_the_first_answer_asks_when_and_how(window: MainWindow, page: CasePage, consents: ConsentsPiece) -> None:
    for purpose in (ConsentPurpose.PROGRAMME, ConsentPurpose.DATA_TO_CARITAS):
        page.editor.remove(f"consents/{of(page, purpose).id}")
    page.editor.add("consents", Consent("n9", ConsentPurpose.MESSAGE))
    shown = card(consents, of(page, ConsentPurpose.MESSAGE))
    choose(window, shown, "n")
    assert shown.told.is_open()
    page.reveal("consents/n9/language")
    settle(window)
    row = shown._forms[0].question("consents/n9/language")
    assert row is not None
    assert row.isAncestorOf(window.focusWidget())


def test_the_sheet_is_drawn_and_saved_under_the_number(
    window: MainWindow,
    consents: ConsentsPiece,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    folding = next(part for part in consents.findChildren(Folding) if part.body is None and part.parent() is consents)
    unfold(folding)
    settle(window)
    sheet = child(consents, ConsentSheet)
    assert sheet.is_drawn()
    target = tmp_path / "sheet.pdf"

    def chosen(_parent: object, _title: str, offered: str, _kinds: str) -> tuple[str, str]:
        assert Path(offered).name == f"{FAMILY.number}.pdf"
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    sheet.language.setCurrentIndex(sheet.language.findData("nl"))
    sheet.language.chosen.emit("nl")
    settle(window)
    QTest.keyClick(sheet.save, Qt.Key.Key_Space)
    qtbot.waitUntil(target.exists)
    assert "Mogen we uw dossier aan IOM geven?" in words(target.read_bytes())


def test_the_signed_sheet_is_kept_with_its_consent(
    window: MainWindow, page: CasePage, consents: ConsentsPiece, tmp_path: Path
) -> None:
    shown = card(consents, of(page, ConsentPurpose.PROGRAMME))
    shown.told.set_open(opened=True)
    assert shown.scans is not None
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(consent_sheet(FAMILY, "nl"))
    shown.scans.add_files([scan])
    until(lambda: bool(page.editor.case.attachments))
    (kept,) = page.editor.case.attachments
    assert (kept.about, kept.kind) == (of(page, ConsentPurpose.PROGRAMME).id, AttachmentKind.CONSENT)
    settle(window)
    assert len(shown.scans.rows()) == 1


def texts(shown: QWidget) -> str:
    return " ".join(line.text() for line in shown.findChildren(QLabel) if line.isVisible())


def test_each_adult_answers_below_one_question_and_one_press_says_the_same_for_all(
    window: MainWindow, page: CasePage, consents: ConsentsPiece
) -> None:
    asking = next(button for button in consents.findChildren(QPushButton) if "IOM" in button.text())
    asking.click()
    settle(window)
    first, second = (each for each in page.editor.case.consents if each.purpose is ConsentPurpose.DATA_TO_IOM)
    assert (first.person, second.person) == ("p1", "p2")
    assert consents.alike.isHidden()
    choose(window, card(consents, first), "g")
    assert not consents.alike.isHidden()
    assert "AL-SALAMI" in consents.alike.text()
    QTest.keyClick(consents.alike, Qt.Key.Key_Space)
    settle(window)
    assert consents.isAncestorOf(window.focusWidget())
    states = [each.state for each in page.editor.case.consents if each.purpose is ConsentPurpose.DATA_TO_IOM]
    assert states == [ConsentState.GIVEN, ConsentState.GIVEN]
    assert consents.alike.isHidden()
    choose(window, card(consents, second), "n")
    states = [each.state for each in page.editor.case.consents if each.purpose is ConsentPurpose.DATA_TO_IOM]
    assert states == [ConsentState.GIVEN, ConsentState.DECLINED]


def test_an_answer_for_all_says_so_and_each_can_be_asked(
    window: MainWindow, page: CasePage, consents: ConsentsPiece
) -> None:
    old = of(page, ConsentPurpose.PROGRAMME)
    shown = card(consents, old)
    assert "All adults, in one answer" in texts(shown)
    ask = next(each for each in consents.findChildren(LongButton) if each.isVisible() and each.text() == "Ask Nino")
    ask.click()
    settle(window)
    own = page.editor.case.consents[-1]
    assert (own.person, own.purpose, own.state) == ("p2", ConsentPurpose.PROGRAMME, NOT_ASKED)
    assert card(consents, own).isAncestorOf(window.focusWidget())
    assert "Nino" in texts(card(consents, own))
    page.undo()
    settle(window)
    assert consents.card(own.id) is None
    assert consent_to(page.editor.case, ConsentPurpose.PROGRAMME, "p2") is ConsentState.GIVEN


def test_the_answers_of_two_stand_beside_each_other_where_there_is_room(
    window: MainWindow, page: CasePage, consents: ConsentsPiece
) -> None:
    asking = next(button for button in consents.findChildren(QPushButton) if "IOM" in button.text())
    asking.click()
    settle(window)
    first, second = (each for each in page.editor.case.consents if each.purpose is ConsentPurpose.DATA_TO_IOM)
    one, two = card(consents, first), card(consents, second)
    place = consents._places[ConsentPurpose.DATA_TO_IOM]
    assert place.width() >= 560
    assert one.mapTo(place, one.rect().topLeft()).y() == two.mapTo(place, two.rect().topLeft()).y()
    window.resize(640, 700)
    settle(window)
    if place.width() < 560:
        assert two.mapTo(place, two.rect().topLeft()).y() > one.mapTo(place, one.rect().topLeft()).y()


def test_who_answers_alone_is_asked_as_before(opening: Opening) -> None:
    alone = replace(FAMILY, household=FAMILY.household[:1], consents=())
    window = opening(alone)
    window.open_case(alone.id)
    settle(window)
    shown = piece(window, ConsentsPiece, "handover")
    asking = next(button for button in shown.findChildren(QPushButton) if "IOM" in button.text())
    asking.click()
    settle(window)
    page = window.case_page
    assert page is not None
    (consent,) = page.editor.case.consents
    assert consent.person == "p1"
    assert question(ConsentPurpose.DATA_TO_IOM) in texts(card(shown, consent))


def test_who_is_18_at_departure_has_a_place_to_answer(opening: Opening) -> None:
    applicant = FAMILY.household[0]
    nearly = Person("p9", Relation.CHILD, given_names="Nearly", birth_date=PartialDate.of(date(2008, 5, 1)))
    leaving = replace(FAMILY.wish, departure_on=date(2026, 6, 1))
    case = replace(FAMILY, household=(applicant, nearly), consents=(), wish=leaving)
    window = opening(case)
    window.open_case(case.id)
    settle(window)
    shown = piece(window, ConsentsPiece, "handover")
    next(button for button in shown.findChildren(QPushButton) if "IOM" in button.text()).click()
    settle(window)
    page = window.case_page
    assert page is not None
    whose = [consent for consent in page.editor.case.consents if consent.person == "p9"]
    assert ["Nearly" in texts(card(shown, consent)) for consent in whose] == [True]


def test_a_name_that_changes_changes_above_the_answer(
    window: MainWindow, page: CasePage, consents: ConsentsPiece
) -> None:
    page.editor.add("consents", Consent("n9", ConsentPurpose.MESSAGE, person="p2"))
    page.editor.set("household/p2/given_names", "Ketevan & Co")
    settle(window)
    own = card(consents, page.editor.case.consents[-1])
    assert "Ketevan && Co" in texts(own)
    names = {part.accessibleName() for part in own.row.field.findChildren(QWidget)}
    assert f"{question(ConsentPurpose.MESSAGE)} – Ketevan & Co" in names
