"""What a package is locked and opened with: a key of age (X25519) or a passphrase. None of them shows itself in a log."""

from __future__ import annotations

from dataclasses import dataclass, field

from loket_app.exchange.errors import Refused
from loket_app.i18n import _

_SECRET = "AGE-SECRET-KEY-1"  # noqa: S105  the start of every key, not one
_SHORTEST = 12


@dataclass(frozen=True)
class PublicKey:
    """The recipient's public key, `age1…`. Whoever has it can lock, not open."""

    text: str


@dataclass(frozen=True)
class SecretKey:
    """The key that belongs to a public one, `AGE-SECRET-KEY-1…`."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class Passphrase:
    """A passphrase that sender and receiver share."""

    text: str = field(repr=False)


def new_keys() -> tuple[SecretKey, PublicKey]:
    """A pair that nobody had before."""
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    return SecretKey(str(identity)), PublicKey(str(identity.to_public()))


def public_key(text: str) -> PublicKey:
    """A public key as somebody typed or pasted it. Raises Refused."""
    import pyrage

    clean = text.strip()
    try:
        return PublicKey(str(pyrage.x25519.Recipient.from_str(clean)))
    except pyrage.RecipientError:
        secret = clean.upper().startswith(_SECRET)
        why = _("This is a secret key: it opens.") if secret else _("This is not a public key of age.")
        raise Refused("", why, _("A public key starts with age1; ask the receiver for theirs.")) from None


def secret_key(text: str) -> SecretKey:
    """The first key in the text of a key file, as age-keygen writes it. Raises Refused."""
    import pyrage

    lines = (line.strip() for line in text.splitlines())
    clean = next((line for line in lines if line and not line.startswith("#")), "")
    try:
        pyrage.x25519.Identity.from_str(clean)
    except pyrage.IdentityError:
        raise Refused(
            "", _("It holds no secret key of age."), _("Such a key starts with {start}").format(start=_SECRET)
        ) from None
    return SecretKey(clean)


def passphrase(text: str) -> Passphrase:
    """A passphrase to lock with. Raises Refused when it is short: whoever has the file may guess for ever."""
    if len(text) < _SHORTEST:
        why = _("The passphrase is shorter than {count} signs.").format(count=_SHORTEST)
        raise Refused("", why, _("Take a longer one: five words or more."))
    return Passphrase(text)
