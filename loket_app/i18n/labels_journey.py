"""Words for the stay, the wish to return, papers, costs and the journey."""

from __future__ import annotations

from loket_app.domain import stay, travel, wish
from loket_app.i18n import NP_
from loket_app.i18n.label_table import LabelTable

JOURNEY: LabelTable = {
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
