"""Where somebody refused, the free texts that leave lie open under a sentence that says what Loket can't recognise."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from loket_app.domain.case import Case, ConsentPurpose, ConsentState
from loket_app.domain.handover import Recipient
from loket_app.services.handover import preview
from loket_app.ui.case.pieces.handover_texts import HandoverTexts
from tests.domain.test_handover_two_adults import SECOND, agreeing, couple, told


@pytest.fixture
def texts(qtbot: QtBot) -> HandoverTexts:
    shown = HandoverTexts()
    qtbot.addWidget(shown)
    return shown


def _told(second: ConsentState) -> Case:
    said = agreeing(Recipient.IOM)
    said[SECOND, ConsentPurpose.DATA_TO_IOM] = second
    return told(couple(), said)


def _read(texts: HandoverTexts) -> str:
    return "\n".join(label.text() for label in texts.findChildren(QLabel))


def test_they_are_read_with_what_is_not_recognised(texts: HandoverTexts) -> None:
    case = _told(ConsentState.DECLINED)
    texts.show_texts(case, preview(case, Recipient.IOM))
    assert not texts.isHidden()
    assert "no nickname" in _read(texts)
    assert str(case.costs[0].description) in _read(texts)


def test_when_everybody_agreed_there_is_nothing_to_read(texts: HandoverTexts) -> None:
    case = _told(ConsentState.DECLINED)
    texts.show_texts(case, preview(case, Recipient.IOM))
    case = _told(ConsentState.GIVEN)
    texts.show_texts(case, preview(case, Recipient.IOM))
    assert texts.isHidden()
