"""The longer rows of questions of the plan: a cost, the journey, the booking, the departure."""

from __future__ import annotations

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
    ("journey/wheelchair", "journey/medical_form", "journey/pregnancy_due_on"),
)
"""Of the journey and the help on the way. The last row holds only what a case of before left there (`domain/for_whom.py`)."""

BOOKING = (
    ("departure/booked_on", "departure/booked_by"),
    ("departure/carrier", "departure/travel_number"),
    ("departure/leaves_on", "departure/leaves_at"),
)
"""Of what was booked."""

DEPARTURE = (
    "departure/result",
    ("departure/departed_on", "departure/arrived_on"),
    ("departure/premium_paid", "departure/premium_paid_on"),
    "departure/premium_difference",
    "departure/note",
)
"""Of the day itself and what was paid."""
