"""The files of a package in one zip archive. Reading trusts nothing: names, counts, sizes, links, what overlaps.

Only what Loket writes is read: plain or deflated, no comment, no second disk, no zip64, nothing before or behind it.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping

from loket_app.domain.attachment import LARGEST_SCAN
from loket_app.exchange.errors import Refused
from loket_app.exchange.handover.envelope import damaged, not_ours
from loket_app.exchange.handover.limits import (
    DATA,
    LARGEST_JSON,
    LARGEST_PRINT,
    MANIFEST,
    MOST_FILES,
    NAME,
    PRINT,
)
from loket_app.exchange.plain_json import shown
from loket_app.i18n import _

_END = struct.Struct("<4s4H2LH")
_END_SIGN = b"PK\x05\x06"
_LONGEST_ENTRY = 128  # bytes of a line of the directory: 46 and a name, nothing more
_WHEN = (1980, 1, 1, 0, 0, 0)  # the archive tells nothing that the manifest does not
_AT_ONCE = 1 << 20
_UNIX = 3
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    ValueError,
    EOFError,
    RuntimeError,
    OSError,
    OverflowError,
)
"""What zipfile raises for bytes that are no archive after all."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """The files in one archive, equal bytes for equal files. Scans are compressed already."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.create_system = _UNIX
            entry.external_attr = (stat.S_IFREG | 0o600) << 16
            method = zipfile.ZIP_STORED if name.startswith("attachments/") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, method)
    return out.getvalue()


def unpack(content: bytes) -> dict[str, bytes]:
    """The files by name. Raises Refused."""
    _look_at_end(content)
    try:
        return _files(content)
    except Refused:
        raise
    except _DAMAGED:
        raise damaged(_("What it holds is damaged.")) from None


def _files(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        _look_at_names([entry.orig_filename for entry in entries])
        for entry in entries:
            _look_at(entry)
        return {entry.filename: _read(archive, entry) for entry in entries}


def _look_at_end(content: bytes) -> None:
    """The last 22 bytes say how many files there are and where their list lies; nothing may lie around it."""
    if not content.startswith(b"PK") or len(content) < _END.size:
        raise Refused("", _("What it holds is no package of Loket."), not_ours())
    sign, *rest = _END.unpack(content[-_END.size :])
    if sign != _END_SIGN:
        raise damaged(_("What it holds is damaged."))
    disk, first_disk, here, count, size, start, comment = rest
    if count > MOST_FILES or size > MOST_FILES * _LONGEST_ENTRY:
        raise Refused("", _("It holds more than {count} files.").format(count=MOST_FILES), _("Ask for fewer scans."))
    if (disk, first_disk, comment) != (0, 0, 0) or here != count or start + size != len(content) - _END.size:
        raise damaged(_("What it holds is damaged."))


def _look_at_names(names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if not NAME.fullmatch(name):
            why = _("It holds a file that does not belong in a package: {name}.").format(name=shown(name))
            raise Refused("", why, _("Do not use it, and tell the sender; nothing was kept."))
        if name in seen:
            raise damaged(_("It holds {name} twice.").format(name=name))
        seen.add(name)


def _look_at(entry: zipfile.ZipInfo) -> None:
    """An ordinary file of a size that it may have; a link or a locked entry is none of ours."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    plain = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and not entry.flag_bits & 0x41
    if kind not in (0, stat.S_IFREG) or not plain:
        raise damaged(_("{name} is no ordinary file.").format(name=entry.filename))
    if entry.file_size > _largest(entry.filename):
        raise damaged(_("{name} is too large.").format(name=entry.filename))


def _largest(name: str) -> int:
    return {MANIFEST: LARGEST_JSON, DATA: LARGEST_JSON, PRINT: LARGEST_PRINT}.get(name, LARGEST_SCAN)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """In pieces, so that a small entry can't swell beyond the size that it gives."""
    out = bytearray()
    with archive.open(entry) as file:
        while piece := file.read(_AT_ONCE):
            out += piece
    if len(out) != entry.file_size:
        raise damaged(_("{name} is cut off.").format(name=entry.filename))
    return bytes(out)
