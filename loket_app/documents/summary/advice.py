"""The advice: what the desk may say, why, from which source, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from loket_app.documents.engine.blocks import beside_bar, heading, paragraph, subheading
from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Style
from loket_app.documents.engine.look import ACCENT, BODY, SMALL, Cell, Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.engine.tables import Column, Row, table
from loket_app.documents.summary.file import File, first, lines
from loket_app.domain.advice import Reason
from loket_app.domain.tables import Verdict
from loket_app.i18n import _, formats
from loket_app.i18n.joining import in_a_row, said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import SIGNS, advice_day_text, local, place_text, source_text
from loket_app.i18n.phrases_stay import for_some_text

_VERDICT: Final = Style(size=14, leading=20, weight=Weight.BOLD)
_COLOURS: Final = {
    Verdict.ELIGIBLE: 0x2C6E49,
    Verdict.REFER: 0x9A5B00,
    Verdict.OTHER_ROUTE: ACCENT,
    Verdict.NOT_ELIGIBLE: 0x9B2C2C,
    Verdict.INCOMPLETE: 0x5A616B,
}
_STOP: Final = 0x9B2C2C


def advice(file: File) -> Iterator[Strip]:
    """The section."""
    yield from heading(_("Advice"), file.width)
    yield from _verdict(file)
    if file.advice.stops:
        yield from _stop(file)
    yield from _reasons(file)
    yield from _open(file)
    yield from paragraph(Said(_tables(file), SMALL), file.width)


def _verdict(file: File) -> Iterator[Strip]:
    verdict, given = file.advice.verdict, file.advice
    word = f"{SIGNS[verdict]}\u2002{capital(label(verdict))}"
    counts = advice_day_text(given)
    meaning = (Said(word, _VERDICT), Said(_meaning(verdict)), Said(counts, SMALL))
    yield from beside_bar(meaning, file.width, _COLOURS[verdict])


def _meaning(verdict: Verdict) -> str:
    return {
        Verdict.ELIGIBLE: _("As far as is known now, the voluntary return programme can help."),
        Verdict.REFER: _(
            "The desk cannot decide this: it asks Fedasil's voluntary-return cell, with the reasons below."
        ),
        Verdict.OTHER_ROUTE: _("This return does not go through the programme: the Immigration Office decides on it."),
        Verdict.NOT_ELIGIBLE: _(
            "With these answers the programme cannot help. Below is why, and what would change it."
        ),
        Verdict.INCOMPLETE: _("Answers are missing. Until they are there, nothing is promised and nothing refused."),
    }[verdict]


def _stop(file: File) -> Iterator[Strip]:
    words = _("This file must not be handed over: the choice to return is not free, or not informed.")
    yield from beside_bar(Said(words, Style(weight=Weight.BOLD)), file.width, _STOP)


def _reasons(file: File) -> Iterator[Strip]:
    columns = (Column(62, _("Why")), Column(38, _("Source")))
    rows = (Row((_why(file, reason), Said(source_text(reason.rule.source), SMALL))) for reason in file.advice.speaking)
    yield from table(columns, rows, file.width)


def _why(file: File, reason: Reason) -> Cell:
    used = in_a_row(said(_place(file, path), first(file.shown(path, value)).text) for path, value in reason.used)
    change = "" if reason.rule.verdict is Verdict.ELIGIBLE else local(reason.rule.change)
    whom = for_some_text(file.case, file.advice, reason)
    return lines(
        Said(local(reason.rule.title), BODY),
        Said(whom, SMALL) if whom else None,
        Said(_("Answers that count: {answers}").format(answers=used), SMALL) if used else None,
        Said(_("What would change it: {change}").format(change=change), SMALL) if change else None,
    )


def _place(file: File, path: str) -> str:
    return place_text(file.case, path)


def _open(file: File) -> Iterator[Strip]:
    undecided = [reason for reason in file.advice.reasons if reason.holds is None]
    if not undecided:
        return
    yield from subheading(_("Not settled yet"), file.width)
    columns = (Column(56, _("Whether this holds")), Column(44, _("Waits for")))
    yield from table(columns, (_waiting(file, reason) for reason in undecided), file.width)


def _waiting(file: File, reason: Reason) -> Row:
    return Row((Said(local(reason.rule.title)), Said(in_a_row(_places(file, reason.needs)))))


def _places(file: File, paths: Sequence[str]) -> Iterator[str]:
    return (_place(file, path) for path in paths)


def _tables(file: File) -> str:
    words = _("Worked out with the rates and rules, version {version} of {date}.")
    return words.format(version=file.advice.tables_version, date=formats.format_date(file.advice.tables_dated, "long"))
