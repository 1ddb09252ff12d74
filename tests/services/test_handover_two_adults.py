"""A package of a family of which one adult refuses: of them nothing is in any file of it, nor in any other paper that goes out."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from loket_app.domain.case import Case, ConsentState
from loket_app.domain.handover import Recipient
from loket_app.domain.paper_rules import Request
from loket_app.domain.travel import DocumentState
from loket_app.i18n import using
from loket_app.i18n.phrases_request import not_ready, request_text
from loket_app.services import handover
from loket_app.services.costs import iom_list
from loket_app.services.handover import Stopped
from loket_app.services.papers import paper_rules
from tests.at_work import still_clock
from tests.documents.reading import words
from tests.domain.test_handover_two_adults import agreeing, couple, told
from tests.handover_cases import full_case, scan_bytes
from tests.handover_packages import new_pair

PAIR = new_pair()


def _case(recipient: Recipient, state: ConsentState) -> Case:
    """The couple with the scans whose bytes are here; the second said this to what the recipient asks for."""
    case = told(couple(), agreeing(recipient, own=state))
    consents = tuple(replace(consent, language="sq") for consent in case.consents)
    return replace(case, attachments=full_case().attachments, consents=consents)


def _made(case: Case, recipient: Recipient, *, corrects: handover.Made | None = None) -> tuple[handover.Made, str]:
    """A package with all scans that may leave, and every word of its files."""
    chosen = {scan.id: scan_bytes()[scan.id] for scan in handover.preview(case, recipient, clock=still_clock()).scans}
    made = handover.make(
        case,
        recipient,
        PAIR.public,
        by="AV",
        lang="en",
        scans=chosen,
        corrects=corrects.record if corrects else None,
        clock=still_clock(),
    )
    package = handover.read_package(made.package, PAIR.secret)
    texts = [json.dumps(package.manifest, ensure_ascii=False)]
    for name, content in package.files.items():
        texts += [words(content)] if name.endswith(".pdf") and "attachments" not in name else []
        texts += [content.decode()] if name.endswith(".json") else []
    return made, "\n".join(texts).casefold()


@pytest.mark.parametrize("state", [ConsentState.DECLINED, ConsentState.WITHDRAWN])
@pytest.mark.parametrize("recipient", Recipient)
def test_of_who_refuses_nothing_is_in_any_file(recipient: Recipient, state: ConsentState) -> None:
    made, before = _made(_case(recipient, ConsentState.GIVEN), recipient)
    assert "gonebert" in before
    _first, alone = _made(_case(recipient, state), recipient)
    for mark in ("gone", "person-2", "kidlet", "person-3"):
        assert mark not in alone, mark
    _next, corrected = _made(_case(recipient, state), recipient, corrects=made)
    assert "gone" not in corrected
    assert "kidlet" not in corrected
    assert "no longer handed over" in corrected


def test_a_silence_makes_no_package() -> None:
    with pytest.raises(Stopped) as caught:
        _made(replace(_case(Recipient.IOM, ConsentState.GIVEN), consents=()), Recipient.IOM)
    assert "Gonebert" not in str(caught.value)


def test_the_list_for_iom_names_nobody_who_refuses() -> None:
    with using("en"):
        listed = words(iom_list(_case(Recipient.IOM, ConsentState.WITHDRAWN), "en", clock=still_clock()))
        whole = words(iom_list(_case(Recipient.IOM, ConsentState.GIVEN), "en", clock=still_clock()))
    assert "gone" not in listed.casefold()
    assert "Refused by one of the family" in listed
    assert "gone" in whole.casefold()
    assert "Refused by" not in whole


def test_the_immigration_office_is_asked_for_no_paper_of_who_refuses() -> None:
    request: Request = paper_rules().request
    for state, asked in ((ConsentState.GIVEN, True), (ConsentState.DECLINED, False)):
        case = told(couple(), agreeing(Recipient.FEDASIL_BOOKING, own=state))
        kept = (replace(paper, state=DocumentState.HELD_BY_DVZ) for paper in case.documents)
        case = replace(case, documents=tuple(kept))
        with using("en"):
            text = request_text(case, request, names=True)
        assert "P1" in text
        assert ("GONE-number" in text) is asked
        assert ("Gonebert" in text) is asked
    theirs = replace(case, documents=tuple(paper for paper in case.documents if paper.person == "person-2"))
    with using("en"):
        assert "doesn't agree" in not_ready(theirs, names=True)
