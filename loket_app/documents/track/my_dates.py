"""The sheet with the dates of the person: what comes, when, with whom, what to bring, whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from loket_app.documents.engine.blocks import paragraph
from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Style
from loket_app.documents.engine.look import ACCENT, HAIRLINE, Said
from loket_app.documents.engine.pages import MM, About, Layout, pdf_of
from loket_app.documents.engine.strips import Rule, Strip, kept_together, white
from loket_app.documents.explanation.closing import number
from loket_app.documents.explanation.sheet import LEAD, NOTE, STRONG, DeskOnPaper, heading, points, text, title
from loket_app.documents.furniture import Running
from loket_app.documents.summary.closing import FREE_NUMBER
from loket_app.documents.track import plain
from loket_app.domain.case import Case
from loket_app.domain.track_parts import Track
from loket_app.i18n import _, formats, using
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_days import FreeDays

_DAY: Final = Style(size=14, leading=19, weight=Weight.BOLD, colour=ACCENT)
_ONE_PAGE: Final = 300.0


def my_dates_pdf(
    case: Case, found: Track, lang: str, *, days: FreeDays, desk: DeskOnPaper | None = None, hours: str = ""
) -> bytes:
    """The sheet as a PDF, equal bytes for equal input. It bears the case number and nobody's name.

    `days` tells which last days fall on a day off; `hours` are those of the free number.

    Raises ValueError for a language Loket lacks.
    """
    layout = Layout(top=23 * MM, bottom=20 * MM)
    with using(lang):
        about = About(_("My dates") + f" {case.number}", lang)
        right = _("free number {number}").format(number=FREE_NUMBER)
        above = capital(_("return desk {place}").format(place=label(case.desk)))
        running = Running(case.number, "", right, layout.width, above=above)
        return pdf_of(
            _strips(case, found, layout.width, days, _call(desk, hours, layout.width)), layout, about, running
        )


def _strips(case: Case, found: Track, width: float, days: FreeDays, calling: Iterator[Strip]) -> Iterator[Strip]:
    yield from title(_("My dates"), width)
    numbered = _("case {number}").format(number=case.number)
    yield from text(f"{numbered} · {formats.format_date(found.on, 'long')}", width, NOTE)
    yield from _dates(case, found, width, days)
    yield from _later(found, width)
    yield from _good_to_know(width)
    yield from calling


def _dates(case: Case, found: Track, width: float, days: FreeDays) -> Iterator[Strip]:
    items = plain.items(case, found, days)
    over = plain.ended(found)
    if over:
        yield from text(over, width, LEAD)
    if not items and not over:
        yield from text(_("There is no date that we know of today. Ask us whenever you like."), width, LEAD)
    if not items:
        return
    yield from text(_("This is what comes, as far as we know today."), width)
    for item in items:
        yield from kept_together((*_item(item, width), white(7)), _ONE_PAGE)


def _item(item: plain.Item, width: float) -> Iterator[Strip]:
    day = formats.format_date(item.on, "full")
    words = capital(_("{date} at the latest").format(date=day) if item.until else day)
    yield Strip(6, (Rule(0, 3, width, colour=HAIRLINE),))
    yield from paragraph(Said(words, _DAY), width, after=0)
    yield from paragraph(Said(item.what, STRONG), width, after=0)
    for line in item.more:
        yield from paragraph(Said(line, replace(STRONG, weight=Weight.REGULAR)), width, after=0)


def _later(found: Track, width: float) -> Iterator[Strip]:
    without = plain.without_date(found)
    if plain.late(found):
        words = _(
            "One of your conversations is not in our notes yet. Perhaps you had it already. Ask your social worker."
        )
        yield from text(words, width, STRONG)
    if without:
        ask = text(_("These conversations still come. Ask your social worker on which day."), width)
        strips = (*heading(_("The day is not known yet"), width), *ask, *points(without, width))
        yield from kept_together(strips, _ONE_PAGE)


def _good_to_know(width: float) -> Iterator[Strip]:
    known = (
        _("Bring your letters and papers to every conversation, and this sheet."),
        _("Does a letter say another date? Show it to us: the letter counts."),
        _("You don't understand something, or you need an interpreter? Say so. You may always ask."),
        _("You decide for yourself whether you return, and you may change your mind."),
    )
    strips = (*heading(_("Good to know"), width), *points(known, width))
    yield from kept_together(strips, _ONE_PAGE)


def _call(desk: DeskOnPaper | None, hours: str, width: float) -> Iterator[Strip]:
    strips = [*heading(_("Questions? Call us or come to us"), width), *number(hours, width)]
    if desk is not None:
        told = ((_("Our address: {address}"), desk.address), (_("We are open: {hours}"), desk.hours))
        for words, value in told:
            strips += text(words.format(address=value, hours=value), width) if value else ()
    yield from kept_together(strips, _ONE_PAGE)
