"""What a case of before 0007 said of the journey goes to whom alone it can mean, and else stays as it was said."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.person import Sex, Vulnerability
from loket_app.domain.travel import Journey
from loket_app.storage.store import Store
from tests.storage.conftest import KEY
from tests.storage.samples import NOW, case, edit, keep, make, person
from tests.storage.test_migrations import take_back

DUE = date(2026, 9, 20)
EXPECTS: dict[str, Any] = {"vulnerabilities": (Vulnerability.PREGNANT, Vulnerability.FAMILY_WITH_MINORS)}
Told = dict[str, Any]


@pytest.fixture
def older(store: Store, path: Path) -> Path:
    """A store of 0006 with a case whose journey was answered in two acts."""
    keep(store, case(household=(person("p1"), person("p2", **EXPECTS)), revision=7))
    before = make(store, edit(case_of(store), "journey/wheelchair", after=False, group="one"))
    make(store, edit(before, "journey/pregnancy_due_on", DUE, group="two"))
    _back(store)
    return path


def case_of(store: Store) -> Case:
    with store.reading() as work:
        return work.cases.load("c1")


def _back(store: Store) -> None:
    with store._engine.begin() as connection:
        take_back(connection, "0006")
    store.close()


def brought_up(store: Store, path: Path, journey: Journey, *people: Any) -> Case:
    """The case after the migration; the log tells of it and nothing is wrong with the store."""
    keep(store, case(household=people, journey=journey))
    _back(store)
    opened = Store.open(path, KEY)
    try:
        assert opened.verify().findings == ()
        return case_of(opened)
    finally:
        opened.close()


def told(found: Case) -> tuple[Told, list[Told]]:
    """What the journey says, and what each person says; nothing that was not asked."""
    left = {name: getattr(found.journey, name) for name in ("wheelchair", "medical_form", "pregnancy_due_on")}
    each = [{name: getattr(one, name) for name in ("wheelchair", "medical_form", "due_on")} for one in found.household]
    return _said(left), [_said(one) for one in each]


def _said(answers: Told) -> Told:
    return {name: answer for name, answer in answers.items() if answer is not NOT_ASKED}


ALL = Journey(wheelchair=True, medical_form=False, pregnancy_due_on=DUE)
LEFT: Told = {"wheelchair": True, "medical_form": False, "pregnancy_due_on": DUE}
TAKEN: Told = {"wheelchair": True, "medical_form": False, "due_on": DUE}
NO: Told = {"medical_form": False}


@pytest.mark.parametrize(
    ("journey", "people", "left", "each"),
    [
        (ALL, ({},), {}, [TAKEN]),
        (ALL, ({"sex": Sex.MALE},), {"pregnancy_due_on": DUE}, [{"wheelchair": True, **NO}]),
        (ALL, ({"travels": False}, {"travels": True}), {}, [{}, TAKEN]),
        (ALL, ({"travels": False},), LEFT, [{}]),
        (ALL, (), LEFT, []),
        (ALL, ({}, {}), {"wheelchair": True, "pregnancy_due_on": DUE}, [NO, NO]),
        (ALL, (EXPECTS, {}), {"wheelchair": True}, [{"due_on": DUE, **NO}, NO]),
        (ALL, (EXPECTS, EXPECTS), {"wheelchair": True, "pregnancy_due_on": DUE}, [NO, NO]),
        (ALL, (EXPECTS, {**EXPECTS, "travels": False}), {}, [TAKEN, {}]),
        (Journey(wheelchair=UNKNOWN), ({}, {}), {}, [{"wheelchair": UNKNOWN}] * 2),
        (Journey(pregnancy_due_on=DECLINED), (EXPECTS, {}), {}, [{"due_on": DECLINED}, {}]),
        (Journey(pregnancy_due_on=UNKNOWN), ({}, {}), {"pregnancy_due_on": UNKNOWN}, [{}, {}]),
        (Journey(), ({},), {}, [{}]),
    ],
)
def test_an_answer_goes_to_whom_alone_it_can_mean(  # noqa: PLR0917  the store, and what is tried
    store: Store, path: Path, journey: Journey, people: tuple[Told, ...], left: Told, each: list[Told]
) -> None:
    members = [person(f"p{number}", **answers) for number, answers in enumerate(people)]
    assert told(brought_up(store, path, journey, *members)) == (left, each)


def test_it_is_one_act_that_can_be_undone(older: Path) -> None:
    opened = Store.open(older, KEY)
    with opened.reading() as work:
        log = work.cases.log("c1")
    moved = [change for change in log if change.group == log[-1].group]
    assert [change.path for change in moved] == [
        "household/p1/wheelchair",
        "household/p2/wheelchair",
        "journey/wheelchair",
        "household/p2/due_on",
        "journey/pregnancy_due_on",
    ]
    assert {(change.by, change.at > NOW) for change in moved} == {("Loket", True)}
    found = case_of(opened)
    assert (found.revision, told(found)) == (
        7 + 2 + 5,
        ({}, [{"wheelchair": False}, {"wheelchair": False, "due_on": DUE}]),
    )
    assert opened.verify().findings == ()
    opened.close()


def test_what_has_no_place_any_more_goes_with_it(store: Store, path: Path) -> None:
    unknown: Told = {"wheelchair": UNKNOWN, "due_on": DECLINED, "has_number": UNKNOWN, "identifiers": ()}
    keep(store, case(household=(person("p1", **unknown),)))
    _back(store)
    opened = Store.open(path, KEY)
    assert told(case_of(opened)) == ({}, [{}])
    opened.close()
