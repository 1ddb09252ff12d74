"""Making a package. What is made is held against the same schemas as what is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from loket_app.domain.handover_changes import Difference
from loket_app.domain.handover_content import Content
from loket_app.exchange.errors import Refused
from loket_app.exchange.handover import data
from loket_app.exchange.handover import manifest as manifests
from loket_app.exchange.handover.archive import pack
from loket_app.exchange.handover.envelope import lock
from loket_app.exchange.handover.keys import Passphrase, PublicKey
from loket_app.exchange.handover.limits import DATA, ENDING, LARGEST_PACKAGE, MANIFEST, MOST_FILES, PRINT
from loket_app.exchange.handover.schema import handover_schema
from loket_app.exchange.validation import hold_against
from loket_app.i18n import _
from loket_app.i18n.formats import format_number


def write(
    content: Content,
    manifest: manifests.Manifest,
    key: PublicKey | Passphrase,
    *,
    printed: bytes,
    scans: Mapping[str, bytes],
    changes: Sequence[Difference] = (),
) -> bytes:
    """The package. `printed` is the application as a PDF, `scans` the bytes of `content.enclosed` by their ids.

    Scans go through `enclosing` first. Raises Refused when the case holds what no receiver could read, or a scan is not what the case says it is.
    """
    told = data.as_plain(content, changes)
    _hold(told)
    files = {DATA: data.as_bytes(told), PRINT: printed, **_scans(content, scans)}
    listed = manifests.as_plain(manifest, files)
    manifests.check(listed)
    _demand_size(sum(map(len, files.values())))  # before the work of packing and locking it
    package = lock(pack({MANIFEST: data.as_bytes(listed), **files}), key)
    _demand_size(len(package))
    return package


def file_name(content: Content, version: int) -> str:
    """Case number, recipient and version: no name of a person."""
    return f"{content.case.number}-{content.recipient.value}-{version}{ENDING}"


def _hold(told: Mapping[str, Any]) -> None:
    """Raises Refused with the path of the answer in the case, where it is one."""
    try:
        hold_against(handover_schema(), told)
    except Refused as refused:
        raise Refused(_path(told, refused.place), refused.why, refused.remedy) from None


def _path(told: Any, place: str) -> str:
    """`case/household/1/sex` as the case calls it, by the id of the record: `household/person-1/sex`."""
    here, names = told, []
    for name in place.split("/"):
        if isinstance(here, list) and name.isdecimal() and 0 < int(name) <= len(here):
            here = here[int(name) - 1]
            names.append(str(here.get("id", name)) if isinstance(here, dict) else name)
        else:
            here = here.get(name) if isinstance(here, dict) else None
            names.append(name)
    return "/".join(names).removeprefix("case/")


def _demand_size(size: int) -> None:
    """Raises Refused for more than any Loket would open."""
    if size > LARGEST_PACKAGE:
        limit = format_number(LARGEST_PACKAGE // 1_000_000)
        why = _("The package would be larger than {limit} MB.").format(limit=limit)
        raise Refused("attachments", why, _("Choose fewer scans."))


def _scans(content: Content, scans: Mapping[str, bytes]) -> dict[str, bytes]:
    if len(content.enclosed) > MOST_FILES - 3:  # beside the three that are always there
        raise Refused(
            "attachments", _("It holds more than {count} files.").format(count=MOST_FILES), _("Choose fewer.")
        )
    for scan in content.enclosed:
        if scan.id not in scans or manifests.sha256(scans[scan.id]) != scan.sha256:
            why = _("This scan is not as it was when it was added.")
            raise Refused(f"attachments/{scan.id}", why, _("Add it again, or leave it out."))
    return {scan.file: scans[scan.id] for scan in content.enclosed}
