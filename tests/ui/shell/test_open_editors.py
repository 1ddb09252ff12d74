"""What is written when a window is gone already is written all the same, and tells nobody."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject

from loket_app.domain.changes import Change
from loket_app.services.editing import CaseEditor, Saved, SaveState
from loket_app.ui.shell.open_editors import OpenEditors
from tests.documents.cases import EMPTY

pytestmark = pytest.mark.usefixtures("qapp")


class Slow:
    """A store that answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[Future[Any]] = []

    def record(self, _new: Sequence[Change]) -> Future[Any]:
        """Promise it."""
        self.asked.append(Future())
        return self.asked[-1]


def _watched(store: Slow) -> tuple[QObject, OpenEditors, CaseEditor]:
    window = QObject()
    editors = OpenEditors(window)
    editor = CaseEditor(EMPTY, (), store.record, by="an", dispatch=lambda work: work())
    editors.watch(editor)
    return window, editors, editor


def test_a_write_that_ends_after_its_window_closed_is_kept() -> None:
    store = Slow()
    window, editors, editor = _watched(store)
    told: list[SaveState] = []
    editor.set("remarks", "one")
    shiboken6.delete(window)
    editor.listen(lambda _case: None, told.append)
    store.asked[0].set_result(None)
    assert not shiboken6.isValid(editors)
    assert [type(state) for state in told] == [Saved]
    assert editor.pending == ()


def test_a_window_that_is_there_hears_of_each_state() -> None:
    store, heard = Slow(), list[int]()
    window, editors, editor = _watched(store)
    editors.changed.connect(lambda: heard.append(len(editor.pending)))
    editor.set("remarks", "one")
    store.asked[0].set_result(None)
    assert heard == [1, 0]
    assert shiboken6.isValid(window)
