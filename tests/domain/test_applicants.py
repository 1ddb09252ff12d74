"""A case has one applicant, whoever is made so: undo brings the old one back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.person import Person, Relation
from loket_app.services.clock import Clock
from loket_app.services.editing import CaseEditor
from tests.at_work import NOW
from tests.documents.cases import EMPTY


def _editor(relation: Relation, later: timedelta = timedelta(0)) -> CaseEditor:
    """`later` goes by between two edits."""
    moments = (NOW + number * later for number in count())

    def keep(_changes: tuple[Change, ...]) -> object:
        raise OSError

    people = (Person("a", Relation.APPLICANT), Person("b", relation), Person("c", Relation.CHILD))
    case: Case = replace(EMPTY, household=people)
    return CaseEditor(case, (), keep, by="an", dispatch=lambda work: work(), clock=Clock(now=lambda: next(moments)))  # type: ignore[arg-type]  # nothing is awaited


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (Relation.PARTNER, Relation.PARTNER),
        (Relation.CHILD, Relation.PARENT),
        (Relation.PARENT, Relation.CHILD),
        (Relation.SIBLING, Relation.SIBLING),
        (Relation.OTHER, Relation.OTHER),
    ],
)
def test_who_was_the_applicant_stands_to_the_new_one_as_before(was: Relation, becomes: Relation) -> None:
    editor = _editor(was)
    before = editor.case
    editor.set("household/b/relation", Relation.APPLICANT)
    assert [person.relation for person in editor.case.household] == [becomes, Relation.APPLICANT, Relation.CHILD]
    editor.undo()
    assert editor.case.household == before.household


@pytest.mark.parametrize("later", [timedelta(seconds=1), timedelta(hours=1)])
def test_who_was_it_for_a_moment_gives_the_place_back(later: timedelta) -> None:
    """A Dutch counsellor types `an` for `ander`, and the `a` alone says `aanvrager`."""
    editor, before = _editor(Relation.PARTNER, later), _editor(Relation.PARTNER).case
    editor.set("household/b/relation", Relation.APPLICANT)
    editor.set("household/b/relation", Relation.OTHER)
    assert [person.relation for person in editor.case.household] == [Relation.APPLICANT, Relation.OTHER, Relation.CHILD]
    while editor.undo():
        pass
    assert editor.case.household == before.household


def test_what_was_said_of_them_since_stays() -> None:
    editor = _editor(Relation.PARTNER)
    editor.set("household/b/relation", Relation.APPLICANT)
    editor.set("household/a/relation", Relation.SIBLING)
    editor.set("household/b/relation", Relation.OTHER)
    assert [person.relation for person in editor.case.household] == [Relation.SIBLING, Relation.OTHER, Relation.CHILD]


def test_any_other_answer_leaves_the_applicant_be() -> None:
    editor = _editor(Relation.PARTNER)
    editor.set("household/b/relation", Relation.SIBLING)
    editor.set("household/b/family_name", "applicant")
    assert [person.relation for person in editor.case.household] == [
        Relation.APPLICANT,
        Relation.SIBLING,
        Relation.CHILD,
    ]
