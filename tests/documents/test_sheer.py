"""A scan whose letters lie as a picture on its ground hides nothing; a bar that lies there so does."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image, ImageDraw

from loket_app.documents.as_seen import pages_as_seen

NAME, STREAM = pikepdf.Name, pikepdf.Stream
_SIDE = 400
_STROKES = [(x, 40 + line * 20, x + 5, 52 + line * 20) for line in range(15) for x in range(20, 380, 9)]
_BAR = (60, 120, 200, 150)


def _mask(boxes: list[tuple[int, int, int, int]], side: int = _SIDE) -> Image.Image:
    """White where the upper picture covers."""
    mask = Image.new("L", (_SIDE, _SIDE))
    for box in boxes:
        ImageDraw.Draw(mask).rectangle(box, fill=255)
    return mask.resize((side, side))


def _stencil(document: pikepdf.Pdf, mask: Image.Image) -> pikepdf.Stream:
    holes = mask.point([255] * 128 + [0] * 128).convert("1").tobytes()
    return STREAM(document, holes, Subtype=NAME.Image, Width=mask.width, Height=mask.height, ImageMask=True)


def _masked(document: pikepdf.Pdf, mask: Image.Image) -> pikepdf.Stream:
    ink = _grey(document, Image.new("L", mask.size))
    ink.SMask = document.make_indirect(_grey(document, mask))
    return ink


def _grey(document: pikepdf.Pdf, picture: Image.Image) -> pikepdf.Stream:
    shape = {"Width": picture.width, "Height": picture.height, "ColorSpace": NAME.DeviceGray, "BitsPerComponent": 8}
    return STREAM(document, picture.tobytes(), Subtype=NAME.Image, **shape)


def _page(mask: Image.Image, upper: Callable[[pikepdf.Pdf, Image.Image], pikepdf.Stream]) -> bytes:
    document, out = pikepdf.new(), io.BytesIO()
    document.add_blank_page(page_size=(200, 200))
    page = document.pages[0].obj
    ground = _grey(document, Image.new("L", (50, 50), 230))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Ground=ground, Upper=upper(document, mask)))
    page.Contents = STREAM(document, b"q 200 0 0 200 0 0 cm /Ground Do /Upper Do Q")
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("upper", [_stencil, _masked])
def test_letters_that_lie_on_their_ground_as_a_picture_hide_nothing(
    upper: Callable[[pikepdf.Pdf, Image.Image], pikepdf.Stream],
) -> None:
    assert pages_as_seen(_page(_mask(_STROKES), upper)) == {}


@pytest.mark.parametrize("upper", [_stencil, _masked])
def test_a_bar_among_them_does(upper: Callable[[pikepdf.Pdf, Image.Image], pikepdf.Stream]) -> None:
    assert list(pages_as_seen(_page(_mask([*_STROKES, _BAR]), upper))) == [0]


def test_what_is_too_coarse_to_tell_may_hide() -> None:
    assert list(pages_as_seen(_page(_mask(_STROKES, 40), _masked))) == [0]
