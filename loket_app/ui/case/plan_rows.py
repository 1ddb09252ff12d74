"""The longer rows of questions of the plan: a person, the stay, a cost, the journey, the booking, the departure."""

from __future__ import annotations

PERSON = (
    ("family_name", "given_names"),
    ("relation", "sex"),
    ("birth_date", "nationalities"),
)
"""Of somebody of the household, first."""

MORE_OF_A_PERSON = (
    ("one_name_only", "original_script_name"),
    ("birth_place", "birth_country"),
    ("civil_status", "stateless"),
    ("languages", "interpreter"),
    ("literacy", "travels"),
    ("birth_name", "aliases"),
    ("entry_date", "returned_before"),
    "has_number",
)
"""Of the same, folded away."""

STAY = (
    ("stay/dublin_transfer", "stay/dublin_state"),
    ("stay/closed_centre", "stay/public_order_concern"),
    ("stay/earlier_return_support", "stay/earlier_return_on"),
    ("stay/arrived_in_belgium", "stay/guardian"),
    "stay/had_procedure",
)
"""Of the stay, behind whose it is."""

RECEPTION = (
    ("stay/in_reception", "stay/reception_place"),
    "stay/open_return_place",
    "stay/otp_place",
    ("stay/otp_assigned_on", "stay/otp_arrived_on"),
    ("stay/otp_agrees", "stay/otp_agreed_on"),
    ("stay/otp_end", "stay/otp_ended_on"),
    "stay/refuses_to_leave",
)
"""Of the place where somebody lives."""

EARLIER_PLACE = (
    ("place", "assigned_on"),
    ("arrived_on", "end"),
    ("agrees", "agreed_on"),
    ("ended_on", "refuses_to_leave"),
)
"""Of an open return place of an earlier request."""

EXTENSION = (("state", "until"), ("asked_on", "answered_on"))
"""Of one extension of the right to material aid."""

DECISION = (
    ("authority", "outcome"),
    ("decided_on", "notified_on"),
    "final",
    ("appeal_lodged", "appeal_lodged_on"),
    ("appeal_suspensive", "hearing_on"),
)
"""Of one decision."""

COST = (
    ("kind", "person"),
    ("amount", "currency"),
    ("foreign_amount", "rate"),
    ("rate_on", "rate_source"),
    ("spent_on", "receipt"),
    ("receipt_number", "receipt_missing_why"),
    "separate_receipt",
    "state",
    ("reimbursed_by", "reimbursed_on"),
    "refused_why",
    "description",
)
"""Of one cost; what does not arise leaves its place (`domain/arising.py`)."""

JOURNEY = (
    ("journey/transport", "journey/carrier"),
    ("journey/earliest_on", "journey/departure_point"),
    ("journey/extra_luggage", "journey/luggage"),
    "journey/escort",
    "journey/escort_why",
    ("journey/transit_country", "journey/transit_help"),
    ("journey/reception_on_arrival", "journey/onward_transfer"),
    ("journey/final_place", "journey/may_be_called"),
    ("journey/wheelchair", "journey/medical_form"),
    "journey/pregnancy_due_on",
)
"""Of the journey and the help on the way. The last rows hold only what a case of before left there (`domain/for_whom.py`)."""

TRAVELLER = (
    "fitness",
    "fitness_notes",
    ("wheelchair", "medical_form"),
    "due_on",
)
"""Of each person, before the journey."""

BOOKING = (
    ("departure/booked_on", "departure/booked_by"),
    ("departure/carrier", "departure/travel_number"),
    ("departure/leaves_on", "departure/leaves_at"),
)
"""Of what was booked."""

DEPARTURE = (
    "departure/result",
    ("departure/departed_on", "departure/arrived_on"),
    "departure/note",
    "departure/premium_given",
    ("departure/premium_paid", "departure/premium_paid_on"),
    ("departure/premium_returned", "departure/premium_returned_on"),
)
"""Of the day itself and what was paid."""

TALK = (
    ("on", "held_by"),
    "state",
    "not_held_why",
    "moment",
    ("language", "interpreter"),
    "covered",
    "stance",
    ("attitude", "obstacles"),
    ("solutions", "possibilities"),
    "decided",
    "notes",
    "visible_to_next",
)
"""Of one conversation."""
