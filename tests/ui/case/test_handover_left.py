"""What left stays known: its warning, its correction, and no file without its record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import EVERYBODY, Case, Consent, ConsentPurpose, ConsentState
from loket_app.domain.handover import Handover, HandoverState, Recipient
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation
from loket_app.domain.wish import Partner
from loket_app.services.handover import SecretKey, read_package
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.pieces import handover_form
from loket_app.ui.case.pieces.handover_form import HandoverForm
from loket_app.ui.kit.button import Button
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import NOW, settle
from tests.ui.case.conftest import Opening
from tests.ui.case.test_handover import (
    AGREED,
    IOM,
    READY,
    card,
    form,
    handovers,
    made,
    made_one,
    page_of,
    press,
    save_at,
    with_key,
)


def test_whoever_has_a_file_is_to_be_told_whatever_came_after(opening: Opening) -> None:
    states = (*HandoverState, NOT_ASKED)
    files = tuple(Handover(f"h{at}", Recipient.IOM, state=state) for at, state in enumerate(states))
    window, page = page_of(opening, replace(READY, handovers=files))
    form(window)
    page.editor.set("consents/g1/state", ConsentState.WITHDRAWN)
    settle(window)
    for file in files:
        warning = card(window, file.id).warning
        if file.state is NOT_ASKED:
            assert warning.isHidden()
            continue
        assert warning.isVisible()
        assert "withdrawn" in warning._words()
        left = file.state is not HandoverState.PREPARED
        assert ("Tell the organisation" if left else "Do not send") in warning._words()


def test_the_warning_says_what_really_stops_it(opening: Opening) -> None:
    agreed = (*AGREED, Consent("g2", ConsentPurpose.DATA_TO_CARITAS, ConsentState.GIVEN))
    plan = replace(READY.plan, partner=Partner.IOM)
    sent = Handover("h", Recipient.CARITAS, state=HandoverState.SENT)
    window, _page = page_of(opening, replace(READY, consents=agreed, plan=plan, handovers=(sent,)))
    form(window)
    said = card(window, "h").warning._words()
    assert said.startswith("IOM follows this plan, not Caritas. ")
    assert "consent" not in said


def sent_one(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[MainWindow, CasePage, HandoverForm]:
    """A package that left and got no answer yet."""
    window, page, shown = made_one(opening, READY, tmp_path, monkeypatch)
    press(window, card(window, handovers(page)[0].id), "Sent")
    save_at(tmp_path / "two.age", monkeypatch)
    return window, page, shown


def test_what_was_sent_can_be_corrected_before_they_answer(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page, shown = sent_one(opening, tmp_path, monkeypatch)
    page.editor.set("contact/town", "Aalst")
    settle(window)
    press(window, card(window, handovers(page)[0].id), "Make a correction")
    shown.recipients.options[0].click()  # the one that is chosen already: the correction stands
    settle(window)
    assert "Gent → Aalst" in shown.preview.differs.text()
    made(window, shown)
    old, new = handovers(page)
    assert (old.state, new.corrects) == (HandoverState.SENT, old.id)


def test_what_to_do_with_the_file_is_said_until_it_is_sent(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page, shown = made_one(opening, READY, tmp_path, monkeypatch)
    page.editor.set("contact/town", "Aalst")
    settle(window)
    assert "then press Sent" in shown.told._words()
    assert shown.told.isVisible()
    press(window, card(window, handovers(page)[0].id), "Sent")
    assert not shown.told.isVisible()


def test_a_correction_of_what_was_taken_back_is_a_new_handover(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page, shown = sent_one(opening, tmp_path, monkeypatch)
    press(window, card(window, handovers(page)[0].id), "Make a correction")
    page.undo()
    page.undo()
    settle(window)
    assert handovers(page) == ()
    assert "was taken back" in shown.told._words()
    assert not shown._correcting.isVisible()
    made(window, shown)
    (new,) = handovers(page)
    assert (new.version, new.corrects) == (2, NOT_ASKED)


def test_a_file_whose_case_changed_while_its_place_was_asked_goes_again(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = page_of(opening, READY)
    with_key(window)
    shown = form(window)
    target = tmp_path / "package.age"

    def chosen(*_asked: object) -> tuple[str, str]:
        page.editor.set("contact/town", "Aalst")
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    made(window, shown)
    assert (handovers(page), target.exists()) == ((), False)
    assert "Not saved" in shown.told._words()


def test_no_file_stays_that_has_no_record(opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window, page = page_of(opening, READY)
    with_key(window)
    shown = form(window)
    target = tmp_path / "package.age"
    save_at(target, monkeypatch)
    record = Handover("h", Recipient.IOM)
    target.write_bytes(b"a package")
    page.editor.add("handovers", record)
    shown._case = page.editor.case

    def failing(_editor: object, _record: object) -> None:
        raise OSError("a disk")

    monkeypatch.setattr(handover_form, "note", failing)
    with pytest.raises(OSError, match="a disk"):
        shown._is_noted(record, target)
    assert not target.exists()


def test_who_refused_and_was_taken_out_is_named_in_nothing_that_leaves(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their name stands in the log of changes alone."""
    second = Person("gone", Relation.PARTNER, "Zahrani", "Gonebert", birth_date=PartialDate(1980))
    said = (ConsentState.GIVEN, ConsentState.DECLINED)
    theirs = (
        Consent(f"no{at}", each.purpose, state, NOW.date(), "ar", person=second.id)
        for at, (each, state) in enumerate(zip(AGREED, said, strict=True))
    )
    wish = replace(READY.wish, destination_contact="the brother of Gonebert", destination_address="Lake road 4")
    family = (*READY.household, second)
    window, page = page_of(opening, replace(READY, household=family, consents=(*AGREED, *theirs), wish=wish))
    page.editor.remove(f"household/{second.id}")
    with_key(window)
    shown = form(window)
    assert "Lake road 4" in _read(shown.preview.texts)
    save_at(tmp_path / "one.age", monkeypatch)
    made(window, shown)
    package = read_package((tmp_path / "one.age").read_bytes(), SecretKey(str(IOM)))
    left = b"".join(package.files.values())
    assert b"Lake road 4" in left
    assert b"Gonebert" not in left


