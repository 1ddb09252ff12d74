"""A PDF with a layer that nobody saw does not leave; one whose layers are all shown does."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from loket_app.documents.preview import render_page
from loket_app.domain.attachment import ScanHindrance
from loket_app.exchange.bare import NotBare, bare
from tests import scans, telling_scans

PDF = "application/pdf"
NAME, RECORD = pikepdf.Name, pikepdf.Dictionary
_SHOWN: dict[str, Any] = {"ViewState": NAME.ON}


def layered(usual: dict[str, Any], *, layer: dict[str, Any] | None = None, sealed: bool = False) -> bytes:
    """A page with a square in a layer; `usual` says what is shown; True stands for a list with that layer."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(telling_scans.sealed_pdf() if sealed else scans.pdf("paspoort"))) as document:
        group = document.make_indirect(RECORD(Type=NAME.OCG, Name="layer", **(layer or {})))
        page = document.pages[0].obj
        page.Resources.Properties = RECORD(MC0=group)
        page.Contents = pikepdf.Stream(document, b"/OC /MC0 BDC 0 0 1 rg 0 0 50 50 re f EMC")
        lists: dict[str, Any] = {name: [group] if value is True else value for name, value in usual.items()}
        document.Root.OCProperties = RECORD(OCGs=[group], D=RECORD(**lists))
        document.save(out, fix_metadata_version=False)
    return out.getvalue()


def _picture(content: bytes) -> object:
    return render_page(content, 0, 72)


@pytest.mark.parametrize(
    ("usual", "layer"),
    [
        ({"OFF": True}, {}),
        ({"BaseState": NAME.OFF}, {}),
        ({}, {"Usage": RECORD(View=RECORD(ViewState=NAME.OFF))}),
        ({}, {"Usage": RECORD(Print=RECORD(PrintState=NAME.OFF))}),
        ({}, {"Usage": RECORD(View=RECORD(**_SHOWN), Export=RECORD(ExportState=NAME.OFF))}),
    ],
)
@pytest.mark.parametrize("sealed", [False, True])
def test_a_hidden_layer_does_not_leave(usual: dict[str, Any], layer: dict[str, Any], *, sealed: bool) -> None:
    content = layered(usual, layer=layer, sealed=sealed)
    with pytest.raises(NotBare) as caught:
        bare(content, PDF)
    assert caught.value.hindrance is ScanHindrance.HIDDEN_LAYERS


def test_what_it_refuses_is_what_the_screen_hides() -> None:
    assert _picture(layered({"OFF": True})) != _picture(layered({}))


@pytest.mark.parametrize(
    ("usual", "layer"),
    [({}, {}), ({"ON": True}, {}), ({"OFF": []}, {}), ({}, {"Usage": RECORD(View=RECORD(**_SHOWN))})],
)
def test_a_layer_that_is_shown_leaves(usual: dict[str, Any], layer: dict[str, Any]) -> None:
    content = layered(usual, layer=layer)
    after = bare(content, PDF).content
    assert _picture(after) == _picture(content)


@pytest.mark.parametrize("more", [{"P": NAME.AllOff}, {"P": NAME.AnyOff}, {"VE": [NAME.Not]}])
def test_a_layer_that_shows_because_another_does_not_is_refused(more: dict[str, Any]) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(layered({}))) as document:
        rule = RECORD(Type=NAME.OCMD, OCGs=document.Root.OCProperties.OCGs, **more)
        document.pages[0].Resources.Properties.MC0 = document.make_indirect(rule)
        document.save(out, fix_metadata_version=False)
    with pytest.raises(NotBare):
        bare(out.getvalue(), PDF)


@pytest.mark.parametrize("broken", [3, RECORD(D=3), RECORD(D=RECORD(OFF=3))])
def test_layers_that_can_not_be_read_are_refused(broken: object) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scans.pdf("paspoort"))) as document:
        document.Root.OCProperties = broken
        document.save(out, fix_metadata_version=False)
    with pytest.raises(NotBare):
        bare(out.getvalue(), PDF)
