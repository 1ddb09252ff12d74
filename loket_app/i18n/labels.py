"""What the members of the domain's enums are called at the desk: one table per enum, in the reader's language.

Labels start small, so that they fit inside a sentence; `capital` makes one stand alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from loket_app.domain import advice, answers, case, estimate, mrz, person, status, stay, tables, travel, wish
from loket_app.i18n import NP_, pgettext
from loket_app.i18n.fields import field_help, field_label

__all__ = ["LABELS", "capital", "field_help", "field_label", "label", "yes_no"]


def label(member: Enum) -> str:
    """The word for a member in the current language. Raises KeyError for an enum without a table."""
    return pgettext(*LABELS[type(member)][member])


def yes_no(value: bool) -> str:  # noqa: FBT001  a truth is all that there is to say
    """`yes` or `no` in the current language."""
    return pgettext("answer", "yes") if value else pgettext("answer", "no")


def capital(text: str) -> str:
    """The text with a capital at its start: a label that stands alone."""
    return text[:1].upper() + text[1:]


_CASE: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
    answers.Missing: {
        answers.Missing.NOT_ASKED: NP_("answer", "not asked"),
        answers.Missing.UNKNOWN: NP_("answer", "unknown"),
        answers.Missing.DECLINED: NP_("answer", "declined"),
    },
    case.Desk: {
        case.Desk.BRUSSELS: NP_("desk", "Brussels"),
        case.Desk.ANTWERP: NP_("desk", "Antwerp"),
        case.Desk.GHENT: NP_("desk", "Ghent"),
        case.Desk.LIEGE: NP_("desk", "Liège"),
        case.Desk.CHARLEROI: NP_("desk", "Charleroi"),
    },
    case.Referral: {
        case.Referral.SELF: NP_("referral", "came on their own"),
        case.Referral.RETURN_PARTNER: NP_("referral", "return partner"),
        case.Referral.CONEX: NP_("referral", "CONEX"),
        case.Referral.RECEPTION: NP_("referral", "reception network"),
        case.Referral.CLOSED_CENTRE: NP_("referral", "closed centre"),
        case.Referral.OTHER: NP_("referral", "other"),
    },
    case.ConsentPurpose: {
        case.ConsentPurpose.PROGRAMME: NP_("consent", "to take part in the return programme"),
        case.ConsentPurpose.DATA_TO_IOM: NP_("consent", "to pass the file on to IOM"),
        case.ConsentPurpose.DATA_TO_CARITAS: NP_("consent", "to pass the file on to Caritas"),
        case.ConsentPurpose.MESSAGE: NP_("consent", "to leave a message"),
        case.ConsentPurpose.PHOTOS: NP_("consent", "to use photos and testimony"),
    },
    case.ConsentState: {
        case.ConsentState.GIVEN: NP_("consent state", "given"),
        case.ConsentState.DECLINED: NP_("consent state", "not given"),
        case.ConsentState.WITHDRAWN: NP_("consent state", "withdrawn"),
    },
    case.HandoverState: {
        case.HandoverState.PREPARED: NP_("handover", "prepared"),
        case.HandoverState.SENT: NP_("handover", "sent"),
        case.HandoverState.RECEIVED: NP_("handover", "received"),
        case.HandoverState.ACCEPTED: NP_("handover", "accepted"),
        case.HandoverState.REJECTED: NP_("handover", "sent back"),
        case.HandoverState.CORRECTED: NP_("handover", "corrected"),
    },
    status.Status: {
        status.Status.ENQUIRY: NP_("status", "enquiry"),
        status.Status.INTAKE: NP_("status", "intake"),
        status.Status.APPLICATION: NP_("status", "application"),
        status.Status.HANDED_OVER: NP_("status", "handed over"),
        status.Status.BOOKED: NP_("status", "journey booked"),
        status.Status.DEPARTED: NP_("status", "departed"),
        status.Status.ARRIVED: NP_("status", "arrived"),
        status.Status.FOLLOW_UP: NP_("status", "follow-up"),
        status.Status.CLOSED: NP_("status", "closed"),
        status.Status.WITHDRAWN: NP_("status", "withdrawn"),
        status.Status.REFERRED: NP_("status", "referred"),
    },
}

_PERSON: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
    person.Relation: {
        person.Relation.APPLICANT: NP_("relation", "applicant"),
        person.Relation.PARTNER: NP_("relation", "partner"),
        person.Relation.CHILD: NP_("relation", "child"),
        person.Relation.PARENT: NP_("relation", "parent"),
        person.Relation.SIBLING: NP_("relation", "brother or sister"),
        person.Relation.OTHER: NP_("relation", "other"),
    },
    person.Sex: {
        person.Sex.FEMALE: NP_("sex", "female"),
        person.Sex.MALE: NP_("sex", "male"),
        person.Sex.OTHER: NP_("sex", "X"),
    },
    person.CivilStatus: {
        person.CivilStatus.SINGLE: NP_("civil status", "single"),
        person.CivilStatus.MARRIED: NP_("civil status", "married"),
        person.CivilStatus.COHABITING: NP_("civil status", "living together"),
        person.CivilStatus.DIVORCED: NP_("civil status", "divorced"),
        person.CivilStatus.SEPARATED: NP_("civil status", "separated"),
        person.CivilStatus.WIDOWED: NP_("civil status", "widowed"),
    },
    person.Literacy: {
        person.Literacy.READS_WELL: NP_("literacy", "reads well"),
        person.Literacy.READS_SOME: NP_("literacy", "reads a little"),
        person.Literacy.DOES_NOT_READ: NP_("literacy", "does not read"),
    },
    person.Vulnerability: {
        person.Vulnerability.PREGNANT: NP_("vulnerability", "pregnant"),
        person.Vulnerability.HEALTH: NP_("vulnerability", "health problem"),
        person.Vulnerability.UNACCOMPANIED_MINOR: NP_("vulnerability", "unaccompanied minor"),
        person.Vulnerability.TRAFFICKING: NP_("vulnerability", "victim of trafficking"),
        person.Vulnerability.FAMILY_WITH_MINORS: NP_("vulnerability", "family with minor children"),
        person.Vulnerability.DISABILITY: NP_("vulnerability", "disability"),
        person.Vulnerability.ELDERLY: NP_("vulnerability", "elderly"),
        person.Vulnerability.OTHER: NP_("vulnerability", "other"),
        person.Vulnerability.NONE: NP_("vulnerability", "none"),
    },
    person.Fitness: {
        person.Fitness.FIT: NP_("fitness", "can travel"),
        person.Fitness.WITH_HELP: NP_("fitness", "can travel with help"),
        person.Fitness.DOCTOR_DECIDES: NP_("fitness", "a doctor decides"),
        person.Fitness.NOT_FIT: NP_("fitness", "can't travel now"),
    },
    person.IdentifierKind: {
        person.IdentifierKind.NATIONAL: NP_("identifier", "national register number"),
        person.IdentifierKind.BIS: NP_("identifier", "BIS number"),
        person.IdentifierKind.DVZ: NP_("identifier", "Immigration Office number (OV/SP)"),
        person.IdentifierKind.CGVS: NP_("identifier", "CGRS number"),
        person.IdentifierKind.FEDASIL: NP_("identifier", "Fedasil number"),
        person.IdentifierKind.IOM: NP_("identifier", "IOM number"),
        person.IdentifierKind.OTHER: NP_("identifier", "other number"),
    },
}

_STAY: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
    stay.StayCategory: {
        stay.StayCategory.APPLICANT: NP_("stay", "applicant for international protection"),
        stay.StayCategory.REJECTED: NP_("stay", "rejected applicant for international protection"),
        stay.StayCategory.NO_LEGAL_STAY: NP_("stay", "without legal stay"),
        stay.StayCategory.OTHER_PROCEDURE: NP_("stay", "in another residence procedure"),
        stay.StayCategory.LEGAL_STAY: NP_("stay", "legal stay"),
        stay.StayCategory.BELGIAN: NP_("stay", "Belgian"),
    },
    stay.ProcedureKind: {
        stay.ProcedureKind.PROTECTION: NP_("procedure", "international protection"),
        stay.ProcedureKind.SUBSEQUENT_PROTECTION: NP_("procedure", "international protection, subsequent request"),
        stay.ProcedureKind.FAMILY: NP_("procedure", "family reunification"),
        stay.ProcedureKind.HUMANITARIAN: NP_("procedure", "humanitarian (9bis)"),
        stay.ProcedureKind.MEDICAL: NP_("procedure", "medical (9ter)"),
        stay.ProcedureKind.STUDENT: NP_("procedure", "student"),
        stay.ProcedureKind.WORK: NP_("procedure", "work"),
        stay.ProcedureKind.TOURIST: NP_("procedure", "tourist"),
        stay.ProcedureKind.OTHER: NP_("procedure", "other"),
    },
    stay.Outcome: {
        stay.Outcome.PENDING: NP_("outcome", "pending"),
        stay.Outcome.POSITIVE: NP_("outcome", "positive"),
        stay.Outcome.NEGATIVE: NP_("outcome", "negative"),
        stay.Outcome.WITHDRAWN: NP_("outcome", "request withdrawn"),
    },
    stay.Authority: {
        stay.Authority.DVZ: NP_("authority", "Immigration Office"),
        stay.Authority.CGVS: NP_("authority", "CGRS"),
        stay.Authority.RVV: NP_("authority", "CALL"),
        stay.Authority.COUNCIL_OF_STATE: NP_("authority", "Council of State"),
        stay.Authority.OTHER: NP_("authority", "other"),
    },
    stay.OpenReturnPlace: {
        stay.OpenReturnPlace.ASSIGNED: NP_("open return place", "assigned"),
        stay.OpenReturnPlace.EXCEPTION_ASKED: NP_("open return place", "exception asked"),
        stay.OpenReturnPlace.NONE: NP_("open return place", "none assigned"),
    },
}

_WISH: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
    wish.DestinationRight: {
        wish.DestinationRight.COUNTRY_OF_ORIGIN: NP_("destination", "country of origin"),
        wish.DestinationRight.PERMANENT_RESIDENCE: NP_("destination", "permanent residence guaranteed there"),
        wish.DestinationRight.NEITHER: NP_("destination", "neither"),
    },
    wish.Timing: {
        wish.Timing.AS_SOON_AS_POSSIBLE: NP_("timing", "as soon as possible"),
        wish.Timing.FROM_A_DATE: NP_("timing", "from a date"),
        wish.Timing.UNDECIDED: NP_("timing", "not decided yet"),
    },
    wish.PlanPurpose: {
        wish.PlanPurpose.BUSINESS: NP_("plan", "own business"),
        wish.PlanPurpose.WORK: NP_("plan", "finding work"),
        wish.PlanPurpose.HOUSING: NP_("plan", "renting or renovating a home"),
        wish.PlanPurpose.MEDICAL: NP_("plan", "medical costs"),
        wish.PlanPurpose.TRAINING: NP_("plan", "training"),
        wish.PlanPurpose.OTHER: NP_("plan", "other"),
    },
    wish.Partner: {
        wish.Partner.IOM: NP_("partner", "IOM"),
        wish.Partner.CARITAS: NP_("partner", "Caritas"),
    },
}

_TRAVEL: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
    travel.DocumentKind: {
        travel.DocumentKind.PASSPORT: NP_("document", "passport"),
        travel.DocumentKind.IDENTITY_CARD: NP_("document", "identity card"),
        travel.DocumentKind.LAISSEZ_PASSER: NP_("document", "laissez-passer"),
        travel.DocumentKind.EU_RETURN_DOCUMENT: NP_("document", "European travel document for return"),
        travel.DocumentKind.BIRTH_CERTIFICATE: NP_("document", "birth certificate"),
        travel.DocumentKind.MARRIAGE_CERTIFICATE: NP_("document", "marriage certificate"),
        travel.DocumentKind.PARENTAL_CONSENT: NP_("document", "consent of the other parent"),
        travel.DocumentKind.TRANSIT_VISA: NP_("document", "transit visa"),
        travel.DocumentKind.MEDICAL: NP_("document", "medical certificate"),
        travel.DocumentKind.OTHER: NP_("document", "other paper"),
    },
    travel.DocumentState: {
        travel.DocumentState.HAS: NP_("document state", "has it"),
        travel.DocumentState.EXPIRED: NP_("document state", "expired"),
        travel.DocumentState.LOST_REPORTED: NP_("document state", "lost, reported to the police"),
        travel.DocumentState.LOST_UNREPORTED: NP_("document state", "lost, not reported yet"),
        travel.DocumentState.HELD_BY_DVZ: NP_("document state", "kept by the Immigration Office"),
        travel.DocumentState.REQUESTED: NP_("document state", "requested"),
        travel.DocumentState.RECEIVED: NP_("document state", "received"),
        travel.DocumentState.REFUSED: NP_("document state", "refused"),
        travel.DocumentState.NONE: NP_("document state", "none"),
    },
    travel.CostKind: {
        travel.CostKind.DOCUMENT_FEE: NP_("cost", "fee for a document"),
        travel.CostKind.PHOTOS: NP_("cost", "passport photos"),
        travel.CostKind.TRANSLATION: NP_("cost", "translation"),
        travel.CostKind.LEGALISATION: NP_("cost", "legalisation"),
        travel.CostKind.TRAVEL_TO_EMBASSY: NP_("cost", "travel to the embassy"),
        travel.CostKind.TRAVEL_TO_DEPARTURE: NP_("cost", "travel to the departure point"),
        travel.CostKind.ADMINISTRATIVE: NP_("cost", "administrative costs"),
        travel.CostKind.OTHER: NP_("cost", "other"),
    },
    travel.CostState: {
        travel.CostState.PLANNED: NP_("cost state", "planned"),
        travel.CostState.PAID_BY_CLIENT: NP_("cost state", "paid by the person"),
        travel.CostState.APPROVED: NP_("cost state", "approved"),
        travel.CostState.REIMBURSED: NP_("cost state", "reimbursed"),
        travel.CostState.REFUSED: NP_("cost state", "refused"),
    },
    travel.Transport: {
        travel.Transport.PLANE: NP_("transport", "by plane"),
        travel.Transport.BUS: NP_("transport", "by bus"),
    },
    travel.Escort: {
        travel.Escort.NONE: NP_("escort", "none"),
        travel.Escort.MEDICAL: NP_("escort", "medical"),
        travel.Escort.SOCIAL: NP_("escort", "social"),
    },
}

_TABLES: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
    tables.Verdict: {
        tables.Verdict.ELIGIBLE: NP_("verdict", "eligible"),
        tables.Verdict.REFER: NP_("verdict", "ask Fedasil"),
        tables.Verdict.OTHER_ROUTE: NP_("verdict", "other route: Immigration Office"),
        tables.Verdict.NOT_ELIGIBLE: NP_("verdict", "not eligible"),
        tables.Verdict.INCOMPLETE: NP_("verdict", "can't be said yet"),
    },
    tables.Confidence: {
        tables.Confidence.HIGH: NP_("confidence", "official source"),
        tables.Confidence.MEDIUM: NP_("confidence", "serious source, not official"),
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
    },
}

_ADVICE: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
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
        estimate.LineKind.OPEN: NP_("value", "an answer is missing first"),
    },
}

_MRZ: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
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

LABELS: Mapping[type[Enum], Mapping[Enum, tuple[str, str]]] = {
    **_CASE,
    **_PERSON,
    **_STAY,
    **_WISH,
    **_TRAVEL,
    **_TABLES,
    **_ADVICE,
    **_MRZ,
}
"""Every enum of the domain: a member's context and source word."""
