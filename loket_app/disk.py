"""What was written is on the disk itself: a rename is so once its folder is."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_CANNOT_SETTLE = (errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP)
"""What a folder answers in which one may write and not look, and a folder on another computer that knows no such call."""


def settle_folder(folder: Path) -> None:
    """Bring a rename in `folder` to the disk, where that can be asked. Windows does so by itself. Raises OSError."""
    if sys.platform == "win32":
        return
    try:
        _settle(folder)
    except OSError as error:
        if error.errno not in _CANNOT_SETTLE:
            raise


def _settle(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
