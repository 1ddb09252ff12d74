"""Scans of a case: taken in, kept beside it, given back; what is no scan is refused in one line and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from loket_app.domain.attachment import LARGEST_SCAN, AttachmentKind, same_scan, scans_about
from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.status import Status, StatusChange
from loket_app.services.attachments import attach, from_content, from_file, page_count, page_picture
from loket_app.services.complaints import Complaint
from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor
from tests import scans, telling_scans
from tests.at_work import LOGIN, NOW, make_profile, still_clock, unlock

PNG = scans.picture()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return make_profile(tmp_path)


@pytest.fixture
def desk(profile: Path) -> Iterator[Desk]:
    opened = Desk(unlock(profile), clock=still_clock())
    yield opened
    opened.close()


@pytest.fixture
def editor(desk: Desk) -> CaseEditor:
    """A new case that is not in the store yet."""
    return desk.editor(desk.new_case().result(), (), lambda work: work())


def added(editor: CaseEditor, content: bytes = PNG, about: str = "d1") -> str:
    """Attach a scan, wait until its case is written too; gives its id."""
    before = {scan.id for scan in editor.case.attachments}
    attach(editor, from_content(content, "x"), AttachmentKind.DOCUMENT, about).result()
    wait_for(editor)
    (new,) = {scan.id for scan in editor.case.attachments} - before
    return new


def wait_for(editor: CaseEditor) -> None:
    """Until the thread of the store has done what was asked."""
    assert editor.scans is not None
    for _round in range(2):  # the write of the record is asked for by the answer to the first
        editor.scans.held().result()


def content_of(editor: CaseEditor, scan_id: str) -> bytes | None:
    assert editor.scans is not None
    return editor.scans.content(scan_id).result()


def test_a_scan_is_kept_and_named_in_its_case(desk: Desk, editor: CaseEditor) -> None:
    scan_id = added(editor)
    case, log = desk.open_case(editor.case.id).result()
    (scan,) = case.attachments
    assert case == editor.case
    assert (scan.kind, scan.media_type, scan.size, scan.about) == (AttachmentKind.DOCUMENT, "image/png", len(PNG), "d1")
    assert (scan.sha256, scan.added_by, scan.added_at) == (sha256(PNG).hexdigest(), LOGIN, NOW)
    assert [change.path for change in log] == [f"attachments/{scan_id}"]
    assert content_of(editor, scan_id) == PNG


def test_the_name_of_a_file_is_not_kept(desk: Desk, editor: CaseEditor, tmp_path: Path) -> None:
    source = tmp_path / "Pasaporte Rosalinda.png"
    source.write_bytes(PNG)
    attach(editor, from_file(source), AttachmentKind.DOCUMENT, "d1").result()
    wait_for(editor)
    case, log = desk.open_case(editor.case.id).result()
    assert "Rosalinda" not in repr((case, log))
    assert source.read_bytes() == PNG


def test_undo_brings_a_scan_back_whole(desk: Desk, profile: Path, editor: CaseEditor) -> None:
    scan_id = added(editor)
    editor.remove(f"attachments/{scan_id}")
    wait_for(editor)
    desk.close()
    again = Desk(unlock(profile), clock=still_clock())
    case, log = again.open_case(editor.case.id).result()
    assert case.attachments == ()
    later = again.editor(case, log, lambda work: work())
    later.undo()
    assert scans_about(later.case, "d1") == (later.case.attachments[0],)
    assert content_of(later, scan_id) == PNG
    again.close()


def test_closing_the_case_wipes_what_was_taken_out(desk: Desk, profile: Path, editor: CaseEditor) -> None:
    gone, stays = added(editor), added(editor, scans.pdf())
    editor.remove(f"attachments/{gone}")
    editor.add("history", StatusChange(editor.new_id(), Status.CLOSED, NOW, LOGIN))
    wait_for(editor)
    desk.close()
    again = Desk(unlock(profile), clock=still_clock())
    case, log = again.open_case(editor.case.id).result()
    later = again.editor(case, log, lambda work: work())
    assert (content_of(later, gone), content_of(later, stays)) == (None, scans.pdf())
    again.close()


def test_bytes_that_could_not_be_kept_name_nothing(desk: Desk, editor: CaseEditor) -> None:
    class FullError(Exception):
        pass

    def full() -> None:
        raise FullError

    desk._thread.submit(lambda store: setattr(store, "work", full)).result()
    kept = attach(editor, from_content(PNG, "x"), AttachmentKind.DOCUMENT, "d1")
    assert isinstance(kept.exception(), FullError)
    assert editor.case.attachments == ()
    assert editor.pending == ()
    desk._thread.submit(lambda store: delattr(store, "work")).result()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "x.png: It is empty. Scan it again."),
        (b"MZ", "x.png: It is no JPEG, PNG or PDF. Save it as one of these, then try again."),
        (telling_scans.half_jpeg(), "x.png: Part of the picture is missing. Scan it again."),
        (telling_scans.pdf_with_half_a_photograph(), "x.png: Part of the picture is missing. Scan it again."),
        (PNG[:50], "x.png: It is damaged, or locked with a password. Scan it again, or save it without a password."),
        (scans.pixel_bomb(), "x.png: The picture is too large to open. Scan it again at 300 dots an inch."),
        (PNG + bytes(LARGEST_SCAN), "x.png: It is larger than 10 MB. Scan it again at 300 dots an inch, or in parts."),
    ],
    ids=["empty", "another kind", "half", "half in a PDF", "cut", "bomb", "large"],
)
def test_what_is_no_scan_gets_one_line(content: bytes, says: str, tmp_path: Path) -> None:
    source = tmp_path / "x.png"
    source.write_bytes(content)
    with pytest.raises(Complaint) as refused:
        from_file(source)
    assert str(refused.value) == says


def test_a_file_that_is_gone_gets_one_line(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.png", tmp_path):
        with pytest.raises(Complaint, match="can't be read"):
            from_file(path)


def test_ten_million_bytes_are_taken() -> None:
    large = scans.noise(LARGEST_SCAN - 100_000)
    assert LARGEST_SCAN * 0.9 < len(large) <= LARGEST_SCAN
    assert from_content(large, "x").sha256 == sha256(large).hexdigest()


def test_the_same_bytes_are_noticed_first_with_the_same_record(editor: CaseEditor) -> None:
    first, second = added(editor, about="d1"), added(editor, about="d2")
    digest = sha256(PNG).hexdigest()
    found = [same_scan(editor.case, digest, about) for about in ("d1", "d2", "d3")]
    assert [scan.id if scan else "" for scan in found] == [first, second, first]
    assert same_scan(editor.case, sha256(b"").hexdigest(), "d1") is None


def test_pages_are_drawn_from_memory() -> None:
    assert page_count(scans.pdf(), "application/pdf") == 1
    assert page_picture(PNG, "image/png", 0, 30).width == 30


def test_an_editor_without_a_store_says_so(desk: Desk) -> None:
    def never(_changes: object) -> None:
        raise AssertionError

    case: Case = desk.new_case().result()
    bare = CaseEditor(case, (), never, by=LOGIN, dispatch=lambda work: work())  # type: ignore[arg-type]  # nothing is awaited
    with pytest.raises(RuntimeError, match="without a store"):
        attach(bare, from_content(PNG, "x"), AttachmentKind.DOCUMENT, "d1")


def test_a_change_of_a_case_that_was_never_written_brings_it_in(desk: Desk) -> None:
    case = desk.new_case().result()
    desk.record([Change(case.id, "remarks", case.remarks, "a", LOGIN, NOW, "g")]).result()
    assert desk.open_case(case.id).result()[0].remarks == "a"
