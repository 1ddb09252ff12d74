"""Scans are looked at by what they hold, and drawn from memory."""

from __future__ import annotations

import pytest

from loket_app.documents.protection import protect
from loket_app.documents.scans import (
    MOST_PAGES,
    PDF,
    PNG,
    BadScan,
    ScanFault,
    media_type_of,
    pages_of,
    picture_of,
)
from tests import scans
from tests.documents.test_preview import LONG


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (scans.picture("PNG"), "image/png"),
        (scans.picture("JPEG"), "image/jpeg"),
        (scans.turned_jpeg(), "image/jpeg"),
        (scans.see_through_png(), "image/png"),
        (scans.pdf(), "application/pdf"),
    ],
    ids=["png", "jpeg", "turned", "see-through", "pdf"],
)
def test_three_kinds_are_taken(content: bytes, media_type: str) -> None:
    assert media_type_of(content) == media_type


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", ScanFault.EMPTY),
        (b"MZ\x90\x00 a program", ScanFault.OTHER_KIND),
        (scans.picture("GIF"), ScanFault.OTHER_KIND),
        (scans.picture("BMP"), ScanFault.OTHER_KIND),
        (b"<svg onload='x'/>", ScanFault.OTHER_KIND),
        (b"%PDF-1.7 and no more", ScanFault.BROKEN),
        (scans.pdf()[: len(scans.pdf()) // 3], ScanFault.BROKEN),
        (protect(scans.pdf(), "geheim"), ScanFault.BROKEN),
        (scans.picture("PNG")[:60], ScanFault.BROKEN),
        (scans.picture("JPEG", (900, 900))[:-4000], ScanFault.BROKEN),
        (b"\xff\xd8\xff and no more", ScanFault.BROKEN),
        (scans.pixel_bomb(), ScanFault.TOO_MANY_PIXELS),
    ],
    ids=lambda value: value.value if isinstance(value, ScanFault) else f"{len(value)} bytes",
)
def test_what_is_no_scan_is_refused(content: bytes, fault: ScanFault) -> None:
    with pytest.raises(BadScan) as refused:
        media_type_of(content)
    assert refused.value.fault is fault


def test_the_number_of_pages_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loket_app.documents.scans.page_count", lambda _pdf: MOST_PAGES + 1)
    with pytest.raises(BadScan) as refused:
        media_type_of(LONG)
    assert refused.value.fault is ScanFault.TOO_MANY_PAGES


def test_pages_are_counted_and_drawn() -> None:
    assert (pages_of(LONG, PDF), pages_of(scans.picture(), PNG)) == (4, 1)
    page = picture_of(LONG, PDF, 3, 500)
    assert abs(page.height - 500) <= 1
    assert len(page.bgra) == page.width * page.height * 4
    for content, kind in ((LONG, PDF), (scans.picture(), PNG)):
        with pytest.raises(IndexError):
            picture_of(content, kind, 4, 500)


def test_a_picture_stands_upright_and_is_never_made_larger() -> None:
    page = picture_of(scans.turned_jpeg(), "image/jpeg", 0, 500)
    assert (page.width, page.height) == (40, 60)
    assert max(picture_of(scans.picture(), PNG, 0, 30)[:2]) == 30


def test_colours_and_holes() -> None:
    assert picture_of(scans.picture(colour="red"), PNG, 0, 60).bgra[:3] == b"\x00\x00\xff"
    assert picture_of(scans.see_through_png(), PNG, 0, 60).bgra[:3] == b"\xff\xff\xff"
