"""What the sheet is made from: larger type than the file of the desk, room between things, lists with dots."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from loket_app.documents.engine.blocks import paragraph
from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Align, Style, lines_of
from loket_app.documents.engine.look import ACCENT, HAIRLINE, QUIET, Said
from loket_app.documents.engine.strips import Ink, Rule, Strip, kept_with_next, no_lone_lines, white
from loket_app.documents.summary.file import DeskDetails
from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.departing import departure_passed
from loket_app.domain.person import Person
from loket_app.domain.programme import Saying
from loket_app.domain.tables import Verdict

TEXT: Final = Style(size=12, leading=17)
STRONG: Final = replace(TEXT, weight=Weight.BOLD)
LEAD: Final = Style(size=14, leading=19.5, weight=Weight.BOLD)
NOTE: Final = Style(size=10.5, leading=14.5, colour=QUIET)
_TITLE: Final = Style(size=22, leading=29, weight=Weight.BOLD)
_HEADING: Final = Style(size=14, leading=19, weight=Weight.BOLD, colour=ACCENT)

_INDENT: Final = 15.0
_HALF: Final = 0.54
_PADDING: Final = 4.0


class DeskOnPaper(DeskDetails, Protocol):
    """What the desk says of itself; empty where it said nothing."""

    @property
    def phone(self) -> str:
        """The desk's own number."""


@dataclass(frozen=True)
class Sheet:
    """A case with its advice for the person on one day. `width` in points; `names` only when they were asked for."""

    case: Case
    advice: Advice
    printed_on: date
    desk: DeskOnPaper | None
    width: float
    names: bool
    budget_term: Saying

    @property
    def travellers(self) -> tuple[Person, ...]:
        """Who returns; whoever may return counts."""
        return tuple(person for person in self.case.household if person.travels is not False)

    @property
    def closed(self) -> bool:
        """Whether the programme cannot help: then nothing is to be expected, and an amount would be a promise."""
        return self.advice.verdict in (Verdict.NOT_ELIGIBLE, Verdict.OTHER_ROUTE)

    @property
    def passed(self) -> bool:
        """Whether the day on which they wished to leave has gone by, and they are still here."""
        return departure_passed(self.case, self.printed_on)

    @property
    def for_another(self) -> bool:
        """Whether the applicant, who reads this, stays, and others travel: a child, or a partner with the children."""
        return bool(self.travellers) and all(person is not self.case.applicant for person in self.travellers)

    @property
    def others(self) -> bool:
        """Whether the applicant stays, and several others travel."""
        return self.for_another and self.together

    @property
    def together(self) -> bool:
        """Whether several people travel."""
        return len(self.travellers) > 1


def title(text: str, width: float) -> tuple[Strip, ...]:
    """The name of the sheet."""
    return kept_with_next(paragraph(Said(text, _TITLE), width, after=2))


def heading(text: str, width: float) -> tuple[Strip, ...]:
    """The name of a part; it never stands alone at the foot of a page."""
    return kept_with_next((white(13), *paragraph(Said(text, _HEADING), width, after=2)))


def text(words: str, width: float, style: Style = TEXT) -> tuple[Strip, ...]:
    """A few sentences."""
    return paragraph(Said(words, style), width, after=4)


def points(items: Iterable[str], width: float) -> tuple[Strip, ...]:
    """A list with dots."""
    return tuple(strip for item in items for strip in _point(item, width))


def _point(item: str, width: float) -> tuple[Strip, ...]:
    strips = [Strip(line.height, (Ink(_INDENT, 0, line),)) for line in lines_of(item, TEXT, width - _INDENT)]
    (dot,) = lines_of("•", replace(TEXT, colour=ACCENT), width)
    strips[0] = replace(strips[0], marks=(Ink(2, 0, dot), *strips[0].marks))
    return (*no_lone_lines(strips), white(3))


def row(left: str, right: str, width: float, style: Style = TEXT, small: str = "") -> Strip:
    """For whom, and how much, over a hairline; the amount stands at the right, with `small` print below it."""
    room = width * _HALF
    other = width - room - 11
    starts = lines_of(left, style, room)
    ends = [*lines_of(right, replace(style, weight=Weight.BOLD, align=Align.RIGHT), other)]
    ends += lines_of(small, replace(NOTE, align=Align.RIGHT), other) if small else []
    marks = [Ink(0, _PADDING + at * line.height, line) for at, line in enumerate(starts)]
    top = _PADDING
    for line in ends:
        marks.append(Ink(width - other + line.offset(other), top, line))
        top += line.height
    height = max(2 * _PADDING + len(starts) * style.leading, top + _PADDING)
    return Strip(height, (*marks, Rule(0, height, width, colour=HAIRLINE)))
