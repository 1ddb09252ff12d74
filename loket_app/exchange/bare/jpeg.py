"""JPEG (ITU-T T.81): the segments that make the picture, and no other; nothing behind its end.

Behind the end phones keep a second picture, with a place and a time of its own.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from loket_app.domain.attachment import ScanHindrance
from loket_app.exchange.bare.fault import NotBare
from loket_app.exchange.bare.turn import exif_of

_START, _END = b"\xff\xd8", b"\xff\xd9"
_MARKER = re.compile(rb"\xff\xff*([\x01-\xcf\xd8-\xfe])")
"""A marker as libjpeg finds it: what stands before it is passed by; `ff 00` and the restart marks are picture.

Not `\\xff+`, which says the same: with a first sign that is always there Python looks through a picture ten times quicker.
"""

_SCAN, _END_MARK = 0xDA, 0xD9
_APP0, _APP1, _APP2, _APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_PICTURE = frozenset((*range(0xC0, 0xD0), *range(0xDA, 0xE0)))
"""Frames, tables and scans."""

_JFIF, _COLOURS, _ADOBE = b"JFIF\x00", b"ICC_PROFILE\x00", b"Adobe"
_DENSITY = 12
"""Bytes of a JFIF segment up to its thumbnail: name, version, units, dots across and down."""

_SPACE = 12
"""Bytes of an Adobe segment: name, version, two flags, and how its colours are told."""


def bare_jpeg(content: bytes, turn: int = 1) -> bytes:
    """The picture with its colours, and with how it was held when that is not upright. Raises NotBare."""
    if not content.startswith(_START):
        raise NotBare("start")
    head: list[bytes] = []
    rest: list[bytes] = []
    for code, body, scanned in segments_of(content):
        kept = _kept(code, body)
        if kept is not None:
            (head if code == _APP0 else rest).append(_segment(code, kept) + scanned)
    held = [_segment(_APP1, b"Exif\x00\x00" + exif_of(turn))] if turn != 1 else []
    return b"".join((_START, *head[:1], *held, *rest, _END))


def segments_of(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each marker with its body, and with the picture data behind it when it begins a scan; to the end of the picture."""
    at, seen, ended = len(_START), False, False
    while found := _MARKER.search(content, at):
        code = found[1][0]
        if code == _END_MARK:
            ended = True
            break
        body = _body(content, found.end())
        at = found.end() + 2 + len(body)
        end = _next(content, at) if code == _SCAN else at
        seen = seen or code == _SCAN
        yield code, body, content[at:end]
        at = end
    if not seen:
        raise NotBare("no picture")
    if not ended:
        raise NotBare("cut off", ScanHindrance.HALF)  # half a photograph of a passport helps nobody


def _next(content: bytes, at: int) -> int:
    found = _MARKER.search(content, at)
    return found.start() if found else len(content)


def _body(content: bytes, at: int) -> bytes:
    """What a segment holds; its length counts its own two bytes."""
    size = int.from_bytes(content[at : at + 2], "big")
    if size < 2 or at + size > len(content):  # noqa: PLR2004  the two bytes of the length
        raise NotBare("cut off")
    return content[at + 2 : at + size]


def _segment(code: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, code, len(body) + 2) + body


def _kept(code: int, body: bytes) -> bytes | None:
    """What stays of a segment; None when nothing does."""
    if code == _APP0 and body.startswith(_JFIF) and len(body) >= _DENSITY:
        return body[:_DENSITY] + b"\x00\x00"  # no thumbnail: it may show what was cut off the picture
    if code == _APP14 and body.startswith(_ADOBE):
        return body[:_SPACE]
    return body if code in _PICTURE or (code == _APP2 and body.startswith(_COLOURS)) else None
