"""JPEG 2000 (ITU-T T.800): the boxes that make the picture, and no other; no remarks at the head of its data.

It comes inside PDFs alone: some desk scanners pack their pages so.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from loket_app.exchange.bare.fault import NotBare

_RAW = b"\xff\x4f\xff\x51"
_BOX = struct.Struct(">I4s")
_LONG = struct.Struct(">Q")
_HEAD, _DATA = b"jp2h", b"jp2c"
_PICTURE = frozenset((b"jP  ", b"ftyp", _HEAD, _DATA, b"ihdr", b"bpcc", b"colr", b"pclr", b"cmap", b"cdef", b"res "))
_MARK = struct.Struct(">HH")
_START, _REMARK, _TILE = 2, 0xFF64, 0xFF90
"""Bytes of the mark that begins the data, a remark, the first part of the picture itself."""


def bare_jpx(content: bytes) -> bytes:
    """The picture with its colours, with its boxes or bare of them as it came. Raises NotBare."""
    if content.startswith(_RAW):
        return _without_remarks(content)
    kept = list(_kept(content))
    if _DATA not in [kind for kind, _body in kept]:
        raise NotBare("no picture")
    return b"".join(_box(kind, body) for kind, body in kept)


def _kept(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    for kind, body in _boxes(content):
        if kind == _HEAD:
            yield kind, b"".join(_box(*inner) for inner in _kept(body))
        elif kind in _PICTURE:
            yield kind, _without_remarks(body) if kind == _DATA else body


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each box; one of length 0 goes on to the end, one of length 1 gives it in eight bytes more."""
    at = 0
    while at < len(content):
        if at + _BOX.size > len(content):
            raise NotBare("cut off")
        size, kind = _BOX.unpack_from(content, at)
        head = _BOX.size
        if size == 1 and at + head + _LONG.size <= len(content):
            (size,), head = _LONG.unpack_from(content, at + head), head + _LONG.size
        end = at + size if size else len(content)
        if end < at + head or end > len(content):
            raise NotBare("cut off")
        yield kind, content[at + head : end]
        at = end


def _without_remarks(data: bytes) -> bytes:
    """The data of the picture; its head is a list of marks with lengths, up to the first tile."""
    if not data.startswith(_RAW):
        raise NotBare("start")
    out, at = [data[:_START]], _START
    while at + _MARK.size <= len(data):
        code, size = _MARK.unpack_from(data, at)
        if code == _TILE:
            return b"".join((*out, data[at:]))
        end = at + 2 + size
        if code != _REMARK:
            out.append(data[at:end])
        at = end
    raise NotBare("cut off")


def _box(kind: bytes, body: bytes) -> bytes:
    return _BOX.pack(len(body) + _BOX.size, kind) + body
