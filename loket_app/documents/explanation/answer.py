"""Can the programme help? The answer first, then why, then what would change it; and what nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loket_app.documents.engine.blocks import beside_bar
from loket_app.documents.engine.look import Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.explanation.people import meant_by, people
from loket_app.documents.explanation.reasons import change, why
from loket_app.documents.explanation.sheet import LEAD, NOTE, TEXT, Sheet, heading, points, text
from loket_app.documents.explanation.sources import named
from loket_app.domain.advice import Reason
from loket_app.domain.estimate import Line, LineKind
from loket_app.domain.person import Person
from loket_app.domain.stay_of import stands_apart
from loket_app.domain.tables import Topic, Verdict
from loket_app.i18n import _
from loket_app.i18n.joining import said

_NOT_KNOWN = (LineKind.NOT_KNOWN, LineKind.EXPECTED)
"""What was announced, nobody knows from which day: an amount on paper would be a promise."""

_UNSAID = ("public-order",)
"""A rule whose source would tell whoever reads along what the sheet leaves unsaid: see `reasons.py`."""


def answer(sheet: Sheet) -> Iterator[Strip]:
    """The part that one reads first."""
    whole = _("Can the programme for voluntary return help you?")
    yield from heading(_("Can the programme for voluntary return help?") if sheet.for_another else whole, sheet.width)
    first, then = _verdict(sheet)
    reasons = [_why(sheet, reason) for reason in _telling(sheet)]
    yield from beside_bar((Said(first, LEAD), *(Said(words, TEXT) for words in (then, *reasons) if words)), sheet.width)
    if sheet.advice.members_differ:
        yield from points(_each(sheet), sheet.width)
    changes = list(_changes(sheet))
    if changes:
        yield from text(_("What can change this answer:"), sheet.width)
        yield from points(changes, sheet.width)
    sources = named(reason.rule.source for reason in _telling(sheet) if reason.rule.id not in _UNSAID)
    if sources:
        yield from text(said(_("Where this answer comes from"), sources), sheet.width, NOTE)


def _why(sheet: Sheet, reason: Reason) -> str:
    return why(reason, sheet, some=any(_not_of(sheet, reason, person) for person in sheet.travellers))


def _not_of(sheet: Sheet, reason: Reason, person: Person) -> bool:
    """Whether it is not about somebody; where members were asked their own situation, also where nobody knows that."""
    holds = reason.holds_for(person.id)
    apart = any(stands_apart(sheet.case, member) for member in sheet.travellers)
    return holds is False or (holds is None and apart)


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
        Verdict.INCOMPLETE: (_("We can't say it yet."), _("Some answers are missing. Our questions stand below.")),
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
        yield from dict.fromkeys(
            change(reason, sheet) for reason in sheet.advice.speaking if reason.rule.verdict is verdict
        )


def unknown(sheet: Sheet) -> Iterator[Strip]:
    """What is not known, and who asks it; no heading where there is nothing to say."""
    items = list(_unknowns(sheet))
    if items:
        yield from heading(_("What we don't know yet"), sheet.width)
        yield from points(items, sheet.width)


def _unknowns(sheet: Sheet) -> Iterator[str]:
    given = sheet.advice
    if given.verdict is Verdict.REFER:
        whether = _("Whether the programme can help you. We ask Fedasil, and we tell you the answer.")
        another = _("Whether the programme can help. We ask Fedasil, and we tell you the answer.")
        yield another if sheet.for_another else whether
    if sheet.closed:
        return
    yield from _amounts(sheet)
    if given.questions and given.verdict is not Verdict.INCOMPLETE:
        yield _("What only you can tell us. You find our questions below.")


def _amounts(sheet: Sheet) -> Iterator[str]:
    """Which amounts are missing, and for whom: what the rows above say already is no question any more."""
    given = sheet.advice
    for who in _missing(sheet, given.premium, *_NOT_KNOWN):
        words = _("{who}: how much money there is at the departure. We ask Fedasil for you.")
        yield words.format(who=who) if who else _("How much money you get when you leave. We ask Fedasil for you.")
    budget = tuple(line for line in given.support if line.topic is not Topic.SUPPLEMENT)
    open_help = list(_missing(sheet, budget, *_NOT_KNOWN))
    for who in open_help:
        words = _("{who}: how much help there is after the return. This amount is not public. We ask Fedasil for you.")
        whole = _("How much help there is after your return. This amount is not public. We ask Fedasil for you.")
        yield words.format(who=who) if who else whole
    for who in _missing(sheet, budget, LineKind.ENDED):
        words = _("{who}: whether there still is help after the return. We ask Fedasil for you.")
        yield (
            words.format(who=who)
            if who
            else _("Whether there still is help after your return. We ask Fedasil for you.")
        )
    for who in _missing(sheet, budget, LineKind.BY_APPROVAL):
        yield _by_approval(who)
    extra = any(line.topic is Topic.SUPPLEMENT and line.kind in _NOT_KNOWN for line in given.support)
    if extra and "" not in open_help and not sheet.for_another:
        yield _("Whether you get something extra after your return, and how much. We ask Fedasil for you.")


def _by_approval(who: str) -> str:
    if not who:
        return _(
            "Whether you get help after your return. Fedasil agrees only in special situations. "
            "We look at yours together, and then we ask Fedasil."
        )
    words = _(
        "{who}: whether there is help after the return. Fedasil agrees only in special situations. "
        "We look at the situation together, and then we ask Fedasil."
    )
    return words.format(who=who)


def _missing(sheet: Sheet, lines: Sequence[Line], *kinds: LineKind) -> Iterator[str]:
    """Whose lines are of these kinds: nothing when there are none, empty words when it is everybody."""
    found = [line for line in lines if line.kind in kinds]
    if found:
        meant = meant_by(sheet, found) or (list(sheet.travellers) if sheet.for_another else [])
        alone = not sheet.for_another and (len(found) == len(lines) or not meant or len(meant) == len(sheet.travellers))
        yield "" if alone else people(sheet, meant)
