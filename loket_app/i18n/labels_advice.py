"""Words for the advice, the rule tables behind it, and the lines for machines of a passport."""

from __future__ import annotations

from loket_app.domain import advice, comparison, estimate, mrz, referral, tables
from loket_app.i18n import NP_
from loket_app.i18n.label_table import LabelTable

ADVICE: LabelTable = {
    tables.Verdict: {
        tables.Verdict.ELIGIBLE: NP_("verdict", "eligible"),
        tables.Verdict.REFER: NP_("verdict", "ask Fedasil"),
        tables.Verdict.OTHER_ROUTE: NP_("verdict", "other route: Immigration Office"),
        tables.Verdict.NOT_ELIGIBLE: NP_("verdict", "not eligible"),
        tables.Verdict.INCOMPLETE: NP_("verdict", "can't be said yet"),
    },
    tables.Confidence: {
        tables.Confidence.HIGH: NP_("confidence", "official source"),
        tables.Confidence.MEDIUM: NP_("confidence", "serious secondary source"),
        tables.Confidence.LOW: NP_("confidence", "old or single source"),
    },
    tables.Nature: {
        tables.Nature.CASH: NP_("nature", "in cash"),
        tables.Nature.KIND: NP_("nature", "in kind"),
    },
    tables.Topic: {
        tables.Topic.PREMIUM: NP_("topic", "departure premium"),
        tables.Topic.BUDGET: NP_("topic", "reintegration support"),
        tables.Topic.SUPPLEMENT: NP_("topic", "supplement to the reintegration support"),
    },
    tables.Per: {
        tables.Per.ADULT: NP_("per", "per adult"),
        tables.Per.CHILD: NP_("per", "per child"),
        tables.Per.PERSON: NP_("per", "per person"),
        tables.Per.HOUSEHOLD: NP_("per", "per household"),
    },
    tables.ValueKind: {
        tables.ValueKind.AMOUNT: NP_("value", "amount"),
        tables.ValueKind.RANGE: NP_("value", "between two amounts"),
        tables.ValueKind.UP_TO: NP_("value", "up to an amount"),
        tables.ValueKind.NONE: NP_("value", "no support"),
        tables.ValueKind.BY_APPROVAL: NP_("value", "only with Fedasil's approval"),
        tables.ValueKind.NOT_PUBLIC: NP_("value", "amount not known"),
        tables.ValueKind.ENDED: NP_("value", "ended"),
        tables.ValueKind.EXPECTED: NP_("value", "announced"),
        tables.ValueKind.PER_PERSON: NP_("value", "for each person"),
    },
    advice.Settles: {
        advice.Settles.VERDICT: NP_("settles", "whether the programme can help"),
        advice.Settles.PREMIUM: NP_("settles", "the departure premium"),
        advice.Settles.SUPPORT: NP_("settles", "the reintegration support"),
    },
    estimate.LineKind: {
        estimate.LineKind.AMOUNT: NP_("value", "amount"),
        estimate.LineKind.RANGE: NP_("value", "between two amounts"),
        estimate.LineKind.UP_TO: NP_("value", "up to an amount"),
        estimate.LineKind.NONE: NP_("value", "no support"),
        estimate.LineKind.BY_APPROVAL: NP_("value", "only with Fedasil's approval"),
        estimate.LineKind.NOT_KNOWN: NP_("value", "amount not known"),
        estimate.LineKind.ENDED: NP_("value", "ended"),
        estimate.LineKind.EXPECTED: NP_("value", "announced"),
        estimate.LineKind.OPEN: NP_("value", "an answer is missing first"),
        estimate.LineKind.CLOSED: NP_("value", "no estimate with this verdict"),
    },
    comparison.Cause: {
        comparison.Cause.TABLES: NP_("cause", "the rates and rules changed"),
        comparison.Cause.ANSWERS: NP_("cause", "answers in the case changed"),
        comparison.Cause.DEPARTURE: NP_("cause", "it counts for another departure date"),
    },
    referral.AgeGroup: {
        referral.AgeGroup.ADULT: NP_("age", "adult"),
        referral.AgeGroup.MINOR: NP_("age", "under 18"),
        referral.AgeGroup.NOT_KNOWN: NP_("age", "age not known"),
    },
    referral.Ask: {
        referral.Ask.MAY_TAKE_PART: NP_("ask", "Can the programme help here?"),
        referral.Ask.WHICH_STEPS: NP_("ask", "Which steps come first for the minor: guardian, family assessment?"),
        referral.Ask.APPROVE_BUDGET: NP_("ask", "Do you approve a reintegration budget because of vulnerability?"),
        referral.Ask.AMOUNT: NP_("ask", "Which amounts apply for this departure?"),
    },
    mrz.MrzForm: {
        mrz.MrzForm.TD1: NP_("machine-readable zone", "three lines, as on a card"),
        mrz.MrzForm.TD2: NP_("machine-readable zone", "two short lines, as on a larger card"),
        mrz.MrzForm.TD3: NP_("machine-readable zone", "two long lines, as in a passport"),
    },
    mrz.MrzCheck: {
        mrz.MrzCheck.NUMBER: NP_("machine-readable zone", "document number"),
        mrz.MrzCheck.BIRTH_DATE: NP_("machine-readable zone", "date of birth"),
        mrz.MrzCheck.EXPIRY: NP_("machine-readable zone", "valid until"),
        mrz.MrzCheck.OPTIONAL: NP_("machine-readable zone", "personal number"),
        mrz.MrzCheck.WHOLE: NP_("machine-readable zone", "all lines together"),
    },
    mrz.NotMrzReason: {
        mrz.NotMrzReason.SIGNS: NP_("machine-readable zone", "it has signs that don't belong there"),
        mrz.NotMrzReason.LENGTH: NP_("machine-readable zone", "its lines are too short or too long"),
        mrz.NotMrzReason.START: NP_("machine-readable zone", "it does not start like a travel document"),
    },
}
