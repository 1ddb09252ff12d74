"""Who needs what of a file: the table of recipients and fields. What is not in it never leaves, also a field of tomorrow.

IOM decides on the application, books and pays back (DOMAIN.md §6, §7: the union of IOM's application forms); Fedasil's
own cell books; Caritas follows a plan. Each gets what that task needs and no more (GDPR art. 5.1c).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from loket_app.domain.attachment import AttachmentKind
from loket_app.domain.case import ConsentPurpose
from loket_app.domain.handover import Recipient
from loket_app.domain.person import IdentifierKind
from loket_app.domain.travel import DocumentKind

_IOM = frozenset({Recipient.IOM})
_BOOKING = frozenset({Recipient.FEDASIL_BOOKING})
_CARITAS = frozenset({Recipient.CARITAS})
_TRAVEL = _IOM | _BOOKING
_SUPPORT = _IOM | _CARITAS
_ALL = _TRAVEL | _CARITAS


class Withheld(Enum):
    """Why something stays at the desk."""

    NEVER = "never"
    NOT_NEEDED = "not_needed"
    HEALTH = "health"
    NO_CONSENT = "no_consent"
    REFUSED_BY_ONE = "refused_by_one"
    NOT_TRAVELLING = "not_travelling"
    OTHER_PARTNER = "other_partner"
    NOT_CHOSEN = "not_chosen"


PURPOSE: Mapping[Recipient, ConsentPurpose] = {
    Recipient.IOM: ConsentPurpose.DATA_TO_IOM,
    Recipient.FEDASIL_BOOKING: ConsentPurpose.PROGRAMME,
    Recipient.CARITAS: ConsentPurpose.DATA_TO_CARITAS,
}
"""The consent that a recipient asks for, besides that to the programme itself.

The booking cell is Fedasil's, as the desk is: nothing goes to another organisation, so taking part is what is asked.
"""


def _table(*groups: tuple[str, Mapping[str, frozenset[Recipient]]]) -> Mapping[str, frozenset[Recipient]]:
    return {
        f"{at}/{name}" if at else name: who
        for at, rows in groups
        for names, who in rows.items()
        for name in names.split()
    }


NEEDS: Mapping[str, frozenset[Recipient]] = _table(
    ("", {"number desk opened_on counsellor": _ALL}),
    (
        "household",
        {
            "id relation family_name given_names one_name_only original_script_name birth_date": _ALL,
            "nationalities stateless sex": _TRAVEL,
            "birth_name aliases birth_place birth_country civil_status entry_date returned_before travels": _IOM,
            "stay_category": _IOM,
            "languages interpreter": _SUPPORT,
            "vulnerabilities": _ALL,  # to who books and to Caritas only of whom it is about: see handover_health
            "vulnerability_notes": _SUPPORT,
            "fitness wheelchair medical_form due_on": _TRAVEL,
            "fitness_notes": _IOM,
            "has_number identifiers/id identifiers/kind identifiers/number": _TRAVEL,
        },
    ),
    (
        "stay",
        {
            "category in_reception reception_place arrived_in_belgium earlier_return_support earlier_return_on": _IOM,
            "guardian": _TRAVEL,
            "had_procedure procedures/id procedures/kind procedures/started_on procedures/outcome": _IOM,
            "decisions/id decisions/authority decisions/outcome decisions/final decisions/appeal_lodged": _IOM,
            "decisions/appeal_suspensive": _IOM,
        },
    ),
    ("contact", {"street postcode town email best_time": _IOM, "phone message_allowed": _TRAVEL}),
    (
        "wish",
        {
            "destination destination_place departure_on free_choice informed": _ALL,
            "destination_right timing": _IOM,
            "destination_address destination_contact": _SUPPORT,
        },
    ),
    (
        "plan",
        {
            "purposes description partner partner_contact": _SUPPORT,
            "budget/id budget/purpose budget/what budget/amount": _SUPPORT,
        },
    ),
    (
        "documents",
        {"id person kind state number issuer valid_until original_at requested_on issued_on": _TRAVEL},
    ),
    (
        "costs",
        {
            "id kind person description amount spent_on state receipt receipt_missing_why receipt_number": _IOM,
            "separate_receipt currency foreign_amount rate rate_on rate_source reimbursed_by reimbursed_on": _IOM,
        },
    ),
    (
        "journey",
        {
            "transport earliest_on departure_point carrier luggage extra_luggage wheelchair medical_form": _TRAVEL,
            "pregnancy_due_on escort transit_country transit_help": _TRAVEL,
            "escort_why may_be_called": _IOM,
            "reception_on_arrival onward_transfer": _IOM,
            "final_place": _SUPPORT,
        },
    ),
    ("departure", {"leaves_on departed_on arrived_on": _CARITAS}),
    (
        "consents",
        {"id purpose state on language interpreter signed withdrawn_on person": _ALL, "answered_by": _TRAVEL},
    ),
)
"""Who needs a field, by its pattern. Notes and remarks are the desk's own and in no row."""

NEVER = frozenset(
    (
        "id",
        "revision",
        "referral",
        "remarks",
        "conversations",
        "appointments",
        "waits",
        "advice",
        "handovers",
        "history",
        "said_right",
    )
)
"""What no recipient gets at all: what was said in confidence, what was advised, and the desk's own log."""

HEALTH = frozenset(
    (
        *("household/vulnerabilities", "household/vulnerability_notes", "household/fitness", "household/fitness_notes"),
        *("household/wheelchair", "household/medical_form", "household/due_on"),
        *("journey/wheelchair", "journey/medical_form", "journey/pregnancy_due_on", "journey/escort_why"),
    )
)
"""Special-category data (GDPR art. 9): they stay unless the recipient's task can't be done without them."""

IDENTIFIERS: Mapping[IdentifierKind, frozenset[Recipient]] = {
    IdentifierKind.DVZ: _TRAVEL,
    IdentifierKind.CGVS: _IOM,
    IdentifierKind.FEDASIL: _TRAVEL,
    IdentifierKind.IOM: _TRAVEL,
}
"""Which numbers leave: those of the files that a return is found by. The register numbers and any other stay."""

_FOR_TRAVEL = (
    DocumentKind.PASSPORT,
    DocumentKind.IDENTITY_CARD,
    DocumentKind.LAISSEZ_PASSER,
    DocumentKind.EU_RETURN_DOCUMENT,
    DocumentKind.PARENTAL_CONSENT,
    DocumentKind.TRANSIT_VISA,
)

DOCUMENTS: Mapping[DocumentKind, frozenset[Recipient]] = {
    **dict.fromkeys(DocumentKind, _IOM),
    **dict.fromkeys(_FOR_TRAVEL, _TRAVEL),
}
"""Which papers leave: who books needs those that are shown on the way."""

SCANS: Mapping[AttachmentKind, frozenset[Recipient]] = {
    AttachmentKind.DOCUMENT: _TRAVEL,
    AttachmentKind.RECEIPT: _IOM,
    AttachmentKind.CONSENT: frozenset(),  # one sheet holds every answer, also those that are no business of theirs
    AttachmentKind.MEDICAL: _IOM,
    AttachmentKind.PHOTO: _IOM,
    AttachmentKind.OTHER: _IOM,
}
"""Which scans may be chosen for whom."""
