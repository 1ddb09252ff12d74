"""What every field of a case is called on screen and in print, and where a line of help earns its place."""

from __future__ import annotations

from collections.abc import Mapping

from loket_app.domain.shape import pattern_of, shape_at
from loket_app.i18n import NP_, pgettext


def field_label(path: str) -> str:
    """The label of a field, by its path or its pattern: `household/birth_date`. Raises KeyError."""
    return pgettext(*FIELDS[_pattern(path, FIELDS)])


def field_help(path: str) -> str | None:
    """One line that helps to answer, or None where the label says enough."""
    pattern = _pattern(path, FIELDS)
    return pgettext(*HELP[pattern]) if pattern in HELP else None


def _pattern(path: str, known: Mapping[str, tuple[str, str]]) -> str:
    if path in known:
        return path
    shape_at(path)  # a misspelt field is an error, not an id
    return pattern_of(path)


_OF_THE_CASE: Mapping[str, tuple[str, str]] = {
    "id": NP_("field", "Internal reference"),
    "number": NP_("field", "Case number"),
    "desk": NP_("field", "Return desk"),
    "opened_on": NP_("field", "Opened on"),
    "counsellor": NP_("field", "Counsellor"),
    "revision": NP_("field", "Number of changes"),
    "referral": NP_("field", "How the person came to us"),
    "remarks": NP_("field", "Remarks"),
    "contact": NP_("field", "Contact"),
    "contact/street": NP_("field", "Street and number"),
    "contact/postcode": NP_("field", "Postcode"),
    "contact/town": NP_("field", "Town"),
    "contact/phone": NP_("field", "Phone"),
    "contact/email": NP_("field", "E-mail"),
    "contact/message_allowed": NP_("field", "May we leave a message?"),
    "contact/best_time": NP_("field", "Best time to call"),
    "history": NP_("field", "Course of the case"),
    "history/id": NP_("field", "Internal reference"),
    "history/status": NP_("field", "Status"),
    "history/at": NP_("field", "When"),
    "history/by": NP_("field", "By whom"),
    "history/why": NP_("field", "Why"),
}

_OF_A_PERSON: Mapping[str, tuple[str, str]] = {
    "household": NP_("field", "Household"),
    "household/id": NP_("field", "Internal reference"),
    "household/relation": NP_("field", "Relation to the applicant"),
    "household/family_name": NP_("field", "Family name"),
    "household/given_names": NP_("field", "Given names"),
    "household/one_name_only": NP_("field", "Has one name only"),
    "household/original_script_name": NP_("field", "Name in its own script"),
    "household/birth_name": NP_("field", "Name at birth"),
    "household/aliases": NP_("field", "Other names used"),
    "household/sex": NP_("field", "Sex"),
    "household/birth_date": NP_("field", "Date of birth"),
    "household/birth_place": NP_("field", "Place of birth"),
    "household/birth_country": NP_("field", "Country of birth"),
    "household/nationalities": NP_("field", "Nationality"),
    "household/stateless": NP_("field", "Stateless"),
    "household/civil_status": NP_("field", "Civil status"),
    "household/entry_date": NP_("field", "In Belgium since"),
    "household/languages": NP_("field", "Languages spoken"),
    "household/interpreter": NP_("field", "Interpreter needed"),
    "household/literacy": NP_("field", "Reading"),
    "household/vulnerabilities": NP_("field", "Vulnerability"),
    "household/vulnerability_notes": NP_("field", "About the vulnerability"),
    "household/fitness": NP_("field", "Fit to travel"),
    "household/fitness_notes": NP_("field", "About travelling"),
    "household/returned_before": NP_("field", "Returned with support before"),
    "household/travels": NP_("field", "Travels along"),
    "household/identifiers": NP_("field", "Reference numbers"),
    "household/identifiers/id": NP_("field", "Internal reference"),
    "household/identifiers/kind": NP_("field", "Kind of number"),
    "household/identifiers/number": NP_("field", "Number"),
}

