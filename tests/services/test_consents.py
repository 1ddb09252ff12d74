"""Consents: taking back is one act that keeps when it was given; telling alike copies what was told, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import date, timedelta

import pytest

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.arising import arises
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState
from loket_app.domain.changes import Change
from loket_app.domain.consents import is_given, whose_word
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.services.consents import all_alike, answer, consent_sheet, put, tell_alike, to_follow, told_before
from loket_app.services.editing import CaseEditor
from tests.at_work import NOW, still_clock
from tests.documents.cases import EMPTY

GIVEN = Consent(
    "n1", ConsentPurpose.PROGRAMME, ConsentState.GIVEN, date(2026, 4, 2), "sq", interpreter=True, signed=True
)
FRESH = Consent("n2", ConsentPurpose.DATA_TO_IOM)


@pytest.fixture
def opened() -> Callable[[Case], CaseEditor]:
    """Opens a case as the screen does."""

    def record(_changes: Sequence[Change]) -> Future[None]:
        done: Future[None] = Future()
        done.set_result(None)
        return done

    def open_case(case: Case) -> CaseEditor:
        return CaseEditor(case, (), record, by="AV", dispatch=lambda work: work(), clock=still_clock())

    return open_case


@pytest.fixture
def editor(opened: Callable[[Case], CaseEditor]) -> CaseEditor:
    return opened(replace(EMPTY, consents=(GIVEN, FRESH)))


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


def couple() -> Case:
    """Two adults and their child; the second speaks another language than the first."""
    first = Person("a", Relation.APPLICANT, birth_date=PartialDate(1980), languages=("sq",))
    second = Person("b", Relation.PARTNER, birth_date=PartialDate(1982), languages=("sq", "fr"))
    child = Person("c", Relation.CHILD, birth_date=PartialDate(2020))
    return replace(EMPTY, household=(first, second, child))


def test_a_question_is_put_to_every_adult_in_one_act(opened: Callable[[Case], CaseEditor]) -> None:
    editor = opened(couple())
    path = put(editor, ConsentPurpose.MESSAGE)
    assert [consent.person for consent in editor.case.consents] == ["a", "b"]
    assert path == f"consents/{editor.case.consents[0].id}"
    editor.undo()
    assert editor.case.consents == ()


def test_who_is_18_at_departure_is_asked_today(opened: Callable[[Case], CaseEditor]) -> None:
    """Of them a yes is needed before anything leaves: whoever is needed must be asked."""
    family = couple()
    child = replace(family.household[-1], birth_date=PartialDate.of(NOW.date() - timedelta(days=18 * 365)))
    leaving = replace(family.wish, departure_on=NOW.date() + timedelta(days=60))
    editor = opened(replace(family, household=(*family.household[:-1], child), wish=leaving))
    put(editor, ConsentPurpose.DATA_TO_IOM)
    assert tuple(consent.person for consent in editor.case.consents) == whose_word(editor.case) == ("a", "b", "c")
    answer(editor, editor.case.consents[0], ConsentState.GIVEN)
    all_alike(editor)
    assert is_given(editor.case, ConsentPurpose.DATA_TO_IOM)


def test_all_adults_the_same_is_one_act_and_leaves_an_own_answer(opened: Callable[[Case], CaseEditor]) -> None:
    mine = replace(GIVEN, person="a")
    no = Consent("no", ConsentPurpose.PHOTOS, ConsentState.DECLINED, person="b")
    open_one = Consent("open", ConsentPurpose.DATA_TO_IOM, person="b")
    iom, photos = replace(mine, id="i", purpose=ConsentPurpose.DATA_TO_IOM), replace(mine, id="p", purpose=no.purpose)
    case = replace(couple(), consents=(mine, iom, photos, no, open_one))
    editor = opened(case)
    assert to_follow(case, NOW.date()) == "a"
    all_alike(editor)
    theirs = {each.purpose: each for each in editor.case.consents if each.person == "b"}
    assert theirs[no.purpose] == no
    assert theirs[ConsentPurpose.DATA_TO_IOM] == replace(iom, id="open", person="b")
    assert theirs[mine.purpose] == replace(mine, id=theirs[mine.purpose].id, person="b")
    assert to_follow(editor.case, NOW.date()) == ""
    assert all(is_given(editor.case, purpose) for purpose in (mine.purpose, ConsentPurpose.DATA_TO_IOM))
    editor.undo()
    assert editor.case.consents == case.consents


def test_in_another_language_it_is_asked_how_it_was_told(opened: Callable[[Case], CaseEditor]) -> None:
    case = couple()
    first, second, child = case.household
    apart = replace(case, household=(first, replace(second, languages=("fr",)), child))
    editor = opened(replace(apart, consents=(replace(GIVEN, person="a"),)))
    all_alike(editor)
    told = editor.case.consents[-1]
    assert (told.person, told.state, told.on, told.signed) == ("b", ConsentState.GIVEN, GIVEN.on, True)
    assert told.language is told.interpreter is NOT_ASKED


def test_nobody_answers_for_a_minor_with_a_guardian_by_one_press_for_all(opened: Callable[[Case], CaseEditor]) -> None:
    alone = Person(
        "m",
        Relation.OTHER,
        birth_date=PartialDate(2012),
        vulnerabilities=(Vulnerability.UNACCOMPANIED_MINOR,),
    )
    case = couple()
    editor = opened(replace(case, household=(case.household[0], alone), consents=(replace(GIVEN, person="a"),)))
    assert to_follow(editor.case, NOW.date()) == ""
    put(editor, ConsentPurpose.DATA_TO_IOM)
    asked = {consent.person: f"consents/{consent.id}/answered_by" for consent in editor.case.consents}
    assert arises(editor.case, asked["m"])
    assert not arises(editor.case, asked["a"])


def test_an_answer_after_a_withdrawal_is_of_the_same_person(opened: Callable[[Case], CaseEditor]) -> None:
    gone = replace(GIVEN, person="b", state=ConsentState.WITHDRAWN)
    editor = opened(replace(couple(), consents=(gone,)))
    answer(editor, gone, ConsentState.GIVEN)
    assert editor.case.consents[-1].person == "b"
