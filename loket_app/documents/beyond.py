"""Whether a PDF holds what lies beyond the edge of its pages: a page that was cropped keeps all of it (ISO 32000-2, 14.11.2)."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from loket_app.documents.letters import Box, letters
from loket_app.documents.preview import opened_alone

if TYPE_CHECKING:
    from PIL.Image import Image

_BLEED = 9.0
"""Points (3 mm) that printers let a picture run on past the edge where the paper is cut."""

_FAR = 14_400.0
"""Points: the largest page that readers show; something this far away is looked for no further."""

_LONGEST = 1_500
"""Pixels of the picture in which the surroundings are looked at."""

_WHITE = (255, 255)


def draws_beyond(pdf: bytes) -> bool:
    """Whether text, a picture or a line can be found where no page shows it. Raises ValueError for what can't be read."""
    import pypdfium2  # noqa: PLC0415  late: few sessions hand over a scan

    try:
        with opened_alone(pdf) as document:
            return any(_is_wider(document, number) for number in range(len(document)))
    except pypdfium2.PdfiumError as error:
        raise ValueError("a page that can't be read") from error


def _is_wider(document: Any, number: int) -> bool:
    with closing(document[number]) as page:
        page.set_rotation(0)  # boxes are told as if it lay unturned
        seen = _grown(page.get_bbox())
        if any(not _is_inside(_middle(box), seen) for box in letters(page)):
            return True
        around = _around([each.get_bounds() for each in page.get_objects(max_depth=1)], seen)
        return around != seen and _is_drawn_on(page, seen, around)


def _middle(box: Box) -> Box:
    left, bottom, right, top = box
    across, up = (left + right) / 2, (bottom + top) / 2
    return (across, up, across, up)


def _is_inside(box: Box, seen: Box) -> bool:
    return seen[0] <= box[0] and seen[1] <= box[1] and box[2] <= seen[2] and box[3] <= seen[3]


def _grown(box: Box) -> Box:
    return (box[0] - _BLEED, box[1] - _BLEED, box[2] + _BLEED, box[3] + _BLEED)


def _around(boxes: list[Box], seen: Box) -> Box:
    """The box that holds all of them and what is seen."""
    lefts, bottoms, rights, tops = zip(seen, *boxes, strict=True)
    return (
        max(min(lefts), seen[0] - _FAR),
        max(min(bottoms), seen[1] - _FAR),
        min(max(rights), seen[2] + _FAR),
        min(max(tops), seen[3] + _FAR),
    )


def _is_drawn_on(page: Any, seen: Box, around: Box) -> bool:
    """Whether anything but white is there when the page is made as wide as what it holds."""
    page.set_mediabox(*around)
    page.set_cropbox(*around)
    scale = min(_LONGEST / max(around[2] - around[0], around[3] - around[1]), 1.0)
    with closing(page.render(scale=scale, grayscale=True)) as drawn:
        picture: Image = drawn.to_pil().copy()
    left, right = (round((edge - around[0]) * scale) for edge in (seen[0], seen[2]))
    top, bottom = (round((around[3] - edge) * scale) for edge in (seen[3], seen[1]))
    picture.paste(255, (left, top, right, bottom))
    return picture.getextrema() != _WHITE
