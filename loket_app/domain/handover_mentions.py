"""Whether words of the file name somebody who is left out: such words stay with them.

A family name that somebody who leaves has too is no sign of the other. Accents, apostrophes and the -s of a genitive hide
no name. Spelled in another way, it is not found here: the preview shows each text that leaves, to be read before it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.person import Person
from loket_app.domain.spelling import fold

_WORD = re.compile(r"\w+")
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


def _words(case: Case, person: Person) -> Iterator[str]:
    names = (
        *(person.family_name, person.given_names, person.original_script_name, person.birth_name),
        *(number.number for number in person.identifiers),
        *(paper.number for paper in case.documents if paper.person == person.id),
    )
    for name in names:
        if known(name):
            yield from (part for part in _parts(name) if len(part) >= _SHORTEST)
    if known(person.aliases):  # a sentence as often as a name: its small words are no names
        capitals = (each for each in _WORD.findall(person.aliases) if not each.islower() and len(each) >= _SHORTEST)
        yield from (part for each in capitals for part in _parts(each))


def _parts(text: str) -> set[str]:
    """The words of a text as people type them; those with an apostrophe whole (`N'Diaye`) and apart (`d'Arben`)."""
    return {*fold(text).split(), *fold(text.translate(_APOSTROPHES)).split()}


def _read(text: str) -> set[str]:
    """The words of a text, and what they are the genitive of: `Arbens zaak` is Arben's."""
    words = _parts(text)
    return words | {word.removesuffix(_GENITIVE) for word in words}
