"""What lies beyond the edge of a page is found, wherever and however it lies there; what a printer's edge hides is not."""

from __future__ import annotations

import io

import pikepdf
import pytest

from loket_app.documents.beyond import draws_beyond
from tests import scans

_PAGE = (100, 100, 400, 400)
_FONT = "/F1 9 Tf"


def _page(content: str, *, crop: bool = True, turn: int = 0) -> bytes:
    """A page that shows (100, 100)-(400, 400), with this drawn on it; on a wider sheet of paper, or on none."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scans.pdf("paspoort"))) as document:
        page = document.pages[0].obj
        page["/CropBox" if crop else "/MediaBox"] = list(_PAGE)
        page.Rotate = turn
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources.Font = pikepdf.Dictionary(F1=font)
        page.Contents = pikepdf.Stream(document, content.encode())
        document.save(out)
    return out.getvalue()


def _text(across: int, up: int, how: str = "") -> str:
    return f"BT {_FONT} {how} 1 0 0 1 {across} {up} Tm (SECRET) Tj ET"


@pytest.mark.parametrize("turn", [0, 90])
@pytest.mark.parametrize("crop", [True, False])
@pytest.mark.parametrize(
    "content",
    [
        _text(20, 200),
        _text(200, 600),
        _text(200, 30, "3 Tr"),
        _text(200, 600, "1 g"),
        "0 0 1 rg 450 200 30 30 re f",
        "0.9 g 200 50 20 20 re f",
        "0 0 1 RG 200 200 m 200 700 l S",
        "q 400 0 0 200 120 120 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q",
    ],
    ids=["left", "above", "transparent", "white", "square", "pale", "line", "picture"],
)
def test_what_lies_beyond_the_edge_is_found(content: str, *, crop: bool, turn: int) -> None:
    assert draws_beyond(_page(content, crop=crop, turn=turn))


@pytest.mark.parametrize("turn", [0, 90])
@pytest.mark.parametrize(
    "content",
    [
        "",
        _text(200, 200),
        _text(370, 200),
        "1 g 0 0 595 842 re f",
        "0 0 1 rg 94 94 312 312 re f",
        "q 100 100 300 300 re W n 0 0 1 rg 0 0 595 842 re f Q",
        "q 312 0 0 312 94 94 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q",
    ],
    ids=["empty", "inside", "over the edge", "white ground", "bleed", "clipped", "scan"],
)
def test_what_a_page_shows_and_a_printer_cuts_off_is_not(content: str, turn: int) -> None:
    assert not draws_beyond(_page(content, turn=turn))


def test_a_page_of_our_own_and_one_that_can_not_be_read() -> None:
    assert not draws_beyond(scans.pdf("paspoort"))
    with pytest.raises(ValueError, match="no PDF"):
        draws_beyond(b"%PDF-1.7 nothing")
