"""How a picture was held. It is the one thing of Exif that a reader needs: without it the picture lies on its side."""

from __future__ import annotations

import io
import warnings

from loket_app.exchange.bare.fault import NotBare

_ORIENTATION = 0x0112
_TURNED = range(2, 9)
_HEAD = b"Exif\x00\x00"


def turn_of(content: bytes, form: str) -> int:
    """The orientation that Exif or XMP gives a picture, 2 to 8; 1 when it stands as it is. Raises NotBare."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Exif that is damaged turns nothing, here as on screen
            with Image.open(io.BytesIO(content), formats=[form]) as picture:
                turn = picture.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001  whatever a decoder meets in a broken file, it is a broken file
        raise NotBare(form) from None
    return turn if turn in _TURNED else 1


def exif_of(turn: int) -> bytes:
    """Exif that says this and nothing else, without the head that it has in a JPEG."""
    from PIL import Image

    exif = Image.Exif()
    exif[_ORIENTATION] = turn
    return exif.tobytes().removeprefix(_HEAD)
