"""A page that hides letters or a picture is found, however it hides them, and drawn as it looks; one that hides none is not."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from loket_app.documents.as_seen import pages_as_seen
from tests import scans
from tests.hiding_pdf import BAR, PICTURE, SECRET, page

_CURVES = "0 g 110 505 m 115 520 120 490 125 505 c 130 520 l 135 500 l 140 510 l 145 500 l 150 505 l f "


@pytest.mark.parametrize(
    "drawing",
    [
        SECRET + BAR,
        "1 g " + SECRET,
        "3 Tr " + SECRET,
        "/Clear gs " + SECRET,
        "q 0 0 10 10 re W n " + SECRET + "Q",
        SECRET + PICTURE,
        SECRET + "0 g 98 500.5 60 7 re f",
        BAR + SECRET,
        _CURVES + BAR,
        PICTURE + "0 g 120 420 100 50 re f",
        PICTURE + "q 20 0 0 20 0 0 cm 1 w 6 22 m 12 22 l S Q",
        PICTURE + "q 30 0 0 30 150 450 cm /Photo Do Q",
        "q 100 400 50 50 re W n " + PICTURE + "Q",
        "q 200 500 m 300 400 l 100 400 l h W n " + PICTURE + "Q",
        "/Clear gs " + PICTURE,
        "q 1 0 0 1 0 0 cm 0 0 200 842 re W n /Part Do Q",
        "q 0.5 0 0 0.5 20 20 cm /Part Do Q 80 230 60 60 re f",
    ],
    ids=[
        *("bar", "white", "transparent", "see-through", "cut off", "behind a picture", "thin bar", "black on black"),
        *(
            "curves",
            "bar on picture",
            "thick pen",
            "picture on picture",
            "cut picture",
            "crooked cut",
            "see-through picture",
        ),
        *("cut part", "bar on part"),
    ],
)
def test_a_page_that_hides_something_is_drawn(drawing: str) -> None:
    assert list(pages_as_seen(page(drawing))) == [0]


@pytest.mark.parametrize("turn", [0, 90])
@pytest.mark.parametrize(
    "drawing",
    [
        "",
        SECRET,
        "0.9 g 90 490 100 30 re f 0 g " + SECRET + "0 0 1 RG 90 499 100 0.5 re S",
        "0 g 90 490 100 30 re f 1 g " + SECRET,
        PICTURE,
        PICTURE + "1 0 0 rg " + SECRET,
        PICTURE + "1 w 110 410 180 180 re S 110 500 m 290 500 l S",
        "q 99 399 202 202 re W n " + PICTURE + "Q",
        PICTURE + "q 200 0 0 200 100 201 cm /Photo Do Q",
        "/Part Do",
        "BT /F1 12 Tf 1 0 0 1 100 500 Tm (\\261 - . , ' |) Tj ET",
    ],
    ids=[
        "empty",
        "plain",
        "table",
        "white on black",
        "picture",
        "stamp",
        "lines",
        "framed",
        "strips",
        "part",
        "thin signs",
    ],
)
def test_a_page_that_shows_all_it_holds_stays_as_it_is(drawing: str, turn: int) -> None:
    assert pages_as_seen(page(drawing, turn=turn)) == {}


def test_what_is_drawn_is_the_page_as_it_lies_before_the_reader() -> None:
    drawn = pages_as_seen(page(SECRET + BAR, turn=90))[0]
    with Image.open(io.BytesIO(drawn.jpeg)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "L", (drawn.across, drawn.down))
        assert picture.getpixel((505 * drawn.down // 595, 140 * drawn.down // 595)) == 0
    assert (round(drawn.width), round(drawn.height)) == (842, 595)
    assert not drawn.has_colours
    assert pages_as_seen(page(SECRET + "1 0 0 rg 90 490 100 30 re f"))[0].has_colours


def test_what_is_no_pdf_can_not_be_looked_at() -> None:
    assert pages_as_seen(scans.pdf("paspoort")) == {}
    with pytest.raises(ValueError, match="no PDF"):
        pages_as_seen(b"%PDF-1.7 nothing")
