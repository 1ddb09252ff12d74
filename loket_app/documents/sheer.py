"""Whether a picture on a PDF page covers no more than letters do: scanners lay the letters of a page, as one, on its ground.

Such pages take little room, and most copiers make them on request. A bar is another matter: it is thick all over.
"""

from __future__ import annotations

from typing import Any

from loket_app.documents.letters import Box

_SCALE = 2
"""Pixels of a point in which it is looked at."""

_THICK = 13
"""Pixels: a stroke of a letter is thinner, a bar that hides one is not. MinFilter wants an odd number."""

_MOST = 2_000
"""Pixels of the longer side: a page of 1,000 points."""

_OPAQUE = 128
_FULL = [0] * _OPAQUE + [255] * (256 - _OPAQUE)
"""What covers more than half, as all or nothing."""


def is_sheer(part: Any, at: Box) -> bool:
    """Whether it is a picture of which no place is covered more than strokes cover it."""
    from PIL import Image, ImageFilter  # noqa: PLC0415  late: few sessions hand over a scan
    from pypdfium2 import PdfImage, PdfiumError  # noqa: PLC0415  the same

    if not isinstance(part, PdfImage):
        return False
    try:
        drawn = part.get_bitmap(render=True).to_pil()
    except PdfiumError:
        return False
    if drawn.mode != "RGBA":
        return False
    covering = drawn.getchannel("A").point(_FULL)
    wide = max(at[2] - at[0], at[3] - at[1], 1)
    if covering.getextrema()[0] == 255 or max(covering.size) < wide:  # noqa: PLR2004  all covers, or too coarse to tell
        return False
    share = min(_MOST, _SCALE * wide) / max(covering.size)
    size = (max(1, round(covering.width * share)), max(1, round(covering.height * share)))
    thick = covering.resize(size, Image.Resampling.BOX).point(_FULL).filter(ImageFilter.MinFilter(_THICK))
    return thick.getbbox() is None
