"""What is needed, on the screen: who, how it stands, where a press leads; and what a paper itself asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import display_name
from loket_app.domain.person import Identifier, IdentifierKind
from loket_app.domain.travel import DocumentKind, DocumentState, TravelDocument
from loket_app.i18n.phrases_papers import standing_text
from loket_app.services.papers import needs
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.document_notes import DocumentNotes
from loket_app.ui.case.pieces.paper_block import PaperBlock
from loket_app.ui.case.pieces.papers import PapersPiece
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.kit.note_line import NoteLine
from tests.at_work import NOW, settle
from tests.documents.cases import FAMILY
from tests.ui.case.support import child, unfold
from tests.ui.conftest import ShowWindow
from tests.ui.hands import case_page, field_with_focus, open_case, press, speak

APPLICANT, _PARTNER, CHILD = FAMILY.household
HELD = TravelDocument("d1", APPLICANT.id, DocumentKind.PASSPORT, DocumentState.HELD_BY_DVZ, "A1")
HOUSEHOLD = (
    replace(APPLICANT, identifiers=(Identifier("i1", IdentifierKind.DVZ, "8.123.456"),)),
    *FAMILY.household[1:],
)
CASE = replace(FAMILY, household=HOUSEHOLD, documents=(HELD,), attachments=())


@pytest.fixture
def page(show_window: ShowWindow) -> CasePage:
    window = show_window(CASE)
    open_case(window, CASE.id)
    page = case_page(window)
    page.go("papers")
    settle(window)
    return page


def block(page: CasePage, title: str) -> PaperBlock:
    return next(each for each in child(page, PapersPiece).blocks() if each.title.text() == title)


def words(page: CasePage, title: str) -> list[str]:
    return [button.text() for button in block(page, title).buttons()]


def rest(page: CasePage) -> None:
    settle(page.window())  # type: ignore[arg-type]  # a page stands in the main window


def test_everybody_has_a_word(page: CasePage) -> None:
    first, *others = words(page, "Valid travel document")
    assert first == f"{display_name(APPLICANT)}: at the Immigration Office"
    assert [each.rpartition(": ")[2] for each in others] == ["not known yet"] * 2
    assert words(page, "Birth certificate") == [f"{display_name(CHILD)}: not known yet"]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (DocumentState.EXPIRED, "expired"),
        (DocumentState.LOST_REPORTED, "lost, reported to the police"),
        (DocumentState.REFUSED, "refused"),
    ],
)
def test_a_paper_that_does_not_serve_is_not_called_missing(state: DocumentState, told: str) -> None:
    case = replace(CASE, documents=(replace(HELD, state=state),))
    assert standing_text(case, needs(case, NOW.date())[0]) == f"{display_name(APPLICANT)}: {told}"


def test_who_has_another_nationality_or_none_is_named_with_what_to_ask(page: CasePage) -> None:
    papers = block(page, "Valid travel document")
    assert papers.remarks.isHidden()
    page.editor.set_many(
        {
            "wish/destination": "BR",
            **{f"household/{who.id}/nationalities": ("BR",) for who in (APPLICANT, _PARTNER)},
            f"household/{CHILD.id}/nationalities": (),
            f"household/{CHILD.id}/stateless": True,
        }
    )
    elsewhere, stateless = papers.remarks.text().split("\n")
    assert f"This concerns {display_name(CHILD)}. Source: " in elsewhere
    assert stateless.startswith("Stateless: no country of nationality issues a passport.")
    assert block(page, "Birth certificate").remarks.isHidden()
    speak("fr")
    assert "Cela concerne" in papers.remarks.text()
    assert "Aucune source publiée trouvée" in papers.remarks.text()
    page.undo()
    rest(page)
    assert papers.remarks.isHidden()


def test_a_press_notes_the_paper_down_for_that_person(page: CasePage) -> None:
    button = block(page, "Birth certificate").buttons()[0]
    button.setFocus()
    press(Qt.Key.Key_Space)
    rest(page)
    new = page.editor.case.documents[-1]
    assert (new.person, new.kind, new.state) == (CHILD.id, DocumentKind.BIRTH_CERTIFICATE, NOT_ASKED)
    page.editor.set(f"documents/{new.id}/state", DocumentState.HAS)
    assert field_with_focus().answer() is DocumentState.HAS  # the cursor stood in its state
    assert words(page, "Birth certificate") == [f"{display_name(CHILD)}: in order"]
    page.undo()
    page.undo()
    assert page.editor.case.documents == CASE.documents


def test_where_several_papers_would_do_the_kind_is_asked(page: CasePage) -> None:
    block(page, "Valid travel document").buttons()[2].click()
    rest(page)
    new = page.editor.case.documents[-1]
    assert (new.person, new.kind) == (CHILD.id, NOT_ASKED)
    page.editor.set(f"documents/{new.id}/kind", DocumentKind.LAISSEZ_PASSER)
    assert field_with_focus().answer() is DocumentKind.LAISSEZ_PASSER


def test_a_press_on_a_paper_that_is_there_leads_to_it(page: CasePage) -> None:
    block(page, "Valid travel document").buttons()[0].click()
    rest(page)
    assert page.editor.case.documents == CASE.documents
    assert field_with_focus().answer() is DocumentState.HELD_BY_DVZ


def test_an_open_need_leads_to_the_answer_that_decides(page: CasePage) -> None:
    page.editor.set(f"household/{CHILD.id}/birth_date", NOT_ASKED)
    (button,) = block(page, "Birth certificate").buttons()
    assert button.text().endswith(": first ask: Date of birth")
    button.click()
    rest(page)
    assert page.step == "intake"


def test_why_and_from_where_is_told_on_request(page: CasePage) -> None:
    shown = block(page, "Valid travel document")
    assert shown.reason.isHidden()
    shown.why.setFocus()
    press(Qt.Key.Key_Space)
    assert not shown.reason.isHidden()
    assert "not known, ask the embassy" in shown.reason.text()
    assert "Fedasil" in shown.reason.text()
    assert "official source" in shown.reason.text()


def test_a_known_fee_is_told_with_its_doubt(page: CasePage) -> None:
    assert block(page, "Valid travel document").ways.isHidden()
    page.editor.set(f"household/{APPLICANT.id}/nationalities", ("NG",))
    ways = block(page, "Valid travel document").ways.text()
    assert "50,00" in ways
    assert "weak source: check before you rely on it" in ways
    page.editor.set(f"household/{APPLICANT.id}/nationalities", ("BR",))
    assert ": free." in block(page, "Valid travel document").ways.text()


def test_expiry_is_said_under_the_date(page: CasePage) -> None:
    page.reveal("documents/d1/valid_until")
    rest(page)
    form = next(form for form in page.findChildren(QuestionForm) if form.question("documents/d1/valid_until"))
    row = form.question("documents/d1/valid_until")
    assert row is not None
    page.editor.set("documents/d1/valid_until", date(2026, 6, 14))
    assert child(row, NoteLine).text() == (
        "Expires before the journey of 15/06/2026. Ask for a new one, or for a laissez-passer."
    )
    assert words(page, "Valid travel document")[0].endswith("expires before the journey")
    page.editor.set("documents/d1/valid_until", date(2026, 6, 15))
    assert "Expires" not in child(row, NoteLine).text()


def test_a_loss_without_report_says_what_to_do(page: CasePage) -> None:
    page.reveal("documents/d1/state")
    rest(page)
    notes = child(page, DocumentNotes)
    assert notes.message.isHidden()
    page.editor.set("documents/d1/state", DocumentState.LOST_UNREPORTED)
    assert not notes.message.isHidden()
    assert notes.folding.isHidden()
    page.editor.set("documents/d1/state", DocumentState.LOST_REPORTED)
    assert notes.isHidden()


def test_a_held_paper_of_who_stays_shows_no_request_of_the_others(page: CasePage) -> None:
    page.reveal("documents/d1/state")
    rest(page)
    notes = child(page, DocumentNotes)
    assert notes.folding.isVisible()
    page.editor.set(f"household/{APPLICANT.id}/travels", value=False)
    assert notes.folding.isHidden()
    assert notes.message.isVisible()
    assert notes._what_to_know() == f"{display_name(APPLICANT)} does not travel: this paper is not asked back."
    page.editor.set(f"household/{APPLICANT.id}/travels", value=True)
    rest(page)
    assert notes.folding.isVisible()
    assert notes.message.isHidden()


def test_the_request_says_no_more_than_finding_the_paper_takes(page: CasePage) -> None:
    page.reveal("documents/d1/state")
    rest(page)
    notes = child(page, DocumentNotes)
    unfold(notes.folding)
    request = notes.request
    assert request is not None
    assert [request.language.itemData(place) for place in range(request.language.count())] == ["nl", "fr"]
    text = request.text.toPlainText()
    assert CASE.number in text
    assert "paspoort" in text
    assert "8.123.456" in text
    assert "bewijs van reservatie" in text
    assert not any(str(name) in text for person in CASE.household for name in (person.family_name, person.given_names))
    request.names.click()
    assert display_name(APPLICANT) in request.text.toPlainText()
    request.language.setCurrentIndex(1)
    request.language.activated.emit(1)
    assert "passeport" in request.text.toPlainText()
    request.copy.click()
    assert QGuiApplication.clipboard().text() == request.text.toPlainText()
    QGuiApplication.clipboard().clear()


def test_a_request_that_names_nobody_is_not_made_ready(page: CasePage) -> None:
    page.reveal("documents/d1/state")
    rest(page)
    notes = child(page, DocumentNotes)
    unfold(notes.folding)
    request = notes.request
    assert request is not None
    assert request.missing.isHidden()
    assert "nummer A1" in request.text.toPlainText()
    page.editor.set(f"household/{APPLICANT.id}/identifiers/i1/number", UNKNOWN)
    rest(page)
    assert request.missing.isVisible()
    assert display_name(APPLICANT) in request.missing._words()
    assert (request.text.toPlainText(), request.copy.isEnabled()) == ("", False)
    request.names.click()
    assert request.missing.isHidden()
    assert (display_name(APPLICANT) in request.text.toPlainText(), request.copy.isEnabled()) == (True, True)


def test_the_request_lists_every_paper_that_is_kept(page: CasePage) -> None:
    page.editor.add(
        "documents", TravelDocument("d2", _PARTNER.id, DocumentKind.IDENTITY_CARD, DocumentState.HELD_BY_DVZ)
    )
    page.editor.add("documents", TravelDocument("d3", CHILD.id, DocumentKind.PASSPORT, DocumentState.HAS, "B2"))
    page.reveal("documents/d1/state")
    rest(page)
    notes = next(each for each in page.findChildren(DocumentNotes) if each.isVisible())
    unfold(notes.folding)
    request = notes.request
    assert request is not None
    assert "Nino" in request.missing._words()  # she has no number there
    request.names.click()
    text = request.text.toPlainText()
    assert text.index("Nino") < text.index("identiteitskaart, nummer niet bekend")
    assert "paspoort, nummer A1" in text
    assert "B2" not in text


def test_another_language(page: CasePage) -> None:
    speak("fr")
    assert words(page, "Acte de naissance") == [f"{display_name(CHILD)}\u00a0: pas encore connu"]
