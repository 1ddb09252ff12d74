"""What is missing, in words that name the paper or the consent, and whose it is."""

from __future__ import annotations

from loket_app.domain.case import Case, Consent
from loket_app.domain.changes import value_at
from loket_app.domain.completeness import without_paper
from loket_app.domain.for_whom import PLACES
from loket_app.domain.shape import pattern_of
from loket_app.domain.travel import TravelDocument
from loket_app.i18n import _
from loket_app.i18n.joining import listed, said
from loket_app.i18n.labels import capital, field_label, label
from loket_app.i18n.phrases import names_in, place_text

_LISTED = ("household/has_number", "stay/had_procedure")
"""Questions whose yes asks for a list."""


def gap_words(case: Case, path: str) -> str:
    """A gap below the name of its person: `Passport: valid until`, `Travel document: MIFTARI, …`."""
    if path == "household":
        return _("Who returns?")
    if path == "documents":
        return _travel_document(case)
    if path in PLACES:
        return _of_whom(path)
    if _is_yes(case, path):
        return _to_fill_in(capital(field_label(pattern_of(path))))
    words, record = field_label(pattern_of(path)), _record(case, path)
    match record:
        case TravelDocument(kind=kind):
            return said(capital(label(kind)), words[:1].lower() + words[1:])
        case Consent():
            return said(capital(_consent(case, record)), words[:1].lower() + words[1:])
        case _:
            return capital(words)


def gap_line(case: Case, path: str) -> str:
    """A gap that stands alone, with whose it is: `Valid until – Passport, MIFTARI, …`, `Date – passing the file on to IOM`."""
    if path in PLACES:
        return _of_whom(path)
    if path == "documents":
        return _travel_document(case)
    if _is_yes(case, path):
        return _to_fill_in(place_text(case, path))
    record = _record(case, path)
    return place_text(case, path) + (f" – {_consent(case, record)}" if isinstance(record, Consent) else "")


def _is_yes(case: Case, path: str) -> bool:
    """Whether there are some was answered with yes, and the list of them is empty still."""
    return pattern_of(path) in _LISTED and value_at(case, path) is True


def _to_fill_in(words: str) -> str:
    return said(words, _("yes, still to be filled in"))


def _of_whom(path: str) -> str:
    """An answer is there, and nobody said of whom."""
    return said(capital(field_label(path)), _("of whom?"))


def _record(case: Case, path: str) -> object:
    """The paper or the consent that a question is about; None for any other."""
    of, *rest = path.split("/")
    return value_at(case, f"{of}/{rest[0]}") if of in ("documents", "consents") and len(rest) > 1 else None


def _consent(case: Case, consent: Consent) -> str:
    """To what, and whose where it is one person's."""
    whose = names_in(case).get(consent.person, "")
    return f"{label(consent.purpose)}, {whose}" if whose else label(consent.purpose)


def _travel_document(case: Case) -> str:
    """Of whom no paper was noted at all."""
    names = names_in(case)
    whose = listed(names[person.id] for person in without_paper(case))
    words = _("Travel document")
    return said(words, whose) if whose else words
