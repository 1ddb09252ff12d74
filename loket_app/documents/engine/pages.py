"""Strips onto pages, and pages into the bytes of a PDF."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from loket_app.documents.engine.embedding import EmbeddedFont
from loket_app.documents.engine.faces import Face
from loket_app.documents.engine.lines import Line
from loket_app.documents.engine.strips import Bar, Ink, Mark, Rule, Strip, height_of

rl_config.useA85 = 0  # text around compressed bytes: a fifth more to write and to keep, for mail systems of 1990

A4: Final = (595.276, 841.89)
MM: Final = 72 / 25.4


@dataclass(frozen=True)
class Layout:
    """A page and its margins, in points."""

    left: float = 22 * MM
    right: float = 22 * MM
    top: float = 27 * MM
    bottom: float = 24 * MM
    page: tuple[float, float] = A4

    @property
    def width(self) -> float:
        """The width of the text area."""
        return self.page[0] - self.left - self.right

    @property
    def height(self) -> float:
        """The height of the text area."""
        return self.page[1] - self.top - self.bottom


@dataclass(frozen=True)
class About:
    """What the file says of itself: never a name."""

    title: str
    language: str


Furniture = Callable[[int, int], tuple[Sequence[Strip], Sequence[Strip]]]
"""The strips above and below the text of a page, by its number and the number of pages."""


def pages_of(strips: Iterable[Strip], height: float) -> list[list[Strip]]:
    """Distribute strips over pages of a height in points."""
    pages: list[list[Strip]] = [[]]
    room = height
    for group in _groups(strips):
        whole = height_of(group) <= height
        for part in [group] if whole else [[strip] for strip in group]:
            if height_of(part) > room and pages[-1]:
                top = list(part[0].again)
                pages.append(top)
                room = height - height_of(top)
            inner = part if pages[-1] else _without_gap(part)
            pages[-1] += inner
            room -= height_of(inner)
    return [page for page in pages if page] or [[]]


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.glued:
            yield group
            group = []
    if group:
        yield group


def _without_gap(group: Sequence[Strip]) -> list[Strip]:
    first = next((at for at, strip in enumerate(group) if not strip.gap), len(group))
    return list(group[first:])


def pdf_of(strips: Iterable[Strip], layout: Layout, about: About, furniture: Furniture) -> bytes:
    """The finished PDF. Equal input gives equal bytes: no clock, no counter, no folder gets in."""
    out = io.BytesIO()
    canvas = _canvas(out, layout, about)
    pen = Pen(canvas)
    pages = pages_of(strips, layout.height)
    for number, page in enumerate(pages, start=1):
        above, below = furniture(number, len(pages))
        pen.place(above, layout.left, layout.page[1] - layout.top + height_of(above))
        pen.place(page, layout.left, layout.page[1] - layout.top)
        pen.place(below, layout.left, layout.bottom)
        canvas.showPage()
    pen.close()
    canvas.save()
    return out.getvalue()


class _Canvas(Canvas):
    """A canvas whose pages don't begin in Helvetica, a font that would not be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def _canvas(out: io.BytesIO, layout: Layout, about: About) -> Canvas:
    canvas = _Canvas(out, pagesize=layout.page, invariant=1, pageCompression=1, lang=about.language)
    canvas.setTitle(about.title)
    canvas.setAuthor("Loket")
    canvas.setCreator("Loket")
    canvas.setProducer("Loket")
    canvas.setSubject("")
    canvas.setKeywords("")
    return canvas


class Pen:
    """Draws strips on a canvas. Fonts come into the document as they are used."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas: Any = canvas
        self._fonts: dict[Face, EmbeddedFont] = {}

    def place(self, strips: Sequence[Strip], left: float, top: float) -> None:
        """Draw strips below each other; `top` in points from the bottom of the page."""
        for strip in strips:
            for mark in strip.marks:
                self._draw(mark, left, top)
            top -= strip.height

    def close(self) -> None:
        """Write the fonts. Call it once, before the canvas is saved."""
        for font in self._fonts.values():
            font.add_to(self._canvas._doc)  # noqa: SLF001  ReportLab has no other way to add a font of one's own

    def _draw(self, mark: Mark, left: float, top: float) -> None:
        x, y = left + mark.x, top - mark.top
        if isinstance(mark, Ink):
            self._write(mark.line, x, y - mark.line.baseline)
        elif isinstance(mark, Rule):
            self._operate(
                f"{_rgb(mark.colour)} RG {mark.weight:g} w {x:.2f} {y:.2f} m {x + mark.width:.2f} {y:.2f} l S"
            )
        else:
            self._fill(mark, x, y)

    def _fill(self, bar: Bar, x: float, y: float) -> None:
        self._operate(f"{_rgb(bar.colour)} rg {x:.2f} {y - bar.height:.2f} {bar.width:.2f} {bar.height:.2f} re f")

    def _write(self, line: Line, x: float, y: float) -> None:
        size = line.style.size
        code = [f"BT {_rgb(line.style.colour)} rg 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        last, height = None, 0.0
        for run in line.runs:
            font = self._font(run.face)
            if font is not last:
                code.append(f"/{font.name} {size * run.face.zoom:g} Tf")
                last = font
            for rise, operand in font.drawn(run):
                if rise != height:
                    code.append(f"{rise * size * run.face.zoom / 1000:.3f} Ts")
                    height = rise
                code.append(f"{operand} TJ")
        self._operate(" ".join([*code, *(["0 Ts"] if height else []), "ET"]))

    def _font(self, face: Face) -> EmbeddedFont:
        if face not in self._fonts:
            self._fonts[face] = EmbeddedFont(face, f"T{len(self._fonts) + 1}")
        return self._fonts[face]

    def _operate(self, code: str) -> None:
        self._canvas._code.append(code)  # noqa: SLF001  the operators of a shaped line; a text object knows characters only


def _rgb(colour: int) -> str:
    return " ".join(f"{(colour >> shift & 255) / 255:.3g}" for shift in (16, 8, 0))
