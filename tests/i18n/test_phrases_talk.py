"""A conversation in words, for Match-IT: each question with its answer on a line."""

from __future__ import annotations

from dataclasses import replace

from loket_app.domain.conversation import Conversation, KeyMoment, TalkState
from loket_app.i18n import using
from loket_app.i18n.phrases_talk import match_it_text
from tests.track_cases import MONDAY, resident

TALK = Conversation("t", MONDAY, TalkState.NOT_HELD, not_held_why="ziek", moment=KeyMoment.INTAKE)


def test_whether_it_was_held_is_a_question_and_why_not_is_none() -> None:
    with using("nl"):
        told = match_it_text(replace(resident(), conversations=(TALK,)), TALK, ()).splitlines()
    assert told[2:] == ["Heeft het plaatsgevonden? niet doorgegaan", "Waarom het niet doorging: ziek"]
