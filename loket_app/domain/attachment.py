"""Scans and files that belong to a case. Their bytes stay in the encrypted store, beside the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from loket_app.domain.answers import NOT_ASKED, Answer

if TYPE_CHECKING:
    from loket_app.domain.case import Case

LARGEST_SCAN = 10_000_000
"""Bytes of one scan: a page at 300 dots an inch takes one to three million."""


class AttachmentKind(Enum):
    """What a scan shows; it decides who may get it."""

    DOCUMENT = "document"
    RECEIPT = "receipt"
    CONSENT = "consent"
    MEDICAL = "medical"
    PHOTO = "photo"
    OTHER = "other"


class ScanHindrance(Enum):
    """Why a scan can't be sent."""

    UNREADABLE = "unreadable"
    HALF = "half"
    HIDDEN_LAYERS = "hidden_layers"
    BEYOND_EDGE = "beyond_edge"
    TUCKED_IN = "tucked_in"
    COVERED = "covered"


class DrawnPage(NamedTuple):
    """A page of a PDF as a picture: width and height in points, pixels across and down, and a JPEG of them."""

    width: float
    height: float
    across: int
    down: int
    has_colours: bool
    jpeg: bytes


@dataclass(frozen=True)
class Attachment:
    """One scan. `about` is the id of the record that it belongs to (a document, a cost, a consent); `size` in bytes.

    There is no file name: that would carry one out of the store.
    """

    id: str
    kind: AttachmentKind
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    added_by: str
    about: Answer[str] = NOT_ASKED
    title: Answer[str] = NOT_ASKED


def scans_about(case: Case, about: str) -> tuple[Attachment, ...]:
    """The scans that belong to a record of the case, by its id."""
    return tuple(scan for scan in case.attachments if scan.about == about)


def same_scan(case: Case, sha256: str, about: str) -> Attachment | None:
    """A scan of the case with the same bytes: one of the same record when there is one, else one of another."""
    twins = sorted((scan for scan in case.attachments if scan.sha256 == sha256), key=lambda scan: scan.about != about)
    return next(iter(twins), None)


def loose_scans(case: Case) -> tuple[Attachment, ...]:
    """The scans of which no record and nobody of the household is there any more, or was ever named.

    Until 2026-11 a paper or a cost that was taken away left its scans behind.
    """
    there = {person.id for person in case.household} | {paper.id for paper in case.documents}
    there |= {cost.id for cost in case.costs} | {consent.id for consent in case.consents}
    return tuple(scan for scan in case.attachments if scan.about not in there)


def place_of_scan(case: Case, attachment_id: str) -> str:
    """The path of the record that a scan belongs to: `documents/3f2a`; empty when the case has none."""
    about = next((scan.about for scan in case.attachments if scan.id == attachment_id), "")
    lists = (("documents", case.documents), ("costs", case.costs), ("consents", case.consents))
    return next((f"{name}/{record.id}" for name, records in lists for record in records if record.id == about), "")
