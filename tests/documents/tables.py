"""Rule tables of the tests' own: the golden pages don't move when a shipped amount or source does."""

from __future__ import annotations

from datetime import date

from loket_app.domain.money import Money
from loket_app.domain.tables import (
    Confidence,
    CountryGroup,
    Figure,
    LocalText,
    Membership,
    Nature,
    Per,
    Period,
    Row,
    Rule,
    RuleTables,
    Source,
    Topic,
    ValueKind,
    Verdict,
)

_CHECKED = date(2026, 3, 2)
_SOURCE = Source("Agentschap Integratie en Inburgering, aanpassingen", Confidence.MEDIUM, _CHECKED, date(2022, 1, 26))
_OFFICIAL = Source("Fedasil, brochure vrijwillige terugkeer", Confidence.HIGH, _CHECKED)
_ALWAYS = Period()
_SINCE_2022 = Period(start=date(2022, 1, 1))


def _same(text: str) -> LocalText:
    return LocalText(nl=f"{text} (nl)", fr=f"{text} (fr)", de=f"{text} (de)", en=text)


def _rule(rule_id: str, verdict: Verdict, title: str) -> Rule:
    change = _same("This changes with another answer.")
    return Rule(rule_id, _same(title), change, verdict, _ALWAYS, _OFFICIAL, stops_handover=rule_id == "free-choice")


def _figure(topic: Topic, per: Per, group: str, row: Row) -> Figure:
    nature = Nature.CASH if topic is Topic.PREMIUM else Nature.KIND
    title = _same(f"{topic.value}, {group}")
    return Figure(f"{topic.value}-{group}-{per.value}", title, topic, nature, per, (row,), group=group)


def _amount(euro: int) -> Row:
    return Row(_SINCE_2022, ValueKind.AMOUNT, _SOURCE, Money.of(euro), Money.of(euro))


def _no_amount(kind: ValueKind) -> Row:
    return Row(_SINCE_2022, kind, _SOURCE, note=_same("The amount is not public."))


def tables() -> RuleTables:
    """A few rules and figures, one of each kind that the pages must show."""
    free, required = "visa-free", "visa-required"
    return RuleTables(
        version="test.1",
        dated=date(2026, 3, 2),
        rules=(
            _rule("open-to", Verdict.ELIGIBLE, "The programme is open to people without legal stay or in a procedure."),
            _rule("closed-centre", Verdict.OTHER_ROUTE, "In a closed centre the Immigration Office decides."),
            _rule("earlier-support", Verdict.REFER, "Return support was received in the past five years."),
            _rule("unaccompanied-minor", Verdict.REFER, "A minor who came alone: the guardian and IOM look first."),
            _rule("destination", Verdict.NOT_ELIGIBLE, "There is no right to settle at the destination."),
            _rule("free-choice", Verdict.NOT_ELIGIBLE, "The choice is not free, or not informed."),
        ),
        figures=(
            _figure(Topic.PREMIUM, Per.ADULT, required, _amount(350)),
            _figure(Topic.PREMIUM, Per.CHILD, required, _amount(175)),
            _figure(Topic.PREMIUM, Per.ADULT, free, _amount(50)),
            _figure(Topic.PREMIUM, Per.CHILD, free, _amount(25)),
            _figure(Topic.BUDGET, Per.HOUSEHOLD, required, _no_amount(ValueKind.NOT_PUBLIC)),
            _figure(Topic.BUDGET, Per.HOUSEHOLD, free, _no_amount(ValueKind.BY_APPROVAL)),
            _figure(
                Topic.SUPPLEMENT,
                Per.PERSON,
                required,
                Row(_SINCE_2022, ValueKind.UP_TO, _SOURCE, Money.of(0), Money.of(1000)),
            ),
        ),
        groups=(
            CountryGroup(
                free, _same(free), "visa", _OFFICIAL, tuple(Membership(code, _ALWAYS) for code in ("GE", "XK", "AL"))
            ),
            CountryGroup(required, _same(required), "visa", _OFFICIAL, others=True),
        ),
    )
