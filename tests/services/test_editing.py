"""One open case: typing is one act, undo takes back acts, and what can't be written is kept in order and tried again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket_app.domain.answers import DECLINED, NOT_ASKED
from loket_app.domain.case import Case, Desk
from loket_app.domain.changes import Change, NoSuchPlace, apply_all
from loket_app.domain.person import Person, Relation, Sex
from loket_app.services.clock import Clock
from loket_app.services.editing import SAME_ACT, CaseEditor, NotSaved, Saved, SaveState, Saving

CASE = Case("c", "BRU-2026-0001", Desk.BRUSSELS, date(2026, 4, 14), "AV", household=(Person("p", Relation.APPLICANT),))
NAME, TOWN, NOTES = "household/p/given_names", "contact/town", "remarks"


class Watch:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.at = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)
        self._numbers = count(1)

    def clock(self) -> Clock:
        return Clock(now=lambda: self.at, new_id=lambda: f"id{next(self._numbers)}")

    def wait(self, time: timedelta) -> None:
        self.at += time


class Disk:
    """Takes batches and answers when the test says so; what it wrote lies in `written`, in order."""

    def __init__(self) -> None:
        self.written: list[Change] = []
        self._asked: list[tuple[tuple[Change, ...], Future[Any]]] = []

    def record(self, new: Sequence[Change]) -> Future[Any]:
        future: Future[Any] = Future()
        self._asked.append((tuple(new), future))
        return future

    @property
    def waiting(self) -> list[tuple[Change, ...]]:
        return [batch for batch, _future in self._asked]

    def write(self) -> None:
        """Write what was asked first, if anything was."""
        if self._asked:
            batch, future = self._asked.pop(0)
            self.written += batch
            future.set_result(None)

    def fail(self, error: Exception) -> None:
        """Fail to."""
        if self._asked:
            self._asked.pop(0)[1].set_exception(error)

    def write_all(self) -> None:
        while self._asked:
            self.write()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def editor(watch: Watch, disk: Disk) -> CaseEditor:
    return an_editor(disk, watch)


def an_editor(disk: Disk, watch: Watch) -> CaseEditor:
    return CaseEditor(CASE, (), disk.record, by="AV", dispatch=at_once, clock=watch.clock())


def at_once(work: Callable[[], None]) -> None:
    work()


def type_in(editor: CaseEditor, path: str, text: str) -> None:
    """As a field tells it: after each rest of the hands, all that was typed."""
    for length in range(1, len(text) + 1):
        editor.set(path, text[:length])


def town(editor: CaseEditor) -> object:
    return editor.case.contact.town


def state(editor: CaseEditor) -> SaveState:
    return editor.state


def name(editor: CaseEditor) -> object:
    return editor.case.household[0].given_names


def test_an_answer_is_in_the_case_at_once_and_in_the_store_later(editor: CaseEditor, disk: Disk) -> None:
    editor.set(TOWN, "Gent")
    assert editor.case.contact.town == "Gent"
    assert state(editor) == Saving()
    assert [change.path for change in editor.pending] == [TOWN]
    disk.write()
    assert editor.pending == ()
    assert isinstance(editor.state, Saved)


def test_the_same_answer_again_is_no_edit(editor: CaseEditor, disk: Disk) -> None:
    editor.set(TOWN, NOT_ASKED)
    assert editor.log == ()
    assert disk.waiting == []
    assert editor.can_undo_redo() == (False, False)


def test_a_place_that_a_case_does_not_have(editor: CaseEditor) -> None:
    with pytest.raises(NoSuchPlace):
        editor.set("contact/colour", "red")
    assert editor.case == CASE


def test_typing_on_is_one_act(editor: CaseEditor) -> None:
    type_in(editor, NAME, "Agim")
    type_in(editor, TOWN, "Gent")
    assert len(editor.log) == 8
    editor.undo()
    assert (name(editor), editor.case.contact.town) == ("Agim", NOT_ASKED)
    editor.undo()
    assert name(editor) is NOT_ASKED
    assert editor.can_undo_redo() == (False, True)


def test_typing_after_a_pause_is_another_act(editor: CaseEditor, watch: Watch) -> None:
    editor.set(NAME, "Agim")
    watch.wait(SAME_ACT)
    editor.set(NAME, "Agim Besim")
    editor.undo()
    assert name(editor) == "Agim"


def test_coming_back_to_a_field_is_another_act(editor: CaseEditor) -> None:
    editor.set(NAME, "Agim")
    editor.set(TOWN, "Gent")
    editor.set(NAME, "Agron")
    editor.undo()
    assert (name(editor), editor.case.contact.town) == ("Agim", "Gent")


def test_typing_after_undo_is_another_act(editor: CaseEditor) -> None:
    editor.set(NAME, "Agim")
    editor.undo()
    editor.set(NAME, "Agron")
    assert editor.can_undo_redo() == (True, False)
    editor.undo()
    assert name(editor) is NOT_ASKED


def test_what_was_typed_and_wiped_out_again_is_passed_by(editor: CaseEditor) -> None:
    """Else Ctrl+Z would seem to do nothing."""
    editor.set(TOWN, "Gent")
    editor.set(NOTES, "Oeps")
    editor.set(NOTES, NOT_ASKED)
    changed = editor.undo()
    assert changed[-1].path == TOWN
    assert town(editor) is NOT_ASKED
    editor.redo()
    assert town(editor) == "Gent"


def test_several_answers_are_one_act(editor: CaseEditor) -> None:
    editor.set_many({NAME: "Agim", "household/p/sex": Sex.MALE, TOWN: NOT_ASKED})
    assert {change.path for change in editor.log} == {NAME, "household/p/sex"}
    editor.undo()
    assert editor.case.household == CASE.household
    editor.redo()
    assert (name(editor), editor.case.household[0].sex) == ("Agim", Sex.MALE)


def test_somebody_taken_away_comes_back_to_the_same_place(editor: CaseEditor) -> None:
    for number in range(3):
        editor.add("household", Person(f"q{number}", Relation.CHILD))
    editor.set("household/q1/given_names", "Blerta")
    before = editor.case.household
    editor.remove("household/q1")
    assert len(editor.case.household) == 3
    editor.undo()
    assert editor.case.household == before
    editor.remove("household/nobody")
    assert editor.case.household == before


def test_one_write_at_a_time_and_the_rest_goes_together(editor: CaseEditor, disk: Disk) -> None:
    type_in(editor, NAME, "Agim")
    assert [len(batch) for batch in disk.waiting] == [1]
    disk.write()
    assert [len(batch) for batch in disk.waiting] == [3]
    disk.write()
    assert disk.waiting == []
    assert disk.written == list(editor.log)


def test_a_failing_disk_loses_nothing_and_keeps_the_order(editor: CaseEditor, disk: Disk, watch: Watch) -> None:
    states: list[SaveState] = []
    editor.listen(lambda _case: None, states.append)
    full, since = OSError(28, "No space left on device"), watch.at
    editor.set(NAME, "Agim")
    editor.set(TOWN, "Gent")
    disk.fail(full)
    assert state(editor) == NotSaved(full, since)
    watch.wait(timedelta(minutes=5))
    editor.set(NOTES, DECLINED)
    disk.fail(full)
    assert state(editor) == NotSaved(full, since)  # since the first failure, not the last
    assert editor.case.remarks is DECLINED
    editor.retry()
    disk.write_all()
    assert disk.written == list(editor.log)
    assert apply_all(CASE, disk.written) == editor.case
    assert editor.pending == ()
    assert state(editor) == Saved(watch.at)
    assert [type(state) for state in states] == [Saving, NotSaved, Saving, NotSaved, Saving, Saved]


def test_a_second_failure_counts_from_its_own_time(editor: CaseEditor, disk: Disk, watch: Watch) -> None:
    editor.set(TOWN, "Gent")
    disk.fail(OSError())
    editor.retry()
    disk.write()
    watch.wait(timedelta(hours=1))
    editor.set(TOWN, "Gentbrugge")
    disk.fail(OSError())
    assert isinstance(editor.state, NotSaved)
    assert editor.state.since == watch.at


def test_a_recorder_that_cannot_even_be_asked_is_told_as_not_saved(watch: Watch) -> None:
    disk, closed = Disk(), RuntimeError("the store's thread is gone")

    def record(new: Sequence[Change]) -> Future[Any]:
        if closed.args:
            raise closed
        return disk.record(new)

    editor = CaseEditor(CASE, (), record, by="AV", dispatch=lambda work: work(), clock=watch.clock())
    editor.set(TOWN, "Gent")
    assert state(editor) == NotSaved(closed, watch.at)
    closed.args = ()
    editor.retry()
    disk.write_all()
    assert state(editor) == Saved(watch.at)
    assert disk.written == list(editor.log)


def test_trying_again_asks_the_disk_once(editor: CaseEditor, disk: Disk) -> None:
    editor.retry()
    assert disk.waiting == []
    editor.set(TOWN, "Gent")
    editor.retry()
    assert len(disk.waiting) == 1


def test_undo_while_nothing_can_be_written(editor: CaseEditor, disk: Disk) -> None:
    editor.set(TOWN, "Gent")
    disk.fail(OSError())
    editor.undo()
    disk.write_all()
    assert apply_all(CASE, disk.written) == editor.case
    assert editor.case.contact.town is NOT_ASKED


def test_whoever_stopped_listening_hears_nothing(editor: CaseEditor, disk: Disk) -> None:
    heard: list[Case] = []
    told: list[SaveState] = []
    on_case, on_state = heard.append, told.append
    editor.listen(on_case, on_state)
    editor.set(TOWN, "Gent")
    editor.forget(on_case, on_state)
    disk.write()
    editor.set(TOWN, "Brugge")
    assert [case.contact.town for case in heard] == ["Gent"]
    assert told == [Saving()]


ACTS = ("set", "set_other", "undo", "redo", "add", "write", "fail", "retry", "pause")


@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 3)), max_size=30))
def test_whatever_happens_the_store_ends_as_the_screen(acts: list[tuple[str, int]]) -> None:
    disk, watch = Disk(), Watch()
    editor = an_editor(disk, watch)
    for act, number in acts:
        _do(editor, disk, watch, act, number)
        assert apply_all(CASE, editor.log) == editor.case
        assert [*disk.written, *editor.pending] == list(editor.log)
    disk.write_all()
    editor.retry()
    disk.write_all()
    assert disk.written == list(editor.log)
    while editor.undo():
        pass
    assert replace(editor.case, revision=0) == CASE


def _do(editor: CaseEditor, disk: Disk, watch: Watch, act: str, number: int) -> None:
    doing: dict[str, Callable[[], object]] = {
        "set": lambda: editor.set(TOWN, ["Gent", "Aalst", NOT_ASKED, DECLINED][number]),
        "set_other": lambda: editor.set(NOTES, ["a", "b", NOT_ASKED, DECLINED][number]),
        "undo": editor.undo,
        "redo": editor.redo,
        "add": lambda: editor.add("household", Person(editor.new_id(), Relation.CHILD)),
        "write": disk.write,
        "fail": lambda: disk.fail(OSError()),
        "retry": editor.retry,
        "pause": lambda: watch.wait(SAME_ACT),
    }
    doing[act]()
