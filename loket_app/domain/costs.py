"""Costs: sums that always add up, another currency in euro, and receipts that look like one another.

What has no amount is counted apart, never as nothing. A rate is the counsellor's: Loket has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from itertools import combinations
from typing import TypeVar

from loket_app.domain.answers import known, or_none
from loket_app.domain.attachment import AttachmentKind
from loket_app.domain.case import Case
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_consents import remaining
from loket_app.domain.money import CENT, DESK_LIMIT, LIMIT, Money
from loket_app.domain.travel import Cost, CostState, Reimburser

K = TypeVar("K")

_EXACT = Context(prec=60)
_OUTSTANDING = (CostState.PAID_BY_CLIENT, CostState.APPROVED)


@dataclass(frozen=True)
class CostSum:
    """The sum of some costs; `without_amount` of them have none and are not in it."""

    amount: Money
    costs: int
    without_amount: int


def sum_of(costs: Iterable[Cost]) -> CostSum:
    """Add up costs."""
    costs = list(costs)
    amounts = [cost.amount for cost in costs if known(cost.amount)]
    return CostSum(_together(amounts), len(costs), len(costs) - len(amounts))


def _together(amounts: Iterable[Money]) -> Money:
    """Amounts of before `DESK_LIMIT` may add up to more than Money holds: then the most that it does, never a fault."""
    most = LIMIT - CENT
    return Money(max(-most, min(most, sum((amount.euro for amount in amounts), Decimal(0)))))


def sums_by(costs: Sequence[Cost], key: Callable[[Cost], K]) -> dict[K, CostSum]:
    """Sums by kind, state or person, in order of first appearance; they add up to the sum of all."""
    groups: dict[K, list[Cost]] = {}
    for cost in costs:
        groups.setdefault(key(cost), []).append(cost)
    return {group: sum_of(found) for group, found in groups.items()}


def for_whom(cost: Cost) -> str:
    """The id of the member that a cost was made for; empty when it was for the household, or nobody said for whom."""
    return or_none(cost.person) or ""


def people_of(case: Case) -> tuple[str, ...]:
    """For whom there are costs, in the order of the household; then ids that are no member any more, the household last."""
    having = {for_whom(cost) for cost in case.costs}
    members = [person.id for person in case.household if person.id in having]
    gone = sorted(having - {"", *members})
    return (*members, *gone, *([""] if "" in having else []))


def outstanding(costs: Iterable[Cost]) -> tuple[Cost, ...]:
    """What was spent and waits to be paid back; what is only planned or promised, paid back or refused is not."""
    return tuple(cost for cost in costs if cost.state in _OUTSTANDING and not _is_promised(cost))


def promised(costs: Iterable[Cost]) -> tuple[Cost, ...]:
    """What was approved, and of which neither a day nor a receipt says that anybody paid it."""
    return tuple(filter(_is_promised, costs))


def _is_promised(cost: Cost) -> bool:
    return cost.state is CostState.APPROVED and not known(cost.spent_on) and cost.receipt is not True


def is_to_come(cost: Cost) -> bool:
    """Of what is only planned nobody asks yet when it was paid, nor for a receipt."""
    return cost.state is CostState.PLANNED


def counted(costs: Iterable[Cost]) -> tuple[Cost, ...]:
    """What a sum of costs is of: all but what was refused, which nobody pays back."""
    return tuple(cost for cost in costs if cost.state is not CostState.REFUSED)


def refused(costs: Iterable[Cost]) -> tuple[Cost, ...]:
    """What was refused: told beside the sum, never in it."""
    return tuple(cost for cost in costs if cost.state is CostState.REFUSED)


def asked_of_iom(case: Case) -> tuple[Cost, ...]:
    """What waits to be paid back by IOM: as a rule all of it (S0 §12), except what is another's to pay.

    The list and the application have the same costs: of who travels and agrees to it, and of the household.
    """
    travellers = {"", *(person.id for person in remaining(case, Recipient.IOM))}
    return tuple(
        cost
        for cost in outstanding(case.costs)
        if for_whom(cost) in travellers and (not known(cost.reimbursed_by) or cost.reimbursed_by is Reimburser.IOM)
    )


def asked_of_another(case: Case) -> tuple[Cost, ...]:
    """What waits too, and isn't in the list for IOM: another pays it, or it is of somebody whose costs aren't sent."""
    listed = {cost.id for cost in asked_of_iom(case)}
    return tuple(cost for cost in outstanding(case.costs) if cost.id not in listed)


def in_euro(cost: Cost) -> Money | None:
    """What was paid in another currency, in euro, to the nearest cent; None when amount or rate is missing.

    A rate says units of the currency for one euro, as the European Central Bank writes its rates.
    """
    paid, rate = or_none(cost.foreign_amount), or_none(cost.rate)
    if paid is None or rate is None or rate <= 0 or paid < 0:
        return None
    euro = _EXACT.divide(paid, rate)
    return Money(_cents(euro)) if euro < DESK_LIMIT - 1 else None


def contradicts_rate(cost: Cost) -> bool:
    """Whether the amount in euro is another one than the rate gives."""
    euro = in_euro(cost)
    return euro is not None and known(cost.amount) and cost.amount != euro


def _cents(euro: Decimal) -> Decimal:
    return euro.quantize(CENT, rounding=ROUND_HALF_UP, context=_EXACT)


class Likeness(Enum):
    """Why two costs look like one receipt."""

    NUMBER = "number"
    SCAN = "scan"
    SAME = "same"


@dataclass(frozen=True)
class Twins:
    """Two costs, by id in the order in which they were noted, that may be one receipt. Only asked about: two tram tickets are alike too."""

    first: str
    second: str
    by: Likeness

    def other(self, cost_id: str) -> str:
        """The other one of the two."""
        return self.second if cost_id == self.first else self.first


def settles(pair: Twins, cost: Cost) -> bool:
    """Whether that cost being another receipt would answer the question: one number or scan only of the later of the two."""
    return pair.by is Likeness.SAME or pair.second == cost.id


def twins(case: Case) -> tuple[Twins, ...]:
    """Costs that look alike, each pair once, with the strongest reason."""
    scans = _scans(case)
    pairs = ((one, two, _likeness(one, two, scans)) for one, two in combinations(case.costs, 2))
    return tuple(Twins(one.id, two.id, by) for one, two, by in pairs if by is not None)


def twins_of(case: Case, cost_id: str) -> Iterator[Twins]:
    """The pairs that one cost is in. Asked of every cost at each change, so no other pair is looked at."""
    place = next((at for at, cost in enumerate(case.costs) if cost.id == cost_id), None)
    if place is None:
        return
    own, scans = case.costs[place], _scans(case)
    earlier = ((other, own) for other in case.costs[:place])
    for one, two in (*earlier, *((own, other) for other in case.costs[place + 1 :])):
        by = _likeness(one, two, scans)
        if by is not None:
            yield Twins(one.id, two.id, by)


def _likeness(one: Cost, two: Cost, scans: dict[str, set[str]]) -> Likeness | None:
    """Two costs in the order in which they were noted.

    One number or one scan is settled by the later one alone, of which somebody said that it is another receipt than those
    before it; what only looks alike by either.
    """
    number = _number(one)
    if number and number == _number(two):
        return Likeness.NUMBER if two.separate_receipt is not True else None
    if scans.get(one.id, set()) & scans.get(two.id, set()):
        return Likeness.SCAN if two.separate_receipt is not True else None
    if one.separate_receipt is True or two.separate_receipt is True or _told_apart(one, two):
        return None
    return Likeness.SAME if _looks_alike(one, two) else None


def _number(cost: Cost) -> str:
    """The number on the receipt as it is compared: `2026 / 17-a` is `202617A`."""
    return "".join(sign for sign in (or_none(cost.receipt_number) or "").upper() if sign.isalnum())


def _looks_alike(one: Cost, two: Cost) -> bool:
    """What two costs of one receipt have in common; not as long as something of it is missing."""
    days = known(one.spent_on) and one.spent_on == two.spent_on
    kinds = known(one.kind) and one.kind is two.kind
    return days and kinds and for_whom(one) == for_whom(two) and _one_sum(one, two)


def _one_sum(one: Cost, two: Cost) -> bool:
    """As it was paid: in the other currency where both say it, for one of them may have no amount in euro yet."""
    paid = [(cost.currency, cost.foreign_amount) for cost in (one, two)]
    if all(known(part) for each in paid for part in each):
        return paid[0] == paid[1]
    return known(one.amount) and one.amount == two.amount


def _told_apart(one: Cost, two: Cost) -> bool:
    """Two receipts with numbers of their own are two receipts."""
    return bool(_number(one) and _number(two))


def _scans(case: Case) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for scan in case.attachments:
        if scan.kind is AttachmentKind.RECEIPT and known(scan.about):
            found.setdefault(scan.about, set()).add(scan.sha256)
    return found
