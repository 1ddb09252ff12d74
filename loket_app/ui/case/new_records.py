"""A new record of each kind, with nothing in it but what its making says: its day, whose it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from loket_app.domain.conversation import Appointment, AppointmentState, Conversation, Wait
from loket_app.domain.person import Identifier, IdentifierKind, Person, Relation
from loket_app.domain.travel import TravelDocument
from loket_app.services.editing import CaseEditor


def maker(kind: type[Any], editor: CaseEditor) -> Callable[[str], Any]:
    """A function that makes a record of that kind for an id."""
    special: dict[type[Any], Callable[[str], Any]] = {
        Person: lambda new_id: _person(new_id, editor),
        Identifier: lambda new_id: Identifier(new_id, IdentifierKind.DVZ),
        TravelDocument: lambda new_id: _document(new_id, editor),
        Conversation: lambda new_id: Conversation(new_id, on=editor.today()),
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
