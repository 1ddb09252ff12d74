"""A new record of each kind, with nothing in it but what its making says: its day, whose it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.conversation import Appointment, AppointmentState, Conversation, Holder, KeyMoment, Wait
from loket_app.domain.person import Identifier, IdentifierKind, Person, Relation
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


def conversation_for(editor: CaseEditor, moment: KeyMoment | None) -> Conversation:
    """A conversation of today; for a key moment with who holds it by the rules.

    One that is not to be held now has no day yet: who only looks what it must cover has not held it.
    """
    begun = Conversation(editor.new_id(), on=editor.today())
    found = None if moment is None else track_of(editor.case, editor.today()).moment(moment)
    if moment is None or found is None:
        return replace(begun, moment=NOT_ASKED if moment is None else moment)
    return replace(begun, on=begun.on if found.state in _NOW else NOT_ASKED, moment=moment, held_by=found.held_by)
