"""A PNG on white paper: below what is transparent it keeps colours that nobody sees, such as those of a name made invisible."""

from __future__ import annotations

import io

from loket_app.exchange.bare.fault import NotBare

_FULL = 255


def on_white(content: bytes) -> bytes:
    """The picture as it is seen; one without a hole stays as it is, byte by byte. Raises NotBare."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            if not picture.has_transparency_data:
                return content
            seen = picture.convert("RGBA")
            profile, dots = picture.info.get("icc_profile"), picture.info.get("dpi", (0, 0))
    except Exception:  # noqa: BLE001  whatever a decoder meets in a broken file, it is a broken file
        raise NotBare("PNG") from None
    if seen.getchannel("A").getextrema()[0] == _FULL:
        return content
    out, ground = io.BytesIO(), Image.new("RGBA", seen.size, "white")
    Image.alpha_composite(ground, seen).convert("RGB").save(out, "PNG", icc_profile=profile, dpi=dots)
    return out.getvalue()
