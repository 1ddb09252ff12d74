"""Everything about one rule of eligibility: the reason, what it leads to, what would change it, its source."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from loket_app.domain.tables import Period, Verdict
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import SIGNS, local
from loket_app.services.rates_views import RuleView
from loket_app.ui.rules.sheet_parts import add_origin, facts, hairline, note, page, words
from loket_app.ui.rules.wording import counts_text, period_text, short


def verdict_text(verdict: Verdict) -> str:
    """The sign and the word of a verdict."""
    return f"{SIGNS[verdict]} {capital(label(verdict))}"


def rule_sheet(view: RuleView, day: date) -> QWidget:
    """The sheet of a rule on a date."""
    rule = view.rule
    made, column = page()
    column.addWidget(words(local(rule.title), "heading"))
    if not view.current:
        column.addWidget(note("info", _("Does not count on {date}.").format(date=short(day))))
    pairs = [
        (_("Verdict"), verdict_text(rule.verdict)),
        (_("What would change it"), local(rule.change)),
        (_("Handover"), _("Nothing may be handed over while this holds.") if rule.stops_handover else ""),
        (_("Dates"), period_text(rule.period) if rule.period != Period() else ""),
        (_("Sources weighed"), local(rule.note) if rule.note else ""),
    ]
    column.addWidget(facts([(caption, text) for caption, text in pairs if text]))
    if view.current and rule.period != Period():
        column.addWidget(note("ok", capital(counts_text(day))))
    column.addWidget(hairline())
    add_origin(column, rule, view.stale_since)
    column.addStretch(1)
    return made
