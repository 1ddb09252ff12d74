"""What is missing, in words that name the paper and whose it is."""

from __future__ import annotations

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.completeness import without_paper
from loket_app.domain.shape import pattern_of
from loket_app.domain.travel import TravelDocument
from loket_app.i18n import _
from loket_app.i18n.joining import listed, said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import names_in, place_text

_DUE = "journey/pregnancy_due_on"


def gap_words(case: Case, path: str) -> str:
    """A gap below the name of its person: `Passport: valid until`, `Travel document: MIFTARI, …`."""
    if path == "household":
        return _("Who returns?")
    if path == "documents":
        return _travel_document(case)
    if path == _DUE and known(value_at(case, path)):
        return _due_date_of_whom()
    words, paper = field_label(pattern_of(path)), _paper(case, path)
    if paper is None:
        return capital(words)
    return said(capital(label(paper.kind)), words[:1].lower() + words[1:])


def gap_line(case: Case, path: str) -> str:
    """A gap that stands alone, with whose it is: `Valid until – Passport, MIFTARI, …`."""
    if path == _DUE and known(value_at(case, path)):
        return _due_date_of_whom()
    return _travel_document(case) if path == "documents" else place_text(case, path)


def _due_date_of_whom() -> str:
    """A date is there, and who books can't be told whose: nobody was named, or several, or with another group."""
    return said(capital(field_label(_DUE)), _("of whom?"))


def _paper(case: Case, path: str) -> TravelDocument | None:
    of, *rest = path.split("/")
    record = value_at(case, f"{of}/{rest[0]}") if of == "documents" and len(rest) > 1 else None
    return record if isinstance(record, TravelDocument) else None


def _travel_document(case: Case) -> str:
    """Of whom no paper was noted at all."""
    names = names_in(case)
    whose = listed(names[person.id] for person in without_paper(case))
    words = _("Travel document")
    return said(words, whose) if whose else words
