"""Who is meant, without a name: you, your partner, your two children."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from loket_app.documents.explanation.sheet import Sheet
from loket_app.domain.answers import known
from loket_app.domain.estimate import Line
from loket_app.domain.person import Person, Relation
from loket_app.i18n import _, ngettext
from loket_app.i18n.joining import listed
from loket_app.i18n.labels import capital
from loket_app.i18n.phrases import names_in


def meant_by(sheet: Sheet, lines: Sequence[Line]) -> list[Person]:
    """Who of those who travel the lines are for. A line of the household is for the members that it names, else for those from its country."""
    return [person for person in sheet.travellers if any(_is_for(line, person) for line in lines)]


def _is_for(line: Line, person: Person) -> bool:
    if line.person:
        return line.person == person.id
    if line.members:
        return person.id in line.members
    return known(person.nationalities) and line.country in person.nationalities


def people(sheet: Sheet, meant: Sequence[Person]) -> str:
    """These members of the household, told to the applicant; by name only on a sheet with names."""
    if sheet.names:
        named = names_in(sheet.case)
        return listed(named[person.id] for person in meant)
    return capital(", ".join(_relations(Counter(person.relation for person in meant))))


def _relations(counted: Counter[Relation]) -> Iterator[str]:
    if counted[Relation.APPLICANT]:
        yield _("you")
    if counted[Relation.PARTNER]:
        yield _("your partner")
    if counted[Relation.CHILD]:
        count = counted[Relation.CHILD]
        yield ngettext("your child", "your {count} children", count).format(count=count)
    others = sum(counted[relation] for relation in (Relation.PARENT, Relation.SIBLING, Relation.OTHER))
    if others:
        words = ngettext("another member of your family", "{count} other members of your family", others)
        yield words.format(count=others)
