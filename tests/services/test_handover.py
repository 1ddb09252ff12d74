"""Handing over from end to end: the preview says what leaves, the package holds exactly that, a correction follows it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.case import Case, ConsentPurpose, ConsentState
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.domain.handover_content import StopKind
from loket_app.domain.shape import shape_of
from loket_app.domain.stay import StayCategory
from loket_app.i18n import using
from loket_app.services import corrections, handover
from loket_app.services.editing import CaseEditor
from loket_app.services.handing_over import note, send
from loket_app.services.handover import Refused, Stopped
from tests.at_work import NOW, still_clock
from tests.handover_cases import full_case, scan_bytes, with_consents
from tests.handover_packages import new_pair
from tests.telling_scans import sealed_pdf

PAIR = new_pair()


def made(
    case: Case,
    recipient: Recipient = Recipient.IOM,
    scans: Mapping[str, bytes] | None = None,
    **more: object,
) -> handover.Made:
    options = {"by": "AV", "lang": "nl", "clock": still_clock(), "scans": scans, **more}
    return handover.make(case, recipient, PAIR.public, **options)  # type: ignore[arg-type]  # as the test says


@pytest.mark.parametrize("recipient", Recipient)
def test_the_package_holds_what_the_preview_says(recipient: Recipient) -> None:
    case = full_case()
    preview = handover.preview(case, recipient, clock=still_clock())
    assert not preview.stops
    chosen = {scan.id: scan_bytes()[scan.id] for scan in preview.scans}
    package = handover.read_package(made(case, recipient, scans=chosen).package, PAIR.secret)
    assert {scan.id for scan in package.content.enclosed} == set(chosen)
    told = set(_answered(package.content.case, "")) - {"revision"}
    assert told == {path for path in preview.leaves if not path.startswith("attachments/")}


def _answered(record: Any, at: str) -> Iterator[str]:
    for name, shape in shape_of(type(record)).items():
        value = getattr(record, name)
        if shape.is_record and shape.many:
            yield from (path for item in value for path in _answered(item, f"{at}{name}/{item.id}/"))
        elif shape.is_record:
            yield from _answered(value, f"{at}{name}/")
        elif value is not NOT_ASKED and name != "id":
            yield at + name


def test_scans_leave_without_what_they_tell_of_their_making() -> None:
    case, given = full_case(), scan_bytes()
    assert b"SECRET" in given["scan-passport"]
    result = made(case, scans=given)
    package = handover.read_package(result.package, PAIR.secret)
    assert len(package.content.enclosed) == len(given)
    for name, content in package.files.items():
        assert b"SECRET" not in content, name
    listed = {entry["name"]: entry["sha256"] for entry in package.manifest["files"]}
    for scan in package.content.enclosed:
        left = hashlib.sha256(package.files[scan.file]).hexdigest()
        assert scan.sha256 == listed[scan.file] == left
        kept = next(kept.sha256 for kept in case.attachments if kept.id == scan.id)
        assert (left != kept) or b"SECRET" not in given[scan.id]
    assert result.sealed == ()


def test_a_scan_with_a_digital_seal_leaves_as_it_is_and_is_named() -> None:
    sealed = sealed_pdf()
    result = made(*_with_birth_certificate(sealed))
    assert result.sealed == ("Geboorteakte – FAMILY, Given 2",)
    assert sealed in handover.read_package(result.package, PAIR.secret).files.values()


@pytest.mark.parametrize("content", [b"%PDF-1.7 nothing", b"\xff\xd8\xff"], ids=["broken", "another kind"])
def test_a_scan_that_can_not_be_read_to_its_end_is_refused_by_name(content: bytes) -> None:
    with using("en"), pytest.raises(Refused) as caught:
        made(*_with_birth_certificate(content), lang="en")
    assert caught.value.place == "attachments/scan-birth"
    assert "Birth certificate – FAMILY, Given 2" in caught.value.why


def test_a_scan_that_is_not_that_of_the_case_is_refused_by_name() -> None:
    with using("en"), pytest.raises(Refused) as caught:
        made(full_case(), scans={"scan-passport": b"another"}, lang="en")
    assert "Passport – FAMILY, Given 1" in caught.value.why


def _with_birth_certificate(content: bytes) -> tuple[Case, Recipient, dict[str, bytes]]:
    case, digest = full_case(), hashlib.sha256(content).hexdigest()
    scans = (
        replace(scan, sha256=digest, size=len(content)) if scan.id == "scan-birth" else scan
        for scan in case.attachments
    )
    return replace(case, attachments=tuple(scans)), Recipient.IOM, {"scan-birth": content}


def test_the_record_tells_what_was_made() -> None:
    result = made(full_case(), to="a mailbox")
    record = result.record
    assert (record.recipient, record.to, record.state) == (Recipient.IOM, "a mailbox", HandoverState.PREPARED)
    assert (record.version, record.revision, record.made_by, record.made_at) == (1, 17, "AV", NOW)
    assert record.corrects is NOT_ASKED
    assert "Given" not in result.file_name
    assert known(record.checksum)
    assert len(record.checksum) == 64


def test_a_correction_is_the_next_version_and_names_what_differs() -> None:
    case = full_case()
    first = made(case).record
    later = replace(
        case, handovers=(*case.handovers, first), wish=replace(case.wish, destination_address="another street")
    )
    (difference,) = corrections.correction(later, first)
    assert (difference.path, difference.before, difference.after) == (
        "wish/destination_address",
        "a street there",
        "another street",
    )
    second = made(later, corrects=first)
    assert (second.record.version, second.record.corrects) == (2, first.id)
    manifest = handover.read_package(second.package, PAIR.secret).manifest
    assert manifest["corrects"] == {"version": 1, "sha256": first.checksum}


def test_a_number_that_was_given_is_not_given_again_when_its_record_is_undone() -> None:
    editor = _editor()
    for number in (1, 2, 3):
        record = made(editor.case, log=editor.log).record
        assert record.version == number
        note(editor, record)
        editor.undo()
    assert full_case().handovers == editor.case.handovers
    assert made(editor.case, Recipient.CARITAS, log=editor.log).record.version == 1


def test_a_correction_replaces_the_earlier_one_when_it_is_sent_in_one_act() -> None:
    editor, clock = _editor(), still_clock()
    note(editor, made(editor.case, log=editor.log, clock=clock).record)
    send(editor, editor.case.handovers[-1])
    old = editor.case.handovers[-1]
    note(editor, made(editor.case, corrects=old, log=editor.log, clock=clock).record)
    made_states = [HandoverState.SENT, HandoverState.PREPARED]
    assert [each.state for each in editor.case.handovers[-2:]] == made_states
    send(editor, editor.case.handovers[-1])
    assert [each.state for each in editor.case.handovers[-2:]] == [HandoverState.CORRECTED, HandoverState.SENT]
    editor.undo()
    assert [each.state for each in editor.case.handovers[-2:]] == made_states


def test_the_day_of_a_handover_is_the_one_on_which_it_left_and_not_the_one_on_which_it_was_made() -> None:
    editor, clock = _editor(), still_clock()
    two_days_ago = replace(clock, now=lambda: clock.now() - timedelta(days=2))
    note(editor, made(editor.case, clock=two_days_ago).record)
    assert editor.case.handovers[-1].on is NOT_ASKED
    assert editor.case.handovers[-1].made_at == two_days_ago.now()
    send(editor, editor.case.handovers[-1])
    assert editor.case.handovers[-1].on == editor.today()


def test_a_correction_is_sent_also_when_what_it_corrects_is_gone() -> None:
    editor, clock = _editor(), still_clock()
    note(editor, made(editor.case, clock=clock).record)
    note(editor, made(editor.case, corrects=editor.case.handovers[-1], log=editor.log, clock=clock).record)
    editor.remove(f"handovers/{editor.case.handovers[-2].id}")
    send(editor, editor.case.handovers[-1])
    assert editor.case.handovers[-1].state is HandoverState.SENT


def test_what_left_is_known_by_its_scans() -> None:
    chosen = {"scan-passport": scan_bytes()["scan-passport"]}
    assert corrections.scans_of(made(full_case(), scans=chosen).record) == {"scan-passport"}
    for kept in (NOT_ASKED, "no JSON", "[" * 100_000):
        assert corrections.scans_of(Handover("h", content=kept)) == frozenset()


@pytest.mark.parametrize("kept", ["no JSON", "[" * 100_000, "{}"])
def test_what_was_kept_and_is_damaged_is_refused_in_words(kept: str) -> None:
    old = Handover("h", Recipient.IOM, version=1, checksum="0" * 64, content=kept)
    with using("en"), pytest.raises(Refused) as caught:
        corrections.correction(full_case(), old)
    assert caught.value.why


def _editor() -> CaseEditor:
    written: Future[None] = Future()
    written.set_result(None)
    return CaseEditor(full_case(), (), lambda _batch: written, by="AV", dispatch=lambda work: work())


def test_a_scan_that_leaves_again_is_no_difference() -> None:
    case, scans = full_case(), {"scan-passport": scan_bytes()["scan-passport"]}
    first = made(case, scans=scans).record
    assert corrections.correction(replace(case, handovers=(first,)), first, scans=scans.keys()) == ()
    (gone,) = corrections.correction(replace(case, handovers=(first,)), first)
    assert (gone.path, gone.withheld) == ("attachments/scan-passport", True)


def test_what_was_not_kept_can_not_be_corrected() -> None:
    with pytest.raises(Refused):
        corrections.correction(full_case(), Handover("h", Recipient.IOM))
    with pytest.raises(Refused):
        made(full_case(), corrects=Handover("h", Recipient.IOM))


def test_a_gap_is_named_and_stops_nothing() -> None:
    case = full_case()
    case = replace(case, journey=replace(case.journey, departure_point=NOT_ASKED))
    assert [gap.path for gap in handover.preview(case, Recipient.IOM).gaps] == ["journey/departure_point"]
    package = handover.read_package(made(case).package, PAIR.secret)
    assert package.manifest["gaps"] == ["journey/departure_point"]


def test_without_consent_nothing_is_made() -> None:
    case = with_consents(full_case(), {ConsentPurpose.DATA_TO_IOM: ConsentState.DECLINED})
    with pytest.raises(Stopped) as caught:
        made(case)
    assert [stop.kind for stop in caught.value.stops] == [StopKind.CONSENT_DECLINED]


def test_a_verdict_that_closes_the_way_stops_it() -> None:
    case = full_case()
    case = replace(case, stay=replace(case.stay, category=StayCategory.BELGIAN))
    assert StopKind.VERDICT in {stop.kind for stop in handover.preview(case, Recipient.IOM).stops}
    with pytest.raises(Stopped):
        made(case)


def test_states_follow_each_other() -> None:
    for state in HandoverState:
        assert state not in handover.next_states(Handover("h", state=state))
    for state in set(HandoverState) - {HandoverState.PREPARED, HandoverState.CORRECTED}:
        assert HandoverState.CORRECTED in handover.next_states(Handover("h", state=state))  # all that left
    assert handover.next_states(Handover("h")) == (HandoverState.PREPARED,)
    assert handover.next_states(Handover("h", state=HandoverState.CORRECTED)) == ()


def test_a_passphrase_is_long_and_never_the_same() -> None:
    one, other = handover.new_passphrase(), handover.new_passphrase()
    assert one != other
    assert handover.passphrase(one).text == one
    assert len(one) == 29
