"""What a conversation must cover, how it is kept in Match-IT, and its report for the file."""

from __future__ import annotations

from datetime import date

from loket_app.domain.answers import known, or_none
from loket_app.domain.case import Case
from loket_app.domain.conversation import Conversation
from loket_app.domain.track_parts import Phase
from loket_app.domain.track_rules import Registration
from loket_app.i18n import language, using
from loket_app.i18n.phrases_talk import match_it_text
from loket_app.services.clock import Clock
from loket_app.services.track import track_of, track_rules


def conversation(case: Case, conversation_id: str) -> Conversation | None:
    """The conversation of that id; None when it is gone."""
    return next((talk for talk in case.conversations if talk.id == conversation_id), None)


def points(case: Case, conversation_id: str) -> tuple[tuple[str, str], ...]:
    """Id and title, in the language of the moment, of what a conversation must cover, and of what was ticked before."""
    talk = conversation(case, conversation_id)
    if talk is None:
        return ()
    ticked = or_none(talk.covered) or ()
    asked = _asked(case, talk)
    rules, lang = track_rules(), language()
    found = [(each, rules.point(each)) for each in dict.fromkeys((*asked, *ticked))]
    return tuple((each, point.title.text(lang)) for each, point in found if point is not None)


def registration(talk: Conversation) -> Registration | None:
    """How a conversation is kept in Match-IT; None when its phase is not known, or the source says nothing of it."""
    phase = track_rules().moment(talk.moment).phase if known(talk.moment) else Phase.NONE
    return track_rules().registration(phase)


def match_it(case: Case, conversation_id: str, lang: str) -> str:
    """The text for Match-IT in a language; empty when the conversation is gone."""
    talk = conversation(case, conversation_id)
    if talk is None:
        return ""
    with using(lang):
        return match_it_text(case, talk, _titles(talk))


def report(case: Case, conversation_id: str, lang: str, *, clock: Clock | None = None) -> bytes:
    """The report of a conversation for the file, as a PDF in one of the four languages. Raises KeyError for none."""
    from loket_app.documents.conversation import conversation_pdf

    talk = conversation(case, conversation_id)
    if talk is None:
        raise KeyError(conversation_id)
    with using(lang):
        covered = _titles(talk)
    return conversation_pdf(case, talk, lang, covered=covered, printed_on=(clock or Clock()).today())


def _asked(case: Case, talk: Conversation) -> tuple[str, ...]:
    """By the track of the case; where it has no such moment, by the rules of the day."""
    if not known(talk.moment):
        return ()
    day = or_none(talk.on) or date.max
    found = track_of(case, day if day is not date.max else None).moment(talk.moment)
    if found is not None:
        return found.points
    rule = track_rules().moment(talk.moment)
    row = rule.row(day) or rule.rows[-1]
    return row.points


def _titles(talk: Conversation) -> tuple[str, ...]:
    """What was discussed, in the language of the moment; a point that the rules no longer have by its id."""
    rules, lang = track_rules(), language()
    ticked = or_none(talk.covered) or ()
    return tuple(point.title.text(lang) if (point := rules.point(each)) else each for each in ticked)
