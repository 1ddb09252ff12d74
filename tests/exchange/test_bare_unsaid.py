"""What a page of a PDF holds without showing it falls away, and the page looks as before."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest

from loket_app.documents.preview import render_page
from loket_app.exchange.bare import NotBare, bare
from tests import scans
from tests.telling_scans import WORD

PDF = "application/pdf"
NAME, RECORD, STREAM = pikepdf.Name, pikepdf.Dictionary, pikepdf.Stream
_SEEN = "BT /F1 12 Tf 1 0 0 1 100 500 Tm (seen) Tj ET "


def page(drawing: str | bytes, **more: object) -> bytes:
    """A page with this drawn on it; beside its font a picture X1, a part P1, and in patterns and masks SECRET too."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scans.pdf("paspoort"))) as document:
        found = document.pages[0].obj
        fonts = RECORD(F1=RECORD(Type=NAME.Font, Subtype=NAME.Type1, BaseFont=NAME.Helvetica))
        own = RECORD(Font=fonts, Properties=RECORD(MC0=document.make_indirect(RECORD(ActualText="SECRET"))))
        picture = {"Subtype": NAME.Image, "Width": 1, "Height": 1, "BitsPerComponent": 8, "ColorSpace": NAME.DeviceGray}
        parts = RECORD(
            X1=STREAM(document, WORD, **picture, Author="SECRET"),
            P1=STREAM(document, drawn("SECRET", 3), Subtype=NAME.Form, BBox=[0, 0, 595, 842], Resources=own, **_MAKER),
        )
        box = {"BBox": [0, 0, 99, 99], "Resources": RECORD(Font=fonts)}
        tiles = {
            "Type": NAME.Pattern,
            "PatternType": 1,
            "PaintType": 1,
            "TilingType": 1,
            "XStep": 99,
            "YStep": 99,
            **box,
        }
        mask = STREAM(document, drawn("SECRET", 0), Subtype=NAME.Form, Group=RECORD(S=NAME.Transparency), **box)
        document.Root.Pages.Resources = RECORD(
            Font=fonts,
            XObject=parts,
            Properties=own.Properties,
            Pattern=RECORD(
                T0=STREAM(document, drawn("SECRET", 0), **tiles), T1=STREAM(document, b"0 0 9 9 re f", **tiles)
            ),
            ExtGState=RECORD(G0=RECORD(SMask=RECORD(S=NAME.Luminosity, G=document.make_indirect(mask)))),
        )
        del found["/Resources"]
        found.Contents = STREAM(document, drawing if isinstance(drawing, bytes) else drawing.encode(), **more)
        document.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


_MAKER = {"PTEX.FileName": "papers/SECRET.pdf"}


def drawn(word: str, mode: int) -> bytes:
    """A word on a page, shown in one of the eight ways."""
    return f"BT /F1 12 Tf {mode} Tr 1 0 0 1 100 400 Tm ({word}) Tj ET ".encode()


def everything(content: bytes) -> bytes:
    """All streams of a PDF unpacked, and its records."""
    with pikepdf.open(io.BytesIO(content)) as document:
        streams = [record for record in document.objects if isinstance(record, STREAM)]
        return b"".join(record.read_bytes() for record in streams) + b"".join(
            record.unparse(resolved=True) for record in document.objects if not isinstance(record, STREAM)
        )


@pytest.mark.parametrize(
    "drawing",
    [
        _SEEN.encode() + drawn("SECRET", 3),
        b"3 Tr q 0 Tr Q " + drawn("SECRET", 3) + b"0 Tr " + _SEEN.encode(),
        b"/Span <</ActualText (SECRET)>> BDC " + _SEEN.encode() + b"EMC",
        b"/Span /MC0 BDC " + _SEEN.encode() + b"EMC /Span <</E (SECRET)>> DP",
        b"% SECRET\n" + _SEEN.encode(),
        b"/P1 Do " + _SEEN.encode(),
        _SEEN.encode(),
        b"/Pattern cs /T1 scn 50 50 200 200 re f",
    ],
    ids=["transparent", "kept state", "spoken", "spoken elsewhere", "remark", "part", "unused", "pattern"],
)
def test_what_no_page_shows_falls_away_and_the_page_looks_as_before(drawing: bytes) -> None:
    before = page(drawing)
    after = bare(before, PDF).content
    assert WORD in everything(before)
    assert WORD not in everything(after)
    assert render_page(after, 0, 72) == render_page(before, 0, 72)
    assert bare(after, PDF).content == after


def test_letters_that_tell_where_others_stand_are_left() -> None:
    """To take the transparent ones away would move those behind them: such a page is left to who looks at it."""
    mixed = "BT /F1 12 Tf 100 400 Td 3 Tr (SECRET) Tj 0 Tr (seen) Tj ET"
    after = bare(page(mixed), PDF).content
    assert WORD in everything(after)
    assert render_page(after, 0, 72) == render_page(page(mixed), 0, 72)


def test_a_layer_that_is_shown_keeps_its_mark() -> None:
    layers = b"/OC /MC0 BDC " + _SEEN.encode() + b"EMC"
    assert b"BDC" in everything(bare(page(layers), PDF).content)


@pytest.mark.parametrize("filters", [["FlateDecode"], ["FlateDecode", "FlateDecode"]])
def test_a_drawing_that_would_fill_the_memory_is_refused(filters: list[str]) -> None:
    packed = zlib.compress(bytes(40_000_000), 9)
    content = zlib.compress(packed, 9) if len(filters) > 1 else packed
    with pytest.raises(NotBare):
        bare(page(content, Filter=[NAME("/" + name) for name in filters]), PDF)
