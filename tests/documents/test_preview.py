"""Pages as pictures."""

from __future__ import annotations

import pytest

from loket_app.documents.engine.blocks import paragraph
from loket_app.documents.engine.pages import Layout
from loket_app.documents.preview import page_count, render_page, render_pages
from loket_app.documents.protection import protect
from tests.documents.reading import one, printed
from tests.telling_scans import filled_pdf

LONG = printed(paragraph("woord\n" * 200, Layout().width))


def test_a_page_has_the_size_of_a4_at_the_resolution_asked_for() -> None:
    page = render_page(one("x"), 0, 144)
    assert abs(page.width - 1191) <= 1
    assert abs(page.height - 1684) <= 1
    assert len(page.bgra) == page.width * page.height * 4


def test_paper_is_white_and_ink_is_dark_and_nothing_is_transparent() -> None:
    page = render_page(one("WWWWWWWW"), 0, 72)
    assert page.bgra[:4] == b"\xff\xff\xff\xff"
    assert min(page.bgra[0::4]) < 100
    assert set(page.bgra[3::4]) == {255}


def test_what_was_filled_in_and_the_stamp_of_a_signature_are_seen() -> None:
    """As the reader of a filled form or of a signed extract sees them; whoever looks at the scan must, too."""
    page = render_page(filled_pdf(), 0, 72)
    rows = [page.bgra[4 * page.width * row : 4 * page.width * (row + 1)] for row in range(page.height)]
    assert min(min(row) for row in rows[100:120]) < 100  # words
    assert b"\x00\x00\xff\xff" in rows[210]  # red


def test_every_page_comes_in_turn() -> None:
    assert page_count(LONG) == 4
    pages = list(render_pages(LONG, 30))
    assert len(pages) == 4
    assert pages[0] == render_page(LONG, 0, 30)
    assert pages[0] != pages[3]


def test_a_page_that_is_not_there_is_an_index_error() -> None:
    with pytest.raises(IndexError):
        render_page(LONG, 4, 30)


@pytest.mark.parametrize("content", [b"", b"no pdf", protect(LONG, "geheim")])
def test_what_cannot_be_read_is_a_value_error(content: bytes) -> None:
    with pytest.raises(ValueError, match="password"):
        page_count(content)
