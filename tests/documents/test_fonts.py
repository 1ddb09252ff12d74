"""The bundled fonts: they are what the engine asks for, may be shipped, and stay modest."""

from __future__ import annotations

import pytest

from loket_app import paths
from loket_app.documents.engine.faces import _BLOCKS, Weight, base_face, face_for

FOLDER = paths.resources() / "fonts"


def test_blocks_are_in_order_and_do_not_overlap() -> None:
    edges = [edge for first, last, _family in _BLOCKS for edge in (first, last)]
    assert edges == sorted(edges)


@pytest.mark.parametrize("family", sorted({family for _first, _last, family in _BLOCKS}))
def test_the_family_of_every_block_draws_something_of_it(family: str) -> None:
    chars = [chr(code) for first, last, name in _BLOCKS if name == family for code in range(first, last + 1)]
    faces = {face_for(char, Weight.BOLD) for char in chars}
    assert any(face is not None and face.name.startswith(family) for face in faces)


def test_all_fonts_have_outlines_that_a_pdf_can_embed() -> None:
    assert "glyf" in base_face().source.table_tags
    for path in FOLDER.glob("*.ttf"):
        assert path.read_bytes()[:4] in (b"\x00\x01\x00\x00", b"true")


def test_licences_lie_beside_the_fonts_and_all_of_it_is_modest() -> None:
    assert {"OFL.txt", "LICENSE-DejaVu.txt", "LICENSE-Droid.txt"} <= {path.name for path in FOLDER.iterdir()}
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 12_000_000
