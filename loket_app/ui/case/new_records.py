"""A new record of each kind, with nothing in it but what its making says: its day, whose it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.conversation import (
    Appointment,
    AppointmentState,
    Conversation,
    Holder,
    KeyMoment,
    TalkState,
    Wait,
)
from loket_app.domain.person import Identifier, IdentifierKind, Person, Relation
from loket_app.domain.track_kept import begun_anew
from loket_app.domain.track_parts import MomentState
from loket_app.domain.travel import TravelDocument
from loket_app.services.editing import CaseEditor
from loket_app.services.track import track_of

_NOW: Final = frozenset({MomentState.LATE, MomentState.DUE})


def maker(kind: type[Any], editor: CaseEditor) -> Callable[[str], Any]:
    """A function that makes a record of that kind for an id."""
    special: dict[type[Any], Callable[[str], Any]] = {
        Person: lambda new_id: _person(new_id, editor),
        Identifier: lambda new_id: Identifier(new_id, IdentifierKind.DVZ),
        TravelDocument: lambda new_id: _document(new_id, editor),
        Conversation: lambda _new_id: conversation_for(editor, due(editor)),
        Appointment: lambda new_id: Appointment(new_id, state=AppointmentState.PLANNED),
        Wait: lambda new_id: Wait(new_id, since=editor.today()),
    }
    return special.get(kind, kind)


def _person(new_id: str, editor: CaseEditor) -> Person:
    return Person(new_id, Relation.OTHER if editor.case.applicant else Relation.APPLICANT)


def _document(new_id: str, editor: CaseEditor) -> TravelDocument:
    """For the first member without a document; the counsellor can choose another."""
    people = [person.id for person in editor.case.household]
    with_one = {document.person for document in editor.case.documents}
    first = next((person for person in people if person not in with_one), people[0] if people else "")
    return TravelDocument(new_id, first)


def due(editor: CaseEditor) -> KeyMoment | None:
    """The key moment that a conversation of today is for, as far as one is due or late and people of a desk hold it.

    What others hold elsewhere is never supposed to be held by a key: it would stand there as done.
    """
    found = track_of(editor.case, editor.today()).next_moment
    if found is None or found.held_by is Holder.ICAM_COACH or found.moment is KeyMoment.INFO_SESSION:
        return None
    return found.moment if found.state in _NOW else None


def begun(editor: CaseEditor, path: str) -> str | None:
    """The path of what waits already to be held, where a new conversation is asked for; None elsewhere and without any.

    It is planned for today, or of no day and for the key moment that is due: a second one beside it would leave the first
    open for ever. Of several of today the one for that moment comes first.
    """
    if path != "conversations":
        return None
    planned = [talk for talk in editor.case.conversations if talk.state is TalkState.PLANNED]
    now = due(editor)
    today = [talk for talk in planned if talk.on == editor.today()]
    undated = [talk for talk in planned if talk.on is NOT_ASKED and talk.moment is now]
    found = next(iter((*sorted(today, key=lambda talk: talk.moment is not now), *undated)), None)
    return f"{path}/{found.id}" if found else None


def conversation_for(editor: CaseEditor, moment: KeyMoment | None) -> Conversation:
    """A conversation that is begun; for a key moment with who holds it by the rules.

    It is planned, and of no day: who opens one to look what it must cover has not held it. Holding it is said on its card.
    """
    begun = Conversation(editor.new_id(), state=TalkState.PLANNED)
    if moment is None:
        return begun
    found = track_of(editor.case, editor.today()).moment(moment)
    return replace(begun, moment=moment, held_by=found.held_by if found else NOT_ASKED)


def begin_anew(editor: CaseEditor) -> None:
    """Empty the answers on the open return place for a next one; those of earlier stays get places of their own."""
    places, emptied = begun_anew(editor.case, editor.today(), editor.new_id)
    editor.add_many("stay/earlier_places", places, beside=emptied)
