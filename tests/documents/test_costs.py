"""The cost statement and the list for IOM, read back: complete, adding up, in four languages, to be signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings

from loket_app.documents.costs import Kind, costs_pdf
from loket_app.domain.case import Case, Consent, ConsentPurpose, ConsentState
from loket_app.domain.money import Money
from loket_app.domain.programme import PAID_BACK
from loket_app.domain.travel import Cost, CostKind, CostState, Reimburser
from loket_app.i18n import LANGUAGES
from loket_app.services.programme import programme
from tests.documents.cases import EMPTY, FAMILY, PRINTED_ON
from tests.documents.golden import changes, pdf_text
from tests.documents.reading import about, words
from tests.strategies import cases

GOLDEN = Path(__file__).parents[1] / "golden" / "costs"
COSTS = (
    *FAMILY.costs,
    Cost(
        "k4",
        CostKind.DOCUMENT_FEE,
        "p1",
        "O & M <Trading>",
        Money.of("100.01"),
        date(2026, 4, 3),
        CostState.APPROVED,
        receipt=True,
        receipt_number="2026/17",
        currency="XOF",
        foreign_amount=Decimal(65600),
        rate=Decimal("655.957"),
        rate_on=date(2026, 4, 1),
        rate_source="ECB",
        reimbursed_by=Reimburser.IOM,
    ),
    Cost(
        "k5", CostKind.OTHER, "p2", amount=Money.of(9), state=CostState.REFUSED, receipt=False, refused_why="Geen bon."
    ),
)
CASE = replace(FAMILY, costs=COSTS)


def printed(case: Case, kind: Kind, lang: str = "en") -> bytes:
    return costs_pdf(case, lang, kind, rule=programme().says(PAID_BACK), printed_on=PRINTED_ON)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.value)
def test_the_papers_say_what_they_said(kind: Kind, lang: str) -> None:
    told = changes(GOLDEN / f"{kind.value}-{lang}.txt", pdf_text(printed(CASE, kind, lang)))
    assert not told, told


def test_no_golden_text_is_left_behind() -> None:
    expected = {f"{kind.value}-{lang}.txt" for kind in Kind for lang in LANGUAGES}
    assert {path.name for path in GOLDEN.iterdir()} == expected


def test_the_list_has_only_what_waits_to_be_paid_back() -> None:
    text = words(printed(CASE, Kind.LIST))
    assert "100,01" in text
    assert "65.600 XOF at 655,957 for 1 euro, 1 April 2026, ECB" in text
    assert "Trein naar Brussel" not in text
    assert "Geen bon." not in text
    assert "Signatures" not in text
    assert "No cost waits" in words(printed(EMPTY, Kind.LIST))


def test_the_statement_is_signed_and_says_no_name_about_itself() -> None:
    pdf = printed(CASE, Kind.STATEMENT)
    assert "Signatures" in words(pdf)
    assert "An De Smet" in words(pdf)
    assert "SALAMI" not in about(pdf).upper()
    assert pdf == printed(CASE, Kind.STATEMENT)


def test_the_statement_claims_no_more_than_what_waits_and_counts_nothing_refused() -> None:
    text = words(printed(CASE, Kind.STATEMENT))
    assert "Costs together 1.135,91 € (1 without an amount)" in text
    assert "Refused, not counted 9,00 €" in text
    assert "Still to be paid back 100,01 €" in text
    assert "the costs still to be paid back, 100,01 €, were made for the return" in text
    assert "9,00 € not counted" in text


def test_who_has_nothing_but_a_refusal_has_a_sum_of_nothing() -> None:
    text = words(printed(replace(CASE, costs=COSTS[-1:]), Kind.STATEMENT))
    assert "Costs together 0,00 €" in text
    assert "Together 0,00 €" in text
    assert "0 costs" not in text


def test_what_is_only_planned_has_no_day_and_no_receipt_to_ask_for() -> None:
    """And what was paid in another currency is written with its cents, as the receipt has it."""
    planned = Cost("k", CostKind.PHOTOS, "p1", amount=Money.of(9), state=CostState.PLANNED)
    assert "not asked" not in words(printed(replace(CASE, costs=(planned,)), Kind.STATEMENT))
    paid = replace(planned, state=CostState.PAID_BY_CLIENT, currency="BRL", foreign_amount=Decimal("312.40"))
    text = words(printed(replace(CASE, costs=(paid,)), Kind.STATEMENT))
    assert text.count("not asked") == 2
    assert "312,40 BRL" in text


def test_with_nothing_left_to_claim_nobody_declares_anything() -> None:
    settled = replace(CASE, costs=tuple(cost for cost in COSTS if cost.state is not CostState.APPROVED))
    text = words(printed(settled, Kind.STATEMENT))
    assert "Nothing is asked back with this statement." in text
    assert "declares" not in text


def test_what_nobody_is_known_to_have_paid_is_named_apart_and_not_declared() -> None:
    promise = Cost("k8", CostKind.TRANSLATION, "p1", amount=Money.of("40.00"), state=CostState.APPROVED)
    text = words(printed(replace(CASE, costs=(*COSTS, promise)), Kind.STATEMENT))
    assert "Approved, without a day or a receipt yet 40,00 €" in text
    assert "the costs still to be paid back, 100,01 €, were made for the return" in text
    assert "Not declared as made: what was approved without a day or a receipt, 40,00 €." in text
    alone = words(printed(replace(CASE, costs=(promise,)), Kind.STATEMENT))
    assert "Nothing is asked back with this statement." in alone
    assert "Not declared as made" not in words(printed(CASE, Kind.STATEMENT))


@pytest.mark.parametrize("kind", Kind)
def test_an_amount_that_the_rate_does_not_give_is_marked(kind: Kind) -> None:
    assert "does not follow from the rate" not in words(printed(CASE, kind))
    other = replace(COSTS[-2], foreign_amount=Decimal(131200))
    assert "does not follow from the rate" in words(printed(replace(CASE, costs=(other,)), kind))


@pytest.mark.parametrize("kind", Kind)
def test_costs_that_look_like_one_receipt_are_marked(kind: Kind) -> None:
    once = Cost("k", CostKind.PHOTOS, "p1", amount=Money.of(9), state=CostState.PAID_BY_CLIENT, receipt_number="F-17")
    again = replace(once, id="l", receipt_number="F17", receipt=True)
    mark = "to check: another cost has the same receipt number"
    assert words(printed(replace(FAMILY, costs=(once, again)), kind)).count(mark) == 2
    settled = replace(again, separate_receipt=True)
    assert mark not in words(printed(replace(FAMILY, costs=(once, settled)), kind))


def test_the_list_leaves_out_who_stays_and_says_when_there_is_no_consent() -> None:
    stays = tuple(replace(person, travels=False) if person.id == "p1" else person for person in CASE.household)
    assert "100,01" not in words(printed(replace(CASE, household=stays), Kind.LIST))
    agreed = Consent("x", ConsentPurpose.DATA_TO_IOM, ConsentState.GIVEN)
    warning = "There is no consent to give data to IOM: this list stays at the desk."
    assert warning not in words(printed(replace(CASE, consents=(agreed,)), Kind.LIST))
    for consents in ((), (replace(agreed, state=ConsentState.WITHDRAWN),)):
        case = replace(CASE, consents=consents)
        assert warning in words(printed(case, Kind.LIST))
        assert warning not in words(printed(case, Kind.STATEMENT))


def test_every_adult_signs_the_statement() -> None:
    text = words(printed(CASE, Kind.STATEMENT)).partition("Signatures")[2]
    assert [name in text for name in ("AL-SALAMI, Mohammed Abd al-Muin", "Nino", "Layla", "An De Smet")] == [
        True,
        True,
        False,
        True,
    ]


def test_the_list_for_iom_leaves_out_what_another_pays() -> None:
    others = replace(COSTS[-2], id="k6", amount=Money.of("77.70"), reimbursed_by=Reimburser.FEDASIL)
    assert "77,70" not in words(printed(replace(CASE, costs=(*COSTS, others)), Kind.LIST))


@given(cases)
@settings(max_examples=15, deadline=None)
def test_any_case_can_be_printed(case: Case) -> None:
    assert printed(case, Kind.STATEMENT, "nl").startswith(b"%PDF")
