"""The parts of a paper about costs: the sums at a glance, the costs person by person, the places to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loket_app.documents.engine.blocks import heading, introduction, signatures, subheading
from loket_app.documents.engine.lines import Align
from loket_app.documents.engine.look import SMALL, Cell, Said
from loket_app.documents.engine.strips import Strip, kept_together
from loket_app.documents.engine.tables import Column, Row, table
from loket_app.documents.signers import signers
from loket_app.documents.summary.file import NOT_YET, day, lines, missing, small
from loket_app.domain.answers import NOT_ASKED, Missing, known
from loket_app.domain.case import Case
from loket_app.domain.costs import (
    counted,
    for_whom,
    is_to_come,
    outstanding,
    people_of,
    promised,
    refused,
    sum_of,
    sums_by,
)
from loket_app.domain.travel import Cost, CostState
from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases_costs import promised_text, rate_mark, rate_text, sum_text, twin_mark, whose_cost

_ONE_PAGE = 450.0


@dataclass(frozen=True)
class Sheet:
    """A case with those of its costs that stand on the paper. `width` of the text area in points."""

    case: Case
    costs: tuple[Cost, ...]
    width: float


def sums(sheet: Sheet, *, claimed_alone: bool) -> Iterator[Strip]:
    """What was asked back, paid back or planned, each by itself; they add up. What was refused stands outside the sum."""
    claimed = _sum(_("Still to be paid back"), outstanding(sheet.costs), total=True)
    rows = [claimed] if claimed_alone else [*_by_state(sheet.costs), *_promised(sheet.costs), claimed]
    yield from table((Column(64), Column(36, align=Align.RIGHT)), rows, sheet.width)


def _promised(costs: tuple[Cost, ...]) -> Iterator[Row]:
    if promised(costs):
        yield _sum(promised_text(), promised(costs))


def _by_state(costs: tuple[Cost, ...]) -> Iterator[Row]:
    parts = sums_by(counted(costs), lambda cost: cost.state)
    for state in (*CostState, *Missing):
        if state in parts:
            words = capital(label(state))
            if isinstance(state, Missing):
                words = f"{capital(field_label('costs/state'))} – {label(state)}"
            yield Row((words, sum_text(parts[state])))
    yield _sum(_("Costs together"), counted(costs), total=True)
    if refused(costs):
        yield _sum(_("Refused, not counted"), refused(costs))


def _sum(words: str, costs: tuple[Cost, ...], *, total: bool = False) -> Row:
    return Row((words, sum_text(sum_of(costs))), total=total)


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
            total = Row(("", _("Together"), "", sum_text(sum_of(counted(own)))), total=True)
            yield from table(columns, [*(_row(sheet.case, cost) for cost in own), total], sheet.width)


def _row(case: Case, cost: Cost) -> Row:
    return Row(
        (
            NOT_YET if is_to_come(cost) and cost.spent_on is NOT_ASKED else day(cost.spent_on),
            lines(
                missing(cost.kind) if isinstance(cost.kind, Missing) else Said(capital(label(cost.kind))),
                small(cost.description),
                small(rate_text(cost)),
                Said(_state(cost), SMALL),
            ),
            lines(*_receipt(cost), small(twin_mark(case, cost))),
            _amount(cost),
        )
    )


def _amount(cost: Cost) -> Cell:
    told = missing(cost.amount) if isinstance(cost.amount, Missing) else Said(formats.format_money(cost.amount))
    return lines(
        told, small(rate_mark(cost)), Said(_("not counted"), SMALL) if cost.state is CostState.REFUSED else None
    )


def _state(cost: Cost) -> str:
    parts = [capital(field_label("costs/state")) + " – " + label(cost.state)]
    parts += [label(cost.reimbursed_by)] if known(cost.reimbursed_by) else []
    parts += [formats.format_date(cost.reimbursed_on, "short")] if known(cost.reimbursed_on) else []
    parts += [cost.refused_why] if known(cost.refused_why) else []
    return ", ".join(parts)


def _receipt(cost: Cost) -> tuple[Said, ...]:
    if isinstance(cost.receipt, Missing):
        return (Said(NOT_YET) if is_to_come(cost) and cost.receipt is NOT_ASKED else missing(cost.receipt),)
    words = _("there is one") if cost.receipt else _("there is none")
    return lines(words, small(cost.receipt_number), small(cost.receipt_missing_why))


def signing(sheet: Sheet, on: date) -> Iterator[Strip]:
    """Every adult and the counsellor. They answer for what is asked back, not for what was planned, paid or refused."""
    strips = (
        *heading(_("Signatures"), sheet.width),
        *introduction(_declaration(sheet.costs), sheet.width),
        Strip(6, glued=True),
        *signatures(list(signers(sheet.case, on)), _("Date and signature"), sheet.width),
    )
    yield from kept_together(strips, _ONE_PAGE)


def _declaration(costs: tuple[Cost, ...]) -> str:
    """Of what was approved and nobody is known to have paid, nobody declares that it was made."""
    claimed, apart = outstanding(costs), promised(costs)
    words = _("Not declared as made: what was approved without a day or a receipt, {amount}.") if apart else ""
    return f"{_claim(claimed)} {words.format(amount=sum_text(sum_of(apart)))}".strip()


def _claim(claimed: tuple[Cost, ...]) -> str:
    if not claimed:
        return _("Nothing is asked back with this statement. Who signs has seen it.")
    words = _(
        "Who signs declares that the costs still to be paid back, {amount}, were made for the return, "
        "and that nobody has paid them back yet."
    )
    return words.format(amount=sum_text(sum_of(claimed)))
