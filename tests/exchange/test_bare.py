"""What leaves of a scan is its picture, bit by bit, and nothing of who made it, when, where and with what."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from loket_app.documents.preview import render_page
from loket_app.documents.scans import media_type_of
from loket_app.exchange.bare import Bare, NotBare, bare
from loket_app.exchange.bare.jpeg import bare_jpeg
from loket_app.exchange.bare.jpx import bare_jpx
from tests import scans, telling_scans
from tests.documents.reading import words
from tests.telling_scans import WORD, chunk, segment

JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"
_MAKERS: dict[str, Callable[[], bytes]] = {
    JPEG: telling_scans.jpeg,
    PNG: telling_scans.png,
    PDF: telling_scans.pdf,
}
_TELLING = {media_type: make() for media_type, make in _MAKERS.items()}


def _decoded(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content)) as picture:
        picture.load()
        return picture.copy()


def _told(content: bytes) -> dict[int, object]:
    """Every answer of its Exif, those of the parts too."""
    exif = _decoded(content).getexif()
    return {**exif, **exif.get_ifd(0x8769), **exif.get_ifd(0x8825)}


@pytest.mark.parametrize("media_type", [JPEG, PNG])
def test_a_picture_keeps_its_bits_and_tells_nothing(media_type: str) -> None:
    before = _TELLING[media_type]
    assert WORD in before
    assert _told(before)
    after = bare(before, media_type).content
    assert _decoded(after).tobytes() == _decoded(before).tobytes()
    assert WORD not in after
    assert _told(after) == {}
    assert set(_decoded(after).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "icc_profile"}
    assert media_type_of(after) == media_type


def test_the_packed_picture_of_a_jpeg_is_the_same_bytes() -> None:
    before = _TELLING[JPEG]
    at = before.index(b"\xff\xda")
    assert before[at : before.index(b"\xff\xd9", at)] in bare(before, JPEG).content


def test_dots_and_colours_stay() -> None:
    for media_type in (JPEG, PNG):
        assert round(_decoded(bare(_TELLING[media_type], media_type).content).info["dpi"][0]) == 300
    assert _decoded(bare(_TELLING[JPEG], JPEG).content).info["icc_profile"] == b"a profile" * 9_000


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("media_type", [JPEG, PNG])
def test_a_picture_that_was_held_sideways_stands_upright_still(media_type: str, turn: int) -> None:
    before = telling_scans.jpeg(turn) if media_type == JPEG else telling_scans.png(turn)
    after = bare(before, media_type).content
    assert WORD not in after
    assert _told(after) == ({} if turn == 1 else {0x0112: turn})
    upright = [ImageOps.exif_transpose(_decoded(content)) for content in (before, after)]
    assert upright[0].tobytes() == upright[1].tobytes()


def test_pictures_in_steps_in_four_colours_and_in_pairs_stay_whole() -> None:
    out = io.BytesIO()
    telling_scans.photograph().convert("CMYK").save(out, "JPEG", comment=b"SECRET")
    for before in (telling_scans.jpeg(progressive=True), out.getvalue(), telling_scans.pair_of_pictures()):
        after = bare(before, JPEG).content
        assert WORD not in after
        assert _decoded(after).tobytes() == _decoded(before).tobytes()


def test_behind_how_a_jpeg_tells_its_colours_nothing_is_left() -> None:
    out = io.BytesIO()
    telling_scans.photograph().convert("CMYK").save(out, "JPEG")
    adobe = b"\xff\xee\x00\x0eAdobe"
    before = out.getvalue().replace(adobe, b"\xff\xee\x00\x14Adobe")
    before = before[: (end := before.index(b"Adobe") + 12)] + WORD + before[end:]
    after = bare(before, JPEG).content
    assert WORD in before
    assert WORD not in after
    assert _decoded(after).tobytes() == _decoded(out.getvalue()).tobytes()


def test_a_png_with_a_palette_stays_whole() -> None:
    out = io.BytesIO()
    telling_scans.photograph().quantize(16).save(out, "PNG")
    assert _decoded(bare(out.getvalue(), PNG).content).tobytes() == _decoded(out.getvalue()).tobytes()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_below_what_is_transparent_in_a_png_nothing_is_left(mode: str) -> None:
    """A name that somebody made invisible: its colours are in the file still."""
    whole, out = Image.new("RGBA", (40, 20), (0, 0, 0, 255)), io.BytesIO()
    whole.paste((90, 90, 90, 0), (10, 5, 30, 15))
    whole.putpixel((15, 8), (200, 200, 200, 0))
    whole.convert(mode).save(out, "PNG", dpi=(300, 300), exif=telling_scans.exif(6))
    before, after = _decoded(out.getvalue()), _decoded(bare(out.getvalue(), PNG).content)
    seen = Image.alpha_composite(Image.new("RGBA", before.size, "white"), before.convert("RGBA"))
    assert not after.has_transparency_data
    assert after.convert("RGBA").tobytes() == seen.tobytes()
    assert round(after.info["dpi"][0]) == 300
    assert after.getexif()[0x0112] == 6


def test_a_png_without_a_hole_keeps_its_bits() -> None:
    out = io.BytesIO()
    telling_scans.photograph().convert("RGBA").save(out, "PNG")
    assert _decoded(bare(out.getvalue(), PNG).content).mode == "RGBA"


def test_a_pdf_keeps_its_pages_and_pictures_and_tells_nothing() -> None:
    before = _TELLING[PDF]
    after = bare(before, PDF).content
    assert words(after) == words(before)
    with pikepdf.open(io.BytesIO(after)) as document:
        streams = [record for record in document.objects if isinstance(record, pikepdf.Stream)]
        inside = b"".join(_unpacked(stream) for stream in streams)
        pictures = document.pages[0].Resources.XObject
        shown = [_decoded(picture.read_raw_bytes()).tobytes() for picture in pictures.values()]
        assert "/Info" not in document.trailer
        assert not document.attachments
    assert WORD not in after
    assert WORD not in inside
    assert shown == [_decoded(_TELLING[JPEG]).tobytes()] * 3
    assert bare(before, PDF).content == after


def _unpacked(stream: pikepdf.Stream) -> bytes:
    with suppress(pikepdf.PdfError):
        return stream.read_bytes()
    return stream.read_raw_bytes()


def test_an_earlier_version_inside_a_pdf_does_not_leave() -> None:
    before = _TELLING[PDF]
    with pikepdf.open(io.BytesIO(bare(before, PDF).content)) as document:
        out = io.BytesIO()
        document.save(out, fix_metadata_version=False)
    assert WORD not in bare(before[: before.index(b"%%EOF") + 6] + out.getvalue(), PDF).content


def _annotated(*notes: dict[str, Any]) -> bytes:
    """A page with notes on it, and a file that tells of itself wherever a maker can."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scans.pdf("paspoort"))) as document:
        page, name = document.pages[0].obj, pikepdf.Name
        made = [document.make_indirect(pikepdf.Dictionary(Type=name.Annot, Rect=[9, 9, 60, 60], **n)) for n in notes]
        page.Annots = document.make_indirect(pikepdf.Array(made))
        page.Custom = pikepdf.String("SECRET of a page")
        root = document.Root
        root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(P="SECRET label")])
        root.Custom = document.make_indirect(pikepdf.Dictionary(Who="SECRET maker"))
        root.OpenAction = pikepdf.Dictionary(S=name.JavaScript, JS="SECRET")
        layer = document.make_indirect(pikepdf.Dictionary(Type=name.OCG, Name="SECRET layer"))
        root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(Creator="SECRET creator"))
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("SECRET title", 0))
        document.save(out, compress_streams=False, fix_metadata_version=False)
    return out.getvalue()


