"""A choice of the settings that the store can't keep is said on the page, and written again at one press."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pyrage
import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from loket_app.domain.handover import Recipient
from loket_app.services.demo import demo_cases
from loket_app.services.desk import Desk
from loket_app.services.desk_profile import desk_profile
from loket_app.services.handover_keys import partner_keys
from loket_app.storage.errors import DiskFull
from loket_app.ui.settings.keeping import Keeping
from loket_app.ui.settings.partner_key_row import PartnerKeyRow
from loket_app.ui.settings.samples_part import SamplesPart
from loket_app.ui.settings.settings_page import SettingsPage
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.ui.conftest import ShowWindow

KEY = str(pyrage.x25519.Identity.generate().to_public())


@pytest.fixture
def window(show_window: ShowWindow) -> MainWindow:
    shown = show_window()
    shown.show_place("settings")
    settle(shown)
    return shown


def _full_disk(*_asked: object) -> Future[None]:
    failed: Future[None] = Future()
    failed.set_exception(DiskFull(Path("loket.db")))
    return failed


def keeping(window: MainWindow) -> Keeping:
    (found,) = window.findChildren(Keeping)
    return found


def words(told: Keeping) -> str:
    return told._line.text()


def type_address(window: MainWindow, text: str) -> None:
    (page,) = window.findChildren(SettingsPage)
    line: QLineEdit = page._address
    line.setText(text)
    line.editingFinished.emit()
    settle(window)


def test_an_address_that_no_store_keeps_is_said_and_written_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = keeping(window)
    assert told.isHidden()
    with monkeypatch.context() as full:
        full.setattr(window._desk._thread, "submit", _full_disk)
        type_address(window, "Old street 1")
        assert "The disk is full." in words(told)
        assert "until Loket is closed" in words(told)
    type_address(window, "New street 2")
    told.findChildren(QPushButton)[0].click()
    settle(window)
    assert told.isHidden()
    kept = window._desk._thread.submit(desk_profile).result()
    assert kept is not None
    assert kept.address == "New street 2"


def test_a_key_that_could_not_be_taken_away_goes_at_the_next_try(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = next(each for each in window.findChildren(PartnerKeyRow) if each._who is Recipient.IOM)
    row.set_open(opened=True)
    row.key.setText(KEY)
    row.keep()
    settle(window)
    with monkeypatch.context() as full:
        full.setattr(window._desk._thread, "submit", _full_disk)
        row.key.setText("")
        row.keep()
        settle(window)
    assert Recipient.IOM in window._desk._thread.submit(partner_keys).result()
    assert not keeping(window).isHidden()
    keeping(window).findChildren(QPushButton)[0].click()
    settle(window)
    assert Recipient.IOM not in window._desk._thread.submit(partner_keys).result()


def test_stories_that_a_full_disk_keeps_are_said_to_be_there(
    show_window: ShowWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = show_window(*demo_cases())
    window.show_place("settings")
    settle(window)
    (part,) = window.findChildren(SamplesPart)
    part.remove.click()
    desk: Desk = window._desk
    monkeypatch.setattr(desk.samples, "remove", _full_disk)
    part.asking.acted.emit()
    settle(window)
    assert "The disk is full." in part.asking._line.text()
    assert "Nothing was changed." in part.asking._line.text()
