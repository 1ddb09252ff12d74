"""What can go wrong with keys. Plain facts; the words for the person stand in the services."""

from __future__ import annotations

from pathlib import Path


class SecurityError(Exception):
    """Root of everything that this layer raises on purpose."""


class WrongPassphrase(SecurityError):
    """The slot of `login` is whole, the secret does not open it."""

    def __init__(self, login: str) -> None:
        super().__init__("the slot stays closed")
        self.login = login


class WrongRecoveryCode(SecurityError):
    """Typed without a slip, but it is the code of another store."""


class MistypedRecoveryCode(SecurityError):
    """A slip of the finger. `group` is the first group (from 1) that cannot be right, None when the length is off."""

    def __init__(self, group: int | None) -> None:
        super().__init__(f"group {group}" if group else "length")
        self.group = group


class UnknownLogin(SecurityError):
    """Nobody called `login` has a slot; those who have are `known`."""

    def __init__(self, login: str, known: tuple[str, ...]) -> None:
        super().__init__("no slot of that name")
        self.login, self.known = login, known


class LoginTaken(SecurityError):
    """Somebody of that name has a slot already."""


class BadLogin(SecurityError):
    """Not a login name: see `slots.LOGIN_RULE`."""


class DamagedKeyFile(SecurityError):
    """The key file cannot be what was written; `place` says where, as in `slots/0/salt`."""

    def __init__(self, path: Path, place: str) -> None:
        super().__init__(f"{path}: {place}")
        self.path = path
        self.place = place


class NewerKeyFile(SecurityError):
    """Written by a later Loket; `version` is the format it names."""

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(f"{path}: format {version}")
        self.path = path
        self.version = version


class AlreadyOpen(SecurityError):
    """Another process holds the profile folder `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
