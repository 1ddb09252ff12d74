"""The track on one landscape page: a line for each phase and key moment, drawn over time and said beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from loket_app.documents.engine.blocks import paragraph
from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Style
from loket_app.documents.engine.look import QUIET, SMALL, TITLE, Said
from loket_app.documents.engine.pages import A4, MM, About, Layout, pdf_of
from loket_app.documents.engine.strips import Strip, kept_with_next
from loket_app.documents.furniture import Running
from loket_app.documents.track.picture import Picture
from loket_app.domain.case import Case
from loket_app.domain.track_parts import Applies, Track
from loket_app.domain.track_rules import TrackRules
from loket_app.i18n import _, formats, using
from loket_app.i18n.labels import capital
from loket_app.i18n.phrases_days import FreeDays
from loket_app.i18n.phrases_stay import whose_track_text
from loket_app.i18n.phrases_track import applies_text, phase_text, question_text, source_lines
from loket_app.i18n.phrases_track_end import ended_lines

_TEXT: Final = Style(size=9, leading=12.5)
_STRONG: Final = Style(size=9, leading=12.5, weight=Weight.BOLD)


def track_page_pdf(case: Case, found: Track, lang: str, *, days: FreeDays, rules: TrackRules) -> bytes:
    """The page as a PDF, equal bytes for equal input; for the file, so it says that it is confidential.

    `days` tells which last days fall on a day off, `rules` where each term comes from.

    Raises ValueError for a language Loket lacks.
    """
    layout = Layout(left=16 * MM, right=16 * MM, top=19 * MM, bottom=16 * MM, page=(A4[1], A4[0]))
    with using(lang):
        about = About(_("Return track") + f" {case.number}", lang)
        right = _("Rules of the return track {version}.").format(version=found.rules_version)
        running = Running(case.number, formats.format_date(found.on, "long"), right, layout.width)
        return pdf_of(_strips(case, found, layout.width, days, rules), layout, about, running)


def _strips(case: Case, found: Track, width: float, days: FreeDays, rules: TrackRules) -> Iterator[Strip]:
    yield from kept_with_next(paragraph(Said(_("Return track"), TITLE), width, after=0))
    where = _("{phase}, on {date}").format(phase=capital(phase_text(found)), date=formats.format_date(found.on, "full"))
    yield from kept_with_next(paragraph(Said(where, Style(size=10.5, leading=14, colour=QUIET)), width, after=4))
    for line in ended_lines(case, found):
        yield from paragraph(Said(line, _TEXT), width)
    if found.applies is not Applies.YES:
        yield from paragraph(Said(applies_text(case, found), _STRONG), width)
    whose = whose_track_text(case)
    if whose:
        yield from paragraph(Said(whose, _TEXT), width)
    yield from Picture(case, found, width, days).strips()
    for line in source_lines(found, rules):
        yield from paragraph(Said(line, SMALL), width, after=1)
    for question in found.questions:
        yield from paragraph(Said(question_text(case, question), SMALL), width, after=1)
