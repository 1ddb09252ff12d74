"""Files that are either the old one or the new one, never half of each, and for this user alone."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path

_CANNOT_SETTLE = (errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP)
"""What a folder answers in which one may write and not look, and a folder on another computer that knows no such call."""


def write_private(path: Path, content: bytes) -> None:
    """Replace `path` by `content` in one step: on the disk when it returns, mode 0600. Raises OSError, changing nothing."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)  # mkstemp makes it 0600
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    settle_folder(path.parent)


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
