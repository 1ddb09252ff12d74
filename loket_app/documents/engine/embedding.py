"""A bundled font inside a PDF: only the glyphs that were drawn, each with the text that it stands for.

ReportLab's own TrueType fonts give a shaped glyph a private character, so that text copied from the page is lost, and
number it by everything printed before. Here each pair of glyph and text has a code of its own in a composite font.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Any, Final

import uharfbuzz
from reportlab.pdfbase import pdfdoc

from loket_app.documents.engine.faces import Face
from loket_app.documents.engine.shaping import Glyph, Run

_FLAGS: Final = 4  # symbolic: PDF 32000-1, table 123
_DROPPED_TABLES: Final = ("GSUB", "GPOS", "GDEF", "OS/2", "cmap", "name", "post", "gasp", "kern", "meta", "DSIG")
_BLOCK: Final = 100  # entries of a bfchar section: Adobe technical note 5411


class EmbeddedFont:
    """One font of one document. `name` is its resource name on every page."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str], tuple[str, float]] = {}
        self._drawn: dict[Run, tuple[tuple[float, str], ...]] = {}

    def drawn(self, run: Run) -> tuple[tuple[float, str], ...]:
        """A run as pieces of one height each: rise in thousandths, and the operand of `TJ`."""
        if run not in self._drawn:
            self._drawn[run] = tuple(self._pieces(run.glyphs))
        return self._drawn[run]

    def _pieces(self, glyphs: Iterable[Glyph]) -> Iterator[tuple[float, str]]:
        rise, parts = 0.0, _Operand()
        for glyph in glyphs:
            if glyph.dy != rise:
                if parts:
                    yield rise, parts.text()
                rise, parts = glyph.dy, _Operand()
            code, width = self._code(glyph)
            if glyph.dx:
                parts.move(-glyph.dx)
            parts.codes.append(code)
            if width != glyph.advance or glyph.dx:
                parts.move(width - glyph.advance + glyph.dx)
        if parts:
            yield rise, parts.text()

    def _code(self, glyph: Glyph) -> tuple[str, float]:
        """The code of a glyph with its text, and the width that the PDF gives it. Code 0 is the missing glyph."""
        key = (glyph.id, glyph.text)
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = (f"{len(self._codes) + 1:04x}", self.face.width(glyph.id))
        return found

    def add_to(self, document: Any) -> None:
        """Write the font into ReportLab's document. Nothing more can be drawn with it afterwards."""
        data, places = _subset(self.face, {glyph for glyph, _ in self._codes})
        # PDF 32000-1, 9.6.4: six capitals mark a subset; the same text gives the same letters
        tag = "".join(chr(65 + (zlib.crc32(data) >> 4 * at) % 16) for at in range(6))
        name = pdfdoc.PDFName(f"{tag}+{self.face.name}")
        descendant = self._descendant(document, name, data, places)
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": name,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, f"{self.name}.outlines")]),
                "ToUnicode": document.Reference(_stream(document, _to_unicode(self._codes)), f"{self.name}.unicode"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, f"{self.name}.font")

    def _descendant(self, document: Any, name: Any, data: bytes, places: dict[int, int]) -> Any:
        by_code = [0] + [places[glyph] for glyph, _ in self._codes]
        glyph_map = b"".join(place.to_bytes(2, "big") for place in by_code)
        widths = [round(width, 2) for _, width in self._codes.values()]
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "CIDToGIDMap": document.Reference(_stream(document, glyph_map), f"{self.name}.map"),
                "DW": 0,
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
                "FontDescriptor": document.Reference(self._descriptor(document, name, data), f"{self.name}.descriptor"),
            }
        )

    def _descriptor(self, document: Any, name: Any, data: bytes) -> Any:
        ascent, descent = round(self.face.ascent), -round(self.face.descent)
        file = _stream(document, data)
        file.dictionary["Length1"] = len(data)
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": name,
                "Flags": _FLAGS,
                "FontBBox": pdfdoc.PDFArray([-1000, descent, 2000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": 714,
                "StemV": 80,
                "FontFile2": document.Reference(file, f"{self.name}.file"),
            }
        )


class _Operand:
    """The array that `TJ` takes: codes and movements, in order."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self._parts: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._parts or self.codes)

    def move(self, left: float) -> None:
        """Move the pen to the left, in thousandths."""
        self._close()
        self._parts.append(f"{left:.6g}")

    def text(self) -> str:
        """The array, as it stands in the page."""
        self._close()
        return f"[{' '.join(self._parts)}]"

    def _close(self) -> None:
        if self.codes:
            self._parts.append(f"<{''.join(self.codes)}>")
            self.codes = []


def _stream(document: Any, content: bytes) -> Any:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress] if document.compression else [])


def _subset(face: Face, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED_TABLES)
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE | flags.NO_HINTING
    plan = uharfbuzz.SubsetPlan(face.source, wanted)
    return plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping.items())


def _to_unicode(codes: Iterable[tuple[int, str]]) -> bytes:
    entries = [
        f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, (_, text) in enumerate(codes, start=1) if text
    ]
    sections = (entries[at : at + _BLOCK] for at in range(0, len(entries), _BLOCK))
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
        *("\n".join((f"{len(part)} beginbfchar", *part, "endbfchar")) for part in sections),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return "\n".join(lines).encode("ascii")
