"""What a page of a case is made of: questions, lists of records, questions for each person, and pieces of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from loket_app.domain.attachment import AttachmentKind

Row: TypeAlias = str | tuple[str, ...]
"""One question, or several that share a line. Names are relative to the record that a section is about."""


@dataclass(frozen=True)
class Questions:
    """A group of questions that one asks in one breath; `title` is (context, source text)."""

    title: tuple[str, str]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Records:
    """A list of records that grows: `path` is the list, `add` the words on its button; `more` folds away.

    `newest` is the date by which the latest stands first, `folded` closes them all at first. `tail` names what stands under
    the questions of a record, looked up in the page builder's table of tails. `key` is what the case page binds to its
    button. With `scans` each record has a place for its scans, kept as that kind.
    """

    title: tuple[str, str]
    path: str
    rows: tuple[Row, ...]
    add: tuple[str, str]
    more: tuple[Row, ...] = ()
    inner: tuple[Records, ...] = ()
    newest: str = ""
    folded: bool = False
    tail: str = ""
    key: str = ""
    scans: AttachmentKind | None = None


@dataclass(frozen=True)
class PerPerson:
    """The same questions for every member of the household; `before` is a piece to read first."""

    title: tuple[str, str]
    rows: tuple[Row, ...]
    before: str = ""


@dataclass(frozen=True)
class Piece:
    """A part that is no question: `name` is looked up in the page builder's table of pieces."""

    name: str


Section: TypeAlias = Questions | Records | PerPerson | Piece


@dataclass(frozen=True)
class Step:
    """One page of a case."""

    name: str
    title: tuple[str, str]
    sections: tuple[Section, ...]
