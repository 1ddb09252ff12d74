"""What IOM still misses: for whom and why, each gap one key away from its field, a missing record made on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case, ConsentPurpose, display_name
from loket_app.domain.completeness import gaps_for
from loket_app.domain.handover import Recipient
from loket_app.domain.person import Person, Relation
from loket_app.i18n.labels import capital, field_label, label
from loket_app.services.demo import demo_cases
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces.consent_card import ConsentCard
from loket_app.ui.case.pieces.gap_link import GapLink
from loket_app.ui.case.pieces.gaps import GapsPiece
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, until
from tests.documents.cases import EMPTY, FAMILY
from tests.ui.case.conftest import Opening
from tests.ui.case.support import piece, speak
from tests.ui.hands import field_with_focus

BARE = replace(EMPTY, household=(Person("p1", Relation.APPLICANT),))


def opened(opening: Opening, case: Case) -> tuple[MainWindow, CasePage]:
    window = opening(case)
    window.open_case(case.id)
    settle(window)
    assert window.case_page is not None
    return window, window.case_page


def changed(page: CasePage, case: Case) -> bool:
    """Whether the case says anything else than before; its count of changes aside."""
    return replace(page.editor.case, revision=case.revision) != case


def links(window: MainWindow) -> list[GapLink]:
    return piece(window, GapsPiece, "handover").findChildren(GapLink)


def follow(window: MainWindow, path: str) -> None:
    """Press Enter on the gap at a path, and wait until the cursor is where it leads."""
    shown = piece(window, GapsPiece, "handover")
    case = window.case_page.editor.case if window.case_page else EMPTY
    names = [gap.path for gap in gaps_for(case, Recipient.IOM)]
    link = next(link for link in shown.findChildren(GapLink) if link.path == path)
    assert path in names
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    until(lambda: place(window).startswith(path))


def place(window: MainWindow) -> str:
    """The path of the question that the cursor is in; empty when it is in none."""
    focus, page = window.focusWidget(), window.case_page
    if focus is None or page is None:
        return ""
    rows = [row for form in page.findChildren(QuestionForm) for row in form._questions.items()]
    rows += [(card._at, card.row) for card in page.findChildren(ConsentCard)]
    return next((path for path, row in rows if row.isVisible() and row.isAncestorOf(focus)), "")


@pytest.mark.parametrize("case", [BARE, FAMILY, *demo_cases()], ids=lambda case: case.number)
def test_enter_leads_from_every_gap_to_its_field(opening: Opening, case: Case) -> None:
    window, page = opened(opening, case)
    paths = [gap.path for gap in gaps_for(case, Recipient.IOM)]
    assert len(links(window)) == len(paths)
    for path in paths:
        follow(window, path)
        field = field_with_focus()
        assert field.isVisible()
        assert field.answer() is NOT_ASKED or path in ("documents", "household"), path
        if changed(page, case):  # a record was made to be filled: it is taken back for the next gap
            page.undo()
            settle(window)
    assert not changed(page, case)


def test_a_list_without_a_record_gets_it(opening: Opening) -> None:
    window, page = opened(opening, BARE)
    follow(window, "documents")
    (document,) = page.editor.case.documents
    assert (document.person, page.step) == ("p1", "papers")
    page.go("handover")
    follow(window, "consents")
    (consent,) = page.editor.case.consents
    assert (consent.purpose, page.step) == (ConsentPurpose.DATA_TO_IOM, "handover")


def test_a_household_without_anybody_gets_its_applicant(opening: Opening) -> None:
    window, page = opened(opening, EMPTY)
    follow(window, "household")
    (person,) = page.editor.case.household
    assert (person.relation, page.step) == (Relation.APPLICANT, "intake")


def test_it_says_for_whom_and_why(window: MainWindow, page: CasePage) -> None:
    shown = piece(window, GapsPiece, "handover")
    said = [text.text() for text in shown.findChildren(QLabel)]
    found = gaps_for(page.editor.case, Recipient.IOM)
    assert f"{len(found)} questions were not asked yet." in " ".join(said)
    for gap in found:
        assert capital(label(gap.why)) in said
    for person in page.editor.case.household:
        assert (display_name(person) in said) is any(gap.person == person.id for gap in found)


def test_an_answer_takes_its_gap_away_and_undo_brings_it_back(window: MainWindow, page: CasePage) -> None:
    before = len(links(window))
    path = next(gap.path for gap in gaps_for(page.editor.case, Recipient.IOM) if gap.path.endswith("/birth_place"))
    page.editor.set(path, "Tbilisi")
    settle(window)
    assert len([link for link in links(window) if link.isVisible()]) == before - 1
    page.undo()
    settle(window)
    page.go("handover")
    settle(window)
    assert len([link for link in links(window) if link.isVisible()]) == before


def test_the_words_follow_the_language(window: MainWindow, page: CasePage) -> None:
    shown = piece(window, GapsPiece, "handover")
    speak(page, "fr")
    settle(window)
    name = capital(field_label("household/birth_place"))
    assert name in [link.text() for link in shown.findChildren(GapLink)]
    assert name != "Place of birth"
