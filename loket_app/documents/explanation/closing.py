"""The end of the sheet: that the person decides, what to bring, whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from loket_app.documents.engine.strips import Strip, kept_together
from loket_app.documents.explanation.questions import asked
from loket_app.documents.explanation.sheet import NOTE, STRONG, Sheet, heading, points, text
from loket_app.documents.summary.closing import FREE_NUMBER, FROM_ABROAD, MAIL, SITE, SITES
from loket_app.i18n import _

_ONE_PAGE = 300.0


def decide(sheet: Sheet) -> Iterator[Strip]:
    """What the person can still change, and what has no effect on anything."""
    said = (
        _("You can change your mind at any moment, even when everything is arranged. That is your right."),
        _("Talking with us about return has no effect on your asylum request."),
        _("Would you like another date or another country? Tell us, and we count again."),
        _("We tell the authorities of your country nothing. IOM gets your file only if you agree."),
    )
    strips = (*heading(_("You decide"), sheet.width), *points(said, sheet.width))
    yield from kept_together(strips, _ONE_PAGE)


def bring(sheet: Sheet) -> Iterator[Strip]:
    """What to think of before the next conversation."""
    strips = (*heading(_("For our next conversation"), sheet.width), *points(asked(sheet), sheet.width))
    yield from kept_together(strips, _ONE_PAGE)


def call(sheet: Sheet, lang: str) -> Iterator[Strip]:
    """Whom to call or write to."""
    number = _("Call {number}. It is free. From abroad: {abroad}.").format(number=FREE_NUMBER, abroad=FROM_ABROAD)
    strips = [
        *heading(_("Questions? Call us or come to us"), sheet.width),
        *text(number, sheet.width, STRONG),
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
            yield from text(words.format(address=value, hours=value, number=value), sheet.width, NOTE)
