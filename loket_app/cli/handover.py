"""`loket handover`: make a package from a case file, open one, check some."""

from __future__ import annotations

import getpass
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from loket_app.cli import handover_answers, handover_corrects, handover_scans, output, passphrase
from loket_app.domain.case import Case
from loket_app.domain.handover import Handover, Recipient
from loket_app.i18n import language
from loket_app.i18n.phrases_handover import stops_remedy, stops_text
from loket_app.services import handover
from loket_app.services.casefile import read_case
from loket_app.services.complaints import Complaint
from loket_app.services.documents import demand_free, save
from loket_app.services.handover_files import complaint, demand_empty, key_file, open_file, write_files

_RECIPIENTS = {"iom": Recipient.IOM, "fedasil": Recipient.FEDASIL_BOOKING, "caritas": Recipient.CARITAS}


def run(chosen: Namespace) -> int:
    """Do what was asked."""
    actions: Mapping[str, Callable[[Namespace], int]] = {"make": _make, "open": _open, "check": _check}
    code = actions[chosen.action](chosen)
    passphrase.warn_of_readers(chosen)
    return code


def _make(chosen: Namespace) -> int:
    if not chosen.force:
        demand_free(chosen.out)
    key = _lock(chosen)
    recipient = _RECIPIENTS[chosen.to]
    case = _numbered(chosen, recipient)
    earlier = handover_corrects.earlier(chosen, case, recipient)
    attached = handover_scans.attach(case, chosen.attach, _who())
    handover_scans.demand_leaving(attached, recipient)
    if earlier is not None:
        attached = handover_corrects.joined(attached, earlier, recipient, chosen.leave_out, _who())
    made = _made(chosen.case, attached, recipient, key, earlier.record if earlier is not None else None)
    save(chosen.out, made.package, force=chosen.force)
    return handover_answers.tell(chosen, handover_answers.made(made, chosen.out, attached.case))


def _numbered(chosen: Namespace, recipient: Recipient) -> Case:
    """The case, with the package that went before it when the file knows nothing of that: a number is given once."""
    case = read_case(chosen.case)
    if not chosen.version_after:
        return case
    before = Handover("before", recipient, version=chosen.version_after)
    return replace(case, handovers=(*case.handovers, before))


def _made(
    file: Path,
    attached: handover_scans.Attached,
    recipient: Recipient,
    key: handover.PublicKey | handover.Passphrase,
    corrects: Handover | None,
) -> handover.Made:
    case, by, lang = attached.case, _who(), language()
    try:
        return handover.make(case, recipient, key, by=by, lang=lang, scans=attached.scans, corrects=corrects)
    except handover.Stopped as stopped:
        place = f"{file}: {_place_of(stopped.stops[0])}"
        raise Complaint(place, stops_text(recipient, stopped.stops), stops_remedy(stopped.stops)) from None
    except handover.Refused as refused:
        scan = attached.files.get(refused.place.removeprefix("attachments/"))
        raise (Complaint(scan, refused.why, refused.remedy) if scan else complaint(file, refused)) from None


def _place_of(stop: handover.Stop) -> str:
    """The place of the answer, and by its own place whose it is: a name is in no log."""
    return f"{stop.path} (household/{stop.person})" if stop.person else stop.path


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
    found: dict[Path, handover.Package] = {}
    bad: list[Complaint] = []
    for file in chosen.packages:
        try:
            found[file] = open_file(file, key)
        except Complaint as complaint_of_it:
            bad.append(complaint_of_it)
    if found:
        handover_answers.tell(chosen, handover_answers.checked(found))
    for each in bad[:-1]:
        output.complain(each.one_line)
    if bad:
        raise bad[-1]
    return 0


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "loket"
