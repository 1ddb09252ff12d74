"""A PDF of which a part is of another kind than it should be: it is refused, or leaves bare, and is no fault of ours."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from loket_app.exchange.bare import NotBare, bare

PDF = "application/pdf"


def _pdf(drawing: bytes, change: Callable[[Any, Any], object] = lambda _document, _page: None) -> bytes:
    document = pikepdf.new()
    document.add_blank_page(page_size=(100, 100))
    page = document.pages[0].obj
    page.Resources = pikepdf.Dictionary()
    page.Contents = pikepdf.Stream(document, drawing)
    change(document, page)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _resources(value: Any) -> Callable[[Any, Any], object]:
    return lambda _document, page: page.__setitem__("/Resources", value)


@pytest.mark.parametrize(
    "content",
    [
        _pdf(b"Tr BT (a) Tj ET"),
        _pdf(b"BDC EMC"),
        _pdf(b"", _resources(pikepdf.Dictionary(Properties=1))),
        _pdf(b"/OC /P0 BDC EMC", _resources(pikepdf.Dictionary(Properties=pikepdf.Dictionary(P0=1)))),
        _pdf(b"", lambda document, _page: document.Root.__setitem__("/OCProperties", 1)),
    ],
    ids=["no mode", "no mark", "marks that are none", "a mark that is none", "layers that are none"],
)
def test_what_is_of_another_kind_is_refused(content: bytes) -> None:
    with pytest.raises(NotBare):
        bare(content, PDF)


def test_half_a_step_at_the_end_of_a_page_is_passed_over() -> None:
    left = bare(_pdf(b"0 0 50 50 re f (cut o"), PDF).content
    with pikepdf.open(io.BytesIO(left)) as document:
        assert document.pages[0].Contents.read_bytes().split() == b"0 0 50 50 re f".split()


def test_what_a_maker_noted_with_the_tree_of_the_pages_does_not_leave() -> None:
    def noted(document: Any, _page: Any) -> None:
        document.Root.Pages.Maker = "SECRET maker"

    left = bare(_pdf(b"0 0 50 50 re f", noted), PDF).content
    with pikepdf.open(io.BytesIO(left)) as document:
        assert set(document.Root.Pages.keys()) <= {"/Type", "/Kids", "/Count"}
        assert len(document.pages) == 1
