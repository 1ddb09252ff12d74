"""The decisions of a stay as a table. Nine facts in as many columns cut words in two: what belongs together stands together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from loket_app.documents.engine.blocks import subheading
from loket_app.documents.engine.look import SMALL, Cell, Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.engine.tables import Column, Row, table
from loket_app.documents.summary.file import OnPaper, day, first, lines
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.stay import Decision
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, field_label

_AT: Final = "stay/decisions"
_COLUMNS: Final = {
    ("authority",): 27,
    ("outcome", "final"): 18,
    ("decided_on",): 14,
    ("notified_on",): 14,
    ("appeal_lodged", "appeal_lodged_on", "appeal_suspensive"): 22,
    ("hearing_on",): 14,
}
"""The fields of each column, the first of them its title, and its share of the width."""


def decisions(file: OnPaper) -> Iterator[Strip]:
    """Every decision on a row, without the columns that nobody filled."""
    told = file.case.stay.decisions
    filled = {names: share for names, share in _COLUMNS.items() if any(_is_told(one, names) for one in told)}
    if filled:
        columns = [Column(share, capital(field_label(f"{_AT}/{names[0]}"))) for names, share in filled.items()]
        yield from subheading(capital(field_label(_AT)), file.width)
        yield from table(columns, (Row(tuple(_cell(file, one, names) for names in filled)) for one in told), file.width)


def _is_told(decision: Decision, names: tuple[str, ...]) -> bool:
    return any(getattr(decision, name) is not NOT_ASKED for name in names)


def _cell(file: OnPaper, decision: Decision, names: tuple[str, ...]) -> Cell:
    """The first of the fields, and below it in small print what else was asked."""
    main, *others = names
    asked = (name for name in others if getattr(decision, name) is not NOT_ASKED)
    return lines(_answer(file, decision, main), *(_below(file, decision, name) for name in asked))


def _below(file: OnPaper, decision: Decision, name: str) -> Said:
    answer = _answer(file, decision, name)
    return Said(said(capital(field_label(f"{_AT}/{name}")), answer.text), SMALL)


def _answer(file: OnPaper, decision: Decision, name: str) -> Said:
    value: Any = getattr(decision, name)
    return first(day(value) if name.endswith("_on") else file.shown(f"{_AT}/{decision.id}/{name}", value))
