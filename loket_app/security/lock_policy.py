"""When the screen locks by itself."""

from __future__ import annotations

from dataclasses import dataclass

IDLE_CHOICES = (1, 2, 5, 10, 15, 30)
"""Minutes that a desk may choose from. There is no "never"."""


@dataclass(frozen=True)
class LockPolicy:
    """`idle_minutes` without a key or a click, and at once when the system locks or sleeps."""

    idle_minutes: int = 5
    with_the_system: bool = True
