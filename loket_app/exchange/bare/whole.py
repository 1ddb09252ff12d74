"""Whether a picture is there to its last line: half a photograph of a passport helps nobody.

A half JPEG that somebody closed by an end mark is one that a decoder draws without a word: it paints the rest grey. So it
is drawn twice, the second time with other bytes before its end: a whole picture passes over them, in a half one they are
drawn. An eighth as wide and high where that shows it too, which takes less than half the time: all but what is missing
within its very last block, some points of a corner.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator

from loket_app.domain.attachment import ScanHindrance
from loket_app.exchange.bare.fault import NotBare
from loket_app.exchange.bare.jpeg import bare_jpeg, segments_of

_JPEG, _PNG, _JPEG_2000 = "JPEG", "PNG", "JPEG2000"
FORMS = {"image/jpeg": _JPEG, "image/png": _PNG, "image/jp2": _JPEG_2000}
"""The pictures that can be looked through, by their media type; the last comes inside PDFs alone."""

_END = 2
"""Bytes of the mark that ends a JPEG."""

_OTHER = bytes(range(1, 251))
_FILL = _OTHER + b"".join(bytes((0xFF, 0xD0 + number)) + _OTHER for number in range(8))
"""No picture, and the same again behind each mark at which a decoder may begin anew."""

_PROGRESSIVE, _SCAN = 0xC2, 0xDA
_IN_ONE_GO = (0xC0, 0xC1)
"""Frames whose blocks stand one behind the other: bytes that are taken for a block change its mean, and those behind it."""
_COEFFICIENTS = 64


def demand_whole(content: bytes, media_type: str) -> None:
    """Raise NotBare when a picture ends before it is whole; anything that is none passes."""
    form = FORMS.get(media_type)
    if form in (_PNG, _JPEG_2000):
        _drawn(content, form)
    if form == _JPEG:
        bared = bare_jpeg(content)
        small = any(code in _IN_ONE_GO for code, _body, _scanned in segments_of(bared))
        is_same = _drawn(bared, form, small=small) == _drawn(bared[:-_END] + _FILL + bared[-_END:], form, small=small)
        if not is_same or _lacks_steps(bared):
            raise NotBare("cut off", ScanHindrance.HALF)


def _drawn(content: bytes, form: str, *, small: bool = False) -> bytes:
    """The picture by its checksum; `small`: the means of its blocks of 8 × 8 alone."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the other bytes may be one
            with Image.open(io.BytesIO(content), formats=[form]) as picture:
                if small:
                    picture.draft(None, (1, 1))
                picture.load()
                return hashlib.sha256(picture.tobytes()).digest()
    except Exception:  # noqa: BLE001  whatever a decoder meets in a broken file, it is a broken file
        raise NotBare(form, ScanHindrance.HALF) from None


def _lacks_steps(content: bytes) -> bool:
    """Whether a picture that comes in steps, coarse to fine, misses some: each adds coefficients, or bits to them."""
    parts = [(code, body) for code, body, _scanned in segments_of(content)]
    frame = next((body for code, body in parts if code == _PROGRESSIVE), None)
    if frame is None:
        return False
    names = frame[6::3]  # after precision, height, width and count: name, sampling and table of each colour
    done = {step for code, body in parts if code == _SCAN for step in _finished(body)}
    return any((name, at) not in done for name in names for at in range(_COEFFICIENTS))


def _finished(scan: bytes) -> Iterator[tuple[int, int]]:
    """The colours and coefficients that this scan brings to their last bit."""
    names, (first, last, bits) = scan[1 : 1 + 2 * scan[0] : 2], scan[-3:]
    if bits & 0x0F == 0:
        yield from ((name, at) for name in names for at in range(first, last + 1))
