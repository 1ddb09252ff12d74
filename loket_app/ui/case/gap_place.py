"""Where a gap can be filled: the question itself, or the record that is not there yet."""

from __future__ import annotations

from itertools import product

from loket_app.domain.answers import Missing
from loket_app.domain.case import Consent, ConsentPurpose
from loket_app.domain.consents import last_consent, whose_word
from loket_app.domain.person import Person, Relation
from loket_app.domain.travel import TravelDocument
from loket_app.services.editing import CaseEditor


def place_for(editor: CaseEditor, path: str) -> str:
    """The path to lead to. A list that lacks the record it is asked for gets it first; undo takes it away."""
    makers = {"household": _applicant, "documents": _paper, "consents": _consent}
    return makers[path](editor) if path in makers else path


def _applicant(editor: CaseEditor) -> str:
    if editor.case.household:
        return "household"
    return editor.add("household", Person(editor.new_id(), Relation.APPLICANT))


def _paper(editor: CaseEditor) -> str:
    """A paper of the first traveller without one."""
    with_one = {document.person for document in editor.case.documents}
    travellers = [person.id for person in editor.case.household if person.travels is not False]
    without = next((person for person in travellers if person not in with_one), None)
    return editor.add("documents", TravelDocument(editor.new_id(), without)) if without else "documents"


def _consent(editor: CaseEditor) -> str:
    """The first without an answer of the consents that a handover to IOM needs, made when it was never put."""
    for purpose, person in product((ConsentPurpose.DATA_TO_IOM, ConsentPurpose.PROGRAMME), whose_word(editor.case)):
        found = last_consent(editor.case, purpose, person)
        if found is None:
            return editor.add("consents", Consent(editor.new_id(), purpose, person=person))
        if isinstance(found.state, Missing):
            return f"consents/{found.id}/state"
    return "consents"
