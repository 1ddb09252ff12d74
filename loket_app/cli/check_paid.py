"""The premium that was paid, beside the estimate of `loket check`; nothing as long as nothing of it is noted."""

from __future__ import annotations

from typing import Any

from loket_app.cli.printed import Printed, titled
from loket_app.domain.advice import Advice
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.codec import plain
from loket_app.domain.departing import PremiumPaid, premium_out, premium_paid
from loket_app.domain.money import Money
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, field_label
from loket_app.i18n.phrases import answer_text
from loket_app.i18n.phrases_journey import premium_said

_KEYS = {
    "given": "premium_given",
    "amount": "premium_paid",
    "on": "premium_paid_on",
    "returned": "premium_returned",
    "returned_on": "premium_returned_on",
    "reason": "premium_difference",
}
"""What is noted of it: the key of the JSON, and the field of the departure."""


def paid(case: Case, on_leaving: Advice) -> Printed:
    """What is noted, then the difference in a sentence. `on_leaving` is the advice for the day of the departure."""
    told = _told(case, on_leaving) if _noted(case) else iter(())
    yield from titled(capital(field_label("departure")), told)


def _told(case: Case, on_leaving: Advice) -> Printed:
    for name, answer in _noted(case).items():
        path = f"departure/{name}"
        yield 2, said(capital(field_label(path)), answer_text(case, path, answer))
    words = premium_said(case, on_leaving)
    if words:
        yield 2, words


def paid_json(case: Case, on_leaving: Advice) -> dict[str, Any] | None:
    """The same as data. A difference is of what was paid less the estimate; null where the two can't be compared."""
    noted = _noted(case)
    if not noted:
        return None
    found, out = _found(case, on_leaving), premium_out(case)
    compared = found is not None and found.least is not None
    return {
        **{key: plain(noted[name]) if name in noted else None for key, name in _KEYS.items()},
        "departure": plain(on_leaving.departure) if found and found.dated else None,
        "estimate": _range(found.expected.low, found.expected.high) if found and compared else None,
        "difference": _range(found.least, found.most) if found and compared else None,
        "as_estimated": found.as_expected if found else None,
        "not_returned": plain(out.still) if out else None,
        "text": premium_said(case, on_leaving) or None,
    }


def _found(case: Case, on_leaving: Advice) -> PremiumPaid | None:
    return premium_paid(case, on_leaving.premium, dated=not on_leaving.assumed_today)


def _range(low: Money | None, high: Money | None) -> dict[str, Any]:
    return {"low": plain(low), "high": plain(high)}


def _noted(case: Case) -> dict[str, Any]:
    answers = {name: getattr(case.departure, name) for name in _KEYS.values()}
    return {name: answer for name, answer in answers.items() if answer is not NOT_ASKED}
