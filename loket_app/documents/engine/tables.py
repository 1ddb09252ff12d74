"""Tables, and rows of a label and its value. A row keeps its baseline across columns; only a very high one is cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Align, Line, lines_of, natural_width, widest_word
from loket_app.documents.engine.look import DARK_RULE, GUTTER, HAIRLINE, LABEL, PADDING, SMALL_STRONG, Cell, Said, said
from loket_app.documents.engine.strips import Ink, Rule, Strip, kept_together, no_lone_lines, white

_LABEL_SHARE: Final = 0.31
_PAIRED: Final = (49, 51, 49, 51)
_LONG_WORD: Final = 100.0  # a column makes room for words up to this width, in points
_HAIR: Final = 0.01  # points: a word exactly as wide as its column would be cut by a rounding
_SHORT: Final = 150.0  # a table up to this height stays on one page
_BREAKABLE: Final = 200.0  # a row higher than this, in points, may run over pages


@dataclass(frozen=True)
class Column:
    """A column of a table: its share of the width, its title, the side its text stands on."""

    share: float
    title: str = ""
    align: Align = Align.START


@dataclass(frozen=True)
class Row:
    """A row of a table. A total is bold, under a darker line, and goes along with the row above it."""

    cells: tuple[Cell, ...]
    total: bool = False


def facts(pairs: Iterable[tuple[str, Cell]], width: float) -> tuple[Strip, ...]:
    """Rows of a label and its value."""
    columns = (Column(_LABEL_SHARE), Column(1 - _LABEL_SHARE))
    room = list(_places(columns, width))[1][1]
    rows = (Row((Said(label, LABEL), _short_on_the_left(value, room))) for label, value in pairs)
    strips = [strip for row in rows for strip in _padded(_strips(row, columns, width), 1.3)]
    return (*no_lone_lines(strips), white(4)) if strips else ()


def paired_facts(pairs: Iterable[tuple[str, Cell]], width: float) -> tuple[Strip, ...]:
    """The same with two of them on a line; long ones come below, each on a line of its own."""
    room = width * _PAIRED[1] / sum(_PAIRED)
    found = list(pairs)
    short = [pair for pair in found if _is_short(pair[1], room)]
    columns = tuple(Column(share) for share in _PAIRED)
    rows = zip_longest(short[::2], short[1::2], fillvalue=("", ""))
    cells = (Row(tuple(cell for label, value in row for cell in (Said(label, LABEL), value))) for row in rows)
    strips = [strip for row in cells for strip in _padded(_strips(row, columns, width), 1.3)]
    rest = facts((pair for pair in found if pair not in short), width)
    return (*no_lone_lines(strips), *(rest or (white(4),))) if found else ()


def _is_short(cell: Cell, room: float) -> bool:
    return all(natural_width(part.text, part.style) <= room * 1.5 for part in said(cell))


def _short_on_the_left(cell: Cell, room: float) -> Cell:
    """A right-to-left value of one line stays beside its label; a longer text keeps its own side."""
    return tuple(
        replace(part, style=replace(part.style, align=Align.LEFT))
        if natural_width(part.text, part.style) <= room
        else part
        for part in said(cell)
    )


def glance(rows: Sequence[Sequence[Cell]], width: float) -> tuple[Strip, ...]:
    """What matters most, in columns of one width between two hairlines."""
    columns = [Column(1)] * len(rows[0])
    strips = _padded([strip for row in rows for strip in _strips(Row(tuple(row)), columns, width)], 2 * PADDING)
    strips[0] = replace(strips[0], marks=(Rule(0, 0, width, colour=HAIRLINE), *strips[0].marks))
    strips[-1] = _underlined(strips[-1], width, HAIRLINE)
    return kept_together(strips, _SHORT)


def table(columns: Sequence[Column], rows: Iterable[Row], width: float) -> tuple[Strip, ...]:
    """A table between hairlines. Its titles come back on every page, and its last row stays with the one above it."""
    rows = list(rows)
    columns = _fitted(columns, rows, width)
    header = _header(columns, width)
    strips: list[Strip] = []
    for at, row in enumerate(rows, 1):
        if (row.total or at == len(rows)) and strips:
            strips[-1] = replace(strips[-1], glued=True)
        strips += (replace(strip, again=(header,)) for strip in _ruled(row, columns, width))
    return (*kept_together((header, *strips), _SHORT), white(8)) if strips else ()


def _fitted(columns: Sequence[Column], rows: Iterable[Row], width: float) -> list[Column]:
    """The columns with room for the longest word of each, as far as it is an ordinary one; the others give way."""
    wanted = [_widest(at, columns, rows) + GUTTER for at in range(len(columns))]
    shares = [column.share * (width + GUTTER) / sum(column.share for column in columns) for column in columns]
    lacking = sum(max(0.0, want - share) for want, share in zip(wanted, shares, strict=True))
    spare = sum(max(0.0, share - want) for want, share in zip(wanted, shares, strict=True))
    given = min(1.0, lacking / spare) if spare else 0.0
    taken = min(1.0, spare / lacking) if lacking else 0.0
    fitted = (
        share - (share - want) * given if share > want else share + (want - share) * taken
        for want, share in zip(wanted, shares, strict=True)
    )
    return [replace(column, share=share) for column, share in zip(columns, fitted, strict=True)]


def _widest(at: int, columns: Sequence[Column], rows: Iterable[Row]) -> float:
    parts = [Said(columns[at].title, SMALL_STRONG), *(part for row in rows for part in said(row.cells[at]))]
    return min(_LONG_WORD, max(widest_word(part.text, part.style) for part in parts)) + _HAIR


def _header(columns: Sequence[Column], width: float) -> Strip:
    row = Row(tuple(Said(column.title, SMALL_STRONG) for column in columns))
    (strip,) = _padded(_strips(row, columns, width), PADDING)
    return replace(_underlined(strip, width, DARK_RULE), glued=True)


def _ruled(row: Row, columns: Sequence[Column], width: float) -> list[Strip]:
    strips = _padded(_strips(_bold(row) if row.total else row, columns, width), PADDING)
    if row.total:
        strips[0] = replace(strips[0], marks=(Rule(0, 0, width, colour=DARK_RULE), *strips[0].marks))
    else:
        strips[-1] = _underlined(strips[-1], width, HAIRLINE)
    return strips


def _bold(row: Row) -> Row:
    cells = (
        tuple(replace(part, style=replace(part.style, weight=Weight.BOLD)) for part in said(cell)) for cell in row.cells
    )
    return replace(row, cells=tuple(cells))


def _underlined(strip: Strip, width: float, colour: int) -> Strip:
    return replace(strip, marks=(*strip.marks, Rule(0, strip.height, width, colour=colour)))


def _strips(row: Row, columns: Sequence[Column], width: float) -> list[Strip]:
    places = list(_places(columns, width))
    cells = [_lines(cell, column, room) for cell, column, (_, room) in zip(row.cells, columns, places, strict=True)]
    one = _in_one(cells, places)
    return [one] if one.height <= _BREAKABLE else _in_many(cells, places)


def _places(columns: Sequence[Column], width: float) -> Iterator[tuple[float, float]]:
    """Where each column starts and how wide its text may be."""
    whole = sum(column.share for column in columns)
    left = 0.0
    for column in columns:
        room = column.share / whole * (width + GUTTER) - GUTTER
        yield left, room
        left += room + GUTTER


def _lines(cell: Cell, column: Column, room: float) -> list[Line]:
    lines: list[Line] = []
    for part in said(cell):
        own = part.style.align is Align.START and column.align is not Align.START
        style = replace(part.style, align=column.align) if own else part.style
        lines += lines_of(part.text, style, room, part.base)
    return lines


def _in_one(cells: Sequence[Sequence[Line]], places: Sequence[tuple[float, float]]) -> Strip:
    baseline = max(lines[0].baseline for lines in cells)
    marks: list[Ink] = []
    height = 0.0
    for lines, (left, room) in zip(cells, places, strict=True):
        top = baseline - lines[0].baseline
        for line in lines:
            marks.append(Ink(left + line.offset(room), top, line))
            top += line.height
        height = max(height, top)
    return Strip(height, tuple(marks))


def _in_many(cells: Sequence[Sequence[Line]], places: Sequence[tuple[float, float]]) -> list[Strip]:
    strips = []
    for lines in zip_longest(*cells):
        inks = (
            Ink(left + line.offset(room), 0, line) for line, (left, room) in zip(lines, places, strict=True) if line
        )
        strips.append(Strip(max(line.height for line in lines if line), tuple(inks)))
    return list(no_lone_lines(strips))


def _padded(strips: Sequence[Strip], padding: float) -> list[Strip]:
    first, *others = strips
    down = tuple(replace(mark, top=mark.top + padding) for mark in first.marks)
    padded = [replace(first, height=first.height + padding, marks=down), *others]
    padded[-1] = replace(padded[-1], height=padded[-1].height + padding)
    return padded
