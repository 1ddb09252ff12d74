"""Every edit is a change: applied, taken back, done again, refused when the case is no longer what it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case, Desk
from loket_app.domain.changes import (
    Change,
    Conflict,
    NoSuchPlace,
    apply,
    apply_all,
    can_undo_redo,
    inverse,
    position_of,
    redo,
    undo,
    value_at,
)
from loket_app.domain.person import Person, Relation, Sex
from loket_app.domain.stay import StayCategory
from tests.strategies import edited_cases

NOW = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)
ANNA, BORIS, CEM = (Person(name, Relation.OTHER) for name in ("anna", "boris", "cem"))
CASE = Case("c", "BRU-2026-0001", Desk.BRUSSELS, date(2026, 4, 14), "desk", household=(ANNA, BORIS, CEM))


def change(
    path: str, before: Any, after: Any, *, group: str = "g", undoes: str = "", position: int | None = None
) -> Change:
    return Change("c", path, before, after, "desk", NOW, group, undoes, position)


def same(one: Case, other: Case) -> bool:
    """The same but for the number of changes."""
    return replace(one, revision=0) == replace(other, revision=0)


@given(edited_cases())
def test_undoing_everything_gives_the_start_and_redoing_everything_the_end(
    edited: tuple[Case, tuple[Change, ...]],
) -> None:
    start, changes = edited
    end = apply_all(start, changes)
    assert end.revision == start.revision + len(changes)
    log: list[Change] = list(changes)
    back = _repeat(end, log, undo)
    assert same(back, start)
    assert can_undo_redo(log) == (False, True)
    assert same(_repeat(back, log, redo), end)
    assert can_undo_redo(log) == (True, False)


@given(edited_cases(), st.lists(st.booleans(), max_size=12))
def test_any_walk_of_undo_and_redo_passes_only_states_that_were_there(
    edited: tuple[Case, tuple[Change, ...]], steps: list[bool]
) -> None:
    start, changes = edited
    states, at = _states(start, changes)
    log, case = list(changes), states[-1]
    for back in steps:
        act = (undo if back else redo)(log, by="desk", at=NOW, group=f"walk-{len(log)}")
        at = max(0, at - 1) if back else min(len(states) - 1, at + 1)
        case = apply_all(case, act)
        log += act
        assert same(case, states[at])
        assert can_undo_redo(log) == (at > 0, at < len(states) - 1)


def _states(start: Case, changes: Sequence[Change]) -> tuple[list[Case], int]:
    """The case after each act."""
    states = [start]
    for number, each in enumerate(changes):
        after = apply(states[-1], each)
        joins = number > 0 and changes[number - 1].group == each.group
        states[-1:] = [after] if joins else [states[-1], after]
    return states, len(states) - 1


def _repeat(case: Case, log: list[Change], act: Any) -> Case:
    while found := act(log, by="desk", at=NOW, group=f"act-{len(log)}-again"):
        case = apply_all(case, found)
        log += found
    return case


@given(edited_cases())
def test_a_change_and_its_inverse_change_nothing(edited: tuple[Case, tuple[Change, ...]]) -> None:
    case, changes = edited
    for each in changes:
        after = apply(case, each)
        assert same(apply(after, inverse(each, by="desk", at=NOW, group="back")), case)
        case = after


def test_a_new_edit_ends_what_could_be_redone() -> None:
    first = change("stay/category", NOT_ASKED, StayCategory.APPLICANT, group="one")
    log = [first, *undo([first], by="desk", at=NOW, group="two")]
    assert can_undo_redo(log) == (False, True)
    log.append(change("remarks", NOT_ASKED, "x", group="three"))
    assert can_undo_redo(log) == (True, False)
    assert [each.path for each in undo(log, by="desk", at=NOW, group="four")] == ["remarks"]


def test_an_act_of_several_changes_is_undone_as_one_and_backwards() -> None:
    log = [
        change("stay/category", NOT_ASKED, StayCategory.APPLICANT),
        change("stay/category", StayCategory.APPLICANT, StayCategory.REJECTED),
    ]
    back = undo(log, by="somebody else", at=NOW, group="back")
    assert [(each.before, each.after) for each in back] == [
        (StayCategory.REJECTED, StayCategory.APPLICANT),
        (StayCategory.APPLICANT, NOT_ASKED),
    ]
    assert {each.undoes for each in back} == {"g"}
    assert {each.by for each in back} == {"somebody else"}


def test_nothing_to_undo_or_redo() -> None:
    assert undo([], by="desk", at=NOW, group="x") == redo([], by="desk", at=NOW, group="x") == ()
    assert can_undo_redo([]) == (False, False)


def test_a_change_of_something_that_has_changed_meanwhile_is_a_conflict() -> None:
    with pytest.raises(Conflict):
        apply(CASE, change("stay/category", StayCategory.APPLICANT, StayCategory.REJECTED))
    with pytest.raises(Conflict):
        apply(CASE, change("household/anna", None, ANNA))


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nowhere",
        "stay/nowhere",
        "stay/category/further",
        "household/nobody/sex",
        "household/anna/nowhere",
        "household/anna/nationalities/0",
        "household/anna/sex/value",
        "desk/value",
        "number/0",
    ],
)
def test_a_path_that_leads_nowhere_says_so(path: str) -> None:
    with pytest.raises(NoSuchPlace):
        value_at(CASE, path)
    answered = replace(CASE, household=(replace(ANNA, nationalities=(), sex=Sex.FEMALE),))
    with pytest.raises(NoSuchPlace):
        value_at(answered, path)


def test_an_item_that_is_not_there_is_nothing() -> None:
    assert value_at(CASE, "household/nobody") is None
    assert value_at(CASE, "household/boris") is BORIS


@pytest.mark.parametrize("position", [None, 0, 1, 2])
def test_a_replaced_item_keeps_its_place(position: int | None) -> None:
    new = replace(BORIS, sex=Sex.MALE)
    after = apply(CASE, change("household/boris", BORIS, new, position=position))
    assert after.household == (ANNA, new, CEM)


@pytest.mark.parametrize("person", [ANNA, BORIS, CEM])
def test_an_item_taken_away_comes_back_to_its_place(person: Person) -> None:
    path = f"household/{person.id}"
    gone = change(path, person, None, position=position_of(CASE, path))
    without = apply(CASE, gone)
    assert person not in without.household
    assert same(apply(without, inverse(gone, by="desk", at=NOW, group="back")), CASE)


def test_an_item_goes_under_its_own_id_only() -> None:
    with pytest.raises(NoSuchPlace):
        apply(CASE, change("household/dina", None, Person("other", Relation.OTHER)))


def test_a_field_cannot_be_taken_away() -> None:
    with pytest.raises(NoSuchPlace):
        apply(CASE, change("stay/category", NOT_ASKED, None))


def test_where_an_item_stands() -> None:
    assert position_of(CASE, "household/boris") == 1
    assert position_of(CASE, "household/new") == 3
    assert position_of(CASE, "stay/category") is None
    assert position_of(CASE, "remarks") is None


def test_an_applied_change_leaves_the_old_case_alone() -> None:
    after = apply(CASE, change("household/anna/sex", NOT_ASKED, UNKNOWN))
    assert value_at(CASE, "household/anna/sex") is NOT_ASKED
    assert value_at(after, "household/anna/sex") is UNKNOWN
    assert after.revision == CASE.revision + 1
