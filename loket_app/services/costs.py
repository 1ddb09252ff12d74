"""The costs of a case as files: a statement to sign, a list for IOM, a workbook. Made in memory, as every document."""

from __future__ import annotations

from loket_app.domain.case import Case
from loket_app.domain.programme import PAID_BACK
from loket_app.services.clock import Clock
from loket_app.services.programme import programme


def cost_statement(case: Case, lang: str, *, clock: Clock | None = None) -> bytes:
    """Every cost, person by person, with the sums and the places to sign, as a PDF in one of the four languages."""
    from loket_app.documents.costs import Kind, costs_pdf

    rule = programme().says(PAID_BACK)
    return costs_pdf(case, lang, Kind.STATEMENT, rule=rule, printed_on=(clock or Clock()).today())


def iom_list(case: Case, lang: str, *, clock: Clock | None = None) -> bytes:
    """What was spent and waits to be paid back, as a PDF."""
    from loket_app.documents.costs import Kind, costs_pdf

    rule = programme().says(PAID_BACK)
    return costs_pdf(case, lang, Kind.LIST, rule=rule, printed_on=(clock or Clock()).today())


def costs_workbook(case: Case, lang: str) -> bytes:
    """Every cost as a row with typed cells, and the sums, as XLSX."""
    from loket_app.exchange.costs_xlsx import costs_xlsx  # noqa: PLC0415  late: few ask for it

    return costs_xlsx(case, lang)
