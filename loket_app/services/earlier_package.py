"""A package that is corrected from its file: it is one of this case and this receiver, the last one, and tells what left."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from loket_app.domain.answers import known
from loket_app.domain.attachment import Attachment
from loket_app.domain.case import Case
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.domain.handover_content import Enclosed
from loket_app.domain.handover_versions import next_version
from loket_app.i18n import _
from loket_app.i18n.labels import label
from loket_app.services.clock import Clock
from loket_app.services.complaints import Complaint
from loket_app.services.handover import LARGEST_PACKAGE, Package, Passphrase, Refused, SecretKey, read_package
from loket_app.services.handover_files import complaint, read_bytes

Key = SecretKey | Passphrase


@dataclass(frozen=True)
class Earlier:
    """The package to correct as its case would note it, and its scans with their bytes by the id of each.

    A case that notes the package itself tells what left, but holds no bytes: there are no `scans` of one that wasn't opened.
    """

    record: Handover
    scans: tuple[Enclosed, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)


def read_earlier(
    file: Path, case: Case, recipient: Recipient, key: Callable[[], Key] | None, *, opened: bool = False
) -> Earlier:
    """The package in a file. `key` opens it; for one that the case notes it is asked only to have it `opened` all the same.

    Raises Complaint.
    """
    content = read_bytes(file, LARGEST_PACKAGE)
    checksum = hashlib.sha256(content).hexdigest()
    noted = next((each for each in case.handovers if each.checksum == checksum and known(each.content)), None)
    if noted is not None and not opened:
        found = Earlier(noted)
    elif key is not None:
        found = _opened(file, case, content, key())
        found = replace(found, record=noted or found.record)
    else:
        why = _("The case file does not remember this package, and it opens with the receiver's key alone.")
        remedy = _(
            "Take the case file from the store in which it was noted, or give its secret key with --identity. "
            "Else make the next version without its differences: --version-after NUMBER instead of --corrects."
        )
        raise Complaint(file, why, remedy)
    _demand_last(file, case, recipient, found.record)
    return found


def noting(case: Case, earlier: Handover) -> Case:
    """The case with the package that is corrected: the next number comes after it."""
    if any(each.id == earlier.id for each in case.handovers):
        return case
    return replace(case, handovers=(*case.handovers, earlier))


def with_scans(case: Case, earlier: Earlier, by: str) -> Case:
    """The case with the earlier scans as they left; none of them is chosen by that."""
    scans = {scan.id: scan for scan in case.attachments}
    scans |= {scan.id: _as_it_left(scans.get(scan.id), scan, by) for scan in earlier.scans}
    return replace(case, attachments=tuple(scans.values()))


def sent_before(case: Case, contents: Mapping[str, bytes], earlier: Earlier) -> dict[str, str]:
    """Of scans that are new to a case: the id under which an earlier one left that was the same picture of the same record."""
    from loket_app.exchange.handover.enclosing import bared  # noqa: PLC0415  late: few packages are corrected
    from loket_app.services.handover_eyes import eyes  # noqa: PLC0415  the same

    left = {(scan.sha256, scan.about): scan.id for scan in earlier.scans}
    found = {}
    for scan in case.attachments:
        if scan.id in contents:
            with suppress(Refused):  # the making of the package says what is wrong with it
                leaving = bared(scan.id, contents[scan.id], scan.media_type, "", eyes()).content
                found[scan.id] = left.get((hashlib.sha256(leaving).hexdigest(), scan.about), scan.id)
    return found


def _as_it_left(kept: Attachment | None, scan: Enclosed, by: str) -> Attachment:
    if kept is not None:
        return replace(kept, media_type=scan.media_type, size=scan.size, sha256=scan.sha256)
    at = Clock().now()
    return Attachment(scan.id, scan.kind, scan.media_type, scan.size, scan.sha256, at, by, scan.about)


def _opened(file: Path, case: Case, content: bytes, key: Key) -> Earlier:
    from loket_app.exchange.handover.data import as_text  # noqa: PLC0415  late: JSON Schema takes its time

    package = _package(file, content, key)
    told = package.content
    if told.case.number != case.number:
        why = _("It is a package of another case: {number}.").format(number=told.case.number)
        raise Complaint(file, why, _remedy())
    record = Handover(
        Clock().new_id(),
        told.recipient,
        state=HandoverState.SENT,
        version=package.manifest["version"],
        checksum=hashlib.sha256(content).hexdigest(),
        content=as_text(told),
    )
    return Earlier(record, told.enclosed, {scan.id: package.files[scan.file] for scan in told.enclosed})


def _package(file: Path, content: bytes, key: Key) -> Package:
    try:
        return read_package(content, key)
    except Refused as refused:
        raise complaint(file, refused) from None


def _demand_last(file: Path, case: Case, recipient: Recipient, record: Handover) -> None:
    """Raise Complaint for a package of another receiver, or one that a later one followed."""
    if record.recipient is not recipient:
        to = label(record.recipient)
        raise Complaint(file, _("It was made for another receiver: {recipient}.").format(recipient=to), _remedy())
    last = next_version(case, recipient) - 1
    if known(record.version) and record.version < last:
        why = _("It is version {number}, and a later one was made: version {last}.")
        raise Complaint(file, why.format(number=record.version, last=last), _remedy())


def _remedy() -> str:
    return _("Name the last package of this case for this receiver.")
