"""Words for who somebody is and where a case stands."""

from __future__ import annotations

from loket_app.domain import answers, case, handover, person, status
from loket_app.i18n import NP_
from loket_app.i18n.label_table import LabelTable

PEOPLE: LabelTable = {
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
        case.ConsentPurpose.PROGRAMME: NP_("consent", "taking part in the return programme"),
        case.ConsentPurpose.DATA_TO_IOM: NP_("consent", "passing the file on to IOM"),
        case.ConsentPurpose.DATA_TO_CARITAS: NP_("consent", "passing the file on to Caritas"),
        case.ConsentPurpose.MESSAGE: NP_("consent", "leaving a message"),
        case.ConsentPurpose.PHOTOS: NP_("consent", "use of photos and testimony"),
    },
    case.ConsentState: {
        case.ConsentState.GIVEN: NP_("consent state", "given"),
        case.ConsentState.DECLINED: NP_("consent state", "not given"),
        case.ConsentState.WITHDRAWN: NP_("consent state", "withdrawn"),
    },
    handover.HandoverState: {
        handover.HandoverState.PREPARED: NP_("handover", "prepared"),
        handover.HandoverState.SENT: NP_("handover", "sent"),
        handover.HandoverState.RECEIVED: NP_("handover", "received"),
        handover.HandoverState.ACCEPTED: NP_("handover", "accepted"),
        handover.HandoverState.REJECTED: NP_("handover", "sent back"),
        handover.HandoverState.CORRECTED: NP_("handover", "corrected"),
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
