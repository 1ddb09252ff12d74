"""What a corrected handover says otherwise than the one before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.handover_content import Content, Enclosed
from loket_app.domain.handover_mentions import marks_of, names_one
from loket_app.domain.handover_needs import Withheld
from loket_app.domain.handover_sieve import Held, lies_in
from loket_app.domain.person import Person
from loket_app.domain.shape import shape_of

ABSENT = NOT_ASKED
"""Stands for an answer or a record that one of the two does not hold."""


@dataclass(frozen=True)
class Whose:
    """A person whom a difference is about, as the newest handover that names them has them, and their place in it."""

    person: Person
    number: int


@dataclass(frozen=True)
class Difference:
    """One answer that differs, or one whole record (a person, a paper, a cost, a scan) that came or went.

    `ABSENT` on the side that does not hold it. `record` is the item of a list that it is, or lies in. `withheld`: it is no
    longer handed over, though the case may hold it still; otherwise what is absent now was taken out of the case itself.
    """

    path: str
    before: Any
    after: Any
    whose: Whose | None = None
    record: Any = None
    withheld: bool = False

    @property
    def is_record(self) -> bool:
        """Whether a whole record came or went."""
        return self.record is not None and (self.before is self.record or self.after is self.record)


def differences(
    old: Content, new: Content, stays: Collection[Held] | None = None, marks: frozenset[str] = frozenset()
) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the case.

    `stays` is what the desk withholds today; None when that is not known, and then nothing that went is told again. `marks`
    name who refused since: an earlier text with one of them, or with the name of somebody who went, is not told again.
    A scan is compared by its id: its bytes never change, and what leaves of them may be written anew.
    """
    found = (*_records(old.case, new.case, ""), *_lists(old.enclosed, new.enclosed, "attachments/"))
    people = {**_people(old.case), **_people(new.case)}
    untold = (marks | _marks_of_gone(old.case, new.case)) if stays is not None else frozenset()
    return tuple(_completed(_untold(each, untold), people, stays) for each in found)


def _marks_of_gone(old: Case, new: Case) -> frozenset[str]:
    """By what those are known whom the new one does not hold."""
    return marks_of(old, [person for person in old.household if new.person(person.id) is None])


def _untold(found: Difference, marks: frozenset[str]) -> Difference:
    """Without the earlier text, or the title of an earlier scan, that names one of those."""
    if isinstance(found.record, Enclosed):
        return _untitled(found) if found.after is ABSENT and names_one(found.record.title, marks) else found
    return replace(found, before=ABSENT) if names_one(found.before, marks) else found


def _untitled(found: Difference) -> Difference:
    """Of a scan that went: its title says whose paper it was."""
    scan = replace(found.record, title=NOT_ASKED, about=NOT_ASKED)
    return replace(found, before=scan, record=scan)


def _people(case: Case) -> dict[str, Whose]:
    return {person.id: Whose(person, number) for number, person in enumerate(case.household, 1)}


def _records(old: Any, new: Any, at: str, record: Any = None) -> Iterator[Difference]:
    """Of two records of one kind: each answer that differs, each item that came or went."""
    for name, shape in shape_of(type(new)).items():
        before, after = getattr(old, name), getattr(new, name)
        if shape.is_record and shape.many:
            yield from _lists(before, after, f"{at}{name}/")
        elif shape.is_record:
            yield from _records(before, after, f"{at}{name}/", record)
        elif before != after and name != "id":
            yield Difference(at + name, before, after, record=record)


def _lists(old: Sequence[Any], new: Sequence[Any], at: str) -> Iterator[Difference]:
    was, present = {item.id: item for item in old}, {item.id for item in new}
    for item in new:
        if item.id not in was:
            yield Difference(at + item.id, ABSENT, item, record=item)
        elif at != "attachments/":
            yield from _records(was[item.id], item, f"{at}{item.id}/", item)
    gone = (item for item in old if item.id not in present)
    yield from (Difference(at + item.id, item, ABSENT, record=item) for item in gone)


def _completed(found: Difference, people: dict[str, Whose], stays: Collection[Held] | None) -> Difference:
    """With whose it is, and whether it is held back."""
    steps = found.path.split("/")
    person = steps[1] if steps[0] == "household" else getattr(found.record, "person", "")
    held = stays is None or any(lies_in(found.path, each.path) for each in stays)
    refuses = any(each.why is Withheld.NO_CONSENT and each.path == f"household/{person}" for each in stays or ())
    whose = _unnamed(people.get(person)) if refuses else people.get(person)
    if isinstance(found.record, Enclosed) and Held(found.path, Withheld.NO_CONSENT) in (stays or ()):
        found = _untitled(found)
    return replace(found, whose=whose, withheld=held and found.after is ABSENT)


def _unnamed(whose: Whose | None) -> Whose | None:
    """Who took a yes back is told by their place in what left before, and not by name once more."""
    return Whose(Person(whose.person.id, whose.person.relation), whose.number) if whose else None
