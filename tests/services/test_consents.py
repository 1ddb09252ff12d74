"""Consents: taking back is one act that keeps when it was given; telling alike copies what was told, once."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import date

import pytest

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState
from loket_app.domain.changes import Change
from loket_app.domain.consents import is_given
from loket_app.services.consents import answer, consent_sheet, tell_alike, told_before
from loket_app.services.editing import CaseEditor
from tests.at_work import NOW, still_clock
from tests.documents.cases import EMPTY

GIVEN = Consent(
    "n1", ConsentPurpose.PROGRAMME, ConsentState.GIVEN, date(2026, 4, 2), "sq", interpreter=True, signed=True
)
FRESH = Consent("n2", ConsentPurpose.DATA_TO_IOM)


@pytest.fixture
def editor() -> CaseEditor:
    def record(_changes: Sequence[Change]) -> Future[None]:
        done: Future[None] = Future()
        done.set_result(None)
        return done

    case = replace(EMPTY, consents=(GIVEN, FRESH))
    return CaseEditor(case, (), record, by="AV", dispatch=lambda work: work(), clock=still_clock())


def consent(case: Case, consent_id: str) -> Consent:
    return next(item for item in case.consents if item.id == consent_id)


def test_a_yes_is_taken_back_in_one_act_and_keeps_its_day(editor: CaseEditor) -> None:
    answer(editor, GIVEN, ConsentState.WITHDRAWN)
    now = consent(editor.case, "n1")
    assert now == replace(GIVEN, state=ConsentState.WITHDRAWN, withdrawn_on=NOW.date())
    editor.undo()
    assert consent(editor.case, "n1") == GIVEN


def test_a_yes_after_a_withdrawal_is_a_consent_of_its_own_to_be_signed_anew(editor: CaseEditor) -> None:
    answer(editor, GIVEN, ConsentState.WITHDRAWN)
    withdrawn = consent(editor.case, "n1")
    answer(editor, withdrawn, ConsentState.GIVEN)
    *_before, again = editor.case.consents
    assert (
        consent(editor.case, "n1") == withdrawn == replace(GIVEN, state=ConsentState.WITHDRAWN, withdrawn_on=NOW.date())
    )
    assert again == Consent(again.id, ConsentPurpose.PROGRAMME, ConsentState.GIVEN)
    assert is_given(editor.case, ConsentPurpose.PROGRAMME)
    assert told_before(editor.case, again) is None
    answer(editor, withdrawn, ConsentState.GIVEN)  # the old one says no more: it was followed
    assert editor.case.consents[-1] == again
    editor.undo()
    assert not is_given(editor.case, ConsentPurpose.PROGRAMME)


@pytest.mark.parametrize("state", [ConsentState.GIVEN, ConsentState.DECLINED, UNKNOWN])
def test_an_answer_invents_no_date(editor: CaseEditor, state: ConsentState) -> None:
    answer(editor, FRESH, state)
    assert consent(editor.case, "n2") == replace(FRESH, state=state)


def test_what_was_told_together_is_taken_over_once(editor: CaseEditor) -> None:
    assert told_before(editor.case, FRESH) is None  # nobody answered it yet
    answer(editor, FRESH, ConsentState.DECLINED)
    fresh = consent(editor.case, "n2")
    assert told_before(editor.case, fresh) == GIVEN
    tell_alike(editor, fresh, GIVEN)
    now = consent(editor.case, "n2")
    assert (now.state, now.on, now.language, now.interpreter, now.signed) == (
        ConsentState.DECLINED,
        GIVEN.on,
        "sq",
        True,
        True,
    )
    assert told_before(editor.case, now) is None
    editor.undo()
    assert consent(editor.case, "n2").on is NOT_ASKED


def test_without_another_day_there_is_nothing_to_take_over(editor: CaseEditor) -> None:
    editor.set("consents/n1/on", NOT_ASKED)
    answer(editor, FRESH, ConsentState.GIVEN)
    assert told_before(editor.case, consent(editor.case, "n2")) is None


def test_the_sheet_bears_the_day_of_the_clock() -> None:
    assert consent_sheet(EMPTY, "nl", still_clock()) == consent_sheet(EMPTY, "nl", still_clock())
    assert consent_sheet(EMPTY, "nl", still_clock()).startswith(b"%PDF")
