"""Can the programme help? The answer first, then why, then what would change it; and what nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterator

from loket_app.documents.engine.blocks import beside_bar
from loket_app.documents.engine.look import Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.explanation.people import people
from loket_app.documents.explanation.reasons import change, why
from loket_app.documents.explanation.sheet import LEAD, TEXT, Sheet, heading, points, text
from loket_app.domain.advice import Reason
from loket_app.domain.estimate import Line, LineKind
from loket_app.domain.tables import Verdict
from loket_app.i18n import _

_NOT_KNOWN = (LineKind.NOT_KNOWN, LineKind.ENDED, LineKind.EXPECTED)
"""What stopped or was announced, nobody knows from which day: an amount on paper would be a promise."""


def answer(sheet: Sheet) -> Iterator[Strip]:
    """The part that one reads first."""
    yield from heading(_("Can the programme for voluntary return help you?"), sheet.width)
    first, then = _verdict(sheet)
    reasons = [why(reason, together=sheet.together) for reason in _telling(sheet)]
    yield from beside_bar((Said(first, LEAD), *(Said(words, TEXT) for words in (then, *reasons) if words)), sheet.width)
    if sheet.advice.members_differ:
        yield from points(_each(sheet), sheet.width)
    changes = list(_changes(sheet))
    if changes:
        yield from text(_("What can change this answer:"), sheet.width)
        yield from points(changes, sheet.width)


def _telling(sheet: Sheet) -> list[Reason]:
    """The reasons that hold. Beside a no, that the programme is open in general would only puzzle."""
    speaking, verdict = sheet.advice.speaking, sheet.advice.verdict
    return [reason for reason in speaking if not sheet.closed or reason.rule.verdict is verdict]


def _verdict(sheet: Sheet) -> tuple[str, str]:
    """The answer in a few words, and what goes with it."""
    if sheet.advice.stops:
        return _("We don't arrange anything yet."), ""
    return {
        Verdict.ELIGIBLE: (_("Yes, as far as we know today."), ""),
        Verdict.REFER: (_("We don't know yet."), _("We ask Fedasil for you.")),
        Verdict.OTHER_ROUTE: (_("Not through this programme."), ""),
        Verdict.NOT_ELIGIBLE: (_("No, not as things are now."), ""),
        Verdict.INCOMPLETE: (_("We can't say it yet."), _("We miss a few answers. You find our questions below.")),
    }[sheet.advice.verdict]


def _each(sheet: Sheet) -> Iterator[str]:
    """The answer for each, where it is not the same for everybody who travels."""
    words = {
        Verdict.ELIGIBLE: _("{who}: yes, as far as we know today"),
        Verdict.REFER: _("{who}: we ask Fedasil"),
        Verdict.OTHER_ROUTE: _("{who}: not through this programme"),
        Verdict.NOT_ELIGIBLE: _("{who}: no, not as things are now"),
        Verdict.INCOMPLETE: _("{who}: we can't say it yet"),
    }
    for verdict, text_of in words.items():
        meant = [person for person in sheet.travellers if sheet.advice.verdict_for(person.id) is verdict]
        if meant:
            yield text_of.format(who=people(sheet, meant))


def _changes(sheet: Sheet) -> Iterator[str]:
    verdict = sheet.advice.verdict
    if verdict is not Verdict.ELIGIBLE:
        yield from dict.fromkeys(change(reason) for reason in sheet.advice.speaking if reason.rule.verdict is verdict)


def unknown(sheet: Sheet) -> Iterator[Strip]:
    """What is not known, and who asks it; no heading where there is nothing to say."""
    items = list(_unknowns(sheet))
    if items:
        yield from heading(_("What we don't know yet"), sheet.width)
        yield from points(items, sheet.width)


def _unknowns(sheet: Sheet) -> Iterator[str]:
    given = sheet.advice
    if given.verdict is Verdict.REFER:
        yield _("Whether the programme can help you. We ask Fedasil, and we tell you the answer.")
    if sheet.closed:
        return
    if _any(given.premium, *_NOT_KNOWN):
        yield _("How much money you get when you leave. We ask Fedasil for you.")
    if _any(given.support, *_NOT_KNOWN):
        yield _("How much help you get after your return. This amount is not public. We ask Fedasil for you.")
    if _any(given.support, LineKind.BY_APPROVAL):
        yield _(
            "Whether you get help after your return. Fedasil agrees only in special situations. "
            "We look at yours together, and then we ask Fedasil."
        )
    if given.questions and given.verdict is not Verdict.INCOMPLETE:
        yield _("What only you can tell us. You find our questions below.")


def _any(lines: tuple[Line, ...], *kinds: LineKind) -> bool:
    return any(line.kind in kinds for line in lines)