def _open_text(content: bytes) -> bytes:
    """The whole file with nothing packed."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        objects = pikepdf.ObjectStreamMode.disable
        document.save(out, qdf=True, compress_streams=False, object_stream_mode=objects, fix_metadata_version=False)
    return out.getvalue()


def test_a_pdf_leaves_without_notes_links_programs_and_labels() -> None:
    name = pikepdf.Name
    actions = (
        pikepdf.Dictionary(S=name.URI, URI="file:SECRET"),
        pikepdf.Dictionary(S=name.Launch, F="SECRET.exe"),
        pikepdf.Dictionary(S=name.JavaScript, JS="app.alert('SECRET')"),
    )
    links: list[dict[str, Any]] = [{"Subtype": name.Link, "A": action} for action in actions]
    note: dict[str, Any] = {"Subtype": name.Text, "T": "SECRET author", "M": "D:2026 SECRET", "Contents": "SECRET note"}
    before = _annotated(note, *links)
    after = bare(before, PDF).content
    assert _open_text(before).count(WORD) > 9
    assert WORD not in _open_text(after)
    assert words(after) == words(before)


def test_a_stamp_stays_on_its_page_without_who_set_it() -> None:
    with pikepdf.open(io.BytesIO(scans.pdf("paspoort"))) as document:
        look = pikepdf.Stream(document, b"0 0 1 rg 0 0 50 50 re f")
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 50, 50]
        page = document.pages[0].obj
        looks = pikepdf.Dictionary(N=document.make_indirect(look))
        stamp = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[9, 9, 60, 60], F=4)
        stamp.AP, stamp.T = looks, pikepdf.String("SECRET author")
        page.Annots = pikepdf.Array([document.make_indirect(stamp)])
        out = io.BytesIO()
        document.save(out, fix_metadata_version=False)
    after = bare(out.getvalue(), PDF).content
    assert WORD not in _open_text(after)
    assert render_page(after, 0, 72) == render_page(out.getvalue(), 0, 72)
    assert render_page(after, 0, 72) != render_page(scans.pdf("paspoort"), 0, 72)


def _box(kind: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4, "big") + kind + body


@pytest.mark.parametrize("boxed", [True, False])
def test_a_jpeg_2000_keeps_its_picture_and_tells_nothing(*, boxed: bool) -> None:
    out = io.BytesIO()
    telling_scans.photograph().save(out, "JPEG2000", no_jp2=not boxed)
    plain = out.getvalue()
    at = plain.index(b"\xff\x4f\xff\x51") + 2
    size = at + 2 + int.from_bytes(plain[at + 2 : at + 4], "big")
    remark = b"\xff\x64\x00\x0a\x00\x01SECRET"
    telling = plain[:size] + remark + plain[size:]
    if boxed:
        box = at - 10
        long = (int.from_bytes(plain[box : box + 4], "big") or len(plain) - box) + len(remark)
        telling = telling[:box] + long.to_bytes(4, "big") + telling[box + 4 :] + _box(b"uuid", bytes(16) + WORD)
    assert _decoded(telling).tobytes() == _decoded(plain).tobytes()
    after = bare_jpx(telling)
    assert WORD not in after
    assert _decoded(after).tobytes() == _decoded(plain).tobytes()
    for cut in (0, 5, 30, at, size):
        with pytest.raises(NotBare):
            bare_jpx(plain[:cut])


def test_a_jpeg_2000_in_a_pdf_tells_nothing() -> None:
    picture = io.BytesIO()
    telling_scans.photograph().save(picture, "JPEG2000")
    with pikepdf.open(io.BytesIO(_TELLING[PDF])) as document:
        content = picture.getvalue() + _box(b"xml ", b"<x>SECRET</x>")
        document.pages[0].Resources.XObject.Plain.write(content, filter=pikepdf.Name.JPXDecode)
        out = io.BytesIO()
        document.save(out, fix_metadata_version=False)
    assert WORD in out.getvalue()
    assert WORD not in _open_text(bare(out.getvalue(), PDF).content)


def test_half_a_photograph_is_refused() -> None:
    whole = bare(_TELLING[JPEG], JPEG).content
    for cut in (len(whole) - 2, len(whole) - 20):
        with pytest.raises(NotBare):
            bare(whole[:cut], JPEG)


def test_a_digital_seal_is_not_broken() -> None:
    sealed = telling_scans.sealed_pdf()
    assert bare(sealed, PDF) == Bare(sealed, sealed=True)


_HEAD = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00")
_BODY = chunk(b"IDAT", zlib.compress(b"\x00\x00"))


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"", JPEG),
        (b"\xff\xd8\xff", JPEG),
        (b"\xff\xd8\xff\xd9", JPEG),
        (_TELLING[PNG], JPEG),
        (b"\xff\xd8" + segment(0xE1, b"Exif\x00\x00" + bytes(90))[:30], JPEG),
        (_TELLING[JPEG], PNG),
        (_HEAD, PNG),
        (_HEAD + _BODY + b"\x00\x00\x00\x00IEND", PNG),
        (_HEAD + _BODY.replace(b"IDAT", b"IDAX") + chunk(b"IEND", b""), PNG),
        (_HEAD + chunk(b"ABCD", b"new") + _BODY + chunk(b"IEND", b""), PNG),
        (b"%PDF-1.7 nothing", PDF),
        (_TELLING[PDF][:300], PDF),
        (_TELLING[JPEG], "image/tiff"),
    ],
)
def test_what_can_not_be_read_to_its_end_is_refused(content: bytes, media_type: str) -> None:
    with pytest.raises(NotBare):
        bare(content, media_type)


@pytest.mark.parametrize("body", [b"", b"\x00", b"\x00\x01", b"\xff\xff"])
def test_a_segment_that_lies_about_its_length_is_refused(body: bytes) -> None:
    with pytest.raises(NotBare):
        bare_jpeg(b"\xff\xd8\xff\xe1" + body)


def test_a_photograph_in_a_pdf_that_can_not_be_read_is_refused() -> None:
    with pikepdf.open(io.BytesIO(_TELLING[PDF])) as document:
        document.pages[0].Resources.XObject.Plain.write(b"no picture", filter=pikepdf.Name.DCTDecode)
        out = io.BytesIO()
        document.save(out, fix_metadata_version=False)
    with pytest.raises(NotBare):
        bare(out.getvalue(), PDF)


def test_a_photograph_in_a_pdf_that_swells_is_refused() -> None:
    with pikepdf.open(io.BytesIO(_TELLING[PDF])) as document:
        names = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.DCTDecode])
        document.pages[0].Resources.XObject.Packed.write(zlib.compress(bytes(50_000_000)), filter=names)
        out = io.BytesIO()
        document.save(out, fix_metadata_version=False)
    with pytest.raises(NotBare):
        bare(out.getvalue(), PDF)


@given(at=st.integers(0, 100_000), bit=st.integers(0, 7), media_type=st.sampled_from([JPEG, PNG]))
@settings(max_examples=150, deadline=None)
def test_a_changed_bit_lets_nothing_out(at: int, bit: int, media_type: str) -> None:
    """What comes out is the picture that a reader sees, or nothing."""
    changed = bytearray(_TELLING[media_type])
    changed[at % len(changed)] ^= 1 << bit
    with suppress(NotBare):
        after = bare(bytes(changed), media_type).content
        assert WORD not in after
        assert after.endswith(b"\xff\xd9" if media_type == JPEG else b"IEND\xaeB`\x82")


@given(at=st.integers(0, 100_000), media_type=st.sampled_from([JPEG, PNG]))
@settings(max_examples=60, deadline=None)
def test_a_cut_file_lets_nothing_out(at: int, media_type: str) -> None:
    whole = _TELLING[media_type]
    with suppress(NotBare):
        assert WORD not in bare(whole[: at % len(whole)], media_type).content
