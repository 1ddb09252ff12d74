"""What the process itself may leave behind."""

from __future__ import annotations

import os
import sys

if sys.platform != "win32":
    import resource


def harden_process() -> None:
    """Call first of all: new files are for this user alone, and a crash writes no memory to the disk."""
    os.umask(0o077)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
