"""What a signed PDF carries beside its pages keeps it here: it can't be taken out, and nobody saw it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from loket_app.domain.attachment import ScanHindrance
from loket_app.exchange.bare import Bare, NotBare, bare
from tests import telling_scans
from tests.telling_scans import WORD

PDF = "application/pdf"
_RECT = [100, 100, 120, 120]


def _mark(document: pikepdf.Pdf, **said: Any) -> None:
    mark = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=_RECT, **said))
    document.pages[0].obj.Annots = pikepdf.Array([mark])
    if said["Subtype"] == pikepdf.Name.Widget:
        document.Root.AcroForm.Fields.append(mark)


def _file(document: pikepdf.Pdf) -> None:
    document.attachments["note.txt"] = WORD


def _note(document: pikepdf.Pdf) -> None:
    _mark(document, Subtype=pikepdf.Name.Text, Contents=WORD.decode())


def _hidden_field(document: pikepdf.Pdf) -> None:
    _mark(document, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, F=2, V=WORD.decode())


def _hidden_part_of_a_field(document: pikepdf.Pdf) -> None:
    _mark(document, Subtype=pikepdf.Name.Widget, F=2)
    fields = document.Root.AcroForm.Fields
    part = fields[-1]
    field = document.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="note", V=WORD.decode(), Kids=[part]))
    part.Parent, fields[-1] = field, field


def _not_in_view(document: pikepdf.Pdf) -> None:
    _mark(document, Subtype=pikepdf.Name.FreeText, F=32, Contents=WORD.decode())


def _seen_field(document: pikepdf.Pdf) -> None:
    _mark(document, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, F=4, V="1000 Brussel")


def _hidden_seal(document: pikepdf.Pdf) -> None:
    _mark(document, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, F=2, V=pikepdf.Dictionary(Type=pikepdf.Name.Sig))


def _sealed_with(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(telling_scans.sealed_pdf())) as document:
        change(document)
        document.save(out, compress_streams=False, fix_metadata_version=False)
    return out.getvalue()


@pytest.mark.parametrize("change", [_file, _note, _hidden_field, _hidden_part_of_a_field, _not_in_view])
def test_what_no_page_shows_keeps_a_signed_pdf_here(change: Callable[[pikepdf.Pdf], None]) -> None:
    content = _sealed_with(change)
    assert WORD in content
    with pytest.raises(NotBare) as caught:
        bare(content, PDF)
    assert caught.value.hindrance is ScanHindrance.TUCKED_IN


@pytest.mark.parametrize("change", [_seen_field, _hidden_seal])
def test_what_is_seen_and_a_signature_leave_as_they_are(change: Callable[[pikepdf.Pdf], None]) -> None:
    content = _sealed_with(change)
    assert bare(content, PDF) == Bare(content, sealed=True)
