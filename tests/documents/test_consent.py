"""The sheet to sign: every question with its boxes, nothing ticked beforehand, a place for every adult.

After a change that was meant: `LOKET_RENEW=1 make test TESTS=tests/documents/test_consent.py`, and read the diff.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from loket_app.documents.consent import consent_pdf
from loket_app.domain.case import Case, ConsentPurpose, ConsentState
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation, Vulnerability
from loket_app.i18n import LANGUAGES, using
from loket_app.i18n.labels import capital, yes_no
from loket_app.i18n.phrases_consent import after_no, everybody, meaning, question
from tests.documents.cases import EMPTY, FAMILY, PRINTED_ON
from tests.documents.golden import changes, pdf_text
from tests.documents.reading import about, page_texts, words
from tests.strategies import cases

GOLDEN = Path(__file__).parents[1] / "golden" / "consent"


def sheet(case: Case, lang: str = "en") -> bytes:
    return consent_pdf(case, lang, printed_on=PRINTED_ON)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheet_says_what_it_said(lang: str) -> None:
    told = changes(GOLDEN / f"family-{lang}.txt", pdf_text(sheet(FAMILY, lang)))
    assert not told, told


def test_no_golden_text_is_left_behind() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {f"family-{lang}.txt" for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_family_signs_on_the_page_of_its_answers(lang: str) -> None:
    assert len(page_texts(sheet(FAMILY, lang))) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("purpose", ConsentPurpose)
def test_each_thing_is_asked_with_what_a_yes_and_a_no_mean(purpose: ConsentPurpose, lang: str) -> None:
    text = words(sheet(EMPTY, lang))
    with using(lang):
        for said in (question(purpose), meaning(purpose), after_no(purpose)):
            assert " ".join(said.split()) in text


def test_what_was_answered_before_changes_no_box() -> None:
    """Who signs answers himself: a sheet that was ticked by a machine is no consent."""
    said_no = replace(
        FAMILY, consents=tuple(replace(consent, state=ConsentState.DECLINED) for consent in FAMILY.consents)
    )
    assert sheet(FAMILY) == sheet(said_no)


def test_every_adult_signs_and_a_child_does_not() -> None:
    text = words(sheet(FAMILY))
    assert text.count("Date and signature") == 4  # two parents, the interpreter, the counsellor
    assert "Layla" not in text


def _of_14(name: str, relation: Relation, *groups: Vulnerability) -> Person:
    return Person(name, relation, given_names=name, birth_date=PartialDate.of(date(2012, 1, 1)), vulnerabilities=groups)


def test_one_guardian_signs_for_all_the_minors_and_the_counsellor_for_none() -> None:
    alone = Vulnerability.UNACCOMPANIED_MINOR
    two = (_of_14("Sana", Relation.APPLICANT, alone), _of_14("Omar", Relation.SIBLING, alone))
    text = words(sheet(replace(EMPTY, household=two)))
    assert "1, 2. Guardian" in text
    assert "2. Counsellor" not in text
    with_sister = (
        *two,
        Person("Rim", Relation.SIBLING, given_names="Rim", birth_date=PartialDate.of(date(1990, 1, 1))),
    )
    text = words(sheet(replace(EMPTY, household=with_sister)))
    assert "1. Brother or sister" in text
    assert "2, 3. Guardian" in text


def test_for_a_minor_without_any_adult_a_guardian_signs_though_nobody_noted_an_unaccompanied_minor() -> None:
    alone = replace(EMPTY, household=(_of_14("Sana", Relation.APPLICANT),))
    assert "Guardian" in words(sheet(alone))
    assert "Guardian" not in words(sheet(FAMILY))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_adult_has_a_yes_and_a_no_of_their_own(lang: str) -> None:
    with using(lang):
        yes, no, rule = capital(yes_no(True)), capital(yes_no(False)), everybody(2)
    text = words(sheet(FAMILY, lang))
    assert " ".join(rule.split()) in text
    assert "1\u00a0=\u00a0AL-SALAMI" in text or "1 = AL-SALAMI" in text
    assert text.count(f"1 {yes} {no} 2 {yes} {no}") == len(ConsentPurpose)
    alone = words(sheet(replace(FAMILY, household=FAMILY.household[:1]), lang))
    assert rule not in alone
    assert alone.count(f"{yes} {no}") == len(ConsentPurpose)


def test_the_file_says_nothing_of_anybody() -> None:
    assert "Salami" not in about(sheet(FAMILY))
    assert FAMILY.number in about(sheet(FAMILY))


@settings(max_examples=25)
@given(cases)
def test_any_case_can_be_signed(case: Case) -> None:
    assert "Your consent" in words(sheet(replace(case, number="GNT-2026-0017")))