def _two() -> Case:
    """Both agreed: the second one's answers end with the last consent."""
    second = Person("second", Relation.PARTNER, "Zahrani", "Luan", birth_date=PartialDate(1980))
    theirs = (replace(each, id=f"{each.id}-second", person=second.id) for each in AGREED)
    return replace(READY, household=(*READY.household, second), consents=(*AGREED, *theirs))


def _no_of_the_second(page: CasePage) -> None:
    page.editor.set(f"consents/{AGREED[1].id}-second/state", ConsentState.WITHDRAWN)


def test_who_has_the_file_of_two_hears_of_the_no_of_one(
    opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The applicant's own yes stands, so nothing is stopped: the file that left still holds the other one's data."""
    window, page, _shown = made_one(opening, _two(), tmp_path, monkeypatch)
    (first,) = handovers(page)
    assert card(window, first.id).warning.isHidden()
    _no_of_the_second(page)
    settle(window)
    warning = card(window, first.id).warning
    assert "ZAHRANI, Luan. Do not send the file" in warning._words()
    assert "Sent" not in _offered(window, first.id)
    page.undo()
    settle(window)
    press(window, card(window, first.id), "Sent")
    _no_of_the_second(page)
    settle(window)
    assert "ZAHRANI, Luan. Tell the organisation that received the file" in warning._words()
    page.editor.remove("household/second")
    settle(window)
    assert "ZAHRANI, Luan" in warning._words()
    page.editor.set(f"handovers/{first.id}/state", HandoverState.CORRECTED)
    settle(window)
    assert warning.isHidden()


def test_of_two_who_say_no_each_answer_is_told_with_whose_it_is(opening: Opening) -> None:
    case = _two()
    first = case.household[0].id
    own = tuple(replace(each, person=first) if each.person == EVERYBODY else each for each in case.consents)
    file = Handover("h", Recipient.IOM, state=HandoverState.SENT)
    window, page = page_of(opening, replace(case, consents=own, handovers=(file,)))
    form(window)
    page.editor.set(f"consents/{AGREED[1].id}/state", ConsentState.WITHDRAWN)
    page.editor.set(f"consents/{AGREED[1].id}-second/state", ConsentState.DECLINED)
    page.editor.set(f"consents/{AGREED[0].id}-second/state", NOT_ASKED)
    settle(window)
    told = card(window, "h").warning._words()
    assert "ZAHRANI, Luan: the consent was not given yet" in told
    assert "AL-SALAMI, Mohammed Abd al-Muin: the consent was withdrawn" in told


def _offered(window: MainWindow, handover_id: str) -> set[str]:
    buttons = card(window, handover_id).findChildren(Button)
    return {button.text() for button in buttons if button.isVisible()}


def _read(shown: QWidget) -> str:
    return "\n".join(label.text() for label in shown.findChildren(QLabel))
