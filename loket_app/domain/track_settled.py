"""Questions that somebody answered with "that is right": they rest until one of the answers behind them changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from loket_app.domain.case import Case
from loket_app.domain.changes import NoSuchPlace, value_at
from loket_app.domain.codec import plain
from loket_app.domain.said_right import SaidRight
from loket_app.domain.track_parts import OddKind, Question, Settled

_ASK_FOR_MORE: Final = frozenset(
    (
        *(OddKind.REQUEST_MISSING, OddKind.LATER_REQUEST_MISSING, OddKind.CLOSED_UNWRITTEN, OddKind.LEFT_RECEPTION),
        *(OddKind.PLACE_OF_EARLIER_STAY, OddKind.DAYS_OF_EARLIER_PLACE, OddKind.EXTENSION_WITHOUT_REFUSAL),
        *(OddKind.APPEAL_DAY_WITHOUT_APPEAL, OddKind.ASSIGNED_ON_WITHOUT_PLACE, OddKind.EXTENSION_NOT_GRANTED),
        OddKind.AGREED_ON_WITHOUT_AGREEMENT,
    )
)
"""Questions that "yes" does not answer: something else must be written down, or one of two answers is wrong."""


def may_be_right(case: Case, question: Question) -> bool:
    """Whether what stands there can be said to be right: there is an answer, and it is the one that looks odd."""
    return question.kind not in _ASK_FOR_MORE and not _is_missing(_held(case, question.path))


def about(case: Case, question: Question) -> str:
    """The answers that a question is about, as text to compare."""
    paths = [path for path in (question.path, question.other) if path]
    if question.kind is OddKind.TWO_FINAL_REFUSALS:  # it asks which notification is the last
        paths += [f"{path.rpartition('/')[0]}/notified_on" for path in paths]
    held = [_held(case, path) for path in paths]
    return json.dumps(held, sort_keys=True, ensure_ascii=False)


def settle(case: Case, asked: Iterable[Question]) -> tuple[tuple[Question, ...], tuple[Settled, ...]]:
    """What is still asked, and what rests because somebody said of these very answers that they are right."""
    still: list[Question] = []
    rest: list[Settled] = []
    for question in asked:
        said = _said(case, question) if may_be_right(case, question) else None
        if said is None:
            still.append(question)
        else:
            rest.append(Settled(question, said))
    return tuple(still), tuple(rest)


def _said(case: Case, question: Question) -> SaidRight | None:
    """The last note about these answers."""
    same = [
        each
        for each in case.said_right
        if (each.path, each.kind, each.other) == (question.path, question.kind.value, question.other)
    ]
    fitting = [each for each in same if each.about == about(case, question)]
    return max(fitting, key=lambda each: (each.on, each.id), default=None)


def _held(case: Case, path: str) -> Any:
    try:
        return plain(value_at(case, path))
    except NoSuchPlace:
        return None


def _is_missing(value: Any) -> bool:
    return value is None or (isinstance(value, dict) and "missing" in value)
