"""One Loket a profile: a lock that the system holds for a living process, so a dead one is no obstacle."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from loket_app.security.errors import AlreadyOpen

LOCK_NAME = "loket.lock"


class InstanceLock:
    """Holds the profile folder until `release` or the end of the process.

    The file stays: whoever removed it could let two instances in. Raises AlreadyOpen when another process holds it,
    OSError when the folder cannot be written.
    """

    def __init__(self, profile: Path) -> None:
        handle = os.open(profile / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _hold(handle)
        except BlockingIOError:
            os.close(handle)
            raise AlreadyOpen(profile) from None
        except BaseException:
            os.close(handle)
            raise
        self._handle: int | None = handle

    def release(self) -> None:
        """Let others in. Twice is once."""
        if self._handle is not None:
            _let_go(self._handle)  # by name: a child process may still carry the handle
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            raise BlockingIOError from None

    def _let_go(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
