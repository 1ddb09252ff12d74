"""Letters in a list: the same one goes on, others make a word, open or closed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loket_app.ui.kit.list_box import ListBox
from tests.ui.fields.support import type_text

OPTIONS = ("Aanvrager", "Demandeur", "Demandeur débouté", "Sans séjour", "Dans une autre procédure", "Ander", "Belge")


@pytest.fixture
def box(qtbot: QtBot) -> ListBox:
    box = ListBox()
    box.addItems(OPTIONS)
    box.setCurrentIndex(-1)
    qtbot.addWidget(box)
    box.show()
    with qtbot.waitActive(box):
        box.activateWindow()
    box.setFocus()
    return box


@pytest.mark.parametrize(
    ("letters", "chosen"),
    [
        ("d", "Demandeur"),
        ("dd", "Demandeur débouté"),
        ("dDd", "Dans une autre procédure"),
        ("dddd", "Demandeur"),
        ("da", "Dans une autre procédure"),
        ("s", "Sans séjour"),
        ("aan", "Aanvrager"),
        ("and", "Ander"),
    ],
)
def test_the_same_letter_goes_on_and_others_make_a_word(box: ListBox, letters: str, chosen: str) -> None:
    told: list[int] = []
    box.activated.connect(told.append)
    type_text(letters)
    assert (box.currentText(), told[-1]) == (chosen, OPTIONS.index(chosen))


def test_letters_that_begin_nothing_choose_nothing(box: ListBox) -> None:
    box.setCurrentIndex(3)
    type_text("x")
    assert box.currentText() == "Sans séjour"


def test_a_slow_letter_begins_a_new_word(box: ListBox, monkeypatch: pytest.MonkeyPatch) -> None:
    type_text("d")
    monkeypatch.setattr(QApplication, "keyboardInputInterval", lambda: -1)
    type_text("b")
    assert box.currentText() == "Belge"


def test_an_open_list_goes_on_too(box: ListBox) -> None:
    box.showPopup()
    for letter in "dd":
        box.view().keyboardSearch(letter)
    assert box.view().currentIndex().data() == "Demandeur débouté"
    box.hidePopup()


def test_an_option_that_cannot_be_chosen_is_passed(box: ListBox) -> None:
    model = box.model()
    assert isinstance(model, QStandardItemModel)
    model.item(2).setEnabled(False)
    type_text("dd")
    assert box.currentText() == "Dans une autre procédure"
