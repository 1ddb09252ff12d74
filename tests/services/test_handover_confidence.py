"""Every text of a case carries a mark of its own: of what is withheld, no mark is found in any file of a package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, product
from typing import Any

import pytest

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.case import Case, ConsentPurpose, ConsentState
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_needs import HEALTH, NEEDS
from loket_app.domain.shape import shape_of
from loket_app.domain.stay import Decision, Procedure
from loket_app.domain.wish import Partner, PlanPurpose
from loket_app.i18n.phrases import COUNTRY_FIELDS, CURRENCY_FIELDS, LANGUAGE_FIELDS, PERSON_FIELDS
from loket_app.services import handover
from tests.at_work import still_clock
from tests.documents.reading import words
from tests.handover_cases import full_case, scan_bytes, with_consents
from tests.handover_packages import new_pair

PAIR = new_pair()
_CODES = COUNTRY_FIELDS | CURRENCY_FIELDS | LANGUAGE_FIELDS | PERSON_FIELDS
_NAMED = frozenset({"number", "household/stateless", "consents/person"})
_MARK = re.compile(r"qx\d{4}xq", re.IGNORECASE)


class Marked:
    """A case in which every text is a mark; `where` says which pattern and which path each mark stands at."""

    def __init__(self, case: Case) -> None:
        self.where: dict[str, tuple[str, str]] = {}
        self._numbers = count(1)
        self.case: Case = self._record(case, "", "")

    def _record(self, record: Any, at: str, pattern: str) -> Any:
        values = {
            name: self._value(shape, getattr(record, name), at + name, pattern + name)
            for name, shape in shape_of(type(record)).items()
            if name != "id" and pattern + name not in (*_CODES, *_NAMED) and not pattern.startswith("attachments/")
        }
        return replace(record, **values)

    def _value(self, shape: Any, value: Any, path: str, pattern: str) -> Any:
        if not shape.is_record:
            return self._mark(path, pattern) if shape.kind is str and not shape.many else value
        if not shape.many:
            return self._record(value, f"{path}/", f"{pattern}/")
        return tuple(self._record(item, f"{path}/{item.id}/", f"{pattern}/") for item in value)

    def _mark(self, path: str, pattern: str) -> str:
        mark = f"qx{next(self._numbers):04}xq"
        self.where[mark] = pattern, path
        return mark


def _case(partner: Answer[Partner], purposes: tuple[PlanPurpose, ...], *, travels: bool, agreed: bool) -> Marked:
    case = full_case()
    stay = replace(case.stay, procedures=(Procedure("step"),), decisions=(Decision("no"),))
    second = replace(case.household[1], travels=travels)
    said = ConsentState.GIVEN if agreed else ConsentState.WITHDRAWN
    case = with_consents(case, {ConsentPurpose.MESSAGE: said, ConsentPurpose.PHOTOS: said})
    plan = replace(case.plan, partner=partner, purposes=purposes)
    return Marked(replace(case, stay=stay, household=(case.household[0], second), plan=plan))


_PARTNERS: tuple[Answer[Partner], ...] = (Partner.IOM, Partner.CARITAS, NOT_ASKED)
_COMBINATIONS = [
    pytest.param(*each, id="-".join(str(getattr(part, "value", part)) for part in each))
    for each in product(Recipient, _PARTNERS, ((PlanPurpose.MEDICAL,), (PlanPurpose.BUSINESS,)), (True, False))
    if each[:2] != (Recipient.CARITAS, Partner.IOM)
]


@pytest.mark.parametrize(("recipient", "partner", "purposes", "both"), _COMBINATIONS)
def test_no_mark_of_what_is_withheld_is_in_any_file(
    recipient: Recipient, partner: Answer[Partner], purposes: tuple[PlanPurpose, ...], *, both: bool
) -> None:
    marked = _case(partner, purposes, travels=both, agreed=both)
    found = dict(_found(marked.case, recipient))
    forbidden = dict(_withheld(marked, recipient, partner, purposes, both=both))
    assert {name: {path for mark, path in forbidden.items() if mark in marks} for name, marks in found.items()} == {
        name: set() for name in found
    }
    told = set(marked.where) - set(forbidden)
    assert found["handover.json"] == told
    assert found["application.pdf"] <= told
    assert len(found["application.pdf"]) > len(told) / 2  # it does print: else nothing would be tried


def _found(case: Case, recipient: Recipient) -> Iterator[tuple[str, set[str]]]:
    """The marks in each file of the second version of a package, with every scan that may be chosen."""
    clock = still_clock()
    chosen = {scan.id: scan_bytes()[scan.id] for scan in handover.preview(case, recipient, clock=clock).scans}
    first = _made(full_case(), recipient, {})
    made = _made(case, recipient, chosen, corrects=first.record)
    for name, content in handover.read_package(made.package, PAIR.secret).files.items():
        text = words(content) if name.endswith(".pdf") else content.decode("utf-8", "replace")
        yield name, {mark.lower() for mark in _MARK.findall(text)}


def _made(case: Case, recipient: Recipient, scans: dict[str, bytes], **more: Any) -> handover.Made:
    return handover.make(case, recipient, PAIR.public, by="AV", lang="en", scans=scans, clock=still_clock(), **more)


def _withheld(
    marked: Marked, recipient: Recipient, partner: Answer[Partner], purposes: tuple[PlanPurpose, ...], *, both: bool
) -> Iterator[tuple[str, str]]:
    """What may not leave, told anew from the table: not needed, another's plan, health, somebody who stays."""
    for mark, (pattern, path) in marked.where.items():
        other = pattern.startswith("plan/") and recipient is Recipient.IOM and partner is Partner.CARITAS
        health = pattern in HEALTH and recipient is Recipient.CARITAS and PlanPurpose.MEDICAL not in purposes
        health |= pattern == "journey/escort_why"  # nobody travels along
        stays = not both and path.startswith(("household/person-2/", "documents/paper-2/", "costs/cost-2/"))
        paper = recipient is Recipient.FEDASIL_BOOKING and path.startswith(("documents/paper-2/", "documents/paper-3/"))
        if recipient not in NEEDS.get(pattern, ()) or other or health or stays or paper or _of_others(path, recipient):
            yield mark, path


def _of_others(path: str, recipient: Recipient) -> bool:
    """A consent to something else, with what is noted there."""
    purposes = list(ConsentPurpose)
    mine = {
        Recipient.IOM: ConsentPurpose.DATA_TO_IOM,
        Recipient.FEDASIL_BOOKING: ConsentPurpose.PROGRAMME,
        Recipient.CARITAS: ConsentPurpose.DATA_TO_CARITAS,
    }[recipient]
    kept = {f"consents/consent-{purposes.index(purpose)}/" for purpose in (ConsentPurpose.PROGRAMME, mine)}
    return path.startswith("consents/") and not path.startswith(tuple(kept))


def test_a_mark_stands_at_every_text_that_could_carry_something() -> None:
    patterns = {pattern for pattern, _path in _case(Partner.IOM, (), travels=True, agreed=True).where.values()}
    assert patterns >= {
        "remarks",
        "conversations/notes",
        "documents/note",
        "costs/note",
        "household/vulnerability_notes",
    }
    assert patterns >= {
        "wish/obstacles",
        "plan/approval_reasons",
        "history/why",
        "handovers/answer",
        "journey/escort_why",
    }
