"""Somebody who refused and is then taken out of the case: no word that leaves names them, as the log remembers them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from loket_app.domain.case import Case, ConsentPurpose, ConsentState
from loket_app.domain.codec import plain
from loket_app.domain.gone import NOBODY, gone_of
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.domain.handover_content import Content, content, leaving
from loket_app.domain.handover_needs import PURPOSE
from loket_app.exchange.handover.data import as_text
from loket_app.i18n.phrases_corrections import difference_text
from loket_app.services.corrections import correction, plain_changes
from loket_app.services.editing import CaseEditor
from loket_app.services.handover import preview
from tests.domain.test_handover_two_adults import SECOND, agreeing, couple, told

OUT = f"household/{SECOND}"


def _editor(case: Case) -> CaseEditor:
    def keep(_changes: object) -> object:
        raise OSError

    return CaseEditor(case, (), keep, by="an", dispatch=lambda work: work())  # type: ignore[arg-type]  # nothing is awaited


def _case(recipient: Recipient, second: ConsentState) -> Case:
    case = told(couple(), agreeing(recipient, own=second))
    return replace(case, consents=tuple(replace(each, language="nl") for each in case.consents))


def _after(recipient: Recipient, second: ConsentState) -> CaseEditor:
    editor = _editor(_case(recipient, second))
    editor.remove(OUT)
    return editor


def _words(editor: CaseEditor, recipient: Recipient) -> str:
    found = content(editor.case, recipient, [scan.id for scan in editor.case.attachments], gone_of(editor.log))
    return f"{plain(found.case)} {found.enclosed}".casefold()


@pytest.mark.parametrize("recipient", Recipient)
@pytest.mark.parametrize("second", [ConsentState.DECLINED, ConsentState.WITHDRAWN])
def test_no_word_that_leaves_names_who_refused(recipient: Recipient, second: ConsentState) -> None:
    editor = _after(recipient, second)
    assert "gone" not in _words(editor, recipient)
    assert leaving(editor.case, recipient, (), gone_of(editor.log)).texts


@pytest.mark.parametrize("recipient", [Recipient.IOM, Recipient.CARITAS])
def test_who_agreed_may_be_named(recipient: Recipient) -> None:
    assert "sister of gonebert" in _words(_after(recipient, ConsentState.GIVEN), recipient)


def test_a_no_of_another_than_the_recipient_holds_nothing() -> None:
    editor = _after(Recipient.IOM, ConsentState.DECLINED)
    said = agreeing(Recipient.CARITAS) | agreeing(Recipient.IOM, own=ConsentState.DECLINED)
    editor = _editor(told(couple(), said))
    editor.remove(OUT)
    assert "sister of gonebert" in _words(editor, Recipient.CARITAS)
    assert "gonebert" not in _words(editor, Recipient.IOM)


def test_a_name_that_somebody_else_has_too_stays_readable() -> None:
    """Entered twice, one of the two taken out: nobody is hidden by it."""
    case = _case(Recipient.IOM, ConsentState.DECLINED)
    first, second, child = case.household
    editor = _editor(replace(case, household=(replace(first, given_names="Gonebert"), second, child)))
    editor.remove(OUT)
    assert "sister of gonebert" in _words(editor, Recipient.IOM)


def test_who_is_put_back_is_not_gone_and_who_is_taken_out_again_is() -> None:
    editor = _after(Recipient.IOM, ConsentState.DECLINED)
    first = gone_of(editor.log)
    assert [person.id for person in first.people] == [SECOND]
    assert [consent.purpose for consent in first.consents] == [ConsentPurpose.PROGRAMME, ConsentPurpose.DATA_TO_IOM]
    editor.undo()
    assert gone_of(editor.log) == NOBODY
    editor.redo()
    assert gone_of(editor.log) == first


def test_the_preview_holds_what_the_package_holds() -> None:
    editor = _after(Recipient.IOM, ConsentState.DECLINED)
    told_of = preview(editor.case, Recipient.IOM, log=editor.log)
    assert "wish/destination_contact" in {held.path for held in told_of.stays}
    assert "wish/destination_contact" not in told_of.leaves
    assert set(told_of.texts) <= set(told_of.leaves)


def test_without_a_log_the_texts_are_read_where_a_cost_still_names_somebody() -> None:
    editor = _after(Recipient.IOM, ConsentState.DECLINED)
    assert "wish/destination_contact" in leaving(editor.case, Recipient.IOM).texts
    costs = tuple(cost for cost in editor.case.costs if cost.person != SECOND)
    assert leaving(replace(editor.case, costs=costs), Recipient.IOM).texts == ()


def test_a_correction_tells_of_them_by_place_alone() -> None:
    recipient = Recipient.IOM
    before = content(_case(recipient, ConsentState.GIVEN), recipient)
    left = _sent(before)
    editor = _after(recipient, ConsentState.WITHDRAWN)
    found = correction(editor.case, left, log=editor.log)
    assert PURPOSE[recipient] is ConsentPurpose.DATA_TO_IOM
    assert OUT in {each.path for each in found}
    words = [difference_text(editor.case, each) for each in found]
    assert "Household: partner – Person 2 (partner): no longer handed over" in words
    assert "gone" not in f"{words} {plain_changes(found)}".casefold()


def _sent(told_of: Content) -> Handover:
    made_at = datetime(2026, 4, 1, tzinfo=UTC)
    sent = HandoverState.SENT
    return Handover("h1", told_of.recipient, state=sent, made_at=made_at, version=1, content=as_text(told_of))
