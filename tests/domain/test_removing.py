"""What is taken out takes along what would be nobody's; undo puts all of it back in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.attachment import Attachment, AttachmentKind
from loket_app.domain.case import Case, Consent, ConsentPurpose
from loket_app.domain.changes import Change
from loket_app.domain.costs import asked_of_iom
from loket_app.domain.handover import Recipient
from loket_app.domain.handover_content import leaving
from loket_app.domain.money import Money
from loket_app.domain.person import Person, Relation
from loket_app.domain.removing import taken_out
from loket_app.domain.travel import Cost, CostState, Reimburser, TravelDocument
from loket_app.exchange.casefile import contradictions
from loket_app.services.editing import CaseEditor
from tests.documents.cases import EMPTY

_AT = datetime(2026, 4, 14, tzinfo=UTC)


def _scan(scan_id: str, about: str) -> Attachment:
    return Attachment(scan_id, AttachmentKind.DOCUMENT, "image/png", 1, "0" * 64, _AT, "an", about)


FAMILY = replace(
    EMPTY,
    household=(Person("a", Relation.APPLICANT), Person("b", Relation.PARTNER), Person("c", Relation.CHILD)),
    documents=tuple(TravelDocument(f"t{n}", person) for n, person in enumerate("abbab")),
    consents=tuple(Consent(f"n{n}", ConsentPurpose.PHOTOS, person=person) for n, person in enumerate("bab")),
    costs=(Cost("k0", person="b"), Cost("k1", person="a")),
    attachments=(_scan("s0", "t1"), _scan("s1", "t0"), _scan("s2", "b"), _scan("s3", "k0")),
)


def _editor(case: Case) -> CaseEditor:
    def keep(_changes: tuple[Change, ...]) -> object:
        raise OSError

    return CaseEditor(case, (), keep, by="an", dispatch=lambda work: work())  # type: ignore[arg-type]  # nothing is awaited


def test_what_is_theirs_goes_along_and_comes_back() -> None:
    editor = _editor(FAMILY)
    editor.remove("household/b")
    left = editor.case
    assert [paper.id for paper in left.documents] == ["t0", "t3"]
    assert [consent.id for consent in left.consents] == ["n1"]
    assert [scan.id for scan in left.attachments] == ["s1", "s3"]
    assert [cost.person for cost in left.costs] == ["b", "a"]
    assert taken_out(left) == ("b",)
    assert list(contradictions(left, taken_out(left))) == []
    editor.undo()
    assert replace(editor.case, revision=FAMILY.revision) == FAMILY


@pytest.mark.parametrize("recipient", Recipient)
def test_the_cost_of_somebody_taken_out_is_not_taken_for_the_familys(recipient: Recipient) -> None:
    """They may have refused: neither the cost nor its receipt leaves, and nobody is asked to pay it back."""
    paid = Cost("k0", person="b", amount=Money.of(60), state=CostState.PAID_BY_CLIENT, reimbursed_by=Reimburser.IOM)
    receipt = replace(_scan("s3", "k0"), kind=AttachmentKind.RECEIPT)
    editor = _editor(replace(FAMILY, costs=(paid, replace(paid, id="k1", person="a")), attachments=(receipt,)))
    editor.remove("household/b")
    told = leaving(editor.case, recipient)
    assert not [path for path in told.leaves if path.startswith("costs/k0")]
    assert told.scans == ()
    assert [cost.id for cost in asked_of_iom(editor.case)] == ["k1"]


@pytest.mark.parametrize(
    ("path", "scans"), [("documents/t1", ["s1", "s2", "s3"]), ("costs/k0", ["s0", "s1", "s2"]), ("consents/n0", None)]
)
def test_a_record_takes_its_scans_along_and_brings_them_back(path: str, scans: list[str] | None) -> None:
    editor = _editor(FAMILY)
    editor.remove(path)
    assert [scan.id for scan in editor.case.attachments] == (scans or ["s0", "s1", "s2", "s3"])
    editor.undo()
    assert replace(editor.case, revision=FAMILY.revision) == FAMILY


def test_a_scan_of_nobody_and_any_other_record_go_alone() -> None:
    loose = replace(FAMILY, attachments=(*FAMILY.attachments, replace(_scan("s4", ""), about=NOT_ASKED)))
    for path in ("attachments/s4", "attachments/s1"):
        editor = _editor(loose)
        editor.remove(path)
        assert [scan.id for scan in editor.case.attachments] == [
            scan.id for scan in loose.attachments if not path.endswith(scan.id)
        ]
