"""`loket track`: where a case file stands on the return track on a day, and by when what is to be done."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from loket_app.cli import output
from loket_app.cli.track_json import as_json
from loket_app.domain.case import Case
from loket_app.domain.track import Applies, Moment, Phase, Track
from loket_app.i18n import _, formats, phrases
from loket_app.i18n import phrases_track as words
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_stay import whose_track_text
from loket_app.i18n.phrases_track_end import ended_lines
from loket_app.i18n.phrases_track_needs import fact_text
from loket_app.services.casefile import read_case
from loket_app.services.holidays import BelgianCalendar
from loket_app.services.track import track_of, track_rules


def run(chosen: Namespace) -> int:
    """Read the case and print its track."""
    case = read_case(chosen.case)
    found = track_of(case, chosen.on)
    if chosen.json:
        output.document(as_json(case, found, track_rules()))
    else:
        for indent, text in _lines(case, found):
            output.line(text, indent)
    return 0


Printed = Iterator[tuple[int, str]]
"""Lines with their indent."""


def _lines(case: Case, found: Track) -> Printed:
    yield 0, f"{case.number} · {phrases.household_name(case)}"
    yield (
        0,
        said(capital(_("return track on {date}").format(date=formats.format_date(found.on))), words.phase_text(found)),
    )
    for line in ended_lines(case, found):
        yield 0, line
    if found.applies is not Applies.YES:
        yield 0, words.applies_text(case, found)
    whose = whose_track_text(case)
    if whose:
        yield 0, whose
    aid = words.aid_text(case, found, BelgianCalendar())
    if aid and found.phase is not Phase.ENDED:
        yield 0, said(_("End of the material aid"), aid)
    yield from _moments(case, found)
    yield from _events(found)
    yield from _questions(case, found)
    yield 0, ""
    for line in words.source_lines(found, track_rules()):
        yield 0, line
    yield 0, _("Rules of the return track {version}.").format(version=found.rules_version)


def _moments(case: Case, found: Track) -> Printed:
    if found.moments:
        yield 0, ""
        yield 0, _("Key moments")
    for moment in found.moments:
        yield 2, f"{words.STATE_SIGNS[moment.state]} {said(capital(label(moment.moment)), _stands(case, moment))}"


def _stands(case: Case, moment: Moment) -> str:
    return f"{words.moment_text(case, moment, BelgianCalendar())} · {label(moment.held_by)}"


def _events(found: Track) -> Printed:
    if found.events:
        yield 0, ""
        yield 0, _("Dates")
    for event in found.events:
        yield 2, f"{formats.format_date(event.on)} · {label(event.kind)}"


def _questions(case: Case, found: Track) -> Printed:
    if found.questions:
        yield 0, ""
        yield 0, _("To look at again")
    for question in found.questions:
        asked = label(question.kind) if question.kind in words.NAMED else words.question_text(case, question)
        yield 2, said(capital(fact_text(case, question.path)), asked)
    if found.settled:
        yield 0, ""
        yield 0, _("Looked at and right")
    for each in found.settled:
        yield 2, words.settled_text(case, each)
