"""What somebody hands in as a scan: looked at by its content, never by its name, and shown page by page from memory."""

from __future__ import annotations

import io
from enum import Enum
from typing import TYPE_CHECKING

from loket_app.documents.preview import PageImage, page_count, render_fitting

if TYPE_CHECKING:
    from PIL.Image import Image

JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"
MOST_PIXELS = 50_000_000
"""An A4 sheet at 600 dots an inch has 35 million."""

MOST_PAGES = 100

_MAGIC = ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"%PDF-", PDF))
_FORMATS = {JPEG: "JPEG", PNG: "PNG"}


class ScanFault(Enum):
    """Why something is no scan that can be kept."""

    EMPTY = "empty"
    OTHER_KIND = "other_kind"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_PAGES = "too_many_pages"


class BadScan(ValueError):
    """Content that is no scan; `fault` says why."""

    def __init__(self, fault: ScanFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def media_type_of(content: bytes) -> str:
    """What the content is, read to its end: JPEG, PNG or PDF. Raises BadScan."""
    if not content:
        raise BadScan(ScanFault.EMPTY)
    media_type = next((kind for start, kind in _MAGIC if content.startswith(start)), None)
    if media_type is None:
        raise BadScan(ScanFault.OTHER_KIND)
    if media_type == PDF:
        pages_of(content, PDF)
        picture_of(content, PDF, 0, 100)
    else:
        _decoded(content, media_type)
    return media_type


def pages_of(content: bytes, media_type: str) -> int:
    """How many pages a scan has; a picture has one. Raises BadScan."""
    if media_type != PDF:
        return 1
    try:
        pages = page_count(content)
    except ValueError:
        raise BadScan(ScanFault.BROKEN) from None
    if not pages:
        raise BadScan(ScanFault.BROKEN)
    if pages > MOST_PAGES:
        raise BadScan(ScanFault.TOO_MANY_PAGES)
    return pages


def picture_of(content: bytes, media_type: str, page: int, longest: int) -> PageImage:
    """A page, counted from 0, upright, its longer side at most `longest` pixels. Raises BadScan, IndexError."""
    if media_type == PDF:
        try:
            return render_fitting(content, page, longest)
        except ValueError:
            raise BadScan(ScanFault.BROKEN) from None
    if page:
        raise IndexError(page)
    picture = _decoded(content, media_type)
    picture.thumbnail((longest, longest))
    return PageImage(picture.width, picture.height, picture.tobytes("raw", "BGRX"))


def _decoded(content: bytes, media_type: str) -> Image:
    """The whole picture on white, turned as the camera was held."""
    from PIL import Image, ImageOps  # noqa: PLC0415  late: few sessions see a scan

    try:
        with Image.open(io.BytesIO(content), formats=[_FORMATS[media_type]]) as opened:
            _demand_size(opened)  # the head of the file says it, before anything is unpacked
            opened.load()
            upright = ImageOps.exif_transpose(opened)
            return _on_white(upright)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadScan(ScanFault.TOO_MANY_PIXELS) from None
    except BadScan:
        raise
    except Exception:  # noqa: BLE001  whatever a decoder meets in a broken file, it is a broken file
        raise BadScan(ScanFault.BROKEN) from None


def _on_white(picture: Image) -> Image:
    """The picture without holes."""
    from PIL import Image  # noqa: PLC0415  late, as above

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture.convert("RGBA")).convert("RGB")


def _demand_size(picture: Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise BadScan(ScanFault.TOO_MANY_PIXELS)
