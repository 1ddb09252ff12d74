"""One slot: the store's key, wrapped under one secret. Whoever alters a slot makes it useless, never weaker."""

from __future__ import annotations

import json
import re
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from enum import Enum

from loket_app.security.errors import BadLogin, WrongPassphrase
from loket_app.security.kdf import KEY_BYTES, SALT_BYTES, KdfParameters, derive

NONCE_BYTES = 12
SEALED_BYTES = KEY_BYTES + 16
"""The key and its tag."""

LOGIN_RULE = re.compile(r"[^\W_][\w.-]{0,23}")
"""1 to 24 letters, digits, dots, dashes or underscores; the first is a letter or a digit."""


class Kind(Enum):
    """Whose secret opens the slot."""

    USER = "user"
    RECOVERY = "recovery"


@dataclass(frozen=True)
class Slot:
    """A wrapped key. `login` is readable on disk: it is empty for the recovery slot."""

    kind: Kind
    login: str
    kdf: KdfParameters
    salt: bytes
    nonce: bytes
    sealed: bytes

    @property
    def context(self) -> bytes:
        """Everything about the slot that the seal also covers."""
        facts = {"kind": self.kind.value, "login": self.login, "kdf": asdict(self.kdf), "salt": self.salt.hex()}
        return json.dumps(["loket key slot", 1, facts], sort_keys=True).encode()


def clean_login(login: str) -> str:
    """The login as it is kept. Raises BadLogin."""
    name = unicodedata.normalize("NFC", login).strip()
    if not LOGIN_RULE.fullmatch(name):
        raise BadLogin(login)
    return name


def seal(kind: Kind, login: str, secret: str, key: bytes, kdf: KdfParameters) -> Slot:
    """Wrap `key` under `secret`, with fresh salt and nonce."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    bare = Slot(kind, login, kdf, secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES), b"")
    wrapping = AESGCM(derive(secret, bare.salt, kdf))
    return Slot(kind, login, kdf, bare.salt, bare.nonce, wrapping.encrypt(bare.nonce, key, bare.context))


def unseal(slot: Slot, secret: str) -> bytes:
    """Give the key in the slot. Raises WrongPassphrase, also for a slot that somebody altered."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(derive(secret, slot.salt, slot.kdf)).decrypt(slot.nonce, slot.sealed, slot.context)
    except InvalidTag:
        raise WrongPassphrase(slot.login) from None
