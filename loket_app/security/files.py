"""Files that are either the old one or the new one, never half of each, and for this user alone."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from loket_app.disk import settle_folder


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
