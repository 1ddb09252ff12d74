"""The reintegration plan: what the support would be for, and its lines beside the estimate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from loket_app.documents.engine.blocks import heading, paragraph
from loket_app.documents.engine.lines import Align
from loket_app.documents.engine.look import SMALL, Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.engine.tables import Column, Row, facts, table
from loket_app.documents.summary.file import File
from loket_app.documents.summary.situation import untold
from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.money import ZERO
from loket_app.domain.reintegration import BudgetFit, budget, fit
from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, field_label
from loket_app.i18n.phrases import total_text
from loket_app.i18n.phrases_journey import budget_text

_PLAN: Final = tuple(
    f"plan/{name}" for name in ("purposes", "description", "partner", "partner_contact", "approval_reasons")
)


def plan(file: File) -> Iterator[Strip]:
    """The reintegration plan: what the support would be for, in the person's own words."""
    lines = file.case.plan.budget
    told = file.told(*_PLAN)
    if not told and not lines:
        return
    yield from heading(capital(field_label("plan")), file.width)
    yield from facts(told, file.width)
    yield from untold(file, _PLAN)
    yield from table(list(_budget_columns(file)), _lines(file), file.width)
    yield from _beside_estimate(file)
    if lines:
        yield from paragraph(Said(_("What the person would like to spend: a plan, no promise."), SMALL), file.width)


def _beside_estimate(file: File) -> Iterator[Strip]:
    """The same sentence as on the page, once a line has an amount: said, never enforced."""
    planned, estimate = budget(file.case.plan.budget), file.advice.support_total
    fits = fit(planned, estimate)
    if fits is not BudgetFit.EMPTY:
        told = _("estimate: {amount}").format(amount=total_text(estimate))
        yield from paragraph(Said(budget_text(planned, fits, told), SMALL), file.width, after=2)


def _budget_names(file: File) -> tuple[str, ...]:
    """What each line is for stands before it where it was asked of any."""
    asked = any(line.purpose is not NOT_ASKED for line in file.case.plan.budget)
    return ("purpose", "what", "amount") if asked else ("what", "amount")


def _budget_columns(file: File) -> Iterator[Column]:
    shares = {"purpose": 28, "what": 47, "amount": 25}
    for name in _budget_names(file):
        side = Align.RIGHT if name == "amount" else Align.START
        yield Column(shares[name], capital(field_label(f"plan/budget/{name}")), side)


def _lines(file: File) -> Iterator[Row]:
    lines, names = file.case.plan.budget, _budget_names(file)
    for line in lines:
        yield Row(tuple(file.answer(f"plan/budget/{line.id}/{name}") for name in names))
    amounts = [line.amount for line in lines if known(line.amount)]
    if len(amounts) > 1:
        yield Row((_("Together"), *("" for _name in names[1:-1]), formats.format_money(sum(amounts, ZERO))), total=True)
