"""Acts on the desk's own figures in a real store: what can't be read again is refused, or left out and named."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.layer import Proposal, State, add_up
from loket_app.domain.money import Money
from loket_app.domain.tables import ValueKind
from loket_app.i18n import set_language
from loket_app.services import store
from loket_app.services.complaints import Complaint
from loket_app.services.desk import Desk
from loket_app.services.rules_acts import layer_of, written
from loket_app.storage.rules_acts import StoredAct
from loket_app.storage.unit import UnitOfWork
from loket_app.storage.verification import Fault, Finding
from tests.at_work import make_profile, still_clock, unlock
from tests.domain.layers import AT, CELL, proposal, propose

Opened = Callable[[], Desk]
HUGE = Money.cents(123_456_789_000)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """The desk, opened anew each time."""
    set_language("en")
    profile = make_profile(tmp_path)
    desks: list[Desk] = []
    clock = still_clock()

    def again() -> Desk:
        while desks:
            desks.pop().close()
        desks.append(Desk(unlock(profile), clock=clock))
        return desks[0]

    yield again
    while desks:
        desks.pop().close()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (proposal(low=HUGE, high=HUGE), "It must be an amount in euro"),
        (proposal(reason="\u00a0"), "It is missing"),
        (proposal(reason="a\ud800b"), "It holds a sign that is not text"),
        (proposal(reason="x" * 2001), "It is longer than 2000 signs"),
        (proposal(source=replace(CELL, title="x" * 2001)), "It is longer than 2000 signs"),
        (proposal(source=replace(CELL, link="x" * 5000)), "It is longer than 2000 signs"),
        (proposal(kind=ValueKind.NONE), "would not|An amount does not go with"),
    ],
)
def test_what_could_not_be_read_again_is_refused_and_the_desk_opens(opened: Opened, said: Proposal, words: str) -> None:
    with pytest.raises(Complaint, match=words):
        opened().figures.propose(said).result()
    again = opened().figures
    assert (again.layer.entries, again.unread) == ((), ())


def _add(unit: UnitOfWork, act: StoredAct) -> None:
    unit.rules_acts.add(act)
    unit.commit()


def _kept(name: str, kind: str = "propose", **content: Any) -> StoredAct:
    return StoredAct(name, AT, "AV", kind, json.dumps(content))


UNREADABLE = {
    "no JSON": StoredAct("u1", AT, "AV", "propose", "{"),
    "no object": StoredAct("u1", AT, "AV", "propose", "[]"),
    "a kind of a newer Loket": _kept("u1", "blessed"),
    "another kind of value": _kept("u1", proposal=5),
    "a pack of an unknown desk": _kept("u1", "import", pack={"loket_rules_pack": 1, "desk": "XYZ", "entries": []}),
    "an unknown desk": _kept("u1", "confirm", desk="XYZ", entry="e1"),
    "nested deeply": StoredAct("u1", AT, "AV", "propose", "[" * 100_000),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_an_act_that_cant_be_read_is_left_out_named_and_kept(opened: Opened, what: str) -> None:
    desk = opened()
    desk.figures.propose(proposal()).result()
    desk._write(lambda unit: _add(unit, UNREADABLE[what])).result()
    again = opened()
    assert [entry.state for entry in again.figures.layer.entries] == [State.PROPOSED]
    assert [act.id for act in again.figures.unread] == ["u1"]
    again.figures.propose(proposal("budget-visa-free")).result()
    assert len(again._read(lambda unit: unit.rules_acts.all()).result()) == 3
    assert store.verify(again.opened).findings == (Finding(Fault.UNREADABLE_FIGURE, "u1"),)


@given(st.text(max_size=30), st.text(max_size=30), st.integers(0, 10**12), st.sampled_from(ValueKind))
def test_whatever_is_kept_is_read_again_as_it_was(title: str, reason: str, euro: int, kind: ValueKind) -> None:
    amount = Money.cents(euro * 100)
    said = proposal(source=replace(CELL, title=title), reason=reason, low=amount, high=amount, kind=kind)
    act = propose(said)
    try:
        kept = written(act)
    except ValueError:
        return
    layer, unread = layer_of([kept])
    assert (layer.entries[0].state, unread) == (State.PROPOSED, ())
    if kind is ValueKind.AMOUNT:
        assert layer == add_up([act])


def test_what_can_t_be_read_says_where_with_the_spaces_of_the_language_and_what_it_was() -> None:
    set_language("fr")
    _layer, (act,) = layer_of([_kept("u1", desk="GNT", proposal={"figure": "x"})])
    assert (act.by, act.kind) == ("AV", "propose")
    assert act.why.startswith("proposal/kind\u00a0: ")
