"""Words for what the return track works out: phases, states, events and what looks odd."""

from __future__ import annotations

from loket_app.domain import track_parts as parts
from loket_app.domain import track_rules
from loket_app.i18n import NP_
from loket_app.i18n.label_table import LabelTable

TRACK_ENGINE: LabelTable = {
    parts.Phase: {
        parts.Phase.NONE: NP_("track phase", "no return track"),
        parts.Phase.PROCEDURE: NP_("track phase", "during the procedure"),
        parts.Phase.NEGATIVE_DECISION: NP_("track phase", "after the negative decision"),
        parts.Phase.FINAL_REFUSAL: NP_("track phase", "after the final refusal"),
        parts.Phase.OPEN_RETURN_PLACE: NP_("track phase", "in the open return place"),
        parts.Phase.ENDED: NP_("track phase", "ended"),
    },
    parts.Applies: {
        parts.Applies.YES: NP_("track applies", "the return track applies"),
        parts.Applies.NO_MINOR: NP_("track applies", "does not apply: unaccompanied minor"),
        parts.Applies.NO_NOT_IN_RECEPTION: NP_("track applies", "does not apply: not in the reception network"),
        parts.Applies.NO_REQUEST: NP_("track applies", "does not apply: no request for international protection"),
        parts.Applies.UNKNOWN: NP_("track applies", "not known yet whether it applies"),
    },
    parts.MomentState: {
        parts.MomentState.DONE: NP_("moment state", "done"),
        parts.MomentState.LATE: NP_("moment state", "late"),
        parts.MomentState.DUE: NP_("moment state", "to do now"),
        parts.MomentState.COMING: NP_("moment state", "coming"),
        parts.MomentState.NOT_COMPUTABLE: NP_("moment state", "cannot be computed"),
        parts.MomentState.NOT_HELD: NP_("moment state", "not recorded"),
        parts.MomentState.NOT_NEEDED: NP_("moment state", "no longer needed"),
    },
    parts.Unit: {
        parts.Unit.CALENDAR_DAYS: NP_("term unit", "calendar days"),
        parts.Unit.WORKING_DAYS: NP_("term unit", "working days"),
        parts.Unit.NONE: NP_("term unit", "no term"),
    },
    parts.EventKind: {
        parts.EventKind.REQUEST: NP_("track event", "request for protection"),
        parts.EventKind.DECISION: NP_("track event", "decision"),
        parts.EventKind.NOTIFIED: NP_("track event", "notification of the decision"),
        parts.EventKind.APPEAL: NP_("track event", "appeal"),
        parts.EventKind.HEARING: NP_("track event", "hearing of the appeal"),
        parts.EventKind.FINAL_REFUSAL: NP_("track event", "notification of the final refusal"),
        parts.EventKind.OTP_ASSIGNED: NP_("track event", "assignment of the open return place"),
        parts.EventKind.OTP_ARRIVAL: NP_("track event", "arrival in the open return place"),
        parts.EventKind.AGREED: NP_("track event", "agreed with the return track"),
        parts.EventKind.AID_ENDS: NP_("track event", "end of the material aid"),
        parts.EventKind.ORDER: NP_("track event", "notification of the order to leave"),
        parts.EventKind.LEAVE_BY: NP_("track event", "last day of the order to leave"),
        parts.EventKind.STAY_ENDED: NP_("track event", "end of the stay"),
        parts.EventKind.DEPARTURE: NP_("track event", "departure"),
    },
    parts.OddKind: {
        parts.OddKind.IN_THE_FUTURE: NP_("odd", "This date is in the future. Is that right?"),
        parts.OddKind.NOTIFIED_BEFORE_DECIDED: NP_("odd", "Notified before the decision was taken. Is that right?"),
        parts.OddKind.HEARING_BEFORE_NOTIFICATION: NP_(
            "odd", "The hearing is before the notification of the decision. Is that right?"
        ),
        parts.OddKind.HEARING_BEFORE_APPEAL: NP_("odd", "The hearing is before the appeal was lodged. Is that right?"),
        parts.OddKind.APPEAL_BEFORE_NOTIFICATION: NP_(
            "odd", "The appeal is before the notification of the decision. Is that right?"
        ),
        parts.OddKind.APPEAL_DAY_ALONE: NP_("odd", "There is a day of an appeal. Was an appeal lodged?"),
        parts.OddKind.APPEAL_DAY_WITHOUT_APPEAL: NP_(
            "odd", "There is a day of an appeal, but no appeal. Which is right?"
        ),
        parts.OddKind.HEARING_WITHOUT_APPEAL: NP_("odd", "There is a hearing, but no appeal. Was one lodged?"),
        parts.OddKind.HEARING_APPEAL_UNSAID: NP_("odd", "There is a hearing. Was an appeal lodged?"),
        parts.OddKind.HEARING_SUSPENSIVE_UNSAID: NP_("odd", "There is a hearing. Is the appeal suspensive?"),
        parts.OddKind.HEARING_NOT_SUSPENSIVE: NP_(
            "odd", "The conversation after the hearing is for a suspensive appeal. This one is not. Is that right?"
        ),
        parts.OddKind.TWO_FINAL_REFUSALS: NP_(
            "odd", "Two decisions are final refusals. The latest notification counts. Is that right?"
        ),
        parts.OddKind.FINAL_BY_DVZ: NP_(
            "odd",
            "The Immigration Office refuses in other procedures too, and one is in this case. So this does not count as the "
            "final refusal of protection. Is that right?",
        ),
        parts.OddKind.REQUEST_MISSING: NP_(
            "odd", "This decision comes after a request that was closed. Is a later request missing in the case?"
        ),
        parts.OddKind.LATER_REQUEST_MISSING: NP_(
            "odd", "The stay ended with a later request, but none is in the case. Is it missing?"
        ),
        parts.OddKind.LATER_REQUEST_PENDING: NP_(
            "odd",
            "A later request is pending. Did it end the stay in the open return place? Until you say so, the terms go on.",
        ),
        parts.OddKind.LATER_REQUEST_DECIDED: NP_(
            "odd", "There was a decision on a later request. Did that request end the stay in the open return place?"
        ),
        parts.OddKind.PLACE_OF_EARLIER_STAY: NP_(
            "odd", "These answers are about an earlier stay and no longer count. Is there an open return place now?"
        ),
        parts.OddKind.DAYS_OF_EARLIER_PLACE: NP_(
            "odd", "The place was assigned anew, and this day is of the stay before. When does the person arrive now?"
        ),
        parts.OddKind.ASSIGNED_ON_ALONE: NP_(
            "odd", "There is a day on which an open return place was assigned. Was one assigned?"
        ),
        parts.OddKind.ASSIGNED_ON_WITHOUT_PLACE: NP_(
            "odd", "There is a day of assignment, but no open return place was assigned. Which is right?"
        ),
        parts.OddKind.ASSIGNED_BEFORE_NOTIFICATION: NP_(
            "odd", "The place was assigned before the notification of the final refusal. Is that right?"
        ),
        parts.OddKind.ARRIVAL_BEFORE_ASSIGNMENT: NP_(
            "odd", "The arrival is before the day on which the place was assigned. Is that right?"
        ),
        parts.OddKind.ARRIVAL_BEFORE_NOTIFICATION: NP_(
            "odd", "Arrived in the open return place before the final refusal was notified. Is that right?"
        ),
        parts.OddKind.ARRIVAL_WITHOUT_REFUSAL: NP_(
            "odd", "Arrived in the open return place, but no final refusal was noted. Is one missing?"
        ),
        parts.OddKind.ARRIVAL_WITHOUT_PLACE: NP_(
            "odd", "Arrived in an open return place, but none was assigned. Is that right?"
        ),
        parts.OddKind.ARRIVAL_AFTER_AID: NP_(
            "odd", "Arrived after the right to material aid had ended. Are both dates right?"
        ),
        parts.OddKind.AGREED_AFTER_AID: NP_(
            "odd", "Agreed after the right to material aid had ended. Are both dates right?"
        ),
        parts.OddKind.AGREED_BEFORE_ARRIVAL: NP_(
            "odd", "Agreed before the arrival in the open return place. Is that right?"
        ),
        parts.OddKind.AGREED_ON_WITHOUT_AGREEMENT: NP_(
            "odd", "There is a date of agreement, but the person did not agree. Is that right?"
        ),
        parts.OddKind.AGREED_ON_ALONE: NP_("odd", "There is a date of agreement. Did the person agree with the track?"),
        parts.OddKind.ENDED_BEFORE_ARRIVAL: NP_("odd", "The stay ended before it began. Is that right?"),
        parts.OddKind.LEAVE_BY_BEFORE_NOTIFICATION: NP_(
            "odd", "The last day of the order is before its notification. Is that right?"
        ),
        parts.OddKind.CONVERSATION_TOO_EARLY: NP_(
            "odd",
            "This conversation was held before what it is about. It does not count for that key moment. Is the date right?",
        ),
        parts.OddKind.CLOSED_UNWRITTEN: NP_(
            "odd", "The request was refused or withdrawn, but no decision is in the case. Which decision was it?"
        ),
        parts.OddKind.REFUSAL_ANNULLED: NP_(
            "odd", "The refusal before this place was annulled. Does the person still live there?"
        ),
        parts.OddKind.AID_OVER: NP_("odd", "The right to material aid has ended. Does the person still live there?"),
        parts.OddKind.LEFT_RECEPTION: NP_(
            "odd", "Arrived in an open return place, and no longer in reception. Did the person leave?"
        ),
        parts.OddKind.LONG_AGO: NP_("odd", "This date is very long ago. Is the year right?"),
        parts.OddKind.REQUEST_AFTER_DECISION: NP_("odd", "The request is later than a decision on it. Is that right?"),
        parts.OddKind.FINAL_WITH_APPEAL: NP_(
            "odd", "A final refusal, but an appeal was lodged against it. Is it final?"
        ),
        parts.OddKind.CONVERSATION_OUT_OF_ORDER: NP_(
            "odd", "The conversation that comes before this one is not recorded before it. Is it missing?"
        ),
        parts.OddKind.CONVERSATION_AFTER_END: NP_(
            "odd", "This conversation is after the end of the stay. Is that right?"
        ),
        parts.OddKind.HELD_OR_STILL_PLANNED: NP_("odd", "This conversation says planned. Did it take place?"),
        parts.OddKind.AGREED_IN_CONVERSATION: NP_(
            "odd", "A conversation says that the person agrees with the track. Shall that count?"
        ),
        parts.OddKind.NO_COOPERATION_NOTED: NP_(
            "odd", "A conversation says that the person does not cooperate. Did that end the stay?"
        ),
        parts.OddKind.END_WITHOUT_DAY: NP_("odd", "It is said how this ended, but not when. On which day?"),
        parts.OddKind.DAY_WITHOUT_END: NP_("odd", "There is a day on which this ended, but not how. How did it end?"),
        parts.OddKind.EXTENSION_DAY_ALONE: NP_("odd", "There is a last day of an extension. Was it granted?"),
        parts.OddKind.EXTENSION_NOT_GRANTED: NP_(
            "odd", "There is a last day, but the extension was not granted. Which is right?"
        ),
        parts.OddKind.EXTENSION_ANSWERED_EARLY: NP_(
            "odd", "The answer is before the day on which the extension was asked. Is that right?"
        ),
        parts.OddKind.EXTENSION_AFTER_AID: NP_(
            "odd", "The extension was granted after the right to material aid had ended. Is that right?"
        ),
        parts.OddKind.EXTENSION_SHORTER: NP_(
            "odd", "The extension ends before the right itself does, so it changes nothing. Is that right?"
        ),
        parts.OddKind.EXTENSION_WITHOUT_REFUSAL: NP_(
            "odd", "An extension was granted, but there is no final refusal. Which decision ended the right?"
        ),
        parts.OddKind.HAS_STAY: NP_(
            "odd", "There is a right to stay, and a negative decision is noted. So nothing is asked for. Is that right?"
        ),
    },
    parts.FromFact: {
        parts.FromFact.REQUEST: NP_("term from", "the request for protection"),
        parts.FromFact.NEGATIVE_NOTIFIED: NP_("term from", "the notification of the negative decision"),
        parts.FromFact.HEARING: NP_("term from", "the hearing of the appeal"),
        parts.FromFact.FINAL_NOTIFIED: NP_("term from", "the notification of the final refusal"),
        parts.FromFact.OTP_ARRIVAL: NP_("term from", "the arrival in the open return place"),
        parts.FromFact.OTP_INTAKE_HELD: NP_("term from", "the intake in the open return place"),
        parts.FromFact.OTP_ICAM_INTAKE_HELD: NP_("term from", "the ICAM intake"),
        parts.FromFact.OTP_OUTTAKE_HELD: NP_("term from", "the outtake"),
        parts.FromFact.REFUSAL_FIRST_HELD: NP_("term from", "the first conversation"),
        parts.FromFact.REFUSAL_SECOND_HELD: NP_("term from", "the second conversation"),
        parts.FromFact.AID_ENDS: NP_("term from", "the end of the material aid"),
    },
    track_rules.TermKind: {
        track_rules.TermKind.AID_AFTER_REFUSAL: NP_("term", "material aid after the final refusal"),
        track_rules.TermKind.AID_IN_OTP: NP_("term", "material aid in the open return place"),
    },
}
