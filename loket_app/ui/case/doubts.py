"""What a page says under a field of which the answer, though it can be true, deserves a second look."""

from __future__ import annotations

from datetime import date

from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.departing import departure_passed
from loket_app.domain.papers import travel_day
from loket_app.domain.travel import TravelDocument
from loket_app.i18n import _
from loket_app.i18n.phrases import departure_passed_text
from loket_app.i18n.phrases_papers import expiry_text

_LISTS = {"has_number": "identifiers", "had_procedure": "procedures"}
"""Questions whether a list has anything."""


def doubt(case: Case, path: str, today: date) -> str:
    """The sentence for the question at a path; nothing when there is no doubt."""
    if path == "wish/departure_on":
        return departure_passed_text() if departure_passed(case, today) else ""
    record_path, _slash, name = path.rpartition("/")
    if name in _LISTS:
        listed = value_at(case, f"{record_path}/{_LISTS[name]}")
        none = value_at(case, path) is False
        return (
            _("“No” stands here, and the list below is not empty. One of the two is wrong.") if none and listed else ""
        )
    if name != "valid_until":
        return ""
    document = value_at(case, record_path)
    return expiry_text(document, travel_day(case, today)) if isinstance(document, TravelDocument) else ""
