"""The scans that `loket handover make --attach` names: which record each belongs to, and whether it may leave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.domain.case import Case
from loket_app.domain.handover import Recipient
from loket_app.domain.person import Person
from loket_app.domain.travel import Cost, DocumentKind, TravelDocument
from loket_app.i18n import _
from loket_app.i18n.labels import label
from loket_app.services import handover
from loket_app.services.attachments import from_file
from loket_app.services.clock import Clock
from loket_app.services.complaints import Complaint

_RECORD = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_MOST_NAMED = 12


@dataclass(frozen=True)
class Attached:
    """The case with the scans, their bytes by id, and the file of each."""

    case: Case
    scans: Mapping[str, bytes]
    files: Mapping[str, Path]


def attach(case: Case, texts: Sequence[str], by: str) -> Attached:
    """Take in each `RECORD=SCAN` or `SCAN`: what the case knows already by what it holds, else as a new one.

    A record is named by its id, or by its kind when it is the only one: `passport=scan.jpg`. A scan of no record is a
    paper of nobody in particular. Raises Complaint.
    """
    known = {(scan.sha256, scan.about): scan for scan in case.attachments}
    scans: dict[str, bytes] = {}
    files: dict[str, Path] = {}
    for text in texts:
        record, file = _split(case, text)
        offered = from_file(file)
        scan = _kept(case, offered.sha256, record) or _new(offered.media_type, offered.content, record, by)
        scan = known.setdefault((offered.sha256, scan.about), replace(scan, sha256=offered.sha256))
        scans[scan.id], files[scan.id] = offered.content, file
    return Attached(replace(case, attachments=tuple(known.values())), scans, files)


def demand_leaving(attached: Attached, recipient: Recipient) -> None:
    """Raise Complaint for a scan that may not leave: what was asked for is done whole, or not at all."""
    found = handover.preview(attached.case, recipient)
    may_leave = {scan.id for scan in found.scans}
    why = {held.path: held.why for held in found.stays}
    for scan_id, file in attached.files.items():
        if scan_id not in may_leave:
            words = _("This scan does not go to {recipient}: {why}.")
            reason = label(why[f"attachments/{scan_id}"])
            raise Complaint(file, words.format(recipient=label(recipient), why=reason), _("Leave it out."))


_Record = Person | TravelDocument | Cost


def _split(case: Case, text: str) -> tuple[_Record | None, Path]:
    """`passport=scan.jpg`; a file with `=` in its name is written with its folder, `./a=b.jpg`."""
    name, sign, file = text.partition("=")
    if not sign or not _RECORD.fullmatch(name):
        return None, Path(text)
    found = [record for record in _records(case) if record.id == name] or [
        record for record in _records(case) if not isinstance(record, Person) and _kind(record) == name
    ]
    if not found:
        remedy = _("Give one of these: {records}.").format(records=_listed(_records(case)))
        raise Complaint(f"--attach {text}", _("The case has no such paper, cost or person."), remedy)
    if len(found) > 1:
        remedy = _("Give one of these: {records}.").format(records=_listed(found))
        raise Complaint(f"--attach {text}", _("More than one record is called {name}.").format(name=name), remedy)
    return found[0], Path(file)


def _records(case: Case) -> Iterator[_Record]:
    yield from case.documents
    yield from case.costs
    yield from case.household


def _kind(record: TravelDocument | Cost) -> str:
    return str(getattr(record.kind, "value", ""))


def _listed(records: Iterator[_Record] | list[_Record]) -> str:
    names = [record.id for record in records]
    return ", ".join([*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])]) or "–"


def _kept(case: Case, sha256: str, record: _Record | None) -> Attachment | None:
    """The scan that the case has already: of that record, or of any when none was named."""
    same = (scan for scan in case.attachments if scan.sha256 == sha256)
    return next((scan for scan in same if record is None or scan.about == record.id), None)


def _new(media_type: str, content: bytes, record: _Record | None, by: str) -> Attachment:
    clock = Clock()
    about: Answer[str] = record.id if record is not None else NOT_ASKED
    return Attachment(clock.new_id(), _shows(record), media_type, len(content), "", clock.now(), by, about)


def _shows(record: _Record | None) -> AttachmentKind:
    match record:
        case Cost():
            return AttachmentKind.RECEIPT
        case Person():
            return AttachmentKind.PHOTO
        case TravelDocument(kind=DocumentKind.MEDICAL):
            return AttachmentKind.MEDICAL
        case _:
            return AttachmentKind.DOCUMENT
