"""`keys.json` in the profile folder. A checksum tells a damaged file from a wrong passphrase before anybody types one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from loket_app.security.errors import BadLogin, DamagedKeyFile, NewerKeyFile
from loket_app.security.files import write_private
from loket_app.security.kdf import SALT_BYTES, KdfParameters
from loket_app.security.keyfile import KeyFile
from loket_app.security.slots import NONCE_BYTES, SEALED_BYTES, Kind, Slot, clean_login

KEY_FILE_NAME = "keys.json"
FORMAT = 1
LARGEST_BYTES = 1024 * 1024
"""Far above what a desk needs (about 400 bytes a user): nothing larger is read."""

_FILE_KEYS = {"format", "slots", "checksum"}
_SLOT_KEYS = {"kind", "login", "kdf", "salt", "nonce", "sealed"}
_KDF_KEYS = {"name", "memory_kib", "passes", "lanes"}


def save_keys(path: Path, keys: KeyFile) -> None:
    """Write the file in one step, mode 0600. Raises OSError, leaving the old file."""
    content = {"format": FORMAT, "slots": [_written(slot) for slot in keys.slots]}
    write_private(path, json.dumps({**content, "checksum": _checksum(content)}, indent=1).encode())


def load_keys(path: Path) -> KeyFile:
    """Read the file. Raises FileNotFoundError and other OSErrors, DamagedKeyFile, NewerKeyFile."""
    return _Reader(path).file(_parsed(path))


def _written(slot: Slot) -> dict[str, Any]:
    return {
        "kind": slot.kind.value,
        "login": slot.login,
        "kdf": {"name": "argon2id", **asdict(slot.kdf)},
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "sealed": slot.sealed.hex(),
    }


def _checksum(content: dict[str, Any]) -> str:
    """Against accidents alone; who alters a file on purpose meets the seals of the slots."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _parsed(path: Path) -> Any:
    with path.open("rb") as file:
        raw = file.read(LARGEST_BYTES + 1)
    if len(raw) > LARGEST_BYTES:
        raise DamagedKeyFile(path, "size")
    try:
        return json.loads(raw.decode())
    except (ValueError, RecursionError):
        raise DamagedKeyFile(path, "not JSON") from None


class _Reader:
    """Turns parsed JSON into a KeyFile; every complaint names file and place."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def file(self, parsed: Any) -> KeyFile:
        self._whole(parsed)
        self._version(parsed["format"])
        self._keys(parsed, _FILE_KEYS, "")
        listed = parsed["slots"] if isinstance(parsed["slots"], list) else []
        slots = tuple(self._slot(entry, f"slots/{place}") for place, entry in enumerate(listed))
        return KeyFile(self._complete(slots))

    def _whole(self, parsed: Any) -> None:
        """The part that every later format keeps: a checksum over all else, and a format number."""
        if not isinstance(parsed, dict) or not {"format", "checksum"} <= parsed.keys():
            raise self._damaged("top")
        if parsed["checksum"] != _checksum({name: parsed[name] for name in parsed if name != "checksum"}):
            raise self._damaged("checksum")

    def _version(self, version: Any) -> None:
        if type(version) is not int or version < 1:
            raise self._damaged("format")
        if version > FORMAT:
            raise NewerKeyFile(self._path, version)

    def _complete(self, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
        logins = [slot.login.casefold() for slot in slots if slot.kind is Kind.USER]
        recoveries = sum(slot.kind is Kind.RECOVERY for slot in slots)
        if not logins or len(set(logins)) < len(logins) or recoveries != 1:
            raise self._damaged("slots")
        return slots

    def _slot(self, entry: Any, place: str) -> Slot:
        self._keys(entry, _SLOT_KEYS, place)
        if entry["kind"] not in [kind.value for kind in Kind]:  # a list: what stands there may not be hashable
            raise self._damaged(f"{place}/kind")
        kind = Kind(entry["kind"])
        return Slot(
            kind,
            self._login(entry["login"], kind, f"{place}/login"),
            self._kdf(entry["kdf"], f"{place}/kdf"),
            self._bytes(entry["salt"], SALT_BYTES, f"{place}/salt"),
            self._bytes(entry["nonce"], NONCE_BYTES, f"{place}/nonce"),
            self._bytes(entry["sealed"], SEALED_BYTES, f"{place}/sealed"),
        )

    def _login(self, value: Any, kind: Kind, place: str) -> str:
        try:
            whole = isinstance(value, str) and (value == "" if kind is Kind.RECOVERY else clean_login(value) == value)
        except BadLogin:
            whole = False
        if not whole:
            raise self._damaged(place)
        return str(value)

    def _kdf(self, value: Any, place: str) -> KdfParameters:
        self._keys(value, _KDF_KEYS, place)
        if value["name"] != "argon2id":
            raise self._damaged(f"{place}/name")
        figures = {name: value[name] for name in sorted(_KDF_KEYS - {"name"})}
        for name, figure in figures.items():
            if type(figure) is not int:
                raise self._damaged(f"{place}/{name}")
        parameters = KdfParameters(**figures)
        beyond = parameters.beyond_limits()
        if beyond:
            raise self._damaged(f"{place}/{beyond}")
        return parameters

    def _bytes(self, value: Any, length: int, place: str) -> bytes:
        try:
            content = bytes.fromhex(value)
        except (ValueError, TypeError):
            raise self._damaged(place) from None
        if len(content) != length:
            raise self._damaged(place)
        return content

    def _keys(self, value: Any, wanted: set[str], place: str) -> None:
        if not isinstance(value, dict):
            raise self._damaged(place)
        odd = sorted(wanted ^ set(value))
        if odd:
            raise self._damaged(f"{place}/{odd[0]}".lstrip("/"))

    def _damaged(self, place: str) -> DamagedKeyFile:
        return DamagedKeyFile(self._path, place)
