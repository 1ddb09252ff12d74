"""A handover as the counsellor sees it before and after: its scans, its answers, its application, its versions."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from loket_app.domain.answers import UNKNOWN
from loket_app.domain.attachment import AttachmentKind
from loket_app.domain.handover import Recipient
from loket_app.domain.travel import CostState
from loket_app.services.attachments import attach, from_content
from loket_app.services.handover import Passphrase, PublicKey, read_package, secret_key
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces import handover_scans
from loket_app.ui.case.pieces.columns import Columns
from loket_app.ui.case.pieces.handover import HandoverPiece
from loket_app.ui.case.pieces.handover_answers import HandoverAnswers
from loket_app.ui.case.scan_viewer import ScanViewer
from loket_app.ui.case.scan_work import WORK
from loket_app.ui.settings.open_package import OpenPackage
from loket_app.ui.shell.main_window import MainWindow
from tests import hiding_pdf, scans, telling_scans
from tests.at_work import settle, until
from tests.documents.reading import words
from tests.ui.case.conftest import Opening
from tests.ui.case.support import child, piece
from tests.ui.case.test_handover import IOM, READY, card, form, handovers, made, page_of, save_at, with_key

PICTURE, RECEIPT = scans.picture(), scans.picture(colour="blue")


def with_scans(window: MainWindow, page: CasePage) -> tuple[str, str]:
    """A scan of the passport of the father, and one of the receipt of his photos; gives their ids."""
    for content, kind, about in ((PICTURE, AttachmentKind.DOCUMENT, "t1"), (RECEIPT, AttachmentKind.RECEIPT, "k1")):
        attach(page.editor, from_content(content, "a scan"), kind, about)
    until(lambda: len(page.editor.case.attachments) == 2)
    settle(window)
    first, second = page.editor.case.attachments
    return first.id, second.id


def viewers() -> list[ScanViewer]:
    return [top for top in QApplication.topLevelWidgets() if isinstance(top, ScanViewer) and top.isVisible()]


def test_scans_are_told_apart_and_opened_before_they_leave(opening: Opening) -> None:
    window, page = page_of(opening, READY)
    page.editor.set("costs/k1/state", CostState.APPROVED)  # what was paid back already is asked of nobody
    with_scans(window, page)
    shown = form(window)
    paper, receipt = shown.preview.scans.rows()
    assert paper.open.text().startswith("Passport – AL-SALAMI, Mohammed Abd al-Muin · A12345678 · PNG · ")
    assert receipt.open.text().startswith(
        "Receipt: passport photos – AL-SALAMI, Mohammed Abd al-Muin · 12,50\u00a0€ · PNG"
    )
    assert paper.box.accessibleName().startswith("Send along: Passport")
    receipt.open.click()
    until(lambda: bool(viewers()) and viewers()[0].is_drawn())
    assert "photos" in viewers()[0]._where.text()
    viewers()[0].close()


def test_no_scan_is_offered_as_long_as_something_stops_the_handover(opening: Opening) -> None:
    window, page = page_of(opening, READY)
    with_scans(window, page)
    shown = form(window)
    assert shown.preview.scans.isVisible()
    page.editor.set("wish/free_choice", value=False)
    settle(window)
    assert not shown.preview.scans.isVisible()


def test_answers_are_told_with_their_values_by_person(opening: Opening) -> None:
    window, _page = page_of(opening, READY)
    shown = form(window)
    shown.preview.what.set_open(opened=True)
    settle(window)
    told = [text.text() for text in shown.preview.what.findChildren(QLabel)]
    leaves, stays = told[: told.index("What stays, and why")], told[told.index("What stays, and why") :]
    father = leaves[leaves.index("AL-SALAMI, Mohammed Abd al-Muin") + 1].split("\n")
    assert "Country of birth: Iraq" in father
    assert "BE-2024/017" in " ".join(father)
    assert "Document number: A12345678" in leaves[leaves.index("Passport, AL-SALAMI, Mohammed Abd al-Muin") + 1]
    assert any("85.07.30-033.28" in text for text in stays)  # the register number stays, and by itself
    assert not any("85.07.30-033.28" in text for text in leaves)
    assert not any("Unknown" in text for text in leaves)


def test_questions_without_an_answer_take_one_line_for_each_person_and_are_folded(opening: Opening) -> None:
    window, page = page_of(opening, READY)
    page.editor.set("household/p1/aliases", UNKNOWN)
    page.editor.set("household/p1/birth_place", UNKNOWN)
    shown = form(window)
    shown.preview.what.set_open(opened=True)
    answers = child(shown, HandoverAnswers)
    assert not answers.blank.is_open()
    answers.blank.set_open(opened=True)
    settle(window)
    told = [text.text() for text in answers.blank.findChildren(QLabel)]
    blank, asked = told[: told.index("Not asked, so it stays")], told[told.index("Not asked, so it stays") :]
    father = blank[blank.index("AL-SALAMI, Mohammed Abd al-Muin") + 1]
    assert father == "Unknown: Other names used, Place of birth"
    assert any("Travel document: AL-SALAMI, Layla" in text for text in asked)
    assert all("\n" not in text for text in asked)
    assert not any(text.startswith("Passport") for text in asked)  # the Immigration Office has it: that is not asked
    heads = [label for label in answers.blank.findChildren(QLabel) if label.text() == "Leaves as unknown or declined"]
    assert [label.isVisible() for label in heads] == [True]


def test_a_column_that_has_nothing_to_tell_is_not_there(opening: Opening) -> None:
    window, _page = page_of(opening, READY)
    shown = form(window)
    shown.preview.what.set_open(opened=True)
    answers = child(shown, HandoverAnswers)
    answers.blank.set_open(opened=True)
    columns = child(answers.blank, Columns)
    columns.show_lines([], [("Stay", "Had a procedure")])
    settle(window)
    seen = {label.text() for label in columns.findChildren(QLabel) if label.isVisible()}
    assert seen == {"Not asked, so it stays", "Stay", "Had a procedure"}
    columns.show_lines([("Stay", "Unknown")], [("Stay", "Had a procedure")])
    settle(window)
    assert "Leaves as unknown or declined" in {
        label.text() for label in columns.findChildren(QLabel) if label.isVisible()
    }


def test_the_application_is_seen_as_it_will_leave_and_never_written(opening: Opening, own_home: Path) -> None:
    window, page = page_of(opening, READY)
    with_scans(window, page)
    shown = form(window)
    shown.preview.scans.rows()[0].box.click()
    settle(window)
    before = {path for path in own_home.parent.rglob("*") if path.is_file()}
    shown.look.click()
    until(lambda: bool(viewers()) and viewers()[0].is_drawn())
    seen = viewers()[0]
    told = words(seen._content)
    assert "Application for voluntary return" in told
    assert "A12345678" in told
    assert READY.remarks.split("\n")[0] not in told  # type: ignore[union-attr]  # the family has remarks
    assert "Scans in this package" in told
    assert {path for path in own_home.parent.rglob("*") if path.is_file()} == before
    seen.close()


def test_what_is_seen_is_what_the_package_holds(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _page = page_of(opening, READY)
    with_key(window)
    shown = form(window)
    shown.look.click()
    until(lambda: bool(viewers()) and viewers()[0].is_drawn())
    seen = viewers()[0]._content
    viewers()[0].close()
    target = tmp_path / "package.age"
    save_at(target, monkeypatch)
    made(window, shown)
    opened = read_package(target.read_bytes(), secret_key(str(IOM)))
    assert seen in opened.files.values()


def test_nothing_can_be_chosen_otherwise_while_it_is_made(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    window, _page = page_of(opening, READY)
    shown = form(window)
    save_at(None, monkeypatch)
    shown.make.click()  # with a passphrase: it takes seconds
    parts = (shown.recipients, shown.lock, shown.language, shown.look, shown.make)
    assert not any(part.isEnabled() for part in parts)
    until(shown.make.isEnabled)
    assert all(part.isEnabled() for part in parts)


def test_after_a_failure_it_can_be_chosen_again(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    window, page = page_of(opening, READY)
    first, _second = with_scans(window, page)
    with_key(window)
    shown = form(window)
    next(row for row in shown.preview.scans.rows() if row._scan.id == first).box.click()
    monkeypatch.setattr(type(page.editor.scans), "content", lambda _self, _id: nothing())
    made(window, shown)
    assert "The scan itself is not here." in shown.told._words()
    assert shown.recipients.isEnabled()
    assert shown.preview.scans.isEnabled()


def nothing() -> Future[bytes | None]:
    done: Future[bytes | None] = Future()
    done.set_result(None)
    return done


def test_each_version_tells_what_changed_since_the_one_before(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = page_of(opening, READY)
    with_key(window)
    shown = form(window)
    for number, town in enumerate(("Gent", "Aalst", "Brugge")):
        page.editor.set("contact/town", town)
        save_at(tmp_path / f"{number}.age", monkeypatch)
        made(window, shown)
    first, second, third = (card(window, record.id) for record in handovers(page))
    assert first.changed.isHidden()
    second.changed.set_open(opened=True)
    third.changed.set_open(opened=True)
    settle(window)
    said = [" ".join(text.text() for text in each.changed.findChildren(QLabel)) for each in (second, third)]
    assert "Gent → Aalst" in said[0]
    assert "Aalst → Brugge" in said[1]
    assert "Gent" not in said[1]


def test_what_opens_can_be_closed_from_its_end(opening: Opening) -> None:
    window, _page = page_of(opening, READY)
    form(window)
    folding = piece(window, HandoverPiece, "handover").folding
    assert folding.end is not None
    assert folding.end.isVisible()
    folding.end.click()
    settle(window)
    assert not folding.is_open()
    assert not folding.end.isVisible()
    assert window.focusWidget() is folding._title


def test_a_key_that_was_forgotten_is_offered_no_more(opening: Opening) -> None:
    window, page = page_of(opening, READY)
    with_key(window)
    shown = form(window)
    assert "Only IOM can open it" in shown.lock._note.text()
    window._desk.forget_partner_key(Recipient.IOM).result()
    page.go("summary")
    page.go("handover")
    settle(window)
    assert "Only IOM" not in shown.lock._note.text()
    assert not shown.lock._options.options[0].isEnabled()
    assert shown.lock._options.options[1].isChecked()
    assert isinstance(shown.lock.key(), Passphrase)


def test_a_key_that_was_noted_in_the_meantime_is_used_unless_a_passphrase_was_chosen(opening: Opening) -> None:
    window, page = page_of(opening, READY)
    lock = form(window).lock
    assert isinstance(lock.key(), Passphrase)
    with_key(window)
    page.go("summary")
    page.go("handover")
    settle(window)
    assert isinstance(lock.key(), PublicKey)
    assert lock._options.options[0].isChecked()
    lock._options.options[1].click()
    page.go("summary")
    page.go("handover")
    settle(window)
    assert isinstance(lock.key(), Passphrase)
    assert lock._options.options[1].isChecked()


def test_a_package_that_came_in_is_opened_here_too(opening: Opening, tmp_path: Path) -> None:
    window, _page = page_of(opening, READY)
    shown = piece(window, HandoverPiece, "handover")
    shown.looking.set_open(opened=True)
    settle(window)
    part = child(shown, OpenPackage)
    part.read(tmp_path / "gone.age", Passphrase("x" * 24))
    until(lambda: "Opening" not in part.told._words())
    assert "can't be read" in part.told._words()


def test_how_much_goes_along_is_told_beside_the_ticks(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    window, page = page_of(opening, READY)
    paper, _receipt = with_scans(window, page)
    scans_part = form(window).preview.scans
    assert scans_part.total.text() == ""
    scans_part.choose((paper,))
    assert scans_part.total.text().startswith("1 scan chosen: ")
    monkeypatch.setattr(handover_scans, "LARGEST_PACKAGE", len(PICTURE) - 1)
    scans_part.choose(())
    scans_part.choose((paper,))
    assert scans_part.total.text().endswith("choose fewer.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (telling_scans.sealed_pdf(), "Digitally signed: it leaves as it is"),
        (hiding_pdf.barred(), "That page leaves as a picture of what it shows"),
        (telling_scans.layered_pdf(), "has layers that are hidden"),
        (telling_scans.cropped_pdf(), "holds more than its pages show"),
    ],
)
def test_what_is_to_be_known_of_a_scan_is_said_as_soon_as_it_is_chosen(
    opening: Opening, content: bytes, told: str
) -> None:
    window, page = page_of(opening, READY)
    attach(page.editor, from_content(content, "x"), AttachmentKind.DOCUMENT, "t1")
    until(lambda: bool(page.editor.case.attachments))
    settle(window)
    (row,) = form(window).preview.scans.rows()
    row.box.click()
    until(row.told.isVisible)
    assert told in row.told._words()
    row.box.click()
    assert not row.told.isVisible()


def test_what_left_in_another_way_than_it_came_is_said_line_by_line_at_the_saving(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = page_of(opening, READY)
    with_key(window)
    for content in (telling_scans.sealed_pdf(), hiding_pdf.barred()):
        attach(page.editor, from_content(content, "x"), AttachmentKind.DOCUMENT, "t1")
    until(lambda: len(page.editor.case.attachments) > 1)
    settle(window)
    shown = form(window)
    shown.preview.scans.choose([row._scan.id for row in shown.preview.scans.rows()])
    save_at(tmp_path / "out.age", monkeypatch)
    made(window, shown)
    first, signed, drawn = shown.told._words().split("\n")
    assert first.startswith("Saved, and recorded above.")
    assert signed.startswith("Digitally signed, so it goes along as it is")
    assert drawn.startswith("With pages that leave as pictures of what they show")


def test_a_plain_scan_says_nothing(opening: Opening) -> None:
    window, page = page_of(opening, READY)
    with_scans(window, page)
    row = form(window).preview.scans.rows()[0]
    row.box.click()
    WORK.submit(int).result()
    settle(window)
    assert not row.told.isVisible()


def test_a_correction_begins_with_the_scans_that_left_last_time(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = page_of(opening, READY)
    paper, _receipt = with_scans(window, page)
    with_key(window)
    shown = form(window)
    shown.preview.scans.choose((paper,))
    save_at(tmp_path / "one.age", monkeypatch)
    made(window, shown)
    shown.preview.scans.choose(())  # as after a start anew
    shown.correct(handovers(page)[0])
    assert shown.preview.chosen() == {paper}
    assert shown.preview.differs.text() == "Nothing differs from that version."
