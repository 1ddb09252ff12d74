"""Opening a package, trusting nothing: the answer is everything that it holds, whole and unchanged, or one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from loket_app.domain.handover_content import Content
from loket_app.exchange.errors import Refused
from loket_app.exchange.handover import data, manifest
from loket_app.exchange.handover.archive import unpack
from loket_app.exchange.handover.envelope import damaged, unlock
from loket_app.exchange.handover.keys import Passphrase, SecretKey
from loket_app.exchange.handover.limits import DATA, LARGEST_JSON, MANIFEST, PRINT
from loket_app.exchange.plain_json import FileKind
from loket_app.exchange.plain_json import read as read_json
from loket_app.i18n import N_, _

R = TypeVar("R")

_KIND = FileKind(
    LARGEST_JSON,
    N_("It is nested too deeply for a handover."),
    N_("Is it the right file? A package of a handover ends in .loket.age."),
)


@dataclass(frozen=True)
class Opened:
    """A package: its manifest, what it says, and every file by its name in it."""

    manifest: Mapping[str, Any]
    content: Content
    files: Mapping[str, bytes]


def read(package: bytes, key: SecretKey | Passphrase) -> Opened:
    """Everything in a package. Raises Refused."""
    files = unpack(unlock(package, key))
    for name in (MANIFEST, DATA, PRINT):
        if name not in files:
            raise damaged(_("{name} is missing.").format(name=name))
    listed = _json(files, MANIFEST)
    _within(MANIFEST, lambda: manifest.check(listed))
    manifest.check_files(listed, files)
    told = _json(files, DATA)
    content = _within(DATA, lambda: data.from_plain(told))
    _agree(listed, content)
    return Opened(listed, content, files)


def _json(files: Mapping[str, bytes], name: str) -> Any:
    return _within(name, lambda: read_json(files[name], _KIND))


def _within(name: str, work: Callable[[], R]) -> R:
    """Have it done; a complaint names the file too, and the one remedy of a receiver."""
    try:
        return work()
    except Refused as refused:
        place = f"{name}: {refused.place}" if refused.place else name
        raise Refused(place, refused.why, _("Tell the sender; nothing was kept.")) from None


def _agree(listed: Mapping[str, Any], content: Content) -> None:
    """What two files say of the same thing; that the manifest tells the truth of each file was looked at before."""
    if (listed["number"], listed["recipient"]) != (content.case.number, content.recipient.value):
        raise damaged(_("The manifest is that of another handover."))
    scans = {scan.file: (scan.size, scan.sha256) for scan in content.enclosed}
    held = {
        entry["name"]: (entry["size"], entry["sha256"]) for entry in listed["files"] if entry["name"] not in _ALWAYS
    }
    if scans != held or len(scans) != len(content.enclosed):
        raise damaged(_("The scans are not those that the handover names."))


_ALWAYS = (MANIFEST, DATA, PRINT)
