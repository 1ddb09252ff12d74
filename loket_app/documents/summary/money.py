"""What may be expected: the premium in cash and the support in kind, strictly apart; a missing amount is never 0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loket_app.documents.engine.blocks import heading, introduction, paragraph
from loket_app.documents.engine.lines import Align
from loket_app.documents.engine.look import ASIDE, SMALL, Cell, Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.engine.tables import Column, Row, table
from loket_app.documents.summary.file import File, lines, small
from loket_app.domain.estimate import Line, LineKind, Total
from loket_app.domain.tables import LocalText, Source
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.joining import in_a_row
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import (
    advice_day_text,
    amount_text,
    counted_along_text,
    estimate_note,
    for_whom,
    local,
    place_text,
    source_text,
)
from loket_app.i18n.phrases_layer import desk_mark
from loket_app.i18n.phrases_sources import weak_figures_text

Note = tuple[LocalText | None, Source]
"""What stands below the table for a line: what the tables add to it, and where it comes from."""

_NOTHING = (LineKind.NONE, LineKind.CLOSED, LineKind.ENDED)
_WITH_AMOUNT = (LineKind.AMOUNT, LineKind.RANGE, LineKind.UP_TO)


def premium(file: File) -> Iterator[Strip]:
    """The departure premium."""
    yield from heading(_("Departure premium: in cash"), file.width)
    how = _("Paid out by IOM at departure.")
    yield from _estimate(file, how, file.advice.premium, file.advice.premium_total)


def support(file: File) -> Iterator[Strip]:
    """Reintegration support."""
    yield from heading(_("Reintegration support: in kind"), file.width)
    how = _("Spent through the partner. Never cash, never added to the premium.")
    yield from _estimate(file, how, file.advice.support, file.advice.support_total)
    if any(line.kind not in _NOTHING for line in file.advice.support):
        yield from paragraph(Said(_within(file), SMALL), file.width)


def _within(file: File) -> str:
    """In how long support is used, and where that comes from."""
    source = _("Source: {source}").format(source=source_text(file.budget_term.source))
    return f"{local(file.budget_term.title)} {source}"


def _estimate(file: File, how: str, found: Sequence[Line], sums: Total) -> Iterator[Strip]:
    if found and sums.closed:
        yield from paragraph(Said(capital(label(LineKind.CLOSED)) + "."), file.width)
        return
    yield from introduction(f"{how} {_note(file)}", file.width)
    if not found:
        yield from paragraph(Said(_("Nothing can be said before somebody is named who travels."), ASIDE), file.width)
        return
    notes = list(dict.fromkeys((line.row.note, line.row.source) for line in found if line.row))
    columns = (Column(36, _("For whom")), Column(34, _("What")), Column(30, _("Amount"), Align.RIGHT))
    yield from table(columns, [*(_line(file, line, notes) for line in found), *_total(found, sums)], file.width)
    yield from _small_print(file, notes, sums)


def _note(file: File) -> str:
    given = file.advice
    note = estimate_note(given.tables_version, given.tables_dated)
    weak = weak_figures_text((*given.premium, *given.support))
    said = (note, advice_day_text(given), counted_along_text(file.case, given), weak)
    return " ".join(filter(None, said))


def _line(file: File, line: Line, notes: Sequence[Note]) -> Row:
    mark = f"\u202f[{notes.index((line.row.note, line.row.source)) + 1}]" if line.row else ""
    # while an answer is missing, the figure that the line names is only one of those that may count
    what = local(line.figure.title) if line.figure and not line.needs else capital(label(line.topic))
    whose = file.names.get(line.person, "–") if line.person else _("the household") + for_whom(file.case, line)
    return Row((whose, lines(what + mark, small(desk_mark(line.row))), _amount(file, line)))


def _amount(file: File, line: Line) -> Cell:
    if not line.needs:
        return amount_text(file.case, line)
    waits = in_a_row(place_text(file.case, path) for path in line.needs)
    amount = _("still open") if line.kind is LineKind.OPEN else amount_text(file.case, line)
    return lines(amount, Said(_("waits for: {questions}").format(questions=waits), SMALL))


def _total(found: Sequence[Line], sums: Total) -> Iterator[Row]:
    """A sum of nothing but unknown amounts, or of none, would read as 0: there is none."""
    if len(found) > 1 and any(line.kind in _WITH_AMOUNT for line in found):
        yield Row((_("Together"), "", _sum(sums)), total=True)


def _sum(sums: Total) -> str:
    if sums.low == sums.high:
        return formats.format_money(sums.low)
    if not sums.low.euro:
        return _("up to {amount}").format(amount=formats.format_money(sums.high))
    return formats.format_range(sums.low, sums.high)


def _small_print(file: File, notes: Sequence[Note], sums: Total) -> Iterator[Strip]:
    if sums.without_amount:
        words = ngettext(
            "{count} line has no amount and is not counted.",
            "{count} lines have no amount and are not counted.",
            sums.without_amount,
        )
        yield from paragraph(Said(words.format(count=sums.without_amount), SMALL), file.width, after=2)
    for number, (note, source) in enumerate(notes, 1):
        words = " ".join(text for text in (f"[{number}]", local(note) if note else "", source_text(source)) if text)
        yield from paragraph(Said(words, SMALL), file.width, after=2)
