"""PDFs whose page holds the word SECRET, or a picture, that nobody sees; for all who look at what leaves."""

from __future__ import annotations

import io

import pikepdf

from tests import scans, telling_scans

NAME, RECORD, STREAM = pikepdf.Name, pikepdf.Dictionary, pikepdf.Stream
SECRET = "BT /F1 12 Tf 1 0 0 1 100 500 Tm (SECRET) Tj ET "
BAR = "0 g 90 490 100 30 re f "
PICTURE = "q 200 0 0 200 100 400 cm /Photo Do Q "


def page(drawing: str, *, turn: int = 0, sealed: bool = False) -> bytes:
    """A page with this drawn on it: a font F1, a picture Photo, a part Part that shows both, and Clear, which hides."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(telling_scans.sealed_pdf() if sealed else scans.pdf("paspoort"))) as document:
        found = document.pages[0].obj
        own = RECORD(Font=RECORD(F1=RECORD(Type=NAME.Font, Subtype=NAME.Type1, BaseFont=NAME.Helvetica)))
        own.ExtGState = RECORD(Clear=RECORD(ca=0.0))
        shape = {"Width": 16, "Height": 16, "BitsPerComponent": 8, "ColorSpace": NAME.DeviceGray}
        photo = document.make_indirect(STREAM(document, bytes(range(256)), Subtype=NAME.Image, **shape))
        own.XObject = RECORD(Photo=photo)
        inside = RECORD(Font=own.Font, XObject=RECORD(Photo=photo))
        part = {"Subtype": NAME.Form, "BBox": [0, 0, 300, 600], "Matrix": [1, 0, 0, 1, 50, 0], "Resources": inside}
        own.XObject.Part = STREAM(document, (PICTURE + "1 0 0 rg " + SECRET).encode(), **part)
        found.Resources, found.Rotate = own, turn
        found.Contents = STREAM(document, drawing.encode())
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def barred() -> bytes:
    """A name that somebody hid below a black bar."""
    return page(SECRET + BAR)
