"""The application as it is handed over, in every language and for every recipient, as it stood when somebody last looked.

After a change that was meant: `LOKET_RENEW=1 make test TESTS=tests/documents/test_application.py`, and read the diff.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from loket_app.documents.application import application_pdf
from loket_app.documents.application.document import Version
from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.completeness import gaps_for
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_changes import differences
from loket_app.domain.handover_content import content, leaving
from loket_app.domain.money import Money
from loket_app.domain.travel import Cost, CostKind, CostState
from loket_app.domain.wish import BudgetLine, Partner
from loket_app.i18n import LANGUAGES
from tests.documents.golden import changes, pdf_text
from tests.documents.reading import about, words
from tests.handover_cases import full_case

GOLDEN = Path(__file__).parents[1] / "golden" / "application"
ON = date(2026, 4, 14)


def _gappy() -> Case:
    case = full_case()
    wish = replace(case.wish, destination_contact=NOT_ASKED, destination_place="elsewhere", timing=UNKNOWN)
    return replace(case, wish=wish)


def printed(recipient: Recipient, lang: str) -> bytes:
    """The second version, with a gap, a change and scans."""
    case = _gappy()
    scans = [scan.id for scan in case.attachments if scan.id != "scan-photo"]
    old, new = content(full_case(), recipient, ["scan-passport", "scan-photo"]), content(case, recipient, scans)
    version = Version(2, 1, differences(old, new, leaving(case, recipient, scans).stays))
    return application_pdf(new, version, gaps_for(case, recipient), lang, printed_on=ON)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("recipient", Recipient, ids=lambda recipient: recipient.value)
def test_the_application_says_what_it_said(recipient: Recipient, lang: str) -> None:
    told = changes(GOLDEN / f"{recipient.value}-{lang}.txt", pdf_text(printed(recipient, lang)))
    assert not told, told


def test_no_golden_text_is_left_behind() -> None:
    expected = {f"{recipient.value}-{lang}.txt" for recipient in Recipient for lang in LANGUAGES}
    assert {path.name for path in GOLDEN.iterdir()} == expected


@pytest.mark.parametrize("recipient", Recipient)
def test_nothing_that_stays_is_printed(recipient: Recipient) -> None:
    text = words(printed(recipient, "en"))
    assert "SECRET" not in text
    assert ("HEALTH" in text) is (recipient is Recipient.IOM)


def test_a_cost_in_another_currency_says_what_was_paid_and_of_which_receipt() -> None:
    abroad = Cost(
        "cost-9",
        CostKind.DOCUMENT_FEE,
        "person-1",
        state=CostState.PAID_BY_CLIENT,
        receipt=False,
        receipt_number="F-17",
        receipt_missing_why="the embassy gives none",
        currency="CHF",
        foreign_amount=Decimal(60),
        rate=Decimal("0.94"),
    )
    told = content(replace(full_case(), costs=(abroad,)), Recipient.IOM)
    text = words(application_pdf(told, Version(1), (), "en", printed_on=ON))
    for expected in ("60 CHF at 0,94 for 1 euro", "F-17", "the embassy gives none"):
        assert expected in text.replace("\u00a0", " "), expected


def test_the_plan_has_its_total_and_a_receipt_that_looks_like_another_its_mark() -> None:
    case = full_case()
    lines = (BudgetLine("b1", what="tools", amount=Money.of(300)), BudgetLine("b2", what="stock", amount=Money.of(450)))
    twins = tuple(
        Cost(f"k{n}", CostKind.PHOTOS, "person-1", amount=Money.of(12), spent_on=ON, state=CostState.PAID_BY_CLIENT)
        for n in (1, 2)
    )
    told = content(
        replace(case, plan=replace(case.plan, partner=Partner.IOM, budget=lines), costs=twins), Recipient.IOM
    )
    text = words(application_pdf(told, Version(1), (), "en", printed_on=ON)).replace("\u00a0", " ")
    assert "Together 750,00 €" in text
    assert text.count("to check: another cost has") == 2


def test_what_nobody_knows_takes_one_line_a_person() -> None:
    case = full_case()
    first, second = case.household
    blank = replace(second, sex=UNKNOWN, birth_date=UNKNOWN, nationalities=DECLINED)
    told = content(replace(case, household=(first, blank)), Recipient.FEDASIL_BOOKING)
    text = words(application_pdf(told, Version(1), (), "en", printed_on=ON))
    assert "Unknown: Sex, Date of birth" in text
    assert "Declined: Nationality" in text


def test_the_title_of_the_file_names_nobody() -> None:
    pdf = printed(Recipient.IOM, "en")
    assert "Family" not in about(pdf)
    assert "Family" in words(pdf)


def test_equal_input_gives_equal_bytes() -> None:
    assert printed(Recipient.CARITAS, "fr") == printed(Recipient.CARITAS, "fr")
