"""Whether a PDF page has pictures, or things drawn, that can't be seen whole: below a bar or another picture, or cut off."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from math import hypot
from typing import Any, NamedTuple

from loket_app.documents.letters import Box
from loket_app.documents.sheer import is_sheer

_SLACK = 2.0
"""Points: parts of one picture overlap by so much, and lines are so thick."""

_THIN = 3.0
"""Points: no line of a form is thicker."""

_RECTANGLE = 5
"""Steps of a path that is a box, with the one that closes it: it tells nothing, whatever lies on it."""

_EVERYWHERE: Box = (float("-inf"), float("-inf"), float("inf"), float("inf"))


class _Part(NamedTuple):
    """Something drawn, in the order of drawing; `within` is the part of the page where it may be seen, None if no box."""

    raw: Any
    kind: int
    at: Box
    within: Box | None


def covers_pictures(page: Any) -> bool:
    """Whether some of it lies below something else, or outside the part that is shown. The page lies unturned afterwards."""
    page.set_rotation(0)  # boxes are told as if it lay unturned
    parts = list(_parts(page))
    return any(_is_hidden(part, parts[number + 1 :]) for number, part in enumerate(parts))


def _is_hidden(part: _Part, above: list[_Part]) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415  late: few sessions hand over a scan

    if part.kind == raw.FPDF_PAGEOBJ_IMAGE:
        is_cut = part.within is None or not _is_inside(part.at, part.within)
        pale = bool(raw.FPDFPageObj_HasTransparency(part.raw))
        return is_cut or pale or any(_covers(other, part) for other in above)
    if part.kind == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPath_CountSegments(part.raw) > _RECTANGLE:
        return any(_hides(other) and _is_bar(other) and _is_inside(part.at, other.at) for other in above)
    return False


def _covers(other: _Part, part: _Part) -> bool:
    return _hides(other) and _meet(part.at, other.at) and not is_sheer(other.raw, other.at)


def _hides(part: _Part) -> bool:
    """Whether something below may not be seen: the lines of a table and a frame hide nothing."""
    from pypdfium2 import raw  # noqa: PLC0415  late, as above

    if part.kind == raw.FPDF_PAGEOBJ_PATH:
        return _is_filled(part) or _thickness(part) > _THIN
    return part.kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING)


def _is_filled(part: _Part) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415  late, as above

    fill, stroke = c_int(), c_int()
    return not raw.FPDFPath_GetDrawMode(part.raw, byref(fill), byref(stroke)) or fill.value != raw.FPDF_FILLMODE_NONE


def _thickness(part: _Part) -> float:
    """Of its line, in points; a mark of a thick pen hides as a bar does."""
    from pypdfium2 import raw  # noqa: PLC0415  late, as above

    width = c_float()
    raw.FPDFPageObj_GetStrokeWidth(part.raw, byref(width))
    turn = part.raw.get_matrix()
    return width.value * max(hypot(turn.a, turn.b), hypot(turn.c, turn.d))


def _is_bar(part: _Part) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415  late, as above

    return part.kind != raw.FPDF_PAGEOBJ_PATH or bool(raw.FPDFPath_CountSegments(part.raw) <= _RECTANGLE)


def _parts(page: Any, form: Any = None, within: Box | None = _EVERYWHERE, turn: Any = None) -> Iterator[_Part]:
    """Each of them; of one that holds others these, where they stand on the page."""
    from pypdfium2 import PdfMatrix, raw  # noqa: PLC0415  late, as above

    turn = turn or PdfMatrix()
    for part in page.get_objects(max_depth=1, form=form):
        shown = _common(within, _clip(part, turn))
        if part.type == raw.FPDF_PAGEOBJ_FORM:
            yield from _parts(page, part, shown, part.get_matrix().multiply(turn))
        else:
            yield _Part(part, part.type, turn.on_rect(*part.get_bounds()), shown)


def _clip(part: Any, turn: Any) -> Box | None:
    """The box to which something is cut; None when that is no box."""
    from pypdfium2 import raw  # noqa: PLC0415  late, as above

    path = raw.FPDFPageObj_GetClipPath(part)
    box: Box | None = _EVERYWHERE
    for number in range(raw.FPDFClipPath_CountPaths(path)):
        points = list(_points(path, number))
        across, up = {round(x, 1) for x, _y in points}, {round(y, 1) for _x, y in points}
        is_box = len(across) == len(up) == 2  # noqa: PLR2004  a box has two of each
        cut = (min(across), min(up), max(across), max(up)) if is_box else None
        box = _common(box, turn.on_rect(*cut) if cut else None)
    return box


def _points(path: Any, number: int) -> Iterator[tuple[float, float]]:
    from pypdfium2 import raw  # noqa: PLC0415  late, as above

    for step in range(raw.FPDFClipPath_CountPathSegments(path, number)):
        x, y = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, number, step), byref(x), byref(y))
        yield x.value, y.value


def _common(one: Box | None, other: Box | None) -> Box | None:
    if one is None or other is None:
        return None
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def _meet(one: Box, other: Box) -> bool:
    left, bottom, right, top = (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
    return right - left > _SLACK and top - bottom > _SLACK


def _is_inside(box: Box, outer: Box) -> bool:
    return (
        outer[0] <= box[0] + _SLACK
        and outer[1] <= box[1] + _SLACK
        and box[2] <= outer[2] + _SLACK
        and box[3] <= outer[3] + _SLACK
    )
