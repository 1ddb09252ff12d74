"""What stands on every page: that it is confidential, whose case, which page of how many; below, who printed it and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Align, Style, lines_of
from loket_app.documents.engine.look import ACCENT, HAIRLINE, SMALL
from loket_app.documents.engine.strips import Ink, Rule, Strip
from loket_app.i18n import _

_ROOM = 0.5
_MARK = replace(SMALL, weight=Weight.BOLD, colour=ACCENT)


@dataclass(frozen=True)
class Running:
    """The words of head and foot. `number` is the case's, empty where there is none; `above` else says confidential."""

    number: str
    left: str
    right: str
    width: float
    above: str = ""

    def __call__(self, page: int, pages: int) -> tuple[Sequence[Strip], Sequence[Strip]]:
        """The strips above and below a page."""
        place = _("page {page} of {pages}").format(page=page, pages=pages)
        numbered = " · ".join(part for part in (self.number, place) if part)
        above = _ends(self.above or _("Confidential").upper(), numbered, self.width, _MARK)
        below = _ends(self.left, self.right, self.width, SMALL)
        line = Rule(0, 0, self.width, colour=HAIRLINE)
        return (above, Strip(4), Strip(16, (line,))), (Strip(12), Strip(5, (line,)), below)


def _ends(left: str, right: str, width: float, style: Style) -> Strip:
    """Two texts at the ends of a line; a hostile one takes a second line rather than the room of the other."""
    room = width * _ROOM
    ends = (lines_of(left, style, room), 0.0), (lines_of(right, replace(SMALL, align=Align.RIGHT), room), width - room)
    inks = [
        Ink(x + line.offset(room), number * line.height, line) for found, x in ends for number, line in enumerate(found)
    ]
    return Strip(max(sum(line.height for line in found) for found, _x in ends), tuple(inks))
