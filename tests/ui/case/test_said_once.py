"""The panel and the estimate say once that a verdict closes the programme, and that nothing is open any more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from loket_app.domain.advice import Advice, advise
from loket_app.domain.answers import UNKNOWN
from loket_app.domain.case import Case
from loket_app.ui.case.advice_panel import AdvicePanel
from loket_app.ui.case.pieces.estimate import EstimatePiece
from tests.documents.cases import FAMILY
from tests.ui.case.support import TABLES, TODAY

CLOSED = replace(FAMILY, stay=replace(FAMILY.stay, dublin_transfer=True, public_order_concern=False))


def told(widget: AdvicePanel | EstimatePiece, case: Case, advice: Advice) -> str:
    widget.show_advice(case, advice)
    words = "\n".join(label.text() for label in _labels(widget))
    widget.deleteLater()
    return words.replace("\u200b", "")


def _labels(widget: QWidget) -> list[QLabel]:
    return [label for label in widget.findChildren(QLabel) if not label.isHidden()]


@pytest.mark.usefixtures("screen")
def test_cash_and_kind_each_say_it_once() -> None:
    advice = advise(CLOSED, TABLES, today=TODAY)
    assert len(advice.premium) > 1
    for widget in (AdvicePanel(), EstimatePiece()):
        assert told(widget, CLOSED, advice).casefold().count("no estimate with this verdict") == 2
    whole = told(EstimatePiece(), FAMILY, advise(FAMILY, TABLES, today=TODAY))
    assert "€" in whole
    term = "used within twelve months after return. Source: Fedasil, brochure Vrijwillige terugkeer vanuit België · official"
    assert (whole.count(term), told(EstimatePiece(), CLOSED, advice).count(term)) == (1, 0)


@pytest.mark.usefixtures("screen")
def test_while_an_age_is_open_the_source_is_not_that_of_an_adult() -> None:
    ageless = replace(FAMILY, household=tuple(replace(p, birth_date=UNKNOWN) for p in FAMILY.household))
    cash = [told(EstimatePiece(), case, advise(case, TABLES, today=TODAY)) for case in (FAMILY, ageless)]
    assert ["per adult" in words for words in cash] == [True, False]
    assert all("Source: Agentschap Integratie en Inburgering" in words for words in cash)


@pytest.mark.usefixtures("screen")
def test_without_an_open_question_the_panel_says_so() -> None:
    words = "No open question"
    answered, asked = advise(CLOSED, TABLES, today=TODAY), advise(FAMILY, TABLES, today=TODAY)
    assert not answered.questions
    assert asked.questions
    assert words in told(AdvicePanel(), CLOSED, answered)
    assert words not in told(AdvicePanel(), FAMILY, asked)
