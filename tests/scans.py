"""Scans to try things with: made in memory, small unless somebody asks for more."""

from __future__ import annotations

import io
import os
import struct
import zlib

from PIL import Image

from tests.documents.reading import one


def picture(form: str = "PNG", size: tuple[int, int] = (60, 40), colour: str = "red") -> bytes:
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, form)
    return out.getvalue()


def turned_jpeg() -> bytes:
    """60 × 40 as the sensor saw it, held upright: Exif says a quarter turn."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (60, 40), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


def see_through_png() -> bytes:
    """A PNG of which nothing can be seen."""
    out = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(out, "PNG")
    return out.getvalue()


def noise(size: int) -> bytes:
    """A valid PNG of about that many bytes: its pixels can't be packed."""
    side = int((size / 3) ** 0.5)
    out = io.BytesIO()
    Image.frombytes("RGB", (side, side), os.urandom(side * side * 3)).save(out, "PNG", compress_level=0)
    return out.getvalue()


def noise_jpeg(size: int) -> bytes:
    """A JPEG of about that many bytes, as a scanner makes of a page."""
    side = int((size / 0.9) ** 0.5)
    out = io.BytesIO()
    Image.frombytes("RGB", (side, side), os.urandom(side * side * 3)).save(out, "JPEG", quality=90)
    return out.getvalue()


def pixel_bomb() -> bytes:
    """A PNG of some hundred bytes whose head promises 60,000 × 60,000 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )


def pdf(words: str = "paspoort") -> bytes:
    """A PDF of one page."""
    return one(words)
