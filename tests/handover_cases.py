"""A case that lacks nothing, for handovers. What must never leave says SECRET, what is about health HEALTH."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from loket_app.domain.answers import Answer
from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.domain.case import AdviceGiven, Case, Consent, ConsentPurpose, ConsentState, Desk
from loket_app.domain.conversation import Conversation
from loket_app.domain.handover import Handover
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import (
    CivilStatus,
    Fitness,
    Identifier,
    IdentifierKind,
    Person,
    Relation,
    Sex,
    Vulnerability,
)
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.stay import Stay, StayCategory
from loket_app.domain.travel import Cost, CostKind, CostState, DocumentKind, DocumentState, Escort, Journey, Transport
from loket_app.domain.travel import TravelDocument as Paper
from loket_app.domain.wish import BudgetLine, Contact, DestinationRight, Partner, Plan, PlanPurpose, Timing, Wish
from tests import scans, telling_scans

AT = datetime(2026, 4, 14, 12, 3, tzinfo=UTC)
SCANS = {
    "scan-passport": (AttachmentKind.DOCUMENT, "image/jpeg", "paper-1", telling_scans.jpeg()),
    "scan-birth": (AttachmentKind.DOCUMENT, "application/pdf", "paper-2", telling_scans.pdf()),
    "scan-receipt": (AttachmentKind.RECEIPT, "image/jpeg", "cost-1", scans.picture("JPEG", colour="blue")),
    "scan-photo": (AttachmentKind.PHOTO, "image/jpeg", "person-1", telling_scans.jpeg(6)),
    "scan-medical": (AttachmentKind.MEDICAL, "application/pdf", "paper-3", scans.pdf("HEALTH")),
}


def scan_bytes() -> dict[str, bytes]:
    """The bytes of the scans by their ids."""
    return {name: content for name, (_kind, _form, _about, content) in SCANS.items()}


def with_consents(case: Case, states: Mapping[ConsentPurpose, Answer[ConsentState]]) -> Case:
    """The case with these answers to its consents."""
    consents = (replace(consent, state=states.get(consent.purpose, consent.state)) for consent in case.consents)
    return replace(case, consents=tuple(consents))


def full_case() -> Case:
    """Two people, with an answer to every question of every recipient, every consent, and five scans."""
    return Case(
        id="case-1",
        number="GNT-2026-0042",
        desk=Desk.GHENT,
        opened_on=date(2026, 2, 3),
        counsellor="An Vos",
        revision=17,
        remarks="SECRET remark",
        household=(_person("1", Relation.APPLICANT), _person("2", Relation.PARTNER)),
        stay=Stay(
            category=StayCategory.REJECTED, public_order_concern=False, guardian="a guardian", had_procedure=False
        ),
        contact=Contact("Veldstraat 1", "9000", "Gent", "+32 470 00 00 00", "a@example.org", message_allowed=True),
        wish=_wish(),
        plan=Plan((PlanPurpose.BUSINESS,), "a shop", Partner.CARITAS, "a contact", "SECRET approval", (_budget(),)),
        documents=(
            Paper(
                "paper-1", "person-1", DocumentKind.PASSPORT, DocumentState.HAS, "P1", "XX", date(2030, 1, 1), "home"
            ),
            Paper("paper-2", "person-2", DocumentKind.BIRTH_CERTIFICATE, DocumentState.NONE, note="SECRET note"),
            Paper("paper-3", "person-1", DocumentKind.MEDICAL, DocumentState.NONE, note="SECRET note"),
        ),
        costs=(
            Cost(
                "cost-1", CostKind.PHOTOS, "person-1", "four photos", Money.of("12.50"), state=CostState.PAID_BY_CLIENT
            ),
            Cost(
                "cost-2",
                CostKind.PHOTOS,
                "person-2",
                amount=Money.of("12.50"),
                spent_on=date(2026, 3, 2),
                state=CostState.APPROVED,
                note="SECRET note",
            ),
        ),
        journey=Journey(
            Transport.PLANE,
            departure_point="Zaventem",
            escort=Escort.NONE,
            escort_why="HEALTH escort",
            final_place="a village",
        ),
        consents=tuple(
            Consent(f"consent-{n}", purpose, ConsentState.GIVEN, date(2026, 3, 1), "sq", interpreter=True, signed=True)
            for n, purpose in enumerate(ConsentPurpose)
        ),
        conversations=(Conversation("talk-1", notes="SECRET notes"),),
        advice=(AdviceGiven("advice-1", AT, "AV", "eligible", date(2026, 5, 4), "1", "SECRET advice"),),
        handovers=(Handover("handover-1", answer="SECRET answer", content="SECRET content"),),
        attachments=tuple(_scan(name) for name in SCANS),
        history=(StatusChange("step-1", Status.INTAKE, AT, "AV", "SECRET why"),),
    )


def _person(number: str, relation: Relation) -> Person:
    return Person(
        id=f"person-{number}",
        relation=relation,
        family_name="Family",
        given_names=f"Given {number}",
        sex=Sex.FEMALE,
        birth_date=PartialDate(1990, 4, 3),
        birth_name="Family",
        aliases="none",
        birth_place="a town",
        birth_country="XK",
        nationalities=("XK",),
        civil_status=CivilStatus.MARRIED,
        entry_date=PartialDate(2020),
        languages=("sq",),
        interpreter=True,
        returned_before=False,
        vulnerabilities=(Vulnerability.HEALTH,),
        vulnerability_notes="HEALTH vulnerability",
        fitness=Fitness.WITH_HELP,
        fitness_notes="HEALTH fitness",
        wheelchair=False,
        travels=True,
        identifiers=(Identifier(f"number-{number}", IdentifierKind.DVZ, "1234567"),),
    )


def _wish() -> Wish:
    return Wish(
        destination="XK",
        destination_right=DestinationRight.COUNTRY_OF_ORIGIN,
        destination_place="a town",
        destination_address="a street there",
        destination_contact="an aunt",
        free_choice=True,
        informed=True,
        timing=Timing.FROM_A_DATE,
        departure_on=date(2026, 5, 4),
        obstacles="SECRET obstacle",
        reasons="SECRET reason",
    )


def _budget() -> BudgetLine:
    return BudgetLine("line-1", PlanPurpose.BUSINESS, "shelves", Money.of("900"))


def _scan(name: str) -> Attachment:
    kind, form, about, content = SCANS[name]
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(name, kind, form, len(content), digest, AT, "SECRET login", about)
