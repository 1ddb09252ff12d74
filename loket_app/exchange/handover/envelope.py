"""The encryption around a package: age (age-encryption.org/v1), to one key or with one passphrase.

The head of the file is looked at before the library works on it: a passphrase file names its own cost, and a hostile
one could ask for hours.
"""

from __future__ import annotations

import re

from loket_app.exchange.errors import Refused
from loket_app.exchange.handover.keys import Passphrase, PublicKey, SecretKey
from loket_app.exchange.handover.limits import LARGEST_PACKAGE, LONGEST_HEADER, MOST_WORK
from loket_app.i18n import _
from loket_app.i18n.formats import format_number

_MAGIC = b"age-encryption.org/v1\n"
_ARMOUR = b"-----BEGIN AGE"
_HEAD = re.compile(
    rb"age-encryption\.org/v1\n"
    rb"(?:-> [!-~]+(?: [!-~]+)*\n(?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)+"
    rb"--- [A-Za-z0-9+/]{43}\n"
)
"""A head as age's specification has it; the library lets more pass."""
_STANZA = re.compile(rb"^-> ([^\n]*)$", re.MULTILINE)
_EXCESSIVE = "Excessive work"
_TRIALS = 8
"""The library measures this computer anew each time, and finds a busy one too slow for what a quiet one made."""

_WORK = re.compile(rb"[1-9][0-9]{0,2}", re.ASCII)


def lock(content: bytes, key: PublicKey | Passphrase) -> bytes:
    """The content, encrypted. Raises Refused when a passphrase can't be used on this machine."""
    import pyrage

    if isinstance(key, PublicKey):
        locked: bytes = pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(key.text)])
        return locked
    locked = pyrage.passphrase.encrypt(content, key.text)
    _look_at_head(locked, key)  # what we could not open ourselves, nobody should get
    return locked


def unlock(package: bytes, key: SecretKey | Passphrase) -> bytes:
    """The content. Raises Refused, before any work for a file that asks too much of it."""
    import pyrage

    if len(package) > LARGEST_PACKAGE:
        limit = format_number(LARGEST_PACKAGE // 1_000_000)
        raise Refused("", _("It is larger than {limit} MB.").format(limit=limit), not_ours())
    _look_at_head(package, key)
    said = ""
    for _trial in range(_TRIALS):
        try:
            return _opened(package, key)
        except (pyrage.DecryptError, pyrage.IdentityError) as error:
            said = str(error)
        if not said.startswith(_EXCESSIVE):
            break
    raise _does_not_open(said, key)


def _opened(package: bytes, key: SecretKey | Passphrase) -> bytes:
    import pyrage

    if isinstance(key, Passphrase):
        content: bytes = pyrage.passphrase.decrypt(package, key.text)
    else:
        content = pyrage.decrypt(package, [pyrage.x25519.Identity.from_str(key.text)])
    return content


def not_ours() -> str:
    """What to do with a file that is no package."""
    return _("Is it the right file? A package of a handover ends in .loket.age.")


def damaged(why: str) -> Refused:
    """A package that is not as it was sent."""
    return Refused("", why, _("Ask the sender for it again; nothing was kept."))


def _look_at_head(package: bytes, key: PublicKey | SecretKey | Passphrase) -> None:
    stanzas = _stanzas(package)
    for_passphrase = any(stanza[:1] == [b"scrypt"] for stanza in stanzas)
    for stanza in stanzas:
        if stanza[:1] == [b"scrypt"]:
            _look_at_work(stanza)
    if for_passphrase and not isinstance(key, Passphrase):
        raise Refused("", _("It is locked with a passphrase, not to a key."), _("Give the passphrase."))
    if not for_passphrase and isinstance(key, Passphrase):
        raise Refused("", _("It is locked to a key, not with a passphrase."), _("Give the file with the secret key."))


def _stanzas(package: bytes) -> list[list[bytes]]:
    """The words of each stanza of the head, `scrypt SALT 18`. Raises Refused."""
    if package.startswith(_ARMOUR):
        raise Refused("", _("It is in age's text form."), _("Ask for it again, encrypted without --armor."))
    if not package.startswith(_MAGIC):
        raise Refused("", _("It is not encrypted with age."), not_ours())
    head = _HEAD.match(package[:LONGEST_HEADER])
    if head is None:
        raise damaged(_("Its head is not one of age: it was cut off or changed."))
    return [stanza.split(b" ") for stanza in _STANZA.findall(head[0])]


def _look_at_work(stanza: list[bytes]) -> None:
    """A stanza of a passphrase is `scrypt SALT N`; anything else is no business of ours."""
    if len(stanza) != len(("scrypt", "salt", "work")) or not _WORK.fullmatch(stanza[2]):
        raise damaged(_("Its head is not one of age: it was cut off or changed."))
    if int(stanza[2]) > MOST_WORK:
        why = _("Its passphrase asks more work than Loket does ({work}; at most {most}).")
        remedy = _("Ask for it again, locked to a key.")
        raise Refused("", why.format(work=int(stanza[2]), most=MOST_WORK), remedy)


def _does_not_open(said: str, key: SecretKey | Passphrase) -> Refused:
    """The words for what the library said; it can't tell a wrong key from a head that was changed."""
    if said.startswith(_EXCESSIVE):
        why = _("Its passphrase asks more work than this computer can do now.")
        return Refused("", why, _("Try again when it is less busy, or ask for it locked to a key."))
    if said in ("No matching keys found", "Decryption failed"):
        if isinstance(key, Passphrase):
            return Refused("", _("The passphrase does not open it."), _("Ask the sender to say it once more."))
        return Refused("", _("This key does not open it."), _("Look for the key to which it was locked."))
    return damaged(_("It was cut off or changed on its way."))
