"""Files made to mislead a reader of age: none crashes or hangs Loket, and each gets its one line.

`age_vectors.json` holds 52 of the 143 of C2SP/CCTV (age/testdata, commit 1e3d286, terms 0BSD); the others are more of the
same, and those for keys after quantum computers, which Loket does not make. `file` is packed with zlib, in base64.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from pathlib import Path
from typing import Any

import pyrage
import pytest

from loket_app.exchange.errors import Refused
from loket_app.exchange.handover import envelope
from loket_app.exchange.handover.keys import Passphrase, SecretKey
from loket_app.exchange.handover.limits import MOST_WORK
from loket_app.i18n import using

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "age_vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_each_is_opened_or_refused_in_one_line(vector: dict[str, Any]) -> None:
    content = zlib.decompress(base64.b64decode(vector["file"]))
    keys = [SecretKey(text) for text in vector.get("identities", ())]
    others = [Passphrase(text) for text in vector.get("passphrases", ())]
    found = [_said(content, key, vector.get("payload", "")) for key in keys + others or [Passphrase("none")]]
    assert found == vector["said"]
    if vector["expect"] != "success":
        assert "success" not in found


def _said(content: bytes, key: SecretKey | Passphrase, payload: str) -> str:
    try:
        with using("en"):
            opened = envelope.unlock(content, key)
    except Refused as refused:
        return refused.why
    return "success" if hashlib.sha256(opened).hexdigest() == payload else "another payload"


def test_what_is_not_opened_though_it_may_be_is_armoured_alone() -> None:
    """A package in text form has a line of its own; nothing else that age would open is refused."""
    refused = {
        vector["name"] for vector in VECTORS if vector["expect"] == "success" and "success" not in vector["said"]
    }
    assert refused == {"armor_crlf", "armor_whitespace_outside", "armor_x25519"}


@pytest.mark.parametrize("work", [18, 21, MOST_WORK])
def test_work_that_age_itself_takes_on_is_left_to_the_library(work: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "_opened", lambda *_asked: _fail())
    assert "does not open" in _said(_locked_with(work), Passphrase("zeven fietsen op zolder"), "")


@pytest.mark.parametrize("work", [MOST_WORK + 1, 64, 255])
def test_more_work_is_refused_before_any_is_done(work: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "_opened", lambda *_asked: pytest.fail("it was tried"))
    assert "asks more work" in _said(_locked_with(work), Passphrase("zeven fietsen op zolder"), "")


def _locked_with(work: int) -> bytes:
    return f"age-encryption.org/v1\n-> scrypt {'A' * 22} {work}\n{'A' * 43}\n--- {'A' * 43}\n".encode() + bytes(99)


def _fail() -> bytes:
    raise pyrage.DecryptError("Decryption failed")
