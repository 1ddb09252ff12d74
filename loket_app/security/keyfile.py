"""The key file as a value: who can open the store. Every change gives a new one; `keyfile_io` puts it on the disk."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from loket_app.security.errors import LoginTaken, UnknownLogin, WrongPassphrase, WrongRecoveryCode
from loket_app.security.kdf import KEY_BYTES, KdfParameters
from loket_app.security.recovery_code import new_recovery_code, read_recovery_code
from loket_app.security.slots import Kind, Slot, clean_login, seal, unseal


@dataclass(frozen=True)
class KeyFile:
    """One slot for each user and one for the recovery sheet, all wrapping the same key."""

    slots: tuple[Slot, ...]

    @property
    def logins(self) -> tuple[str, ...]:
        """Who can unlock, in the order in which they were added."""
        return tuple(slot.login for slot in self.slots if slot.kind is Kind.USER)

    def slot(self, login: str) -> Slot:
        """The slot of `login`, whatever its case. Raises UnknownLogin."""
        wanted = login.strip().casefold()
        for slot in self.slots:
            if slot.kind is Kind.USER and slot.login.casefold() == wanted:
                return slot
        raise UnknownLogin(login, self.logins)


def create_slots(
    login: str, passphrase: str, recovery_code: str | None = None, kdf: KdfParameters | None = None
) -> tuple[KeyFile, bytes, str]:
    """Make a new random 256-bit key, its first user and its recovery slot.

    Gives the key file, the key, and the code for the recovery sheet: `recovery_code` when one was printed before.
    Raises BadLogin, MistypedRecoveryCode.
    """
    code = read_recovery_code(recovery_code) if recovery_code else new_recovery_code()
    work = kdf or KdfParameters()
    key = secrets.token_bytes(KEY_BYTES)
    first = seal(Kind.USER, clean_login(login), passphrase, key, work)
    return KeyFile((first, seal(Kind.RECOVERY, "", code, key, work))), key, code


def unlock(keys: KeyFile, login: str, passphrase: str) -> bytes:
    """Give the store's key. Raises UnknownLogin, WrongPassphrase."""
    return unseal(keys.slot(login), passphrase)


def unlock_with_recovery(keys: KeyFile, typed: str) -> bytes:
    """Give the store's key for the code on the sheet. Raises MistypedRecoveryCode, WrongRecoveryCode."""
    code = read_recovery_code(typed)
    recovery = next(slot for slot in keys.slots if slot.kind is Kind.RECOVERY)
    try:
        return unseal(recovery, code)
    except WrongPassphrase:
        raise WrongRecoveryCode from None


def add_user(keys: KeyFile, key: bytes, login: str, passphrase: str, kdf: KdfParameters | None = None) -> KeyFile:
    """Let somebody else in. Raises BadLogin, LoginTaken."""
    name = clean_login(login)
    if name.casefold() in (known.casefold() for known in keys.logins):
        raise LoginTaken(name)
    return KeyFile((*keys.slots, seal(Kind.USER, name, passphrase, key, kdf or KdfParameters())))


def remove_user(keys: KeyFile, login: str) -> KeyFile:
    """Let somebody in no more. A copy of the key file from before still opens. Raises UnknownLogin."""
    gone = keys.slot(login)
    return KeyFile(tuple(slot for slot in keys.slots if slot is not gone))


def change_passphrase(
    keys: KeyFile, key: bytes, login: str, passphrase: str, kdf: KdfParameters | None = None
) -> KeyFile:
    """Wrap the key again for `login`; the old passphrase then opens nothing. Raises UnknownLogin."""
    old = keys.slot(login)
    new = seal(Kind.USER, old.login, passphrase, key, kdf or KdfParameters())
    return KeyFile(tuple(new if slot is old else slot for slot in keys.slots))
