"""A scan without what it tells about its making: where, when, with what and by whom. Its picture stays as it was, bit by bit.

The libraries that do this either pack the picture anew (Pillow, mat2) or come under terms that ours don't allow (exiv2).
JPEG and PNG are lists of named parts: the parts that make the picture are kept, every other falls away, also one of
tomorrow. PDF goes through pikepdf.
"""

from __future__ import annotations

from dataclasses import dataclass

from loket_app.exchange.bare.fault import NotBare
from loket_app.exchange.bare.jpeg import bare_jpeg
from loket_app.exchange.bare.opaque import on_white
from loket_app.exchange.bare.pdf import bare_pdf, demand_seen, demand_whole_inside, is_sealed
from loket_app.exchange.bare.png import bare_png
from loket_app.exchange.bare.redrawn import redrawn
from loket_app.exchange.bare.turn import turn_of
from loket_app.exchange.bare.whole import demand_whole

__all__ = ["Bare", "NotBare", "bare", "demand_whole", "demand_whole_inside", "redrawn"]


@dataclass(frozen=True)
class Bare:
    """A scan as it may leave. `sealed`: it carries a digital signature, which any change would break, and is as it was.

    `drawn`: how many of its pages leave as pictures of what they show.
    """

    content: bytes
    sealed: bool = False
    drawn: int = 0


def bare(content: bytes, media_type: str) -> Bare:
    """The scan as it may leave.

    Raises NotBare for one that can't be read to its end, hides a layer, or is of a kind that is not known.
    """
    demand_whole(content, media_type)
    if media_type == "image/jpeg":
        return Bare(bare_jpeg(content, turn_of(content, "JPEG")))
    if media_type == "image/png":
        return Bare(bare_png(on_white(content), turn_of(content, "PNG")))
    if media_type == "application/pdf":
        demand_seen(content)
        return Bare(content, sealed=True) if is_sealed(content) else Bare(bare_pdf(content))
    raise NotBare(media_type)
