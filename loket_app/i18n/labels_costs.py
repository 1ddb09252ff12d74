"""Words for what Loket works out of costs, the plan and the departure."""

from __future__ import annotations

from loket_app.domain import costs, reintegration
from loket_app.i18n import NP_
from loket_app.i18n.label_table import LabelTable

COSTS: LabelTable = {
    costs.Likeness: {
        costs.Likeness.NUMBER: NP_("alike", "the same receipt number"),
        costs.Likeness.SCAN: NP_("alike", "the same scan"),
        costs.Likeness.SAME: NP_("alike", "the same amount, date and kind"),
    },
    reintegration.BudgetFit: {
        reintegration.BudgetFit.EMPTY: NP_("plan and estimate", "no amounts planned yet"),
        reintegration.BudgetFit.WITHIN: NP_("plan and estimate", "within the estimate"),
        reintegration.BudgetFit.MAYBE_OVER: NP_("plan and estimate", "within the range, above its lower end"),
        reintegration.BudgetFit.OVER: NP_("plan and estimate", "above the estimate"),
        reintegration.BudgetFit.NOT_KNOWN: NP_("plan and estimate", "not to be compared, as an amount is not known"),
    },
}
