"""The end of the sheet: that the person decides, what to bring, whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from loket_app.documents.engine.strips import Strip, kept_together
from loket_app.documents.explanation.questions import asked
from loket_app.documents.explanation.sheet import STRONG, Sheet, heading, points, text
from loket_app.documents.summary.closing import FREE_NUMBER, FROM_ABROAD, MAIL, SITE, SITES
from loket_app.domain.tables import Verdict
from loket_app.i18n import _

_ONE_PAGE = 300.0


def no_effect() -> str:
    """That a conversation about return changes nothing in a procedure (S3)."""
    return _("Talking with us about return has no effect on your asylum request.")


def decide(sheet: Sheet) -> Iterator[Strip]:
    """What the person can still change, and what has no effect on anything. On another route the desk decides nothing."""
    safe = (
        no_effect(),
        _("We tell the authorities of your country nothing. IOM gets your file only if you agree."),
    )
    if sheet.advice.verdict is Verdict.OTHER_ROUTE:
        yield from heading(_("What you can count on"), sheet.width)
        yield from points(safe, sheet.width)
        return
    said = (
        _("You can change your mind at any moment, even when everything is arranged. That is your right."),
        _("Would you like another date or another country? Tell us, and we count again."),
        *safe,
    )
    strips = (*heading(_("You decide"), sheet.width), *points(said, sheet.width))
    yield from kept_together(strips, _ONE_PAGE)


def bring(sheet: Sheet) -> Iterator[Strip]:
    """What to think of before the next conversation."""
    items = list(asked(sheet))
    if items:
        strips = (*heading(_("For our next conversation"), sheet.width), *points(items, sheet.width))
        yield from kept_together(strips, _ONE_PAGE)


def number(hours: str, width: float) -> Iterator[Strip]:
    """The free number, and its hours where they are given."""
    words = _("Call {number}. It is free. From abroad: {abroad}.").format(number=FREE_NUMBER, abroad=FROM_ABROAD)
    yield from text(words, width, STRONG)
    if hours:
        yield from text(_("You can call: {hours}").format(hours=hours), width)


def call(sheet: Sheet, lang: str, hours: str) -> Iterator[Strip]:
    """Whom to call or write to."""
    strips = [
        *heading(_("Questions? Call us or come to us"), sheet.width),
        *number(hours, sheet.width),
        *text(
            _("Or write to {mail}. You can read more on {site}.").format(mail=MAIL, site=SITES.get(lang, SITE)),
            sheet.width,
        ),
        *_desk(sheet),
    ]
    yield from kept_together(strips, _ONE_PAGE)


def _desk(sheet: Sheet) -> Iterator[Strip]:
    if sheet.desk is None:
        return
    told = (
        (_("Our address: {address}"), sheet.desk.address),
        (_("We are open: {hours}"), sheet.desk.hours),
        (_("Our own number: {number}"), sheet.desk.phone),
    )
    for words, value in told:
        if value:
            yield from text(words.format(address=value, hours=value, number=value), sheet.width)
