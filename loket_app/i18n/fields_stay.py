"""What the fields of the stay in Belgium are called: procedures, decisions, orders, and the open return place."""

from __future__ import annotations

from collections.abc import Mapping

from loket_app.i18n import NP_

OF_THE_STAY: Mapping[str, tuple[str, str]] = {
    "stay": NP_("field", "Stay"),
    "stay/category": NP_("field", "Residence situation"),
    "stay/in_reception": NP_("field", "Staying in the reception network"),
    "stay/reception_place": NP_("field", "Reception centre or place"),
    "stay/arrived_in_belgium": NP_("field", "Arrival in Belgium"),
    "stay/dublin_transfer": NP_("field", "Dublin transfer"),
    "stay/dublin_state": NP_("field", "Responsible state"),
    "stay/closed_centre": NP_("field", "In a closed centre"),
    "stay/public_order_concern": NP_("field", "Concern of public order or security"),
    "stay/earlier_return_support": NP_("field", "Return support received before"),
    "stay/earlier_return_on": NP_("field", "Date of the earlier return"),
    "stay/open_return_place": NP_("field", "Open return place"),
    "stay/otp_assigned_on": NP_("field", "Assigned on"),
    "stay/otp_place": NP_("field", "Centre of the open return place"),
    "stay/otp_arrived_on": NP_("field", "Arrival in the open return place"),
    "stay/otp_agrees": NP_("field", "Agrees with the return track"),
    "stay/otp_agreed_on": NP_("field", "Agreed on"),
    "stay/otp_end": NP_("field", "How the stay there ended"),
    "stay/otp_ended_on": NP_("field", "Ended on"),
    "stay/refuses_to_leave": NP_("field", "Refuses to leave after the end of the right"),
    "stay/guardian": NP_("field", "Guardian"),
    "stay/had_procedure": NP_("field", "Had a residence procedure"),
    "stay/procedures": NP_("field", "Residence procedures"),
    "stay/procedures/id": NP_("field", "Internal reference"),
    "stay/procedures/kind": NP_("field", "Procedure"),
    "stay/procedures/started_on": NP_("field", "Started on"),
    "stay/procedures/outcome": NP_("field", "Outcome"),
    "stay/decisions": NP_("field", "Decisions"),
    "stay/decisions/id": NP_("field", "Internal reference"),
    "stay/decisions/authority": NP_("field", "Decided by"),
    "stay/decisions/outcome": NP_("field", "Decision"),
    "stay/decisions/final": NP_("field", "Final"),
    "stay/decisions/decided_on": NP_("field", "Date of the decision"),
    "stay/decisions/notified_on": NP_("field", "Date of notification"),
    "stay/decisions/appeal_lodged": NP_("field", "Appeal lodged"),
    "stay/decisions/appeal_lodged_on": NP_("field", "Date of the appeal"),
    "stay/decisions/appeal_suspensive": NP_("field", "Suspensive appeal"),
    "stay/decisions/hearing_on": NP_("field", "Date of the hearing"),
    "stay/orders": NP_("field", "Orders to leave the territory"),
    "stay/orders/id": NP_("field", "Internal reference"),
    "stay/orders/notified_on": NP_("field", "Date of notification"),
    "stay/orders/leave_by": NP_("field", "To leave by"),
    "stay/extensions": NP_("field", "Extension of the right to material aid"),
    "stay/extensions/id": NP_("field", "Internal reference"),
    "stay/extensions/state": NP_("field", "How it stands"),
    "stay/extensions/asked_on": NP_("field", "Asked on"),
    "stay/extensions/answered_on": NP_("field", "Answered on"),
    "stay/extensions/until": NP_("field", "Right until"),
}
"""Context and source label of every place in the stay, by pattern."""
