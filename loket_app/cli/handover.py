"""`loket handover`: make a package from a case file, open one, check some."""

from __future__ import annotations

import getpass
import hashlib
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from loket_app.cli import handover_answers, passphrase
from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.domain.case import Case
from loket_app.domain.handover import Recipient
from loket_app.i18n import _, language
from loket_app.i18n.labels import label
from loket_app.i18n.phrases_handover import stops_remedy, stops_text
from loket_app.services import handover
from loket_app.services.attachments import from_file
from loket_app.services.casefile import read_case
from loket_app.services.clock import Clock
from loket_app.services.complaints import Complaint
from loket_app.services.documents import demand_free, save
from loket_app.services.handover_files import complaint, demand_empty, key_file, open_file, write_files

_RECIPIENTS = {"iom": Recipient.IOM, "fedasil": Recipient.FEDASIL_BOOKING, "caritas": Recipient.CARITAS}


def run(chosen: Namespace) -> int:
    """Do what was asked."""
    actions: Mapping[str, Callable[[Namespace], int]] = {"make": _make, "open": _open, "check": _check}
    return actions[chosen.action](chosen)


def _make(chosen: Namespace) -> int:
    if not chosen.force:
        demand_free(chosen.out)
    key = _lock(chosen)
    recipient = _RECIPIENTS[chosen.to]
    case, scans, named = _with_scans(read_case(chosen.case), chosen.attach)
    _demand_leaving(case, recipient, named)
    made = _made(chosen.case, case, recipient, key, scans)
    save(chosen.out, made.package, force=chosen.force)
    return handover_answers.tell(chosen, handover_answers.made(made, chosen.out, case))


def _made(
    file: Path,
    case: Case,
    recipient: Recipient,
    key: handover.PublicKey | handover.Passphrase,
    scans: Mapping[str, bytes],
) -> handover.Made:
    try:
        return handover.make(case, recipient, key, by=_who(), lang=language(), scans=scans)
    except handover.Stopped as stopped:
        place = f"{file}: {stopped.stops[0].path}"
        raise Complaint(place, stops_text(recipient, stopped.stops), stops_remedy(stopped.stops)) from None
    except handover.Refused as refused:
        raise complaint(file, refused) from None


def _lock(chosen: Namespace) -> handover.PublicKey | handover.Passphrase:
    try:
        if chosen.recipient:
            return handover.public_key(chosen.recipient)
        return handover.passphrase(passphrase.asked(chosen))
    except handover.Refused as refused:
        raise complaint("--recipient" if chosen.recipient else chosen.passphrase_file, refused) from None


def _opener(chosen: Namespace) -> handover.SecretKey | handover.Passphrase:
    """A short passphrase may open what somebody else locked with it."""
    return key_file(chosen.identity) if chosen.identity else handover.Passphrase(passphrase.asked(chosen))


def _open(chosen: Namespace) -> int:
    if chosen.out is not None:
        demand_empty(chosen.out)
    package = open_file(chosen.package, _opener(chosen))
    written = write_files(package, chosen.out) if chosen.out is not None else ()
    return handover_answers.tell(chosen, handover_answers.opened(package, written))


def _check(chosen: Namespace) -> int:
    key = _opener(chosen)
    found = {file: open_file(file, key) for file in chosen.packages}
    return handover_answers.tell(chosen, handover_answers.checked(found))


def _with_scans(case: Case, files: Sequence[Path]) -> tuple[Case, dict[str, bytes], dict[str, Path]]:
    """The case with these scans, their bytes, their files: known ones by what they hold, others as papers of nobody in particular."""
    known = {scan.sha256: scan for scan in case.attachments}
    chosen: dict[str, bytes] = {}
    named: dict[str, Path] = {}
    clock = Clock()
    for file in files:
        offered = from_file(file)
        scan = known.get(hashlib.sha256(offered.content).hexdigest())
        if scan is None:
            kind, size = AttachmentKind.DOCUMENT, len(offered.content)
            scan = Attachment(clock.new_id(), kind, offered.media_type, size, offered.sha256, clock.now(), _who())
            known[scan.sha256] = scan
        chosen[scan.id], named[scan.id] = offered.content, file
    return replace(case, attachments=tuple(known.values())), chosen, named


def _demand_leaving(case: Case, recipient: Recipient, named: Mapping[str, Path]) -> None:
    """Raise Complaint for a scan that may not leave: what was asked for is done whole, or not at all."""
    may_leave = {scan.id for scan in handover.preview(case, recipient).scans}
    for scan_id, file in named.items():
        if scan_id not in may_leave:
            why = _("This scan does not go to {recipient}.").format(recipient=label(recipient))
            raise Complaint(file, why, _("Leave it out."))


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "loket"
