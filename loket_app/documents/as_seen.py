"""The pages of a PDF that hold more than they show, as pictures of what they do show: what a print and a scan of it would be."""

from __future__ import annotations

import io
from contextlib import closing
from typing import TYPE_CHECKING, Any

from loket_app.documents.covered_letters import covers_letters
from loket_app.documents.covered_pictures import covers_pictures
from loket_app.documents.preview import opened_alone
from loket_app.domain.attachment import DrawnPage

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS_PER_INCH = 72
_SHARP, _FAIR, _PLAIN = 300, 200, 150
"""Dots an inch: fewer where many pages are drawn, so that the scan stays as small as a scan may be."""

_FEW, _SOME = 4, 12
_LONGEST = 5_000
"""Pixels of the longer side, whatever the paper; A3 at 300 dots an inch has as many."""

_QUALITY = 85


def pages_as_seen(pdf: bytes) -> dict[int, DrawnPage]:
    """By its number from 0 each page that hides something; raises ValueError for a PDF that can't be read."""
    import pypdfium2  # noqa: PLC0415  late: few sessions hand over a scan

    try:
        found = _hiding(pdf)
        with opened_alone(pdf) as document:
            return {number: _drawn(document, number, _dots(len(found))) for number in found}
    except pypdfium2.PdfiumError as error:
        raise ValueError("a page that can't be read") from error


def _hiding(pdf: bytes) -> list[int]:
    with opened_alone(pdf) as document:
        return [number for number in range(len(document)) if _hides(document, number)]


def _hides(document: Any, number: int) -> bool:
    with closing(document[number]) as page:
        return covers_pictures(page) or covers_letters(page)


def _dots(pages: int) -> int:
    return _SHARP if pages <= _FEW else _FAIR if pages <= _SOME else _PLAIN


def _drawn(document: Any, number: int, dots: int) -> DrawnPage:
    with closing(document[number]) as page:
        width, height = page.get_size()
        scale = min(dots / _POINTS_PER_INCH, _LONGEST / max(width, height, 1))
        with closing(page.render(scale=scale, rev_byteorder=True)) as drawn:
            return DrawnPage(width, height, *_jpeg(drawn.to_pil().convert("RGB")))


def _jpeg(picture: Image) -> tuple[int, int, bool, bytes]:
    """Across, down, whether it has colours, and the picture; one in black and white takes less."""
    from PIL import ImageChops  # noqa: PLC0415  late, as above

    red, green, blue = picture.split()
    has_colours = any(ImageChops.difference(red, other).getbbox() for other in (green, blue))
    out = io.BytesIO()
    (picture if has_colours else red).save(out, "JPEG", quality=_QUALITY)
    return picture.width, picture.height, has_colours, out.getvalue()
