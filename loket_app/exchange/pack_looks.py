"""Values looked at again as plain JSON values of a rules pack, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from loket_app.domain.looks import Look
from loket_app.domain.tables import Looked
from loket_app.exchange.desk_figures import short_text
from loket_app.exchange.place import Place
from loket_app.i18n import _

LOOK = ("figure", "value", "looked_by", "looked_on", "title", "link", "published")
_MARK = re.compile(r"[0-9a-f]{16}", re.ASCII)
"""As `value_mark` makes them."""


def plain_look(look: Look) -> dict[str, Any]:
    """A look as JSON values; what is empty is left out."""
    looked = look.looked
    content = {
        "figure": look.figure,
        "value": look.value,
        "looked_by": looked.by,
        "looked_on": looked.on.isoformat(),
        "title": looked.title,
        "link": looked.link,
        "published": looked.published.isoformat() if looked.published else "",
    }
    return {key: text for key, text in content.items() if text}


def read_looks(places: Iterable[Place], desk: str) -> Iterator[Look]:
    """The looks of a pack, each once, as those of that desk. Raises Refused."""
    seen = set()
    for each in places:
        look = _read(each, desk)
        if look in seen:
            raise each.wrong("", _("It stands there twice."))
        seen.add(look)
        yield look


def _read(place: Place, desk: str) -> Look:
    value = place.text("value")
    if not _MARK.fullmatch(value):
        raise place.wrong("value", _("This is not the mark of a value."))
    looked = Looked(
        by=short_text(place, "looked_by"),
        on=place.day("looked_on"),
        title=short_text(place, "title"),
        link=short_text(place, "link", ""),
        published=place.day_if("published"),
        desk=desk,
    )
    return Look(short_text(place, "figure"), value, looked)
