"""In how long reintegration support is used stands on paper with its source, in as many months as the tables say."""

from __future__ import annotations

from dataclasses import replace

from loket_app.documents.explanation import explanation_pdf
from loket_app.documents.summary import summary_pdf
from loket_app.domain.advice import advise
from loket_app.domain.case import Case
from loket_app.domain.programme import Saying
from loket_app.rules import load_tables
from tests.documents.cases import BUDGET_TERM, FAMILY, PRINTED_ON
from tests.documents.reading import words

ADVICE = advise(FAMILY, load_tables(), today=PRINTED_ON)
OTHER_ROUTE = replace(FAMILY, stay=replace(FAMILY.stay, dublin_transfer=True))


def explained(case: Case = FAMILY, told: Saying = BUDGET_TERM) -> str:
    given = advise(case, load_tables(), today=PRINTED_ON)
    return words(explanation_pdf(case, given, "en", budget_term=told, printed_on=PRINTED_ON))


def test_the_sheet_says_where_the_months_come_from() -> None:
    text = explained()
    assert "Use it within 12 months after your return." in text
    source = (
        "Where the term for the help comes from: Fedasil, brochure Vrijwillige terugkeer vanuit België (checked on "
    )
    assert text.count(source) == 1
    assert "Where the term for the help" not in explained(OTHER_ROUTE)


def test_another_term_of_the_tables_is_told() -> None:
    text = explained(told=replace(BUDGET_TERM, months=18))
    assert "Use it within 18 months after your return." in text
    assert "12 months" not in text


def test_the_summary_says_where_the_months_come_from() -> None:
    pdf = summary_pdf(FAMILY, ADVICE, "en", budget_term=BUDGET_TERM, printed_on=PRINTED_ON)
    told = "The reintegration budget is used within twelve months after return. Source: Fedasil, brochure"
    assert words(pdf).count(told) == 1
