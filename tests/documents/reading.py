"""Reading a PDF back, as any reader would: its words, its fonts, what it says of itself."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

import pikepdf
import pypdfium2

from loket_app.documents.engine.blocks import paragraph
from loket_app.documents.engine.look import Said
from loket_app.documents.engine.pages import About, Layout, pdf_of
from loket_app.documents.engine.strips import Strip


def page_texts(pdf: bytes, password: str | None = None) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf, password=password)
    try:
        return [_tidy(document[number].get_textpage().get_text_range()) for number in range(len(document))]
    finally:
        document.close()


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.replace("\r\n", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def words(pdf: bytes) -> str:
    """All text on one line: where a line breaks is not what is asked."""
    return " ".join(" ".join(page_texts(pdf)).split())


def fonts(pdf: bytes) -> set[str]:
    """The embedded fonts, without the letters that mark a subset. A font that is only named is an error."""
    found = set()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for font in page.Resources.get("/Font", pikepdf.Dictionary()).values():
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert "/FontFile2" in descriptor
                found.add(str(font.BaseFont).partition("+")[2])
    return found


def about(pdf: bytes) -> str:
    """Everything that the file says of itself."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert "/Metadata" not in document.Root
        return " ".join(str(value) for value in document.docinfo.values())


def one(text: str, *, base: int | None = None) -> bytes:
    """A PDF with one paragraph."""
    return printed(paragraph(Said(text, base=base), Layout().width))


def printed(strips: Iterable[Strip]) -> bytes:
    """A PDF of strips alone."""
    return pdf_of(strips, Layout(), About("Test", "en"), lambda _page, _pages: ((), ()))
