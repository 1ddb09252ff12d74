"""Half a picture that ends as if it were whole is noticed, in whatever way it was packed."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFile

from loket_app.domain.attachment import ScanHindrance
from loket_app.exchange.bare import NotBare, bare, demand_whole, demand_whole_inside
from loket_app.exchange.bare.jpeg import bare_jpeg, segments_of
from tests import telling_scans
from tests.scans import noise_jpeg
from tests.telling_scans import chunk

JPEG, PNG = "image/jpeg", "image/png"
_END = b"\xff\xd9"
_WAYS: list[dict[str, object]] = [
    {},
    {"subsampling": 2, "optimize": True},
    {"restart_marker_blocks": 4},
    {"restart_marker_rows": 1},
    {"progressive": True},
    {"progressive": True, "subsampling": 2},
]


def _packed(mode: str, way: dict[str, object]) -> bytes:
    out = io.BytesIO()
    telling_scans.photograph().convert(mode).save(out, "JPEG", **way)
    return bare_jpeg(out.getvalue())


_WHOLE = [_packed(mode, way) for mode in ("RGB", "L", "CMYK") for way in _WAYS]


def _hindrance(content: bytes, media_type: str) -> ScanHindrance:
    with pytest.raises(NotBare) as caught:
        bare(content, media_type)
    return caught.value.hindrance


@pytest.mark.parametrize("whole", _WHOLE)
def test_a_whole_photograph_passes_with_whatever_stands_before_its_end(whole: bytes) -> None:
    demand_whole(whole, JPEG)
    demand_whole(whole[:-2] + bytes(9) + _END, JPEG)
    assert bare(whole, JPEG).content == whole


@given(which=st.sampled_from(_WHOLE), part=st.floats(0, 0.97))
@settings(max_examples=150, deadline=None)
def test_half_a_photograph_with_an_end_mark_is_refused(which: bytes, part: float) -> None:
    """To its last few bytes, which hold hardly a block."""
    begin = which.index(b"\xff\xda") + 14
    cut = which[: begin + int((len(which) - 12 - begin) * part)].removesuffix(b"\xff")
    with pytest.raises(NotBare):
        bare(cut + _END, JPEG)


def test_a_scan_of_a_page_is_drawn_small_and_one_in_steps_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty scans in a package take a second so, and not five."""
    drawn: list[tuple[int, int]] = []
    load = ImageFile.ImageFile.load

    def noted(picture: ImageFile.ImageFile) -> object:
        drawn.append(picture.size)
        return load(picture)

    monkeypatch.setattr(ImageFile.ImageFile, "load", noted)
    demand_whole(noise_jpeg(57_600), JPEG)
    demand_whole(_packed("RGB", {"progressive": True}), JPEG)
    width, height = telling_scans.photograph().size
    assert drawn[:2] == [(32, 32)] * 2  # of 253 × 253
    assert drawn[-2:] == [(width, height)] * 2


def test_a_photograph_in_steps_that_lacks_its_last_ones_is_refused() -> None:
    whole = _packed("RGB", {"progressive": True})
    scans = [at for at in range(len(whole)) if whole[at : at + 2] == b"\xff\xda"]
    assert len(scans) == len([code for code, _body, _data in segments_of(whole) if code == 0xDA]) > 3
    for at in scans[1:]:
        assert _hindrance(whole[:at] + _END, JPEG) is ScanHindrance.HALF


def test_half_a_png_with_its_last_chunk_is_refused() -> None:
    out = io.BytesIO()
    Image.effect_noise((300, 300), 60).save(out, "PNG")
    whole = out.getvalue()
    demand_whole(whole, PNG)
    at = whole.index(b"IDAT")
    packed = whole[at + 4 : at + 4 + int.from_bytes(whole[at - 4 : at], "big")]
    half = whole[: at - 4] + chunk(b"IDAT", packed[: len(packed) // 2]) + chunk(b"IEND", b"")
    assert _hindrance(half, PNG) is ScanHindrance.HALF


def _pdf_with(photograph: bytes, packed_as: pikepdf.Name) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(telling_scans.pdf())) as document:
        document.pages[0].Resources.XObject.Plain.write(photograph, filter=packed_as)
        document.save(out, fix_metadata_version=False)
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "JPEG2000"])
def test_half_a_photograph_in_a_pdf_is_refused_there_too(form: str) -> None:
    out = io.BytesIO()
    Image.effect_noise((200, 200), 60).save(out, form, no_jp2=True)
    whole, end = out.getvalue(), out.getvalue()[-2:]
    packed_as = pikepdf.Name.DCTDecode if form == "JPEG" else pikepdf.Name.JPXDecode
    demand_whole_inside(_pdf_with(whole, packed_as))
    half = _pdf_with(whole[: len(whole) // 2].removesuffix(b"\xff") + end, packed_as)
    with pytest.raises(NotBare) as caught:
        demand_whole_inside(half)
    assert caught.value.hindrance is ScanHindrance.HALF
    assert _hindrance(half, "application/pdf") is ScanHindrance.HALF
