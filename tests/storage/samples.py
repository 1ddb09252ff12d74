"""Small cases to work with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from loket_app.domain.case import Case, Desk
from loket_app.domain.changes import Change, position_of, value_at
from loket_app.domain.person import Identifier, IdentifierKind, Person, Relation
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.wish import Contact, Wish
from loket_app.storage.store import Store

NOW = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)


def case(case_id: str = "c1", number: str = "GNT-2026-0001", **fields: Any) -> Case:
    """A case with an applicant called Berisha, Dardan, who wishes to go to Kosovo."""
    known: dict[str, Any] = {
        "desk": Desk.GHENT,
        "opened_on": date(2026, 4, 14),
        "counsellor": "an",
        "household": (person("p1"),),
        "wish": Wish(destination="XK", destination_place="Gjakovë"),
        "contact": Contact(phone="+32 470 12 34 56"),
    }
    return Case(case_id, number, **{**known, **fields})


def person(person_id: str, family: str = "Berisha", given: str = "Dardan", **fields: Any) -> Person:
    """An applicant with a file number."""
    identifiers = (Identifier("i1", IdentifierKind.DVZ, "8.123.456"),)
    known: dict[str, Any] = {"relation": Relation.APPLICANT, "identifiers": identifiers, **fields}
    return Person(person_id, family_name=family, given_names=given, **known)


def edit(of: Case, path: str, after: Any, *, group: str = "act", at: datetime = NOW) -> Change:
    """A change of what stands there now."""
    return Change(of.id, path, value_at(of, path), after, "an", at, group, position=position_of(of, path))


def with_status(of: Case, status: Status) -> Case:
    """The same case, come so far."""
    return replace(of, history=(StatusChange("s1", status, NOW, "an"),))


def keep(store: Store, *cases: Case) -> None:
    """Add cases and commit."""
    with store.work() as work:
        for one in cases:
            work.cases.add(one, "an", NOW)
        work.commit()


def make(store: Store, *changes: Change) -> Case:
    """Record changes and commit."""
    with store.work() as work:
        after = work.cases.record(changes)
        work.commit()
    return after
