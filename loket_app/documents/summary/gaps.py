"""What a case does not tell: unknown, declined, not asked. A question that does not arise is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from loket_app.documents.engine.blocks import heading, paragraph
from loket_app.documents.engine.look import SMALL, SMALL_STRONG, Said
from loket_app.documents.engine.strips import Strip
from loket_app.documents.engine.tables import Column, Row, table
from loket_app.documents.summary.file import File
from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN, Missing, known
from loket_app.domain.arising import arises
from loket_app.domain.case import Case
from loket_app.domain.costs import is_to_come
from loket_app.domain.for_whom import PLACES
from loket_app.domain.person import Fitness, Person, Vulnerability
from loket_app.domain.shape import shape_of
from loket_app.domain.stay import OpenReturnPlace, Stay
from loket_app.domain.travel import Cost
from loket_app.i18n import _
from loket_app.i18n.joining import in_a_row
from loket_app.i18n.labels import capital, field_label, label

_PLACES: Final = ("contact", "stay", "wish", "plan", "documents", "costs", "journey", "consents")
_OPTIONAL: Final = frozenset(
    (
        *("documents/issuer", "documents/requested_on", "documents/issued_on", "documents/note"),
        *("costs/description", "costs/note", "costs/receipt_number", "costs/receipt_missing_why"),
        *("costs/currency", "costs/foreign_amount", "costs/rate", "costs/rate_on", "costs/rate_source"),
        *("costs/separate_receipt", "costs/reimbursed_by", "costs/reimbursed_on", "costs/refused_why"),
        *("journey/earliest_on", "journey/carrier", "journey/escort_why", "journey/transit_country"),
        *("consents/withdrawn_on", "consents/answered_by", "plan/budget/purpose", "plan/reports/next_on"),
        *("stay/otp_end", "stay/otp_ended_on", "stay/refuses_to_leave"),
        *("stay/otp_assigned_on", "stay/decisions/appeal_lodged_on", "stay/decisions/appeal_suspensive"),
        *("stay/earlier_places/assigned_on", "stay/earlier_places/end", "stay/earlier_places/refuses_to_leave"),
        *("stay/extensions/until", "stay/extensions/asked_on", "stay/extensions/answered_on"),
    )
)
"""What many a file does without: its silence says nothing."""

_WHY: Final = (NOT_ASKED, UNKNOWN, DECLINED)

_ABOUT: Final = 11.0
_NARROWEST: Final = 8.0

Found = dict[Missing, dict[str, None]]
"""The labels of fields for each reason why they are empty, once each."""


def gaps(file: File) -> Iterator[Strip]:
    """The section."""
    rows = list(_rows(file))
    yield from heading(_("What this file does not tell"), file.width)
    if not rows:
        yield from paragraph(_("Every question has an answer."), file.width)
    whys = {why: _share(found.get(why, {}) for _place, found in rows) for why in _WHY}
    columns = [Column(share, capital(label(why))) for why, share in whys.items() if share]
    lists = (Row((Said(about, SMALL_STRONG), *_lists(found, whys))) for about, found in rows)
    yield from table([Column(_ABOUT, _("About")), *columns], lists, file.width)


def _share(lists: Iterable[Iterable[str]]) -> float:
    """The share of a column: with the root of what it holds, the columns of a row end at about the same height."""
    signs = sum(len(in_a_row(labels)) for labels in lists)
    return max(_NARROWEST, signs**0.5) if signs else 0


def _lists(found: Found, whys: Mapping[Missing, float]) -> Iterator[Said]:
    return (Said(in_a_row(found.get(why, ())) or "–", SMALL) for why, share in whys.items() if share)


def _rows(file: File) -> Iterator[tuple[str, Found]]:
    for names, found in _people(file):
        yield in_a_row(names), found
    for place in _PLACES:
        found = _found(file.case, getattr(file.case, place), place)
        if found:
            yield capital(field_label(place)), found


def _people(file: File) -> list[tuple[list[str], Found]]:
    """The members of the household; those of whom the same is missing share a row."""
    groups: list[tuple[list[str], Found]] = []
    for person in file.case.household:
        found = _found(file.case, person, "household")
        same = next((names for names, other in groups if other == found), None)
        if same is not None:
            same.append(file.names[person.id])
        elif found:
            groups.append(([file.names[person.id]], found))
    return groups


def _found(case: Case, record: Any, place: str) -> Found:
    found: Found = {}
    for why, pattern in _missing(case, record, place):
        found.setdefault(why, {})[capital(field_label(pattern))] = None
    return found


def _missing(case: Case, record: Any, place: str) -> Iterator[tuple[Missing, str]]:
    if isinstance(record, tuple):
        for item in record:
            yield from _missing(case, item, place)
        return
    beside = _beside_the_point(case, record)
    for field in fields(record):
        pattern, value = f"{place}/{field.name}", getattr(record, field.name)
        if shape_of(type(record))[field.name].is_record:
            yield from _missing(case, value, pattern)
        elif isinstance(value, Missing) and field.name not in beside and pattern not in _OPTIONAL:
            yield value, pattern


def _beside_the_point(case: Case, record: Any) -> set[str]:
    """Fields of a record that its other answers make pointless."""
    if isinstance(record, Person):
        return {name for name, pointless in _of_a_person(case, record) if pointless}
    if isinstance(record, Stay):
        return {name for name, pointless in _of_a_stay(case, record) if pointless}
    if isinstance(record, Cost):
        return {"spent_on", "receipt"} if is_to_come(record) else set()
    return {path.rpartition("/")[2] for path in PLACES} if record is case.journey else set()


def _of_a_person(case: Case, person: Person) -> Iterator[tuple[str, bool]]:
    frail = known(person.vulnerabilities) and set(person.vulnerabilities) - {Vulnerability.NONE}
    yield "family_name", person.one_name_only
    yield "nationalities", person.stateless is True
    yield "stateless", known(person.nationalities)
    yield "vulnerability_notes", not frail
    yield "fitness_notes", not known(person.fitness) or person.fitness is Fitness.FIT
    yield "stay_category", person.stay_category is NOT_ASKED  # then the family's counts
    for name in ("wheelchair", "medical_form", "due_on", "has_number"):
        yield name, not arises(case, f"household/{person.id}/{name}")


def _of_a_stay(case: Case, stay: Stay) -> Iterator[tuple[str, bool]]:
    yield "reception_place", stay.in_reception is not True
    yield "dublin_state", stay.dublin_transfer is not True
    yield "earlier_return_on", stay.earlier_return_support is not True
    yield "had_procedure", bool(stay.procedures)
    yield "guardian", not _named(case, Vulnerability.UNACCOMPANIED_MINOR)
    yield "otp_agreed_on", stay.otp_agrees is not True
    for name in ("otp_place", "otp_arrived_on", "otp_agrees"):
        yield name, stay.open_return_place is not OpenReturnPlace.ASSIGNED


def _named(case: Case, kind: Vulnerability) -> bool:
    return any(known(person.vulnerabilities) and kind in person.vulnerabilities for person in case.household)
