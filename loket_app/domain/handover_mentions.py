"""Whether words of the file name somebody who is left out: such words stay with them.

A family name that somebody who leaves has too is no sign of the other. Accents, apostrophes and the -s of a genitive hide
no name. A nickname that no field holds, a name of one or two letters, or one spelled in another way is not found here: the
preview shows each free text that leaves (`texts_to_read`), to be read before it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.person import Person
from loket_app.domain.shape import pattern_of
from loket_app.domain.spelling import fold

_FREE_TEXTS = frozenset(
    (
        *("household/aliases", "household/vulnerability_notes", "household/fitness_notes", "contact/best_time"),
        *("wish/destination_address", "wish/destination_contact", "plan/description", "plan/partner_contact"),
        *("plan/budget/what", "documents/original_at", "documents/note", "costs/description", "costs/note"),
        *("costs/receipt_missing_why", "journey/luggage", "journey/escort_why", "journey/may_be_called"),
        *("stay/reception_place", "stay/guardian"),
    )
)
"""Where somebody writes what they like; a text that is a name, a number or a code of who leaves is none."""

_ONE_NAME = 2
"""Words of one alias: what has more is a sentence."""

_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"[,;/\n()]")
_GENITIVE = "s"
_APOSTROPHES = str.maketrans(dict.fromkeys("'’ʼʻ`´", " "))
_SHORTEST = 3
"""Letters of a part of a name: shorter ones are found in any text."""


def marks_of(case: Case, out: Iterable[Person]) -> frozenset[str]:
    """The words by which those people are known, and nobody else of the household."""
    gone = tuple(out)
    others = {word for person in case.household if person not in gone for word in _words(case, person)}
    return frozenset(word for person in gone for word in _words(case, person)) - others


def names_one(text: object, marks: frozenset[str]) -> bool:
    """Whether an answer is a text with one of the marks in it."""
    return bool(marks) and isinstance(text, str) and not marks.isdisjoint(_read(text))


def texts_to_read(leaves: Iterable[str]) -> tuple[str, ...]:
    """Of the answers that leave: the free texts, which could name somebody."""
    return tuple(path for path in leaves if pattern_of(path) in _FREE_TEXTS)


def _words(case: Case, person: Person) -> Iterator[str]:
    names = (
        *(person.family_name, person.given_names, person.original_script_name, person.birth_name),
        *(number.number for number in person.identifiers),
        *(paper.number for paper in case.documents if paper.person == person.id),
    )
    for name in names:
        if known(name):
            yield from (part for part in _parts(name) if len(part) >= _SHORTEST)
    if known(person.aliases):
        yield from (part for each in _aliases(person.aliases) for part in _parts(each) if len(part) >= _SHORTEST)


def _aliases(text: str) -> Iterator[str]:
    """The names in it: all words of a short piece, else those with a capital; the small words of a sentence are none."""
    for piece in _PIECE.split(text):
        words = _WORD.findall(piece)
        yield from (word for word in words if len(words) <= _ONE_NAME or not word.islower())


def _parts(text: str) -> set[str]:
    """The words of a text as people type them; those with an apostrophe whole (`N'Diaye`) and apart (`d'Arben`)."""
    return {*fold(text).split(), *fold(text.translate(_APOSTROPHES)).split()}


def _read(text: str) -> set[str]:
    """The words of a text, and what they are the genitive of: `Arbens zaak` is Arben's."""
    words = _parts(text)
    return words | {word.removesuffix(_GENITIVE) for word in words}
