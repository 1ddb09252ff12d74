"""Folders that can't be brought to the disk, as some on other computers can't."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable


def folders_answer(number: int) -> Callable[[int], None]:
    """What stands for `os.fsync` then: files are written, folders answer with this error."""
    sync = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        sync(handle)

    return fsync
