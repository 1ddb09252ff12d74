"""The photographs inside a PDF: each is a whole JPEG or JPEG 2000, with all that the camera wrote in it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from loket_app.domain.attachment import LARGEST_SCAN
from loket_app.exchange.bare.fault import NotBare
from loket_app.exchange.bare.jpeg import bare_jpeg
from loket_app.exchange.bare.jpx import bare_jpx
from loket_app.exchange.bare.whole import demand_whole

if TYPE_CHECKING:
    import pikepdf

_JPEG, _JPEG_2000 = "/DCTDecode", "/JPXDecode"
_MEDIA_TYPES = {_JPEG: "image/jpeg", _JPEG_2000: "image/jp2"}
_BARING: dict[str, Callable[[bytes], bytes]] = {_JPEG: bare_jpeg, _JPEG_2000: bare_jpx}
_AS_TEXT = ("/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx")
_PACKED = ("/FlateDecode", "/Fl")


def strip_picture(document: pikepdf.Pdf, picture: Any) -> None:
    """Leave the picture of it alone, when that is a photograph. Raises NotBare, also for half of one."""
    import pikepdf

    name = _last_filter(picture)
    if name in _BARING:
        kept = photograph(document, picture)
        picture.write(kept, filter=pikepdf.Name(name), decode_parms=_of_jpeg(picture))


def photograph(document: pikepdf.Pdf, picture: Any) -> bytes:
    """The bare photograph of a picture, whole; empty for a picture that is none. Raises NotBare."""
    name = _last_filter(picture)
    if name not in _BARING:
        return b""
    content = picture.read_raw_bytes()
    for wrapping in _listed(picture.get("/Filter"))[:-1]:
        content = _unwrapped(document, content, str(wrapping))
    kept = _BARING[name](content)
    demand_whole(kept, _MEDIA_TYPES[name])
    return kept


def _last_filter(picture: Any) -> str:
    return next((str(name) for name in reversed(_listed(picture.get("/Filter")))), "")


def _of_jpeg(picture: Any) -> Any:
    """What the picture says of its own decoding, without that of the wrappings around it."""
    parms = _listed(picture.get("/DecodeParms"))
    return parms[-1] if parms else None


def _unwrapped(document: pikepdf.Pdf, content: bytes, name: str) -> bytes:
    """Without one wrapping; no larger than a scan may be. Raises NotBare."""
    import pikepdf

    if name in _AS_TEXT:
        return pikepdf.Stream(document, content, Filter=pikepdf.Name(name)).read_bytes()
    if name not in _PACKED:
        raise NotBare(name)
    unpacking = zlib.decompressobj()
    found = unpacking.decompress(content, LARGEST_SCAN)
    if unpacking.unconsumed_tail:
        raise NotBare("too large")
    return found


def _listed(value: Any) -> list[Any]:
    import pikepdf

    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
