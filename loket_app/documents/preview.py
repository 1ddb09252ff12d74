"""Pages of a PDF as pictures in memory, for the preview on screen and for the printer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Lock
from typing import Any, NamedTuple

_POINTS_PER_INCH = 72
_PDFIUM = Lock()
"""PDFium is one machine for the whole program: one page at a time."""


class PageImage(NamedTuple):
    """A page: width and height in pixels, and four bytes a pixel without padding: blue, green, red, 255."""

    width: int
    height: int
    bgra: bytes


def page_count(pdf: bytes) -> int:
    """How many pages the PDF has. Raises ValueError for what is no PDF or asks for a password."""
    with _PDFIUM, closing(_opened(pdf)) as document:
        return len(document)


def render_page(pdf: bytes, number: int, dpi: int) -> PageImage:
    """One page, counted from 0, on white. Raises ValueError as `page_count`, IndexError past the last page."""
    with _PDFIUM, closing(_opened(pdf)) as document:
        if not 0 <= number < len(document):
            raise IndexError(number)
        return _image(document, number, dpi)


def render_pages(pdf: bytes, dpi: int) -> Iterator[PageImage]:
    """Every page in turn; a page of 300 dpi is 35 MB, so only one is held at a time. Raises ValueError."""
    for number in range(page_count(pdf)):
        yield render_page(pdf, number, dpi)


def render_fitting(pdf: bytes, number: int, longest: int) -> PageImage:
    """One page whose longer side takes `longest` pixels, however large its paper. Raises ValueError, IndexError."""
    import pypdfium2  # noqa: PLC0415  late, as below

    with _PDFIUM, closing(_opened(pdf)) as document:
        if not 0 <= number < len(document):
            raise IndexError(number)
        try:
            return _image(document, number, longest * _POINTS_PER_INCH / max(*document.get_page_size(number), 1))
        except pypdfium2.PdfiumError as error:
            raise ValueError("a page that can't be read") from error


@contextmanager
def opened_alone(pdf: bytes) -> Iterator[Any]:
    """The PDF as PDFium reads it, while nobody else asks PDFium anything. Raises ValueError as `page_count`."""
    with _PDFIUM, closing(_opened(pdf)) as document:
        yield document


def _opened(pdf: bytes) -> Any:
    """With its forms, or what was filled in and the stamp of a signature are on no picture of its pages."""
    import pypdfium2  # noqa: PLC0415  late: only a preview needs it

    try:
        document = pypdfium2.PdfDocument(pdf)
        document.init_forms()  # before any page is opened; it runs no program of the PDF
    except pypdfium2.PdfiumError as error:
        raise ValueError("no PDF, or one behind a password") from error
    return document


def _image(document: Any, number: int, dpi: float) -> PageImage:
    from pypdfium2 import raw  # noqa: PLC0415  as above

    with closing(document[number]) as page:
        picture = page.render(scale=dpi / _POINTS_PER_INCH, force_bitmap_format=raw.FPDFBitmap_BGRA)
        with closing(picture):
            return PageImage(picture.width, picture.height, bytes(picture.buffer))