_OF_THE_STAY: Mapping[str, tuple[str, str]] = {
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
    "stay/otp_place": NP_("field", "Centre of the open return place"),
    "stay/otp_arrived_on": NP_("field", "Arrival in the open return place"),
    "stay/otp_agrees": NP_("field", "Agrees with the return track"),
    "stay/guardian": NP_("field", "Guardian"),
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
    "stay/decisions/hearing_on": NP_("field", "Date of the hearing"),
    "stay/orders": NP_("field", "Orders to leave the territory"),
    "stay/orders/id": NP_("field", "Internal reference"),
    "stay/orders/notified_on": NP_("field", "Date of notification"),
    "stay/orders/leave_by": NP_("field", "To leave by"),
}

_OF_THE_WISH: Mapping[str, tuple[str, str]] = {
    "wish": NP_("field", "Wish to return"),
    "wish/destination": NP_("field", "Country of destination"),
    "wish/destination_right": NP_("field", "Right to settle there"),
    "wish/destination_place": NP_("field", "Town or region of destination"),
    "wish/destination_address": NP_("field", "Address there"),
    "wish/destination_contact": NP_("field", "Contact person there"),
    "wish/free_choice": NP_("field", "Own free choice"),
    "wish/informed": NP_("field", "Well informed"),
    "wish/timing": NP_("field", "When to leave"),
    "wish/departure_on": NP_("field", "Wished departure date"),
    "wish/obstacles": NP_("field", "What stands in the way"),
    "wish/reasons": NP_("field", "Why return"),
    "plan": NP_("field", "Reintegration plan"),
    "plan/purposes": NP_("field", "What the support would be for"),
    "plan/description": NP_("field", "The plan in a few words"),
    "plan/partner": NP_("field", "Reintegration partner"),
    "plan/partner_contact": NP_("field", "Contact at the partner"),
    "plan/approval_reasons": NP_("field", "Reasons for Fedasil's approval"),
    "plan/budget": NP_("field", "Spending plan"),
    "plan/budget/id": NP_("field", "Internal reference"),
    "plan/budget/what": NP_("field", "What for"),
    "plan/budget/amount": NP_("field", "Planned amount"),
}

_OF_THE_JOURNEY: Mapping[str, tuple[str, str]] = {
    "documents": NP_("field", "Travel documents"),
    "documents/id": NP_("field", "Internal reference"),
    "documents/person": NP_("field", "For whom"),
    "documents/kind": NP_("field", "Document"),
    "documents/state": NP_("field", "State of the document"),
    "documents/number": NP_("field", "Document number"),
    "documents/issuer": NP_("field", "Issued by"),
    "documents/valid_until": NP_("field", "Valid until"),
    "documents/original_at": NP_("field", "Where the original is"),
    "costs": NP_("field", "Costs"),
    "costs/id": NP_("field", "Internal reference"),
    "costs/kind": NP_("field", "Kind of cost"),
    "costs/person": NP_("field", "For whom"),
    "costs/description": NP_("field", "Description"),
    "costs/amount": NP_("field", "Amount"),
    "costs/spent_on": NP_("field", "Spent on"),
    "costs/state": NP_("field", "Reimbursement"),
    "costs/receipt": NP_("field", "Receipt"),
    "costs/note": NP_("field", "Note"),
    "journey": NP_("field", "Journey"),
    "journey/transport": NP_("field", "Means of transport"),
    "journey/departure_point": NP_("field", "Departure point"),
    "journey/luggage": NP_("field", "Luggage"),
    "journey/wheelchair": NP_("field", "Wheelchair"),
    "journey/pregnancy_due_on": NP_("field", "Expected date of birth"),
    "journey/medical_form": NP_("field", "Airline's medical form (MEDIF)"),
    "journey/escort": NP_("field", "Escort"),
    "journey/transit_help": NP_("field", "Help in transit"),
    "journey/reception_on_arrival": NP_("field", "Help on arrival"),
    "journey/onward_transfer": NP_("field", "Onward transport"),
    "journey/final_place": NP_("field", "Final destination"),
    "journey/may_be_called": NP_("field", "Whom to call if needed"),
}

