"""A conversation about return in words of our own: for Match-IT, and for the report of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation
from loket_app.i18n import _
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import answer_text

HEAD = ("on", "state", "not_held_why", "place", "held_by", "with_whom", "language", "interpreter")
SAID = ("stance", "attitude", "obstacles", "solutions", "possibilities", "decided", "notes")


def told(case: Case, talk: Conversation, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The questions of a conversation that were asked, each with its answer; unknown and declined are answers."""
    for name in names:
        value = getattr(talk, name)
        if value is not NOT_ASKED:
            path = f"conversations/{talk.id}/{name}"
            yield capital(field_label(f"conversations/{name}")), answer_text(case, path, value)


def talk_title(talk: Conversation) -> str:
    """`Return track: outtake`; without a key moment, a conversation about return."""
    if talk.moment is NOT_ASKED:
        return _("Conversation about return")
    return _("Return track: {moment}").format(moment=label(talk.moment))


def match_it_text(case: Case, talk: Conversation, covered: Sequence[str]) -> str:
    """What is pasted into the social file: a line an answer, the points discussed as a list. It names nobody."""
    lines = [talk_title(talk), *_lines(case, talk, HEAD)]
    if covered:
        lines += [_("{question}:").format(question=capital(field_label("conversations/covered")))]
        lines += [f"- {point}" for point in covered]
    return "\n".join([*lines, *_lines(case, talk, SAID)])


def _lines(case: Case, talk: Conversation, names: Sequence[str]) -> list[str]:
    return [said(name, value) for name, value in told(case, talk, names)]
