"""Signs that nobody sees and no file of Loket may hold: they come along with what is pasted."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""As in `exchange/forms.py`: a tab and the end of a line are text."""


def without_control_signs(text: str) -> str:
    """The text that is seen."""
    return _SIGNS.sub("", text)
