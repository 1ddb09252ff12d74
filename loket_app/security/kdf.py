"""From something a person knows to a key: Argon2id (RFC 9106), with limits that hold whatever a file says."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

KEY_BYTES = 32
SALT_BYTES = 16

# A tampered file may not ask for all the memory of the machine or for a derivation without end.
MEMORY_LIMITS_KIB = (8 * 1024, 1024 * 1024)
PASSES_LIMITS = (1, 20)
LANES_LIMITS = (1, 16)


@dataclass(frozen=True)
class KdfParameters:
    """Work factors of Argon2id. The defaults take about a sixth of a second on an office machine."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def beyond_limits(self) -> str | None:
        """Name of the first figure that is out of bounds, or None."""
        limits = {"memory_kib": MEMORY_LIMITS_KIB, "passes": PASSES_LIMITS, "lanes": LANES_LIMITS}
        return next((name for name, (low, high) in limits.items() if not low <= getattr(self, name) <= high), None)


def derive(secret: str, salt: bytes, parameters: KdfParameters) -> bytes:
    """Give the 32-byte key of `secret`.

    The text is taken in NFC (RFC 8265), so that é typed on another keyboard is the same é.
    Raises ValueError when the parameters are out of bounds.
    """
    beyond = parameters.beyond_limits()
    if beyond:
        raise ValueError(beyond)
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    argon = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=parameters.passes,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    )
    return argon.derive(unicodedata.normalize("NFC", secret).encode())
