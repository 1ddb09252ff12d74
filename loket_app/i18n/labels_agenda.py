"""Words for the days that a desk watches."""

from __future__ import annotations

from loket_app.domain.agenda_items import AgendaKind
from loket_app.i18n import NP_
from loket_app.i18n.label_table import LabelTable

AGENDA: LabelTable = {
    AgendaKind: {
        AgendaKind.APPOINTMENT: NP_("agenda", "appointment"),
        AgendaKind.TALK: NP_("agenda", "planned conversation"),
        AgendaKind.KEY_MOMENT: NP_("agenda", "conversation of the return track"),
        AgendaKind.AID_ENDS: NP_("agenda", "end of the material aid"),
        AgendaKind.LEAVE_BY: NP_("agenda", "last day of the order to leave the territory"),
        AgendaKind.DEPARTURE: NP_("agenda", "departure"),
        AgendaKind.WAIT: NP_("agenda", "ask again"),
        AgendaKind.DOCUMENT_REQUESTED: NP_("agenda", "document requested"),
        AgendaKind.DOCUMENT_EXPIRES: NP_("agenda", "document runs out"),
        AgendaKind.HANDOVER_SENT: NP_("agenda", "handover without an answer"),
        AgendaKind.REPORT: NP_("agenda", "report of the partner"),
    },
}
