"""A correction says what changed, and in it no earlier text names again who refused since, or who went."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from loket_app.domain.case import Case, ConsentState
from loket_app.domain.handover import Handover, Recipient
from loket_app.domain.handover_content import Content, content
from loket_app.exchange.handover.data import as_text
from loket_app.i18n.phrases_corrections import difference_text
from loket_app.services.corrections import correction, plain_changes
from tests.domain.test_handover_two_adults import SECOND, agreeing, couple, told

IOM = Recipient.IOM


def _case(own: ConsentState = ConsentState.GIVEN, address: str = "with Drita's aunt") -> Case:
    """A couple of whom the second is Drita; she answers so."""
    case = couple()
    people = (
        replace(person, given_names="Drita", birth_name="Gashi") if person.id == SECOND else person
        for person in case.household
    )
    scans = (replace(scan, title="Drita, the diploma") for scan in case.attachments[:1])
    wish = replace(case.wish, destination_address=address)
    case = told(replace(case, household=tuple(people), wish=wish, attachments=tuple(scans)), agreeing(IOM, own=own))
    return replace(case, consents=tuple(replace(consent, language="sq") for consent in case.consents))


def _said(case: Case, before: Content) -> str:
    """All that a correction tells who gets it, in words and as data."""
    record = Handover("handover-1", IOM, content=as_text(before))
    changes = correction(case, record)
    return json.dumps(plain_changes(changes)) + " ".join(
        difference_text(content(case, IOM).case, each) for each in changes
    )


def _before() -> Content:
    case = _case()
    return content(case, IOM, [scan.id for scan in case.attachments])


@pytest.mark.parametrize("own", [ConsentState.DECLINED, ConsentState.WITHDRAWN])
def test_an_earlier_text_that_names_who_refuses_is_not_told_again(own: ConsentState) -> None:
    said = _said(_case(own, "a new street"), _before())
    assert "a new street" in said
    assert "drita" not in said.lower()


def test_nor_the_title_of_a_scan_that_was_taken_out() -> None:
    case = replace(_case(ConsentState.WITHDRAWN), attachments=())
    assert "diploma" in str(_before().enclosed)
    assert "drita" not in _said(case, _before()).lower()


def test_nor_a_text_that_names_somebody_who_is_not_in_the_file_any_more() -> None:
    case = _case(address="a new street")
    gone = replace(case, household=tuple(person for person in case.household if person.id != SECOND))
    gone = replace(gone, consents=tuple(consent for consent in gone.consents if consent.person != SECOND))
    assert "with Drita" not in _said(gone, _before())


def test_what_names_nobody_of_them_is_told_as_it_was() -> None:
    said = _said(_case(address="a new street"), _before())
    assert "with Drita's aunt \N{RIGHTWARDS ARROW} a new street" in said
