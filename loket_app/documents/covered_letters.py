"""Whether a PDF page has letters that can't be seen: below a bar, white on white, cut off, behind a picture.

Who draws a black bar over a name in a PDF hides it from the eye alone: whoever has the file takes it out again. So the
page is drawn as it is, without its letters, and with nothing but them: a letter that is seen makes a difference where
it stands, and about as much of one as it would alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from math import ceil
from typing import TYPE_CHECKING, Any, TypeAlias

from loket_app.documents.letters import Box, letters

if TYPE_CHECKING:
    from PIL.Image import Image

_LONGEST = 1_800
"""Pixels of the longer side in which letters are looked for: those of 6 points are some ten high."""

_SEEN = 24
"""Steps of 255 by which what is seen differs from its ground."""

_MOST = 0.5
"""Of a letter: one with less in sight is hidden, for some points of it always stick out of a bar."""

_INK = 255

_Place: TypeAlias = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""


def covers_letters(page: Any) -> bool:
    """Whether one of them can't be seen. The page lies unturned afterwards."""
    from pypdfium2 import raw  # noqa: PLC0415  late: few sessions hand over a scan

    page.set_rotation(0)  # boxes are told as if it lay unturned
    every = list(page.get_objects())
    text = [part for part in every if part.type == raw.FPDF_PAGEOBJ_TEXT]
    if not text:
        return False
    others = [part for part in every if part.type not in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM)]
    whole = _drawn(page)
    with _left_out(text):
        seen = _ink(whole, _drawn(page))
    with _left_out(others):
        alone = _drawn(page)
    meant = _ink(alone, _white(alone))
    return any(_is_hidden(seen, meant, place) for place in _places(page, whole.size))


def _is_hidden(seen: Image, meant: Image, place: _Place) -> bool:
    there = seen.crop(place).histogram()[_INK]
    return there == 0 or there < _MOST * meant.crop(place).histogram()[_INK]


def _places(page: Any, size: tuple[int, int]) -> Iterator[_Place]:
    """Where the letters of the page stand in its picture; what lies beyond its edge is asked elsewhere."""
    edge: Box = page.get_bbox()
    across, up = size[0] / (edge[2] - edge[0]), size[1] / (edge[3] - edge[1])
    for left, bottom, right, top in letters(page):
        if left < edge[2] and right > edge[0] and bottom < edge[3] and top > edge[1]:
            x, y = int((left - edge[0]) * across), int((edge[3] - top) * up)
            beyond_x, beyond_y = ceil((right - edge[0]) * across), ceil((edge[3] - bottom) * up)
            yield x - 1, y - 1, beyond_x + 1, beyond_y + 1  # a dash is less than one high


@contextmanager
def _left_out(parts: Iterable[Any]) -> Iterator[None]:
    """While these are not drawn."""
    from pypdfium2 import raw  # noqa: PLC0415  late, as above

    listed = list(parts)
    for part in listed:
        raw.FPDFPageObj_SetIsActive(part, False)  # noqa: FBT003  a function of C
    yield
    for part in listed:
        raw.FPDFPageObj_SetIsActive(part, True)  # noqa: FBT003  the same


def _drawn(page: Any) -> Image:
    scale = _LONGEST / max(*page.get_size(), 1)
    with closing(page.render(scale=scale, rev_byteorder=True)) as drawn:
        picture: Image = drawn.to_pil().convert("RGB")
        return picture


def _white(like: Image) -> Image:
    from PIL import Image  # noqa: PLC0415  late, as above

    return Image.new("RGB", like.size, "white")


def _ink(one: Image, other: Image) -> Image:
    """Where two pictures differ enough for an eye: black, and 255 there."""
    from PIL import ImageChops  # noqa: PLC0415  late, as above

    red, green, blue = ImageChops.difference(one, other).split()
    most = ImageChops.lighter(red, ImageChops.lighter(green, blue))
    return most.point([0] * _SEEN + [_INK] * (256 - _SEEN))
