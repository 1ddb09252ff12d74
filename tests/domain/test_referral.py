"""What goes to the voluntary-return cell: as much as it needs, and nobody's name or health unless the counsellor says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from loket_app.domain.advice import advise
from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Vulnerability
from loket_app.domain.referral import CELL, AgeGroup, Ask, Referral, refer
from loket_app.domain.scenario import with_answer
from loket_app.domain.shape import pattern_of
from loket_app.domain.stay import StayCategory
from loket_app.domain.tables import Verdict
from loket_app.i18n import LANGUAGES, using
from loket_app.i18n.phrases_referral import referral_subject, referral_text
from loket_app.rules import load_tables
from tests.domain.advice_cases import advice_cases, departures
from tests.rules.worked_cases import worked_cases
from tests.strategies import cases

TABLES = load_tables()
DAY = date(2026, 5, 4)
WORKED = {worked.name: worked.case for worked in worked_cases()}
FAMILY = WORKED["Family from Kosovo with a sick father: a budget may be approved on the desk's reasons"]


def _refer(case: Case, *, names: bool = False) -> Referral | None:
    return refer(case, advise(case, TABLES, today=DAY, departure=DAY), names=names)


def _referral(case: Case, **answers: Any) -> Referral:
    for path, value in answers.items():
        case = with_answer(case, path.replace("__", "/"), value)
    found = _refer(case)
    assert found is not None
    return found


@given(advice_cases, departures)
def test_whoever_is_referred_has_a_message_with_the_reasons(case: Case, departure: date) -> None:
    advice = advise(case, TABLES, today=DAY, departure=departure)
    referral = refer(case, advice)
    refers = [reason for reason in advice.speaking if reason.rule.verdict is Verdict.REFER]
    if refers:
        assert referral is not None
        assert list(referral.reasons) == refers
        assert Ask.MAY_TAKE_PART in referral.asks
    if referral is not None:
        assert referral.asks
        assert [who.person for who in referral.travellers] == list(advice.travellers)
        assert referral.to == CELL == "vrijwilligeterugkeer@fedasil.be"


@given(cases, departures)
def test_a_message_can_be_written_of_any_case_in_every_language(case: Case, departure: date) -> None:
    referral = refer(case, advise(case, TABLES, today=DAY, departure=departure))
    if referral is not None:
        for lang in LANGUAGES:
            with using(lang):
                assert case.number in referral_subject(referral)
                assert case.number in referral_text(referral)


_TOLD_OF_SOMEBODY = ("household/stateless", "household/stay_category")


@given(advice_cases, departures)
def test_no_birth_date_and_no_health_is_a_fact_of_the_message(case: Case, departure: date) -> None:
    referral = refer(case, advise(case, TABLES, today=DAY, departure=departure))
    for path, _ in referral.facts if referral else ():
        assert not path.startswith("household/") or pattern_of(path) in _TOLD_OF_SOMEBODY, path


def test_names_stand_in_it_only_when_the_counsellor_wants_them() -> None:
    case = with_answer(FAMILY, "household/p1/family_name", "Krasniqi")
    without, named = _refer(case), _refer(case, names=True)
    assert without is not None
    assert named is not None
    assert "KRASNIQI" not in referral_text(without).upper()
    assert "KRASNIQI" in referral_text(named)
    assert without.case.household[0].birth_date == case.household[0].birth_date


def test_the_reasons_for_a_vulnerable_person_are_the_counsellors_own() -> None:
    empty = _referral(FAMILY)
    assert empty.asks == (Ask.APPROVE_BUDGET,)
    assert empty.reasons_missing
    assert "[" in referral_text(empty)
    written = _referral(FAMILY, plan__approval_reasons="He needs dialysis three times a week.")
    assert not written.reasons_missing
    assert "He needs dialysis three times a week." in referral_text(written)
    assert "[" not in referral_text(written)


def test_what_vulnerability_it_is_is_never_told() -> None:
    case = WORKED["Vulnerable person from a visa-required country: a supplement of unknown amount"]
    referral = _referral(case)
    assert referral.asks == (Ask.AMOUNT,)
    with using("en"):
        text = referral_text(referral).casefold()
    assert "vulnerab" not in text
    assert "supplement" not in text


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (PartialDate(1984), AgeGroup.ADULT),
        (PartialDate(2008, 5, 4), AgeGroup.ADULT),
        (PartialDate(2008, 5, 5), AgeGroup.MINOR),
        (PartialDate(2008), AgeGroup.NOT_KNOWN),
        (UNKNOWN, AgeGroup.NOT_KNOWN),
    ],
)
def test_of_an_age_only_what_decides_is_told(born: Any, expected: AgeGroup) -> None:
    case = with_answer(FAMILY, "household/p1/birth_date", born)
    assert _referral(case).travellers[0].age_group is expected


@pytest.mark.parametrize(
    ("nationalities", "stateless", "expected", "words"),
    [
        (("MA", "DZ"), NOT_ASKED, ("MA", "DZ"), "Morocco, Algeria"),
        ((), True, (), "stateless"),
        (NOT_ASKED, True, (), "stateless"),
        ((), NOT_ASKED, None, "nationality not known"),
        (UNKNOWN, UNKNOWN, None, "nationality not known"),
    ],
)
def test_nationalities_are_told_as_far_as_they_are_known(
    nationalities: Any, stateless: Any, expected: tuple[str, ...] | None, words: str
) -> None:
    person = replace(FAMILY.household[0], nationalities=nationalities, stateless=stateless)
    case = replace(FAMILY, household=(person,), stay=replace(FAMILY.stay, category=StayCategory.LEGAL_STAY))
    referral = _referral(case)
    assert referral.travellers[0].nationalities == expected
    with using("en"):
        assert words in referral_text(referral)


def test_nothing_to_ask_is_no_message() -> None:
    well = with_answer(FAMILY, "household/p1/vulnerabilities", (Vulnerability.NONE,))
    assert _refer(well) is None
    assert _refer(with_answer(well, "plan/approval_reasons", "Because.")) is not None


def test_french_has_its_own_space_before_every_colon() -> None:
    with using("fr"):
        text = referral_text(_referral(FAMILY))
    assert ":" in text
    assert all(text[at - 1] == "\u00a0" for at, sign in enumerate(text) if sign == ":")
