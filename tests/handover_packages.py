"""Packages for tests: made in memory, whole or broken on purpose."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pyrage

from loket_app.domain.handover import Recipient
from loket_app.domain.handover_content import Content, content
from loket_app.exchange.handover import envelope, writer
from loket_app.exchange.handover.archive import pack, unpack
from loket_app.exchange.handover.keys import PublicKey, SecretKey
from loket_app.exchange.handover.manifest import Manifest, sha256
from tests.handover_cases import full_case, scan_bytes

PRINT = b"%PDF-1.7 a print"


@dataclass(frozen=True)
class Pair:
    """A fresh key of age."""

    secret: SecretKey
    public: PublicKey


def new_pair() -> Pair:
    """A key pair of this test alone."""
    identity = pyrage.x25519.Identity.generate()
    return Pair(SecretKey(str(identity)), PublicKey(str(identity.to_public())))


def manifest_of(told: Content) -> Manifest:
    """A manifest for some content."""
    at = datetime(2026, 4, 14, 12, 3, tzinfo=UTC)
    return Manifest(at, "Loket test", told.case.desk.value, told.recipient, told.case.number, 17, "1", 1, None, ())


def written(told: Content, key: PublicKey, scans: Mapping[str, bytes] | None = None) -> bytes:
    """A package with this content."""
    return writer.write(told, manifest_of(told), key, printed=PRINT, scans=scans or {})


@dataclass
class Parts:
    """A sound package taken apart, to be changed and put together again; the manifest follows unless it is fixed."""

    pair: Pair = field(default_factory=new_pair)
    files: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        told = content(full_case(), Recipient.IOM, scan_bytes())
        self.files = unpack(envelope.unlock(written(told, self.pair.public, scan_bytes()), self.pair.secret))

    def change(self, name: str, **values: Any) -> None:
        """Put other values in a JSON file; the manifest names its new checksum."""
        data = {**json.loads(self.files[name]), **values}
        self.put(name, json.dumps(data).encode())

    def put(self, name: str, content: bytes) -> None:
        """Put another file in; the manifest names it."""
        self.files[name] = content
        if name != "manifest.json":
            listed = json.loads(self.files["manifest.json"])
            entry = {"name": name, "size": len(content), "sha256": sha256(content)}
            listed["files"] = [old for old in listed["files"] if old["name"] != name] + [entry]
            self.files["manifest.json"] = json.dumps(listed).encode()

    def locked(self) -> bytes:
        """The package."""
        return self.lock(pack(self.files))

    def lock(self, archive: bytes) -> bytes:
        """A package with another archive in it."""
        return envelope.lock(archive, self.pair.public)


def zipped(files: Mapping[str, bytes], **entry: Any) -> bytes:
    """An archive with any names; `entry` sets what else its entries say."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for what, value in entry.items():
                setattr(info, what, value)
            archive.writestr(info, body)
    return out.getvalue()
