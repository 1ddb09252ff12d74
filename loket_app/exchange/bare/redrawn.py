"""A PDF of which some pages are pictures of what they showed: what lay hidden in them is in it no more."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from loket_app.domain.attachment import DrawnPage
from loket_app.exchange.bare.fault import NotBare


def redrawn(content: bytes, pages: Mapping[int, DrawnPage]) -> bytes:
    """The PDF with these in the place of its pages of that number, from 0. Raises NotBare."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as document:
            for number, drawn in pages.items():
                _show(document, document.pages[number].obj, drawn)
            out = io.BytesIO()
            document.save(out, deterministic_id=True, fix_metadata_version=False)
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise NotBare("PDF") from None
    return out.getvalue()


def _show(document: Any, page: Any, drawn: DrawnPage) -> None:
    """The picture on the whole of a page, and nothing else on it."""
    import pikepdf

    for name in [name for name in page.keys() if name not in ("/Type", "/Parent")]:  # noqa: SIM118  as in pdf.py
        del page[name]
    picture = pikepdf.Stream(
        document,
        drawn.jpeg,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=drawn.across,
        Height=drawn.down,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceRGB if drawn.has_colours else pikepdf.Name.DeviceGray,
        Filter=pikepdf.Name.DCTDecode,
    )
    page.MediaBox = [0, 0, drawn.width, drawn.height]
    page.Rotate = 0  # else that of the pages above it holds
    page.CropBox = page.MediaBox
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=picture))
    page.Contents = pikepdf.Stream(document, f"{drawn.width:f} 0 0 {drawn.height:f} 0 0 cm /Page Do".encode())
