"""Locking with a passphrase: a file of age (C2SP, age.md, version 1) with a scrypt stanza of a fixed cost.

`pyrage` opens these files and locks to keys; with a passphrase it takes as much work as this computer does in a second,
and nobody can tell it otherwise. On a fast one that is more than a receiver should take from a stranger, and 1 GiB of
memory or more. So this one stanza is written here, out of the parts of `cryptography`; nothing is read here.
"""

from __future__ import annotations

import base64
import hmac
import secrets
from collections.abc import Iterator

WORK = 18
"""What age's own tool takes: 256 MiB of memory, about a second on the computers of 2026."""

_CHUNK = 65_536
_NONCE = 16
_FILE_KEY = 16
_KEY = 32


def lock(content: bytes, passphrase: str) -> bytes:
    """The content, encrypted under a key of its own, which the passphrase wraps."""
    file_key = secrets.token_bytes(_FILE_KEY)
    head = b"age-encryption.org/v1\n" + _stanza(file_key, passphrase) + b"---"
    mac = hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")
    nonce = secrets.token_bytes(_NONCE)
    chunks = _chunks(content, _derived(file_key, nonce, b"payload"))
    return b"".join((head, b" ", _text(mac), b"\n", nonce, *chunks))


def _stanza(file_key: bytes, passphrase: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415  late: few runs lock
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415  the same

    salt = secrets.token_bytes(16)
    wrapping = Scrypt(b"age-encryption.org/v1/scrypt" + salt, _KEY, 1 << WORK, 8, 1).derive(passphrase.encode())
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    return b"-> scrypt %s %d\n%s\n" % (_text(salt), WORK, _text(wrapped))


def _chunks(content: bytes, key: bytes) -> Iterator[bytes]:
    """Pieces of 64 KiB, each under its number; the last one says that it is the last."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: PLC0415  late, as above

    cipher, last = ChaCha20Poly1305(key), max(len(content) - 1, 0) // _CHUNK
    for number in range(last + 1):
        nonce = number.to_bytes(11, "big") + bytes([number == last])
        yield cipher.encrypt(nonce, content[number * _CHUNK : (number + 1) * _CHUNK], None)


def _derived(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415  late, as above
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415  the same

    return HKDF(SHA256(), _KEY, salt, purpose).derive(secret)


def _text(value: bytes) -> bytes:
    return base64.b64encode(value).rstrip(b"=")
