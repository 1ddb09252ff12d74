"""What every section of the summary is made from, and the words that they share."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from loket_app.documents.engine.look import ASIDE, BODY, SMALL, Cell, Said
from loket_app.domain.advice import Advice
from loket_app.domain.answers import Answer, Missing, known
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.programme import Saying
from loket_app.domain.stay_of import FAMILY
from loket_app.i18n import formats
from loket_app.i18n.joining import in_a_row, said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import answer_text, names_in, place_text


class DeskDetails(Protocol):
    """What the desk says of itself; empty where it said nothing."""

    @property
    def address(self) -> str:
        """Street, number and town, on one line or several."""

    @property
    def hours(self) -> str:
        """When the desk is open."""


@dataclass(frozen=True)
class OnPaper:
    """A case as it goes on paper on one day. `width` of the text area in points."""

    case: Case
    printed_on: date
    width: float

    @cached_property
    def names(self) -> dict[str, str]:
        """What each member of the household is called, by id."""
        return names_in(self.case)

    def answer(self, path: str) -> Cell:
        """The answer at a path; a missing one set apart, with the reason why."""
        return self.shown(path, value_at(self.case, path))

    def shown(self, path: str, value: Any) -> Cell:
        """Any value of a field in words."""
        return missing(value) if isinstance(value, Missing) else answer_text(self.case, path, value)

    def whose(self, person: Any) -> Cell:
        """The name of the member with an id, or of the whole household."""
        return self.names.get(person, "–") if known(person) else missing(person)

    def fact(self, path: str) -> tuple[str, Cell]:
        """A field as a label and its answer."""
        words = place_text(self.case, path) if path == FAMILY else capital(field_label(path))
        return words, self.answer(path)

    def told(self, *paths: str, always: Container[str] = ()) -> list[tuple[str, Cell]]:
        """The fields with an answer, and those that a reader must see even without one."""
        return [self.fact(path) for path in paths if path in always or known(value_at(self.case, path))]

    def untold(self, *paths: str, besides: Container[str] = ()) -> Iterator[str]:
        """The fields that were asked in vain, one text a reason: `unknown: Street and number, Postcode`."""
        for why in (Missing.UNKNOWN, Missing.DECLINED):
            labels = [self.fact(path)[0] for path in paths if value_at(self.case, path) is why and path not in besides]
            if labels:
                yield said(capital(label(why)), in_a_row(labels))


@dataclass(frozen=True)
class File(OnPaper):
    """The same with its advice, what the desk says of itself, the advice for the day on which they left, and the budget's term."""

    advice: Advice
    desk: DeskDetails | None
    on_leaving: Advice
    budget_term: Saying


NOT_YET = "–"
"""Of what nobody asks yet."""


def day(value: Answer[date]) -> Cell:
    """A date in figures, for a narrow column."""
    return missing(value) if isinstance(value, Missing) else formats.format_date(value, "short")


def missing(why: Missing) -> Said:
    """Why there is no answer."""
    return Said(label(why), ASIDE)


def lines(*parts: Said | str | None) -> tuple[Said, ...]:
    """A cell of several lines, without those that have nothing to say; a dash when none has."""
    found = tuple(Said(part) if isinstance(part, str) else part for part in parts if part)
    return found or (Said("–", ASIDE),)


def small(text: Any, before: str = "") -> Said | None:
    """A small line below the main one, nothing when there is no answer. `before` names it."""
    if not known(text) or not text:
        return None
    return Said(said(before, str(text)) if before else str(text), SMALL)


def first(cell: Cell) -> Said:
    """A cell of one line as that line."""
    return cell if isinstance(cell, Said) else Said(cell, BODY) if isinstance(cell, str) else cell[0]
