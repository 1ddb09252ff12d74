"""Words for the return track, conversations, the handover and what comes after."""

from __future__ import annotations

from loket_app.domain import attachment, conversation, handover, stay, travel
from loket_app.i18n import NP_
from loket_app.i18n.label_table import LabelTable

TRACK: LabelTable = {
    conversation.KeyMoment: {
        conversation.KeyMoment.INFO_SESSION: NP_("key moment", "information session"),
        conversation.KeyMoment.INTAKE: NP_("key moment", "intake in the reception place"),
        conversation.KeyMoment.NEGATIVE_DECISION: NP_("key moment", "conversation after the negative decision"),
        conversation.KeyMoment.APPEAL_HEARING: NP_("key moment", "conversation after the hearing of the appeal"),
        conversation.KeyMoment.REFUSAL_FIRST: NP_("key moment", "first conversation after the final refusal"),
        conversation.KeyMoment.REFUSAL_SECOND: NP_("key moment", "second conversation after the final refusal"),
        conversation.KeyMoment.REFUSAL_THIRD: NP_("key moment", "third conversation after the final refusal"),
        conversation.KeyMoment.OTP_INTAKE: NP_("key moment", "intake in the open return place"),
        conversation.KeyMoment.OTP_ICAM_INTAKE: NP_("key moment", "ICAM intake"),
        conversation.KeyMoment.OTP_OPTIONS: NP_("key moment", "discussion of the options"),
        conversation.KeyMoment.OTP_OUTTAKE: NP_("key moment", "outtake"),
        conversation.KeyMoment.OTP_ICAM_DECISION: NP_("key moment", "ICAM decision"),
        conversation.KeyMoment.OTP_ICAM_HEARING: NP_("key moment", "ICAM hearing"),
    },
    conversation.Holder: {
        conversation.Holder.SOCIAL_WORKER: NP_("holder", "social worker"),
        conversation.Holder.ICAM_COACH: NP_("holder", "ICAM coach"),
        conversation.Holder.RETURN_COUNSELLOR: NP_("holder", "return counsellor"),
        conversation.Holder.OTHER: NP_("holder", "somebody else"),
    },
    conversation.Stance: {
        conversation.Stance.DOES_NOT_WANT: NP_("stance", "does not want to return"),
        conversation.Stance.DOUBTS: NP_("stance", "doubts"),
        conversation.Stance.CONSIDERS: NP_("stance", "considers it"),
        conversation.Stance.WANTS: NP_("stance", "wants to return"),
    },
    conversation.AfterConversation: {
        conversation.AfterConversation.RETURNS: NP_("after the conversation", "chooses to return"),
        conversation.AfterConversation.AGREES_WITH_TRACK: NP_("after the conversation", "agrees with the return track"),
        conversation.AfterConversation.OTHER_OPTION: NP_("after the conversation", "chooses another option"),
        conversation.AfterConversation.UNDECIDED: NP_("after the conversation", "has not decided yet"),
        conversation.AfterConversation.NO_COOPERATION: NP_("after the conversation", "does not take part in the track"),
    },
    conversation.AppointmentKind: {
        conversation.AppointmentKind.CONVERSATION: NP_("appointment", "conversation"),
        conversation.AppointmentKind.EMBASSY: NP_("appointment", "embassy or consulate"),
        conversation.AppointmentKind.DOCTOR: NP_("appointment", "doctor"),
        conversation.AppointmentKind.IOM: NP_("appointment", "IOM"),
        conversation.AppointmentKind.OTHER: NP_("appointment", "other appointment"),
    },
    conversation.AppointmentState: {
        conversation.AppointmentState.PLANNED: NP_("appointment state", "planned"),
        conversation.AppointmentState.KEPT: NP_("appointment state", "took place"),
        conversation.AppointmentState.MISSED: NP_("appointment state", "did not take place"),
        conversation.AppointmentState.CANCELLED: NP_("appointment state", "cancelled"),
    },
    conversation.TalkState: {
        conversation.TalkState.PLANNED: NP_("state of a conversation", "planned"),
        conversation.TalkState.HELD: NP_("state of a conversation", "held"),
        conversation.TalkState.NOT_HELD: NP_("state of a conversation", "did not take place"),
    },
    conversation.WaitingFor: {
        conversation.WaitingFor.CLIENT: NP_("waiting for", "the person"),
        conversation.WaitingFor.DOCUMENT: NP_("waiting for", "a document"),
        conversation.WaitingFor.IOM: NP_("waiting for", "IOM"),
        conversation.WaitingFor.FEDASIL: NP_("waiting for", "Fedasil"),
        conversation.WaitingFor.DVZ: NP_("waiting for", "the Immigration Office"),
        conversation.WaitingFor.OTHER: NP_("waiting for", "somebody else"),
    },
    stay.EndOfStay: {
        stay.EndOfStay.LEFT: NP_("end of stay", "left the place"),
        stay.EndOfStay.NO_COOPERATION: NP_("end of stay", "did not cooperate"),
        stay.EndOfStay.SUBSEQUENT_REQUEST: NP_("end of stay", "subsequent request, assigned elsewhere"),
        stay.EndOfStay.PERMIT: NP_("end of stay", "permit of more than 3 months"),
        stay.EndOfStay.RETURNED: NP_("end of stay", "returned"),
    },
    stay.ExtensionState: {
        stay.ExtensionState.ASKED: NP_("extension", "asked, no answer yet"),
        stay.ExtensionState.GRANTED: NP_("extension", "granted"),
        stay.ExtensionState.REFUSED: NP_("extension", "refused"),
    },
    travel.Reimburser: {
        travel.Reimburser.IOM: NP_("reimbursed by", "IOM"),
        travel.Reimburser.FEDASIL: NP_("reimbursed by", "Fedasil"),
        travel.Reimburser.OTHER: NP_("reimbursed by", "somebody else"),
    },
    handover.Recipient: {
        handover.Recipient.IOM: NP_("recipient", "IOM"),
        handover.Recipient.FEDASIL_BOOKING: NP_("recipient", "Fedasil, booking cell"),
        handover.Recipient.CARITAS: NP_("recipient", "Caritas"),
    },
    handover.DepartureResult: {
        handover.DepartureResult.DEPARTED: NP_("departure", "departed"),
        handover.DepartureResult.WITHDREW: NP_("departure", "withdrew on the day"),
        handover.DepartureResult.NO_SHOW: NP_("departure", "did not come"),
        handover.DepartureResult.REFUSED_BOARDING: NP_("departure", "not allowed on board"),
        handover.DepartureResult.POSTPONED: NP_("departure", "postponed"),
    },
    attachment.AttachmentKind: {
        attachment.AttachmentKind.DOCUMENT: NP_("scan", "document"),
        attachment.AttachmentKind.RECEIPT: NP_("scan", "receipt"),
        attachment.AttachmentKind.CONSENT: NP_("scan", "signed consent"),
        attachment.AttachmentKind.MEDICAL: NP_("scan", "medical paper"),
        attachment.AttachmentKind.PHOTO: NP_("scan", "photo"),
        attachment.AttachmentKind.OTHER: NP_("scan", "other"),
    },
}
