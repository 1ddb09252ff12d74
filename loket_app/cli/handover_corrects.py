"""`loket handover make --corrects PACKAGE`: the package that the next one replaces, and its scans, which leave again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace

from loket_app.cli import passphrase
from loket_app.cli.handover_scans import Attached
from loket_app.domain.case import Case
from loket_app.domain.handover import Recipient
from loket_app.i18n import _
from loket_app.services import handover
from loket_app.services.complaints import Complaint
from loket_app.services.earlier_package import Earlier, Key, noting, read_earlier, sent_before, with_scans
from loket_app.services.handover_files import key_file


def earlier(chosen: Namespace, case: Case, recipient: Recipient) -> Earlier | None:
    """The package that is corrected; None for a first one. Raises Complaint."""
    if chosen.corrects is None:
        for option, value in (("--identity", chosen.identity), ("--leave-out", chosen.leave_out)):
            if value:
                raise Complaint(option, _("It is about the package that is corrected."), _("Name it with --corrects."))
        return None
    opened = chosen.identity is not None  # whoever names the key wants the scans too, which no case file holds
    return read_earlier(chosen.corrects, case, recipient, _opener(chosen), opened=opened)


def joined(attached: Attached, found: Earlier, recipient: Recipient, left_out: Sequence[str], by: str) -> Attached:
    """With the scans of the package that is corrected, except those left out or that may no longer leave.

    What is attached again is the same scan still. Raises Complaint.
    """
    gone = _named(found, left_out)
    ids = sent_before(attached.case, attached.scans, found)
    again = tuple(replace(scan, id=ids.get(scan.id, scan.id)) for scan in attached.case.attachments)
    scans = {ids.get(scan, scan): content for scan, content in attached.scans.items()}
    files = {ids.get(scan, scan): file for scan, file in attached.files.items()}
    rest = replace(found, scans=tuple(scan for scan in found.scans if scan.id not in scans))
    case = with_scans(noting(replace(attached.case, attachments=again), found.record), rest, by)
    may_leave = {scan.id for scan in handover.preview(case, recipient).scans} - gone
    kept = {scan.id: found.contents[scan.id] for scan in rest.scans if scan.id in may_leave}
    return Attached(case, {**kept, **scans}, files)


def _named(found: Earlier, names: Sequence[str]) -> set[str]:
    """The ids of scans by their names in the earlier package."""
    known = {scan.file: scan.id for scan in found.scans}
    for name in names:
        if name not in known:
            why = _("The package that is corrected has no such scan.")
            remedy = _("Give one of these: {records}.").format(records=", ".join(known) or "–")
            raise Complaint(f"--leave-out {name}", why, remedy)
    return {known[name] for name in names}


def _opener(chosen: Namespace) -> Callable[[], Key] | None:
    """What opens it: a secret key, else the passphrase that locks the new one; none with a public key alone."""
    if chosen.identity is not None:
        return lambda: key_file(chosen.identity)
    return None if chosen.recipient else lambda: handover.Passphrase(passphrase.asked(chosen))
