"""manifest.json: from whom, to whom, of which case and rules, and every other file with its size and SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from loket_app.domain.codec import plain
from loket_app.domain.handover import Recipient
from loket_app.exchange.errors import Refused
from loket_app.exchange.handover.envelope import damaged
from loket_app.exchange.handover.limits import MANIFEST, VERSION
from loket_app.exchange.handover.schema import MANIFEST_KEY, manifest_schema
from loket_app.exchange.validation import hold_against
from loket_app.i18n import _


@dataclass(frozen=True)
class Corrected:
    """The package that is replaced: its version and the SHA-256 of its file."""

    version: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What stands in a manifest besides its files. `gaps` are patterns or paths that the recipient needs and misses."""

    made_at: datetime
    made_with: str
    desk: str
    recipient: Recipient
    number: str
    revision: int
    tables_version: str
    version: int
    corrects: Corrected | None
    gaps: tuple[str, ...]


def sha256(content: bytes) -> str:
    """The checksum as it stands in a manifest."""
    return hashlib.sha256(content).hexdigest()


def as_plain(manifest: Manifest, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The values of manifest.json for these files."""
    values = {name: plain(value) for name, value in vars(manifest).items() if name != "corrects"}
    corrects = {"corrects": vars(manifest.corrects)} if manifest.corrects else {}
    listed = [{"name": name, "size": len(content), "sha256": sha256(content)} for name, content in files.items()]
    return {MANIFEST_KEY: VERSION, **values, **corrects, "files": listed}


def check(data: Any) -> None:
    """Raise Refused when a manifest is not one, or a newer Loket wrote it."""
    version = data.get(MANIFEST_KEY) if isinstance(data, dict) else None
    if type(version) is int and version > VERSION:
        why = _("A newer Loket wrote this package (version {version}).").format(version=version)
        raise Refused(MANIFEST_KEY, why, _("Install the newer Loket, then try again."))
    hold_against(manifest_schema(), data)


def check_files(data: Mapping[str, Any], files: Mapping[str, bytes]) -> None:
    """Raise Refused unless the manifest names every other file, no more, each with its size and checksum."""
    listed = {entry["name"]: entry for entry in data["files"]}
    if len(listed) != len(data["files"]):
        raise damaged(_("The manifest names a file twice."))
    for name in listed:
        if name not in files or name == MANIFEST:
            raise damaged(_("{name} is missing.").format(name=name))
    for name, content in files.items():
        if name != MANIFEST and name not in listed:
            raise damaged(_("{name} is not in the manifest.").format(name=name))
        if name != MANIFEST and (len(content), sha256(content)) != (listed[name]["size"], listed[name]["sha256"]):
            raise damaged(_("{name} is not as it was sent.").format(name=name))
