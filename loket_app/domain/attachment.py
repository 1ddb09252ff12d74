"""Scans and files that belong to a case. Their bytes stay in the encrypted store, beside the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from loket_app.domain.answers import NOT_ASKED, Answer


class AttachmentKind(Enum):
    """What a scan shows; it decides who may get it."""

    DOCUMENT = "document"
    RECEIPT = "receipt"
    CONSENT = "consent"
    MEDICAL = "medical"
    PHOTO = "photo"
    OTHER = "other"


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
