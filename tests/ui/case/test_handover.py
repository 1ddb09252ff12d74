"""Handing over on screen: what stops it first, what leaves, the file with its record, and every state after it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.domain.person import Vulnerability
from loket_app.domain.status import Status, StatusChange
from loket_app.services.handover import Passphrase, PublicKey, read_package, secret_key
from loket_app.services.handover_keys import PartnerKey
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.gap_link import GapLink
from loket_app.ui.case.pieces.handover import HandoverPiece
from loket_app.ui.case.pieces.handover_card import HandoverCard
from loket_app.ui.case.pieces.handover_form import HandoverForm
from loket_app.ui.kit.button import Button
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import NOW, settle, until
from tests.documents.cases import FAMILY
from tests.ui.case.conftest import Opening
from tests.ui.case.support import piece
from tests.ui.hands import field_with_focus

IOM = pyrage.x25519.Identity.generate()
AGREED = tuple(
    Consent(f"g{number}", purpose, ConsentState.GIVEN, NOW.date(), "ar")
    for number, purpose in enumerate((ConsentPurpose.PROGRAMME, ConsentPurpose.DATA_TO_IOM))
)
READY = replace(
    FAMILY,
    consents=AGREED,
    stay=replace(FAMILY.stay, public_order_concern=False),
    history=(StatusChange("h1", Status.APPLICATION, NOW, "An Vos"),),
)


def page_of(opening: Opening, case: Case) -> tuple[MainWindow, CasePage]:
    window = opening(case)
    window.open_case(case.id)
    settle(window)
    assert window.case_page is not None
    return window, window.case_page


def form(window: MainWindow) -> HandoverForm:
    shown = piece(window, HandoverPiece, "handover")
    shown.folding.set_open(opened=True)
    settle(window)
    assert shown.form is not None
    return shown.form


def with_key(window: MainWindow) -> None:
    """Note the public key of IOM."""
    window._desk.save_partner_key(PartnerKey(Recipient.IOM, PublicKey(str(IOM.to_public())), "IOM", NOW.date()))


def save_at(target: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    def chosen(_parent: object, _title: str, offered: str, _kinds: str) -> tuple[str, str]:
        name = Path(offered).name
        assert "Salami" not in name
        assert READY.number in name
        return ("" if target is None else str(target)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)


def made(window: MainWindow, shown: HandoverForm) -> None:
    shown.make.click()
    until(shown.make.isEnabled)
    settle(window)


def made_one(
    opening: Opening, case: Case, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[MainWindow, CasePage, HandoverForm]:
    """A package for IOM that was made of a case, saved in a folder, and not sent yet."""
    window, page = page_of(opening, case)
    with_key(window)
    shown = form(window)
    save_at(folder / "one.age", monkeypatch)
    made(window, shown)
    return window, page, shown


def handovers(page: CasePage) -> tuple[Handover, ...]:
    return page.editor.case.handovers


def status(page: CasePage) -> Status:
    return page.editor.case.status


def card(window: MainWindow, handover_id: str) -> HandoverCard:
    return piece(window, HandoverPiece, "handover")._cards[handover_id]


def press(window: MainWindow, shown: HandoverCard, words: str) -> None:
    next(button for button in shown.findChildren(Button) if button.isVisible() and button.text() == words).click()
    settle(window)


def test_what_stops_it_is_said_first_and_leads_to_its_question(opening: Opening) -> None:
    window, page = page_of(opening, replace(READY, consents=()))
    shown = form(window)
    assert not shown.stops.isHidden()
    assert shown.make.isHidden()
    link = next(link for link in shown.stops.findChildren(GapLink) if "IOM" in link.text())
    link.click()
    until(lambda: bool(page.editor.case.consents))
    settle(window)
    (consent,) = page.editor.case.consents
    assert (consent.purpose, consent.state) == (ConsentPurpose.DATA_TO_IOM, NOT_ASKED)
    assert field_with_focus().answer() is NOT_ASKED


def test_the_file_is_made_saved_and_recorded_in_one_go(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = page_of(opening, READY)
    with_key(window)
    shown = form(window)
    target = tmp_path / "package.age"
    save_at(target, monkeypatch)
    made(window, shown)
    (record,) = handovers(page)
    assert (record.recipient, record.state, record.version) == (Recipient.IOM, HandoverState.PREPARED, 1)
    assert not shown.secret.isVisible()
    opened = read_package(target.read_bytes(), secret_key(str(IOM)))
    assert opened.content.case.number == READY.number
    assert opened.content.case.remarks is NOT_ASKED
    assert opened.content.case.conversations == ()
    assert target.stat().st_mode & 0o777 == 0o600
    page.undo()
    settle(window)
    assert handovers(page) == ()
    save_at(tmp_path / "again.age", monkeypatch)
    made(window, shown)
    assert handovers(page)[0].version == 2  # the first file may be on its way


def test_without_a_key_the_passphrase_is_shown_once(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _page = page_of(opening, READY)
    shown = form(window)
    target = tmp_path / "package.age"
    save_at(target, monkeypatch)
    made(window, shown)
    assert shown.secret.isVisible()
    shown.secret.copy.click()
    told = QGuiApplication.clipboard().text()
    assert read_package(target.read_bytes(), Passphrase(told)).content.recipient is Recipient.IOM
    shown.secret.noted.click()
    assert not shown.secret.isVisible()
    assert told not in [text.text() for text in shown.findChildren(QLabel)]
    QGuiApplication.clipboard().clear()


def test_a_passphrase_is_gone_when_the_page_was_left(opening: Opening) -> None:
    window, page = page_of(opening, READY)
    shown = form(window)
    shown.secret.show_secret("aaaa-bbbb")
    assert shown.secret.isVisible()
    page.go("papers")
    settle(window)
    page.go("handover")
    settle(window)
    assert not shown.secret.isVisible()
    assert shown.secret._secret.text() == ""


def test_what_can_not_leave_is_named_and_leads_to_its_question(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = READY.documents[0]
    documents = (replace(paper, number="A1\x02"), *READY.documents[1:])
    window, page = page_of(opening, replace(READY, documents=documents))
    with_key(window)
    shown = form(window)
    save_at(tmp_path / "package.age", monkeypatch)
    made(window, shown)
    assert handovers(page) == ()
    assert shown.told._words().startswith("Document number – Passport")
    asked: list[str] = []
    shown.asked.connect(asked.append)
    shown.told.acted.emit()
    assert asked == [f"documents/{paper.id}/number"]


@pytest.mark.parametrize("missing", [True, False], ids=["nowhere", "cancelled"])
def test_what_is_not_saved_is_not_recorded(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, missing: bool
) -> None:
    window, page = page_of(opening, READY)
    with_key(window)
    shown = form(window)
    save_at(tmp_path / "no such folder" / "package.age" if missing else None, monkeypatch)
    made(window, shown)
    assert handovers(page) == ()
    assert list(tmp_path.glob("**/*.age")) == []
    assert shown.told.isVisible() is missing


def test_a_consent_taken_back_a_moment_ago_stops_the_file(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = page_of(opening, READY)
    with_key(window)
    shown = form(window)
    save_at(tmp_path / "package.age", monkeypatch)
    page.editor.set("consents/g1/state", ConsentState.WITHDRAWN)  # the form hears of it a moment later
    shown.make.click()
    until(shown.make.isEnabled)
    settle(window)
    assert (handovers(page), list(tmp_path.glob("*.age"))) == ((), [])


def test_a_consent_taken_back_while_the_file_is_made_stops_it_too(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = page_of(opening, READY)
    shown = form(window)
    save_at(tmp_path / "package.age", monkeypatch)
    shown.make.click()  # with a passphrase: it takes seconds
    page.editor.set("consents/g1/state", ConsentState.WITHDRAWN)
    until(shown.make.isEnabled)
    settle(window)
    assert (handovers(page), list(tmp_path.glob("*.age"))) == ((), [])
    assert not shown.secret.isVisible()


def test_a_prepared_file_is_not_to_be_sent_without_consent(opening: Opening) -> None:
    prepared = Handover("h", Recipient.IOM, state=HandoverState.PREPARED)
    window, page = page_of(opening, replace(READY, handovers=(prepared,)))
    form(window)
    shown = card(window, "h")
    assert HandoverState.SENT in (shown._offered or ())
    page.editor.set("consents/g1/state", ConsentState.WITHDRAWN)
    settle(window)
    assert HandoverState.SENT not in (shown._offered or ())
    assert shown.warning.isVisible()
    page.editor.set("consents/g1/state", ConsentState.GIVEN)
    settle(window)
    assert HandoverState.SENT in (shown._offered or ())
    assert not shown.warning.isVisible()


def test_sent_offers_the_status_and_rejected_asks_why_then_a_correction_is_a_new_version(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page, shown = made_one(opening, READY, tmp_path, monkeypatch)
    first = card(window, handovers(page)[0].id)
    press(window, first, "Sent")
    assert handovers(page)[0].on == window._desk.clock.today()
    assert status(page) is Status.APPLICATION  # offered, never done by itself
    first.offer.acted.emit()
    assert status(page) is Status.HANDED_OVER
    assert first.offer.isHidden()
    page.editor.add("history", StatusChange("booked", Status.BOOKED, NOW, "AV"))
    assert first.offer.isHidden(), "the booking says that it was handed over"
    press(window, first, "Sent back")
    assert handovers(page)[0].state is HandoverState.REJECTED
    assert first._form is not None
    assert first._form.isAncestorOf(field_with_focus())
    page.editor.set("contact/town", "Aalst")
    settle(window)
    press(window, first, "Make a correction")
    assert "Gent → Aalst" in shown.preview.differs.text()
    save_at(tmp_path / "two.age", monkeypatch)
    made(window, shown)
    old, new = handovers(page)
    assert (old.state, new.version, new.corrects) == (HandoverState.REJECTED, 2, old.id)
    press(window, card(window, new.id), "Sent")
    assert [each.state for each in handovers(page)] == [HandoverState.CORRECTED, HandoverState.SENT]


def test_a_file_that_left_before_any_step_was_noted_notes_them_all_at_one_press(opening: Opening) -> None:
    sent = Handover("h", Recipient.IOM, state=HandoverState.SENT)
    window, page = page_of(opening, replace(READY, history=(), handovers=(sent,)))
    form(window)
    shown = card(window, "h")
    assert shown.offer.isVisible()
    shown.offer.acted.emit()
    assert [each.status for each in page.editor.case.history] == [
        Status.INTAKE,
        Status.APPLICATION,
        Status.HANDED_OVER,
    ]
    assert shown.offer.isHidden()
    page.undo()
    assert page.editor.case.history == ()


def test_what_leaves_and_what_stays_is_told_before(opening: Opening) -> None:
    window, _page = page_of(opening, READY)
    shown = form(window)
    shown.preview.what.set_open(opened=True)
    settle(window)
    told = " ".join(text.text() for text in shown.preview.what.findChildren(QLabel))
    assert "What leaves" in told
    assert "What stays, and why" in told
    assert "Remarks" in told.partition("What stays, and why")[2]
    shown.recipients.chosen.emit(Recipient.CARITAS, True)
    settle(window)
    assert not shown.stops.isHidden()  # no consent to Caritas


def test_health_stays_when_it_is_not_needed(opening: Opening) -> None:
    assert FAMILY.household[0].vulnerabilities == (Vulnerability.HEALTH,)
    window, _page = page_of(opening, READY)
    shown = form(window)
    shown.recipients.chosen.emit(Recipient.FEDASIL_BOOKING, True)
    shown.preview.what.set_open(opened=True)
    settle(window)
    told = [text.text() for text in shown.preview.what.findChildren(QLabel)]
    father = "AL-SALAMI, Mohammed Abd al-Muin – about health, not needed there"
    assert "Vulnerability: " in told[told.index(father) + 1]
