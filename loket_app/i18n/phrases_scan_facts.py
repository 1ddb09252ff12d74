"""A scan on screen: its name, the number or the amount that tells it from another, its form and its size."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from loket_app.domain.answers import known
from loket_app.domain.attachment import Attachment, place_of_scan
from loket_app.domain.case import Case, Consent
from loket_app.domain.changes import value_at
from loket_app.domain.travel import Cost, TravelDocument
from loket_app.i18n import _, formats
from loket_app.i18n.labels import label
from loket_app.i18n.phrases_scans import scan_texts

_FORMS = {"image/jpeg": "JPEG", "image/png": "PNG", "application/pdf": "PDF"}
_KB, _MB = 1_000, 1_000_000
_TENTH = Decimal("0.1")


def scan_name(case: Case, scan: Attachment) -> str:
    """`Passport – MIFTARI, … · A1234567`: what it shows, so that nobody takes it for another."""
    words = scan_texts(case, case.attachments).get(scan.id, label(scan.kind))
    return " · ".join((words, *_facts(case, scan)))


def scan_text(case: Case, scan: Attachment) -> str:
    """The same with its form and its size."""
    return f"{scan_name(case, scan)} · {form_text(scan)}"


def form_text(scan: Attachment) -> str:
    """`PDF · 240 kB`."""
    return " · ".join(part for part in (_FORMS.get(scan.media_type, ""), size_text(scan.size)) if part)


def size_text(size: int) -> str:
    """`240 kB`, `1,4 MB`, as the reader writes figures and units; in French `240 ko`."""
    if size < _MB:
        return _("{size}\u00a0kB").format(size=max(1, round(size / _KB)))
    return _("{size}\u00a0MB").format(size=formats.format_number((Decimal(size) / _MB).quantize(_TENTH)))


def _facts(case: Case, scan: Attachment) -> Iterator[str]:
    place = place_of_scan(case, scan.id)
    match value_at(case, place) if place else None:
        case TravelDocument(number=number) if known(number):
            yield number
        case Cost(amount=amount, receipt_number=number):
            yield from ([formats.format_money(amount)] if known(amount) else [])
            yield from ([number] if known(number) else [])
        case Consent(purpose=purpose):
            yield label(purpose)
