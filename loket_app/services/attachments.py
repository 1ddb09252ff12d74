"""Scans of a case: taken in from a file or a picture in memory, kept encrypted, given back to be looked at.

A scan never lies outside the store: no file is written, no name of a file is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from loket_app.domain.attachment import LARGEST_SCAN, Attachment, AttachmentKind, ScanHindrance
from loket_app.i18n import _
from loket_app.services.complaints import Complaint
from loket_app.storage.unit import UnitOfWork

if TYPE_CHECKING:
    from loket_app.documents.preview import PageImage
    from loket_app.documents.scans import ScanFault
    from loket_app.services.editing import CaseEditor

R = TypeVar("R")

_PDF = "application/pdf"


class Read(Protocol):
    """Reads in the store, on its own thread."""

    def __call__(self, work: Callable[[UnitOfWork], R], /) -> Future[R]:
        """Have it done."""


Write = Callable[[Callable[[UnitOfWork], object]], "Future[None]"]


@dataclass(frozen=True)
class Offered:
    """Content that was looked at and may be kept."""

    content: bytes
    media_type: str
    sha256: str


class CaseScans:
    """The bytes of the scans of one case. Everything is done on the thread of the store."""

    def __init__(self, case_id: str, read: Read, write: Write) -> None:
        self._case, self._read, self._write = case_id, read, write

    def keep(self, attachment_id: str, content: bytes) -> Future[None]:
        """Put the bytes in the store. Raises Busy, DiskFull, CannotSave; then nothing of it is there."""
        return self._write(lambda unit: unit.attachments.put(self._case, attachment_id, content))

    def content(self, attachment_id: str) -> Future[bytes | None]:
        """The bytes; None when the scan itself is not here."""
        return self._read(lambda unit: unit.attachments.get(self._case, attachment_id))

    def held(self) -> Future[frozenset[str]]:
        """The ids of the scans whose bytes are here."""
        return self._read(lambda unit: unit.attachments.held(self._case))


def from_file(path: Path) -> Offered:
    """A scan that lies in a file; the file is read and left alone. Raises Complaint."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_SCAN + 1)
    except OSError:
        raise Complaint(path.name, _("It can't be read."), _("Check that the file is still there.")) from None
    return from_content(content, path.name)


def from_content(content: bytes, called: str) -> Offered:
    """A scan in memory, looked at by what it holds; `called` is what a complaint calls it. Raises Complaint."""
    from loket_app.documents.scans import BadScan, media_type_of  # noqa: PLC0415  late: few sessions take in a scan

    if len(content) > LARGEST_SCAN:
        raise Complaint(called, _("It is larger than 10 MB."), _("Scan it again at 300 dots an inch, or in parts."))
    try:
        media_type = media_type_of(content)
    except BadScan as bad:
        raise Complaint(called, *_words(bad.fault)) from None
    _demand_whole(content, media_type, called)
    return Offered(content, media_type, sha256(content).hexdigest())


def _demand_whole(content: bytes, media_type: str, called: str) -> None:
    """Raise Complaint for half a picture, also in a PDF, while the paper still lies there to be scanned again."""
    from loket_app.exchange.bare import NotBare, demand_whole, demand_whole_inside  # noqa: PLC0415  late, as above

    is_pdf = media_type == _PDF
    try:
        demand_whole_inside(content) if is_pdf else demand_whole(content, media_type)
    except NotBare as fault:
        is_half = fault.hindrance is ScanHindrance.HALF
        if is_pdf and not is_half:
            return  # it can be seen, so it can be kept: whether it may leave is asked when it would
        why = _("Part of the picture is missing.") if is_half else _("It is damaged.")
        raise Complaint(called, why, _("Scan it again.")) from None


def _words(fault: ScanFault) -> tuple[str, str]:
    """What is wrong, and what to do."""
    return {
        "empty": (_("It is empty."), _("Scan it again.")),
        "other_kind": (_("It is no JPEG, PNG or PDF."), _("Save it as one of these, then try again.")),
        "broken": (_("It is damaged, or locked with a password."), _("Scan it again, or save it without a password.")),
        "too_many_pixels": (_("The picture is too large to open."), _("Scan it again at 300 dots an inch.")),
        "too_many_pages": (_("It has more than 100 pages."), _("Add the pages that matter.")),
    }[fault.value]


def attach(editor: CaseEditor, offered: Offered, kind: AttachmentKind, about: str) -> Future[None]:
    """Keep a scan and name it in its case; the bytes come first, so that no case names what is nowhere.

    Raises RuntimeError for an editor without a store; the future raises what `CaseScans.keep` raises.
    """
    if editor.scans is None:
        raise RuntimeError("an editor without a store keeps no scans")
    scan = Attachment(
        id=editor.new_id(),
        kind=kind,
        media_type=offered.media_type,
        size=len(offered.content),
        sha256=offered.sha256,
        added_at=editor.now(),
        added_by=editor.by,
        about=about,
    )
    kept = editor.scans.keep(scan.id, offered.content)
    kept.add_done_callback(lambda done: None if done.exception() else editor.later(lambda: _name(editor, scan)))
    return kept


def _name(editor: CaseEditor, scan: Attachment) -> None:
    editor.add("attachments", scan)


def page_count(content: bytes, media_type: str) -> int:
    """How many pages a scan has. Raises ValueError when it can't be shown."""
    from loket_app.documents.scans import pages_of  # noqa: PLC0415  late, as above

    return pages_of(content, media_type)


def page_picture(content: bytes, media_type: str, page: int, longest: int) -> PageImage:
    """A page of a scan, its longer side at most `longest` pixels. Raises ValueError when it can't be shown."""
    from loket_app.documents.scans import picture_of  # noqa: PLC0415  late, as above

    return picture_of(content, media_type, page, longest)


def purge(unit: UnitOfWork) -> int:
    """Wipe bytes that nothing can ask for any more; gives how many scans they were."""
    wiped = unit.attachments.purge()
    unit.commit()
    return wiped
