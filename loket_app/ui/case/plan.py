"""What each page of a case asks, in the order of the conversation: six steps, and the return track beside them.

A step is data: sections of questions, lists of records, and a few pieces with a hand of their own (`Piece`). The page
builder makes widgets of it, and finds from a path on which step its question stands.
"""

from __future__ import annotations

from loket_app.domain.attachment import AttachmentKind
from loket_app.i18n import NP_
from loket_app.ui.case.plan_parts import PerPerson, Piece, Questions, Records, Row, Section, Step
from loket_app.ui.case.plan_rows import (
    BOOKING,
    COST,
    DEPARTURE,
    JOURNEY,
    MORE_OF_A_PERSON,
    PERSON,
    STAY,
    TRAVELLER,
)
from loket_app.ui.case.plan_track import TRACK

_IDENTIFIERS = Records(
    NP_("section", "Numbers of this person"),
    "identifiers",
    (("kind", "number"),),
    NP_("button", "Add a number"),
)

INTAKE = Step(
    "intake",
    NP_("step", "Intake"),
    (
        Records(
            NP_("section", "Who returns?"),
            "household",
            PERSON,
            NP_("button", "&Add a family member"),
            more=MORE_OF_A_PERSON,
            inner=(_IDENTIFIERS,),
        ),
        Questions(
            NP_("section", "Where can we reach them?"),
            (
                "contact/street",
                ("contact/postcode", "contact/town"),
                ("contact/phone", "contact/email"),
                ("contact/message_allowed", "contact/best_time"),
            ),
        ),
        Questions(
            NP_("section", "What do they want?"),
            (
                ("wish/destination", "wish/destination_place"),
                ("wish/timing", "wish/departure_on"),
                "wish/reasons",
                "wish/obstacles",
            ),
        ),
        Questions(NP_("section", "How did they find us?"), ("referral", "remarks")),
    ),
)

ELIGIBILITY = Step(
    "eligibility",
    NP_("step", "Eligibility"),
    (
        Questions(
            NP_("section", "Is it their own choice?"),
            (("wish/free_choice", "wish/informed"),),
        ),
        Questions(
            NP_("section", "Where do they stand in Belgium?"),
            ("stay/category",),
        ),
        Piece("stay_apart"),
        Questions(NP_("section", "More about their stay"), STAY),
        Questions(NP_("section", "May they settle at the destination?"), ("wish/destination_right",)),
        Piece("reasons"),
        Piece("referral"),
        Piece("advice_given"),
        Records(
            NP_("section", "Procedures"),
            "stay/procedures",
            (("kind", "started_on"), "outcome"),
            NP_("button", "Add a procedure"),
        ),
    ),
)

SUPPORT = Step(
    "support",
    NP_("step", "Support"),
    (
        Piece("estimate"),
        PerPerson(
            NP_("section", "Is somebody vulnerable?"),
            ("vulnerabilities", "vulnerability_notes"),
            before="family_counts",
        ),
        Questions(
            NP_("section", "What would the support be for?"),
            ("plan/purposes", "plan/description", ("plan/partner", "plan/partner_contact"), "plan/approval_reasons"),
        ),
        Records(
            NP_("section", "Budget lines of the plan"),
            "plan/budget",
            (("purpose", "amount"), "what"),
            NP_("button", "Add a budget line"),
        ),
        Piece("plan_check"),
        Records(
            NP_("section", "Reports from the partner after return"),
            "plan/reports",
            (("on", "spent"), "spent_on_what", "how_they_are", "next_on"),
            NP_("button", "Add a report"),
        ),
        Piece("what_if"),
        Piece("explanation"),
    ),
)

PAPERS = Step(
    "papers",
    NP_("step", "Documents and costs"),
    (
        Piece("papers"),
        Records(
            NP_("section", "Travel documents"),
            "documents",
            (
                ("person", "kind"),
                ("state", "number"),
                ("issuer", "issued_on"),
                ("valid_until", "requested_on"),
                "original_at",
                "note",
            ),
            NP_("button", "Add a document"),
            scans=AttachmentKind.DOCUMENT,
        ),
        Piece("loose_scans"),
        Records(
            NP_("section", "Costs"),
            "costs",
            COST,
            NP_("button", "Add a cost"),
            more=("note",),
            scans=AttachmentKind.RECEIPT,
        ),
        Piece("cost_totals"),
        Piece("cost_papers"),
    ),
)

_AFTER = (
    Questions(
        NP_("section", "The booking"),
        BOOKING,
    ),
    Questions(
        NP_("section", "The departure"),
        DEPARTURE,
    ),
    Piece("premium"),
    Piece("after"),
)
"""What comes after the handover."""

HANDOVER = Step(
    "handover",
    NP_("step", "Handover"),
    (
        Piece("consents"),
        PerPerson(NP_("section", "Can they travel?"), TRAVELLER),
        Questions(
            NP_("section", "The journey"),
            JOURNEY,
        ),
        Piece("for_whom"),
        Piece("journey_follows"),
        Questions(
            NP_("section", "On arrival"),
            ("wish/destination_address", "wish/destination_contact"),
        ),
        Piece("gaps"),
        Piece("handover"),
        *_AFTER,
    ),
)

SUMMARY = Step("summary", NP_("step", "Summary"), (Piece("summary"),))

_OF_PIECES = {
    "consents": (
        "consents",
        *(
            f"consents/{name}"
            for name in ("state", "on", "language", "interpreter", "signed", "withdrawn_on", "person", "answered_by")
        ),
    ),
    "stay_apart": ("household/stay_category",),
    "premium": ("departure/premium_difference",),
    "handover": ("handovers", *(f"handovers/{name}" for name in ("recipient", "to", "on", "state", "answer"))),
}
"""What a piece with a hand of its own asks, by pattern."""

STEPS = (INTAKE, ELIGIBILITY, SUPPORT, PAPERS, HANDOVER, SUMMARY)
"""The six steps, in their order."""

PAGES = (*STEPS, TRACK)
"""Every page of a case; the return track lies beside the steps."""


def step_of(pattern: str) -> Step | None:
    """The page on which a question stands, by its pattern (`household/birth_date`); None when no page asks it."""
    return _PAGE_OF.get(pattern)


def patterns_of(step: Step) -> frozenset[str]:
    """Every pattern that a step asks, lists included."""
    return frozenset(pattern for section in step.sections for pattern in _patterns(section))


def _patterns(section: Section, below: str = "") -> list[str]:
    if isinstance(section, Piece):
        return list(_OF_PIECES.get(section.name, ()))
    if isinstance(section, Records):
        at = below + section.path
        inner = [pattern for records in section.inner for pattern in _patterns(records, at + "/")]
        return [at, *(f"{at}/{name}" for name in names(section.rows + section.more)), *inner]
    prefix = "household/" if isinstance(section, PerPerson) else ""
    return [prefix + name for name in names(section.rows)]


def names(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The names in rows, one after the other."""
    return tuple(name for row in rows for name in ((row,) if isinstance(row, str) else row))


_PAGE_OF = {pattern: step for step in reversed(PAGES) for pattern in patterns_of(step)}
"""Of a question that stands on two pages, the first."""
