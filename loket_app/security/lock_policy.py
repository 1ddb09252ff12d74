"""When the screen locks by itself: after a while without a key or a click, and with the system (`ui/shell/system_lock`)."""

from __future__ import annotations

IDLE_CHOICES = (1, 2, 5, 10, 15, 30)
"""Minutes that a desk may choose from. There is no "never"."""

IDLE_MINUTES = 5
"""Until a desk chose."""
