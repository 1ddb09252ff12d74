"""From what the layers below raise to the problem that the person reads."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from loket_app.security import errors as security
from loket_app.services import entrance_problems as problems
from loket_app.services.entrance_problems import EntranceProblem
from loket_app.storage import errors as storage

_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT}


@contextlib.contextmanager
def in_words(profile: Path) -> Iterator[None]:
    """Turn every failure that has a name into an EntranceProblem; what has none goes on, as our own fault."""
    try:
        yield
    except (security.SecurityError, storage.StoreError) as error:
        raise _problem(error) from error
    except OSError as error:
        raise _of_disk(error, profile) from error


def _problem(error: Exception) -> EntranceProblem:
    words = _WORDS.get(type(error))
    if words is None:
        raise error
    return words(error)


def _of_disk(error: OSError, profile: Path) -> EntranceProblem:
    path = Path(error.filename) if isinstance(error.filename, str) else profile
    if error.errno in _READ_ONLY:
        return problems.ReadOnlyFolder(path)
    if error.errno in _FULL:
        return problems.DiskFull(profile)
    return problems.DiskTrouble(path, reason=error.strerror or type(error).__name__)


def _of_slip(slip: security.MistypedRecoveryCode) -> EntranceProblem:
    return problems.UnfinishedCode() if slip.group is None else problems.MistypedCode(group=slip.group)


_WORDS: dict[type[Exception], Callable[[Any], EntranceProblem]] = {
    security.AlreadyOpen: lambda e: problems.SecondInstance(e.path),
    security.DamagedKeyFile: lambda e: problems.DamagedKeys(e.path, place=e.place),
    security.NewerKeyFile: lambda e: problems.NewerLoket(e.path),
    security.MistypedRecoveryCode: _of_slip,
    security.WrongRecoveryCode: lambda _e: problems.WrongCode(),
    security.WrongPassphrase: lambda e: problems.WrongPassphrase(login=e.login),
    security.UnknownLogin: lambda e: problems.UnknownLogin(login=e.login, logins=", ".join(e.known)),
    security.LoginTaken: lambda e: problems.LoginTaken(login=str(e)),
    security.BadLogin: lambda _e: problems.BadLogin(),
    storage.NoStore: lambda e: problems.MissingStore(e.path),
    storage.AlreadyThere: lambda e: problems.StoreExists(e.path),
    storage.NotAStore: lambda e: problems.DamagedStore(e.path),
    storage.CannotOpen: lambda e: problems.DamagedStore(e.path),
    storage.Damaged: lambda e: problems.DamagedStore(e.path),
    storage.ReadOnlyFolder: lambda e: problems.ReadOnlyFolder(e.path),
    storage.NewerStore: lambda e: problems.NewerLoket(e.path),
    storage.MigrationFailed: lambda e: problems.UpdateFailed(e.path, backup=e.backup.name),
    storage.CannotSave: lambda e: problems.DiskTrouble(e.path, reason="cannot save"),
    storage.DiskFull: lambda e: problems.DiskFull(e.path),
    storage.Busy: lambda e: problems.HeldByAnother(e.path),
}
"""One line an error; tests/services proves that none is forgotten."""
