"""How much memory this process takes, in mebibytes. As Linux tells it: `ru_maxrss` remembers the parent's, too."""

from __future__ import annotations

from pathlib import Path


def peak() -> float:
    """The most so far."""
    return _told("VmHWM")


def now() -> float:
    """At this moment."""
    return _told("VmRSS")


def _told(name: str) -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024
