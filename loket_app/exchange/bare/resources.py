"""What the drawing of a page, or of a part of one, takes from its resources: the rest is of other pages, or of nothing at all.

Who takes one page out of a larger PDF often takes the pictures, patterns and masks of all pages along.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_NAMED = ("/Font", "/XObject", "/Pattern", "/Shading", "/ExtGState", "/Properties")
"""Lists of which a drawing takes one by its name."""

_WHOLE = ("/ColorSpace", "/ProcSet")
"""Lists that hold nothing but how colours are told, also those of a picture that stands within the drawing."""

_LAYERS = ("/OCG", "/OCMD")


def names_in(steps: Iterable[Any]) -> frozenset[str]:
    """Every name with which a drawing works."""
    import pikepdf

    return frozenset(str(each) for step in steps for each in step.operands if isinstance(each, pikepdf.Name))


def narrow(drawing: Any, used: frozenset[str]) -> None:
    """Give a drawing resources of its own, with what it names; of what its marks name layers alone."""
    import pikepdf

    found = _resources(drawing)
    if found is None:
        return
    kept = {name: _used(name, found[name], used) for name in _NAMED if name in found}
    whole = {name: found[name] for name in _WHOLE if name in found}
    drawing["/Resources"] = pikepdf.Dictionary({**whole, **{name: value for name, value in kept.items() if len(value)}})


def _used(name: str, listed: Any, used: frozenset[str]) -> Any:
    import pikepdf

    is_marks = name == "/Properties"
    return pikepdf.Dictionary(
        {key: value for key, value in listed.items() if key in used and (not is_marks or value.get("/Type") in _LAYERS)}
    )


def _resources(drawing: Any) -> Any:
    """Its own, or for a page those of the groups of pages that it is in."""
    here, seen = drawing, 0
    while here is not None and seen < _DEEPEST:
        if "/Resources" in here:
            return here.Resources
        here, seen = here.get("/Parent"), seen + 1
    return None


_DEEPEST = 100
"""Groups of pages within one another; a ring of them has no end."""
