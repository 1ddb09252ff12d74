"""Whether words of the file name somebody who is left out: such words stay with them.

A family name that somebody who leaves has too is no sign of the other. Spelled in another way, a name is not found here:
the preview shows each text that leaves, to be read before it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.person import Person

_WORD = re.compile(r"\w+")
_SHORTEST = 3
"""Letters of a part of a name: shorter ones are found in any text."""


def marks_of(case: Case, out: Iterable[Person]) -> frozenset[str]:
    """The words by which those people are known, and nobody else of the household."""
    gone = tuple(out)
    others = {word for person in case.household if person not in gone for word in _words(case, person)}
    return frozenset(word for person in gone for word in _words(case, person)) - others


def names_one(text: object, marks: frozenset[str]) -> bool:
    """Whether an answer is a text with one of the marks in it."""
    return bool(marks) and isinstance(text, str) and not marks.isdisjoint(_parts(text))


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
        yield from (
            each.casefold() for each in _WORD.findall(person.aliases) if not each.islower() and len(each) >= _SHORTEST
        )


def _parts(text: str) -> Iterator[str]:
    return (part.casefold() for part in _WORD.findall(text))
