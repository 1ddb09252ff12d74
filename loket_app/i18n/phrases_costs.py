"""What Loket says of costs, in one wording for the screen and the printed page."""

from __future__ import annotations

from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.costs import (
    CostSum,
    Twins,
    asked_of_another,
    contradicts_rate,
    for_whom,
    in_euro,
    sums_by,
    twins_of,
)
from loket_app.domain.travel import Cost, Reimburser
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.joining import listed, said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import name_in


def sum_text(found: CostSum) -> str:
    """A sum, and how many costs are not in it because they have no amount; of no costs it is nothing, and that is known."""
    if found.costs and found.costs == found.without_amount:
        words = ngettext("{count} cost, amount not known", "{count} costs, amounts not known", found.costs)
        return words.format(count=found.costs)
    words = formats.format_money(found.amount)
    if not found.without_amount:
        return words
    rest = ngettext("{count} without an amount", "{count} without an amount", found.without_amount)
    return f"{words} ({rest.format(count=found.without_amount)})"


def asked_text() -> str:
    """What the list and the application for IOM call the costs that wait for it."""
    return _("Costs to be paid back by IOM")


def left_off_text(case: Case) -> str:
    """What waits to be paid back and isn't in the list for IOM, by payer or by person; empty when it all is."""
    parts = sums_by(asked_of_another(case), lambda cost: _payer_or_person(case, cost))
    if not parts:
        return ""
    words = _(
        "Also waiting to be paid back, but not in this list: {parts}. The list has what IOM pays for those who travel "
        "and agree."
    )
    return words.format(parts=listed(said(who, sum_text(found)) for who, found in parts.items()))


def _payer_or_person(case: Case, cost: Cost) -> str:
    if known(cost.reimbursed_by) and cost.reimbursed_by is not Reimburser.IOM:
        return capital(label(cost.reimbursed_by))
    return whose_cost(case, for_whom(cost))


def promised_text() -> str:
    """What was approved and nobody is known to have paid."""
    return _("Approved, without a day or a receipt yet")


def rate_mark(cost: Cost) -> str:
    """A mark beside an amount in euro that is not what its rate gives; else empty."""
    return _("does not follow from the rate") if contradicts_rate(cost) else ""


def rate_warning(cost: Cost) -> str:
    """The same as a sentence, at the field; else empty."""
    if not contradicts_rate(cost):
        return ""
    return _("The amount in euro, {amount}, does not follow from the rate.").format(
        amount=formats.format_money(cost.amount) if known(cost.amount) else ""
    )


def whose_cost(case: Case, person: str) -> str:
    """For whom a cost was made: a name, the household, or somebody who is no member any more."""
    if not person:
        return _("The whole household")
    return name_in(case, person) or _("No longer in the household")


def foreign_text(cost: Cost) -> str:
    """`65.600 XOF`, `312,40 BRL`: what was paid in another currency; empty when it was paid in euro."""
    if not known(cost.currency) or not known(cost.foreign_amount):
        return ""
    whole = cost.foreign_amount == cost.foreign_amount.to_integral_value()
    return f"{formats.format_number(cost.foreign_amount, places=0 if whole else 2)}\u00a0{cost.currency}"


def rate_text(cost: Cost) -> str:
    """`65.600 XOF at 655,957 for 1 euro, 2 april 2026, ECB`: where an amount in euro comes from; empty without a rate."""
    paid = foreign_text(cost)
    if not paid or not known(cost.rate):
        return paid
    words = _("{paid} at {rate} for 1 euro").format(paid=paid, rate=formats.format_number(cost.rate))
    told = [formats.format_date(cost.rate_on, "long")] if known(cost.rate_on) else []
    told += [cost.rate_source] if known(cost.rate_source) else []
    return ", ".join((words, *told))


def offer_text(cost: Cost) -> str:
    """What a rate gives in euro, beside what was filled in; empty when there is nothing to work out."""
    euro = in_euro(cost)
    if euro is None:
        return ""
    return _("{sum}: that is {amount}.").format(sum=rate_text(cost), amount=formats.format_money(euro))


def rate_gaps(cost: Cost) -> str:
    """What nobody asked yet about a rate; that it is unknown is an answer."""
    if in_euro(cost) is None:
        return ""
    day, source = cost.rate_on is NOT_ASKED, cost.rate_source is NOT_ASKED
    if day and source:
        return _("Say of which day the rate is, and where it comes from: a bank slip, the European Central Bank.")
    if day:
        return _("Say of which day the rate is.")
    return _("Say where the rate comes from: a bank slip, the European Central Bank.") if source else ""


def twin_text(case: Case, pair: Twins, cost_id: str) -> str:
    """The question that two costs raise that look like one receipt."""
    other = value_at(case, f"costs/{pair.other(cost_id)}")
    words = _("Another cost has {what}: {cost}. Is it the same receipt?")
    return words.format(what=label(pair.by), cost=cost_line(case, other))


def twin_mark(case: Case, cost: Cost) -> str:
    """The same in few words, beside a cost on paper or in a workbook; empty when no other cost is like it."""
    pair = next(twins_of(case, cost.id), None)
    return _("to check: another cost has {what}").format(what=label(pair.by)) if pair else ""


def cost_line(case: Case, cost: Cost) -> str:
    """One cost in a few words: kind, for whom, amount."""
    parts = [
        capital(label(cost.kind)) if known(cost.kind) else "",
        whose_cost(case, cost.person) if known(cost.person) else "",
        formats.format_money(cost.amount) if known(cost.amount) else "",
    ]
    return " · ".join(part for part in parts if part) or _("Nothing filled in yet")
