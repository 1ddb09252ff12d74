"""Layers of a PDF (optional content, ISO 32000-2, 8.11): what no screen or paper shows was seen by nobody at the desk.

A hidden layer can't be cut out of its page without drawing the page anew, so a PDF with one does not leave.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_GROUP, _GROUPS = "/OCG", "/OCMD"
_WHEN_OFF = ("/AnyOff", "/AllOff")
"""Rules by which something is shown because a layer is not."""


def hides_layers(root: Any, records: Iterable[Any]) -> bool:
    """Whether any layer is hidden: always, on a screen, or on paper. `records` are all of the PDF, `root` its first."""
    if "/OCProperties" not in root:
        return False
    usual = root.OCProperties.get("/D", {})
    begins_hidden = usual.get("/BaseState") == "/OFF"
    return begins_hidden or bool(len(usual.get("/OFF", ()))) or any(_hides(record) for record in records)


def _hides(record: Any) -> bool:
    """Whether a layer says itself that it is hidden somewhere, or is one that depends on others in a crooked way."""
    kind = record.get("/Type")
    if kind == _GROUPS:
        return "/VE" in record or record.get("/P") in _WHEN_OFF
    return kind == _GROUP and any(_is_off(how) for _use, how in record.get("/Usage", {}).items())


def _is_off(how: Any) -> bool:
    """Of one use, such as `/View`: << /ViewState /OFF >>."""
    return any(state in how and how[state] == "/OFF" for state in ("/ViewState", "/PrintState", "/ExportState"))
