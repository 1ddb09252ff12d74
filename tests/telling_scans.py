"""Scans that tell where, when and by whom they were made, each time with the word SECRET."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping

import pikepdf
from PIL import Image, PngImagePlugin

from tests import scans

WORD = b"SECRET"
PLACE = (51.0543, 3.7174)
_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>SECRET creator</rdf:RDF></x:xmpmeta>'
_ORIENTATION, _ARTIST, _MADE, _GPS = 0x0112, 0x013B, 0x8769, 0x8825


def exif(turn: int = 1) -> Image.Exif:
    """What a phone writes: who, when, with what, and where to a few metres."""
    found = Image.Exif()
    found[_ORIENTATION] = turn
    found[_ARTIST] = "SECRET artist"
    found[_MADE] = {0x9003: "2026:04:14 10:00:00", 0xA431: "SECRET serial number"}
    found[_GPS] = {1: "N", 2: (51.0, 3.0, 15.5), 3: "E", 4: (3.0, 43.0, 2.6)}
    return found


def photograph() -> Image.Image:
    """A picture of which every corner is told from the others."""
    picture = Image.radial_gradient("L").resize((64, 40)).convert("RGB")
    picture.putpixel((1, 1), (250, 5, 5))
    return picture


def jpeg(turn: int = 1, *, progressive: bool = False) -> bytes:
    """With Exif, XMP, IPTC, a remark, a thumbnail, a profile of colours, and a second picture behind its end."""
    out = io.BytesIO()
    photograph().save(
        out,
        "JPEG",
        exif=exif(turn),
        xmp=_XMP,
        comment=b"SECRET remark",
        dpi=(300, 300),
        icc_profile=b"a profile" * 9_000,
        progressive=progressive,
    )
    iptc = segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x0dSECRET caption")
    thumbnail = segment(0xE0, b"JFXX\x00\x10SECRET thumbnail")
    several = segment(0xE2, b"FPXR\x00SECRET second picture")
    whole = out.getvalue()
    return whole[:20] + thumbnail + iptc + several + whole[20:] + b"SECRET trailer" + scans.picture("JPEG")


def half_jpeg() -> bytes:
    """A photograph of which the lower part did not come over, and that ends as if it were whole."""
    whole = scans.picture("JPEG", size=(400, 300))
    return whole[: len(whole) // 2].removesuffix(b"\xff") + b"\xff\xd9"


def layered_pdf() -> bytes:
    """A page with a layer that no screen shows; it says SECRET."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scans.pdf("uittreksel"))) as document:
        group = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="layer"))
        document.Root.OCProperties = pikepdf.Dictionary(OCGs=[group], D=pikepdf.Dictionary(OFF=[group]))
        page = document.pages[0].obj
        page.Resources.Properties = pikepdf.Dictionary(MC0=group)
        hidden = document.make_stream(b"/OC /MC0 BDC BT (SECRET) Tj ET EMC")
        page.Contents = pikepdf.Array([page.Contents, hidden])
        document.save(out)
    return out.getvalue()


def cropped_pdf() -> bytes:
    """A page that was cropped to its lower half; above it still stands SECRET."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scans.pdf("SECRET"))) as document:
        document.pages[0].obj.CropBox = [0, 0, 595, 400]
        document.save(out)
    return out.getvalue()


def pdf_with_half_a_photograph() -> bytes:
    """A page with half a photograph, that ends as if it were whole."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scans.pdf("paspoort"))) as document:
        document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Half=_picture(document, half_jpeg(), "/DCTDecode"))
        document.save(out)
    return out.getvalue()


def pair_of_pictures() -> bytes:
    """One JPEG behind the other, as phones keep them (MPO); the second tells a place of its own."""
    out = io.BytesIO()
    photograph().save(out, "MPO", save_all=True, append_images=[photograph().rotate(180)], exif=exif(), comment=WORD)
    return out.getvalue()


