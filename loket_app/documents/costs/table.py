"""The parts of a paper about costs: the sums at a glance, the costs person by person, the places to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loket_app.documents.engine.blocks import heading, introduction, signatures, subheading
from loket_app.documents.engine.lines import Align
from loket_app.documents.engine.look import SMALL, Cell, Said
from loket_app.documents.engine.strips import Strip, kept_together
from loket_app.documents.engine.tables import Column, Row, facts, table
from loket_app.documents.summary.file import day, lines, missing, small
from loket_app.domain.answers import Missing, known
from loket_app.domain.case import Case
from loket_app.domain.costs import for_whom, people_of, sum_of, sums_by
from loket_app.domain.travel import Cost
from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import household_name
from loket_app.i18n.phrases_costs import rate_text, sum_text, whose_cost

_ONE_PAGE = 300.0


@dataclass(frozen=True)
class Sheet:
    """A case with those of its costs that stand on the paper. `width` of the text area in points."""

    case: Case
    costs: tuple[Cost, ...]
    width: float


def sums(sheet: Sheet) -> Iterator[Strip]:
    """The whole, and its parts by reimbursement: they add up."""
    parts = sums_by(sheet.costs, lambda cost: cost.state)
    told = [(capital(label(state)), sum_text(found)) for state, found in parts.items()]
    yield from facts(
        [(_("Costs together"), sum_text(sum_of(sheet.costs))), *(told if len(told) > 1 else [])], sheet.width
    )


def by_person(sheet: Sheet) -> Iterator[Strip]:
    """A table for each person, with its sum."""
    columns = (
        Column(13, capital(field_label("costs/spent_on"))),
        Column(38, _("What")),
        Column(29, capital(field_label("costs/receipt"))),
        Column(20, capital(field_label("costs/amount")), Align.RIGHT),
    )
    for whose in people_of(sheet.case):
        own = [cost for cost in sheet.costs if for_whom(cost) == whose]
        if own:
            yield from subheading(whose_cost(sheet.case, whose), sheet.width)
            total = Row(("", _("Together"), "", sum_text(sum_of(own))), total=True)
            yield from table(columns, [*map(_row, own), total], sheet.width)


def _row(cost: Cost) -> Row:
    return Row(
        (
            day(cost.spent_on),
            lines(
                missing(cost.kind) if isinstance(cost.kind, Missing) else Said(capital(label(cost.kind))),
                small(cost.description),
                small(rate_text(cost)),
                Said(_state(cost), SMALL),
            ),
            _receipt(cost),
            missing(cost.amount) if isinstance(cost.amount, Missing) else formats.format_money(cost.amount),
        )
    )


def _state(cost: Cost) -> str:
    parts = [capital(field_label("costs/state")) + " – " + label(cost.state)]
    parts += [label(cost.reimbursed_by)] if known(cost.reimbursed_by) else []
    parts += [formats.format_date(cost.reimbursed_on, "short")] if known(cost.reimbursed_on) else []
    parts += [cost.refused_why] if known(cost.refused_why) else []
    return ", ".join(parts)


def _receipt(cost: Cost) -> Cell:
    if isinstance(cost.receipt, Missing):
        return missing(cost.receipt)
    words = _("there is one") if cost.receipt else _("there is none")
    return lines(words, small(cost.receipt_number), small(cost.receipt_missing_why))


def signing(sheet: Sheet) -> Iterator[Strip]:
    """The person and the counsellor."""
    people = [(capital(_("applicant")), household_name(sheet.case))] if sheet.case.applicant else []
    people.append((capital(field_label("counsellor")), sheet.case.counsellor))
    words = _("Who signs says that these costs were made for the return, and that nobody else paid them back.")
    strips = (
        *heading(_("Signatures"), sheet.width),
        *introduction(words, sheet.width),
        Strip(6, glued=True),
        *signatures(people, _("Date and signature"), sheet.width),
    )
    yield from kept_together(strips, _ONE_PAGE)
