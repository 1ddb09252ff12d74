"""What a page of a PDF carries without drawing it: words that a scanner guessed at, words to be read aloud, parts of other pages.

Under a picture that was made searchable lies its text in transparent letters (ISO 32000-2, 9.3.6), also where the
picture was blackened; beside text may stand what to say or copy in its place (14.9.4). The resources of a page may be
those of a whole book, of which it is one page.
"""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from loket_app.exchange.bare.fault import NotBare
from loket_app.exchange.bare.resources import names_in, narrow

if TYPE_CHECKING:
    import pikepdf

_LONGEST = 30_000_000
"""Bytes of the drawing of one page, unpacked; a page of a map takes some millions."""

_UNPACKED = ("/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL")
_SHOWS = ("Tj", "TJ")
_SHOWS_ELSEWHERE = ("'", '"')
"""These begin a new line as well, so that what follows them would move."""

_TRANSPARENT = 3
_LAYER = "/OC"
_TILES = 1
"""A pattern that is a drawing of its own."""

_Step: TypeAlias = Any
"""One step of a drawing: what it works with, and its operator."""


def strip_unsaid(document: pikepdf.Pdf, records: Iterable[Any]) -> None:
    """Take it off every page, and every part of one, and leave the drawing as it was. Raises NotBare."""
    found = list(records)
    parts = [record for record in found if record.get("/Subtype") == "/Form" or record.get("/PatternType") == _TILES]
    drawings = (*(page.obj for page in document.pages), *parts)
    named = [(drawing, _rewrite(document, drawing)) for drawing in drawings]
    # A part without resources of its own takes those of whoever shows it.
    borrowed = frozenset(name for drawing, names in named if "/Resources" not in drawing for name in names)
    for drawing, names in named:
        narrow(drawing, names | borrowed)


def _rewrite(document: pikepdf.Pdf, drawing: Any) -> frozenset[str]:
    """The same drawing without it, and without remarks between its steps; gives the names with which it works."""
    import pikepdf

    _demand_short(drawing)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of half a step at its end, which nothing draws
        steps = list(pikepdf.parse_content_stream(drawing))
    gone = _transparent(steps)
    kept = [_plain(step) for at, step in enumerate(steps) if at not in gone]
    content = pikepdf.unparse_content_stream(kept)
    if isinstance(drawing, pikepdf.Stream):
        drawing.write(content)
    else:
        drawing.Contents = pikepdf.Stream(document, content)
    return names_in(kept)


def _demand_short(drawing: Any) -> None:
    """Raise NotBare for one that would fill the memory, before it is unpacked."""
    import pikepdf

    found = drawing if isinstance(drawing, pikepdf.Stream) else drawing.get("/Contents", [])
    for stream in found if isinstance(found, pikepdf.Array) else [found] if isinstance(found, pikepdf.Stream) else []:
        filters: Any = stream.get("/Filter", [])
        packed = [str(name) for name in (filters if isinstance(filters, pikepdf.Array) else [filters])]
        if sum(name in _UNPACKED for name in packed) > 1:
            raise NotBare("packed twice")
        if packed and packed[0] in _UNPACKED[:2]:
            unpacking = zlib.decompressobj()
            unpacking.decompress(stream.read_raw_bytes(), _LONGEST)
            if unpacking.unconsumed_tail:
                raise NotBare("too large")


def _transparent(steps: list[_Step]) -> frozenset[int]:
    """Which steps show transparent letters alone: a block with others too needs them, for where its letters stand."""
    gone: set[int] = set()
    for shown in _blocks(steps):
        if all(mode == _TRANSPARENT for _number, mode in shown):
            gone.update(number for number, _mode in shown)
    return frozenset(gone)


def _blocks(steps: list[_Step]) -> Iterator[list[tuple[int, int]]]:
    """Of each block of text the steps that show letters, with how they show them."""
    mode = 0
    saved: list[int] = []
    shown: list[tuple[int, int]] = []
    for number, step in enumerate(steps):
        name = str(step.operator)
        if name == "q":
            saved.append(mode)
        elif name == "Q":
            mode = saved.pop() if saved else mode
        elif name == "Tr":
            mode = int(step.operands[0])
        elif name == "BT":
            shown = []
        elif name in _SHOWS or name in _SHOWS_ELSEWHERE:
            shown.append((number, mode if name in _SHOWS else -1))
        elif name == "ET":
            yield shown


def _plain(step: _Step) -> _Step:
    """A mark without the words that it carries; one of a layer says whether something is shown, and stays."""
    import pikepdf

    if str(step.operator) not in ("BDC", "DP") or step.operands[0] == _LAYER:
        return step
    operator = "BMC" if str(step.operator) == "BDC" else "MP"
    return pikepdf.ContentStreamInstruction([step.operands[0]], pikepdf.Operator(operator))
