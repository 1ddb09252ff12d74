"""PNG (W3C, third edition): the chunks that make the picture, and no other; nothing behind its end."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from loket_app.exchange.bare.fault import NotBare
from loket_app.exchange.bare.turn import exif_of

_START = b"\x89PNG\r\n\x1a\n"
_FIRST, _LAST = b"IHDR", b"IEND"
_PICTURE = frozenset((_FIRST, b"PLTE", b"IDAT", _LAST, b"tRNS"))
_COLOURS = frozenset((b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD", b"pHYs"))
_AROUND = struct.Struct(">I4s")
_SUM = struct.Struct(">I")
_OPTIONAL = 0x20
"""Set in the first letter of a chunk that a reader may pass by."""


def bare_png(content: bytes, turn: int = 1) -> bytes:
    """The picture with its colours, and with how it was held when that is not upright. Raises NotBare."""
    if not content.startswith(_START):
        raise NotBare("start")
    out = [_START]
    for kind, data in _chunks(content):
        if kind in _PICTURE or kind in _COLOURS:
            out.append(_chunk(kind, data))
        elif not kind[0] & _OPTIONAL:
            raise NotBare("a chunk that is not known")
        if kind == _FIRST and turn != 1:
            out.append(_chunk(b"eXIf", exif_of(turn)))
    return b"".join(out)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each chunk whose sum is right, to the one that ends the picture."""
    at = len(_START)
    while True:
        if at + _AROUND.size > len(content):
            raise NotBare("cut off")
        size, kind = _AROUND.unpack_from(content, at)
        end = at + _AROUND.size + size
        if end + _SUM.size > len(content):
            raise NotBare("cut off")
        data = content[at + _AROUND.size : end]
        if kind in _PICTURE and _SUM.unpack_from(content, end)[0] != zlib.crc32(kind + data):
            raise NotBare("changed")
        yield kind, data
        if kind == _LAST:
            return
        at = end + _SUM.size


def _chunk(kind: bytes, data: bytes) -> bytes:
    return _AROUND.pack(len(data), kind) + data + _SUM.pack(zlib.crc32(kind + data))
