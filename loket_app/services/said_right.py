"""Saying that what the return track asks about is right, and taking that back: each one act that can be undone."""

from __future__ import annotations

from loket_app.domain.said_right import SaidRight
from loket_app.domain.track_parts import Question, Settled
from loket_app.domain.track_settled import about
from loket_app.services.editing import CaseEditor


def say_right(editor: CaseEditor, question: Question) -> None:
    """Let a question rest as long as the answers that it is about stay as they are."""
    told = about(editor.case, question)
    kind, today = question.kind.value, editor.today()
    note = SaidRight(editor.new_id(), question.path, kind, question.other, told, today, editor.by)
    editor.add("said_right", note)


def ask_again(editor: CaseEditor, settled: Settled) -> None:
    """Ask the question again."""
    editor.remove(f"said_right/{settled.said.id}")