def segment(code: int, body: bytes) -> bytes:
    """A segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, code, len(body) + 2) + body


def png(turn: int = 1) -> bytes:
    """With Exif, texts of all three kinds, its time, and something behind its end."""
    out, texts = io.BytesIO(), PngImagePlugin.PngInfo()
    texts.add_text("Author", "SECRET author")
    texts.add_text("Comment", "SECRET remark", zip=True)
    texts.add_itxt("XML:com.adobe.xmp", _XMP.decode())
    texts.add(b"tIME", struct.pack(">HBBBBB", 2026, 4, 14, 10, 0, 0))
    photograph().save(out, "PNG", exif=exif(turn), pnginfo=texts, dpi=(300, 300))
    return out.getvalue() + b"SECRET trailer"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pdf() -> bytes:
    """A page with a photograph; who made it stands in all places where that can stand, and an earlier version beside it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scans.pdf("paspoort"))) as document:
        page = document.pages[0].obj
        document.docinfo["/Author"] = "SECRET author"
        document.Root.Metadata = _stream(document, _XMP, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
        page.Thumb = _stream(document, b"SECRET thumbnail")
        page.PieceInfo = pikepdf.Dictionary(Maker=pikepdf.Dictionary(Private="SECRET maker"))
        document.attachments["note.txt"] = b"SECRET file"
        page.Resources.XObject = pikepdf.Dictionary(
            Plain=_picture(document, jpeg(), "/DCTDecode"),
            Packed=_picture(document, zlib.compress(jpeg()), "/FlateDecode", "/DCTDecode"),
            Hex=_picture(document, jpeg().hex().encode() + b">", "/ASCIIHexDecode", "/DCTDecode"),
        )
        drawn = (
            f"q 64 0 0 40 {place * 80} 0 cm /{name} Do Q " for place, name in enumerate(("Plain", "Packed", "Hex"))
        )
        page.Contents = pikepdf.Array([page.Contents, _stream(document, "".join(drawn).encode())])
        document.save(out, compress_streams=False, fix_metadata_version=False)
    return out.getvalue()


def _picture(document: pikepdf.Pdf, content: bytes, *filters: str) -> pikepdf.Stream:
    names = pikepdf.Array([pikepdf.Name(name) for name in filters])
    picture = _stream(document, content, Filter=names, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    picture.Metadata = _stream(document, _XMP)
    picture.Width, picture.Height, picture.BitsPerComponent = 64, 40, 8
    picture.ColorSpace = pikepdf.Name.DeviceRGB
    return picture


def _stream(document: pikepdf.Pdf, content: bytes, **more: object) -> pikepdf.Stream:
    found = document.make_indirect(pikepdf.Stream(document, content, **more))
    assert isinstance(found, pikepdf.Stream)
    return found


def sealed_pdf() -> bytes:
    """A PDF with a signature in it, as a register gives it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scans.pdf("uittreksel"))) as document:
        signature = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3], Contents=pikepdf.String("seal"))
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String("seal"), V=document.make_indirect(signature))
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[document.make_indirect(field)], SigFlags=3)
        document.docinfo["/Author"] = "a register"
        document.save(out)
    return out.getvalue()


def filled_pdf() -> bytes:
    """A form: a field that a reader has to draw himself, at 100 points from the top, and the red stamp of a signature below it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scans.pdf(""))) as document:
        page = document.pages[0].obj
        font = document.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        drawn = _stream(document, b"1 0 0 rg 0 0 200 20 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        drawn.BBox = pikepdf.Array([0, 0, 200, 20])
        style = pikepdf.String("/F 12 Tf 0 g")
        words = {"FT": pikepdf.Name.Tx, "T": pikepdf.String("name"), "V": pikepdf.String("WWWWWW"), "DA": style}
        stamp = {"FT": pikepdf.Name.Sig, "T": pikepdf.String("seal"), "AP": pikepdf.Dictionary(N=drawn)}
        height = int(page.MediaBox[3])
        fields = [_widget(document, height - 100, words), _widget(document, height - 200, stamp)]
        page.Annots = pikepdf.Array(fields)
        resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        document.Root.AcroForm = pikepdf.Dictionary(
            Fields=pikepdf.Array(fields), NeedAppearances=True, DR=resources, DA=style
        )
        document.save(out)
    return out.getvalue()


def _widget(document: pikepdf.Pdf, top: int, answers: Mapping[str, pikepdf.Object]) -> pikepdf.Object:
    place = pikepdf.Array([100, top - 20, 300, top])
    mark = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, Rect=place, F=4)
    for name, value in answers.items():
        mark[f"/{name}"] = value
    return document.make_indirect(mark)
