"""Keys of partners in the settings: kept when they are keys, refused in place, taken away when the line is empty."""

from __future__ import annotations

import pyrage
import pytest

from loket_app.domain.handover import Recipient
from loket_app.services.handover_keys import partner_keys
from loket_app.ui.settings.partner_key_row import PartnerKeyRow
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import NOW, settle
from tests.ui.conftest import ShowWindow

IDENTITY = pyrage.x25519.Identity.generate()
KEY = str(IDENTITY.to_public())


@pytest.fixture
def window(show_window: ShowWindow) -> MainWindow:
    shown = show_window()
    shown.show_place("settings")
    return shown


def row(window: MainWindow) -> PartnerKeyRow:
    """The row of IOM, opened."""
    found = next(each for each in window.findChildren(PartnerKeyRow) if each._who is Recipient.IOM)
    found.set_open(opened=True)
    return found


def type_in(shown: PartnerKeyRow, key: str, given_by: str = "") -> None:
    shown.key.setText(key)
    shown.given_by.setText(given_by)
    shown.key.editingFinished.emit()


def test_a_key_is_kept_with_who_gave_it_and_when(window: MainWindow) -> None:
    type_in(row(window), f"  {KEY}\n".strip("\n"), "IOM, by telephone")
    settle(window)
    kept = window._desk._thread.submit(partner_keys).result()
    assert (kept[Recipient.IOM].key.text, kept[Recipient.IOM].given_by) == (KEY, "IOM, by telephone")
    assert kept[Recipient.IOM].given_on == NOW.date()
    type_in(row(window), "")
    assert window._desk.partner_keys == {}


WRONG = {"its start": "age1", "cut": KEY[:-1], "another sign": KEY[:-1] + "ö", "a word": "IOM", "secret": str(IDENTITY)}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_is_no_key_is_refused_in_place_and_changes_nothing(window: MainWindow, wrong: str) -> None:
    shown = row(window)
    type_in(shown, KEY)
    type_in(shown, wrong)
    assert shown._row is not None
    assert "age1" in shown._row._below.text()
    assert window._desk.partner_keys[Recipient.IOM].key.text == KEY
