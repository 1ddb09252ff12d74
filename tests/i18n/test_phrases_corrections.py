"""A correction says in words who left, who came, what is held back and what was taken out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case, ConsentPurpose, ConsentState
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_changes import differences
from loket_app.domain.handover_content import content, leaving
from loket_app.i18n import using
from loket_app.i18n.phrases_corrections import difference_text
from tests.handover_cases import full_case, with_consents


def said(old: Case, new: Case, before: Collection[str] = (), now: Collection[str] = ()) -> list[str]:
    """What a correction for IOM says."""
    told = content(new, Recipient.IOM, now)
    found = differences(content(old, Recipient.IOM, before), told, leaving(new, Recipient.IOM, now).stays)
    with using("en"):
        return [difference_text(told.case, each) for each in found]


def test_who_left_is_named_as_handed_over_before() -> None:
    case = full_case()
    first, second = case.household
    lines = said(case, replace(case, household=(first,)))
    assert lines == [
        "Household: partner – FAMILY, Given 2 (partner, 2): no longer in the file",
        "Travel documents: birth certificate – FAMILY, Given 2 (partner, 2): no longer handed over",
        "Costs: passport photos – FAMILY, Given 2 (partner, 2): no longer handed over",
    ]
    stays_behind = said(case, replace(case, household=(first, replace(second, travels=False))))
    assert stays_behind == [lines[0].replace("in the file", "handed over"), *lines[1:]]


def test_who_came_is_new() -> None:
    case = full_case()
    nameless = replace(case.household[1], given_names=NOT_ASKED, family_name=NOT_ASKED)
    later = replace(case, household=(case.household[0], nameless))
    first = replace(case, household=case.household[:1])
    assert said(first, later)[0] == "Household: partner – Person 2 (partner): new"
    assert said(later, first)[0] == "Household: partner – Person 2 (partner): no longer in the file"


def test_an_answer_tells_whose_it_is_and_of_which_record() -> None:
    case = full_case()
    person, paper = case.household[0], case.documents[0]
    later = replace(
        case,
        household=(replace(person, birth_place="elsewhere"), case.household[1]),
        documents=(replace(paper, number="P2", issuer=NOT_ASKED), *case.documents[1:]),
        contact=replace(case.contact, town=NOT_ASKED, best_time="mornings"),
    )
    assert said(case, later) == [
        "Place of birth – FAMILY, Given 1: a town → elsewhere",
        "Town: Gent → no longer answered",
        "Best time to call: – → mornings",
        "Travel documents: passport – FAMILY, Given 1 · Document number: P1 → P2",
        "Travel documents: passport – FAMILY, Given 1 · Issued by: XX → no longer answered",
    ]


def test_what_is_held_back_is_not_told_again() -> None:
    case = full_case()
    later = with_consents(case, {ConsentPurpose.MESSAGE: ConsentState.WITHDRAWN})
    (line,) = said(case, later)
    assert line.endswith("? no longer handed over")
    assert "yes" not in line


def test_scans_are_named_by_what_they_show() -> None:
    case = full_case()
    without = replace(case, attachments=case.attachments[:1])
    assert said(case, without, ["scan-passport", "scan-birth"], ["scan-passport"]) == [
        "Scan: Birth certificate – FAMILY, Given 2: no longer in the file"
    ]
    assert said(case, case, ["scan-passport"], ["scan-birth"]) == [
        "Scan: Birth certificate – FAMILY, Given 2: new",
        "Scan: Passport – FAMILY, Given 1: no longer handed over",
    ]
