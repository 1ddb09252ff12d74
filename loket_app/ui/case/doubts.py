"""What a page says under a field of which the answer, though it can be true, deserves a second look."""

from __future__ import annotations

from datetime import date

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.departing import departure_passed
from loket_app.domain.papers import travel_day
from loket_app.domain.person import Person, Relation
from loket_app.domain.stay_of import may_stand_apart
from loket_app.domain.travel import TravelDocument
from loket_app.i18n import _
from loket_app.i18n.phrases import departure_passed_text, name_in
from loket_app.i18n.phrases_papers import expiry_text
from loket_app.ui.case.doubts_journey import doubt_of_departure, doubt_of_report

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
    if name == "relation":
        return _of_a_second_applicant(case, record_path)
    if name == "stay_category":
        return _of_the_applicant(case, record_path)
    if record_path == "departure":
        return doubt_of_departure(case, name, today)
    if record_path.startswith("plan/reports/") and name == "on":
        return doubt_of_report(value_at(case, path), today)
    if name != "valid_until":
        return ""
    document = value_at(case, record_path)
    return expiry_text(document, travel_day(case, today)) if isinstance(document, TravelDocument) else ""


def _of_a_second_applicant(case: Case, record_path: str) -> str:
    """Two applicants, as an earlier Loket or another program could leave them: everywhere the first one counts."""
    person, first = value_at(case, record_path), case.applicant
    second = isinstance(person, Person) and person.relation is Relation.APPLICANT and person is not first
    if first is None or not second:
        return ""
    words = _(
        "A case has one applicant, and {name} is one too: until you choose, {name} counts. "
        "Say of one of the two what they are to the other."
    )
    return words.format(name=name_in(case, first.id))


def _of_the_applicant(case: Case, record_path: str) -> str:
    """An answer of before, from when somebody else was the applicant."""
    person = value_at(case, record_path)
    if not isinstance(person, Person) or person.stay_category is NOT_ASKED or may_stand_apart(case, person):
        return ""
    return _(
        "For the applicant the family's situation counts, above. This answer counts nowhere: set it to “not asked”."
    )