_OF_THE_TALKS: Mapping[str, tuple[str, str]] = {
    "consents": NP_("field", "Consents"),
    "consents/id": NP_("field", "Internal reference"),
    "consents/purpose": NP_("field", "Consent"),
    "consents/state": NP_("field", "Answer"),
    "consents/on": NP_("field", "Date"),
    "consents/language": NP_("field", "Explained in"),
    "consents/interpreter": NP_("field", "With an interpreter"),
    "consents/signed": NP_("field", "Signed"),
    "conversations": NP_("field", "Conversations"),
    "conversations/id": NP_("field", "Internal reference"),
    "conversations/on": NP_("field", "Date"),
    "conversations/with_whom": NP_("field", "With whom"),
    "conversations/interpreter": NP_("field", "With an interpreter"),
    "conversations/attitude": NP_("field", "Attitude to return"),
    "conversations/obstacles": NP_("field", "Obstacles"),
    "conversations/solutions": NP_("field", "Possible solutions"),
    "conversations/possibilities": NP_("field", "Possibilities the person sees"),
    "conversations/notes": NP_("field", "Notes"),
    "conversations/visible_to_next": NP_("field", "May the next structure read this?"),
    "advice": NP_("field", "Advice given"),
    "advice/id": NP_("field", "Internal reference"),
    "advice/at": NP_("field", "Given on"),
    "advice/by": NP_("field", "Given by"),
    "advice/verdict": NP_("field", "Advice"),
    "advice/departure_on": NP_("field", "For a departure on"),
    "advice/tables_version": NP_("field", "Version of the rates and rules"),
    "advice/text": NP_("field", "The advice in words"),
    "advice/outcome": NP_("field", "The advice as data"),
    "handovers": NP_("field", "Handovers"),
    "handovers/id": NP_("field", "Internal reference"),
    "handovers/to": NP_("field", "To whom"),
    "handovers/state": NP_("field", "State of the handover"),
    "handovers/on": NP_("field", "Date"),
    "handovers/answer": NP_("field", "Their answer"),
}

FIELDS: Mapping[str, tuple[str, str]] = {
    **_OF_THE_CASE,
    **_OF_A_PERSON,
    **_OF_THE_STAY,
    **_OF_THE_WISH,
    **_OF_THE_JOURNEY,
    **_OF_THE_TALKS,
}
"""Context and source label of every place in a case, by pattern."""

HELP: Mapping[str, tuple[str, str]] = {
    "contact/message_allowed": NP_("help", "A voicemail or a letter can put somebody in danger. Ask first."),
    "household/family_name": NP_("help", "As it stands in the document."),
    "household/one_name_only": NP_("help", "Write that name under given names."),
    "household/original_script_name": NP_("help", "In the script of the passport: Arabic, Georgian, Cyrillic …"),
    "household/birth_date": NP_("help", "What is known is enough: 3/4/1987, 4/1987, 1987 or ±1987."),
    "household/nationalities": NP_("help", "More than one is possible."),
    "household/literacy": NP_("help", "Decides which information sheet helps."),
    "household/vulnerabilities": NP_("help", "Note only what changes the support or the journey."),
    "household/fitness": NP_("help", "Airlines may ask for a medical form (MEDIF) beforehand."),
    "stay/public_order_concern": NP_("help", "Only what is known officially, no impressions."),
    "stay/earlier_return_support": NP_("help", "Support received in the past five years changes the advice."),
    "stay/guardian": NP_("help", "An unaccompanied minor always has a guardian."),
    "stay/decisions/notified_on": NP_("help", "Terms run from this day, not from the day of the decision."),
    "wish/destination_right": NP_("help", "The country of origin, or one where the person may settle for good."),
    "wish/free_choice": NP_("help", "The person may change their mind at any moment, also after deciding."),
    "wish/informed": NP_("help", "Knows what the programme offers and what it does not."),
    "wish/departure_on": NP_("help", "The departure date decides which amounts apply."),
    "plan/purposes": NP_("help", "In kind, through the partner, within 12 months after return."),
    "plan/budget/amount": NP_("help", "The person's plan, no promise."),
    "plan/approval_reasons": NP_("help", "Why this person needs support: Fedasil decides on these words."),
    "documents/original_at": NP_("help", "With the person, at the Immigration Office, at home with family …"),
    "journey/luggage": NP_("help", "The limits of the carrier apply."),
    "journey/medical_form": NP_("help", "Deadlines and limits differ per airline."),
    "conversations/visible_to_next": NP_("help", "The person decides."),
}
"""One line of help, by pattern."""
