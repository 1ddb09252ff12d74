"""What now? The panel asks what settles most, as the command line does, and says why; nobody waits while it looks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from loket_app.domain.advice import advise
from loket_app.domain.answers import UNKNOWN
from loket_app.domain.case import Case
from loket_app.domain.next_question import best_questions
from loket_app.i18n.phrases import place_text
from loket_app.i18n.phrases_advice import question_sentence
from loket_app.services.demo import demo_cases
from loket_app.ui.case.advice_panel import AdvicePanel
from tests.at_work import until
from tests.documents.cases import FAMILY
from tests.ui.case.support import TABLES, TODAY

STORIES = {case.number: case for case in demo_cases()}


@pytest.fixture
def panel(qtbot: QtBot, screen: None) -> AdvicePanel:  # noqa: ARG001  English
    shown = AdvicePanel()
    qtbot.addWidget(shown)
    return shown


def show(panel: AdvicePanel, case: Case) -> None:
    panel.show_advice(case, advise(case, TABLES, today=TODAY), TABLES)


@pytest.mark.parametrize("number", sorted(STORIES))
def test_the_panel_asks_what_the_command_line_asks_first_and_says_why(
    panel: AdvicePanel, qtbot: QtBot, number: str
) -> None:
    case = STORIES[number]
    first = best_questions(case, TABLES, advise(case, TABLES, today=TODAY))[0]
    show(panel, case)
    until(lambda: panel._question.best is not None)
    assert panel._next.text() == place_text(case, first.question.path)
    assert panel._why.text().startswith(question_sentence(case, first))
    assert "more open questions." in panel._why.text()
    with qtbot.waitSignal(panel.asked) as asked:
        panel._next.click()
    assert asked.args == [first.question.path]


def test_some_story_would_be_asked_something_else_first_by_what_waits_alone() -> None:
    differ = [
        case.number
        for case in STORIES.values()
        for advice in [advise(case, TABLES, today=TODAY)]
        if best_questions(case, TABLES, advice)[0].question.path != advice.questions[0].path
    ]
    assert differ


def test_a_question_stays_while_it_is_open_and_goes_with_its_answer(panel: AdvicePanel) -> None:
    case = STORIES["BRU-0000-0001"]
    show(panel, case)
    looking = panel._question
    until(lambda: looking.best is not None)
    assert looking.best is not None
    before = looking.best.question.path
    assert before == "wish/free_choice"
    show(panel, replace(case, remarks="Another word."))
    assert panel._next.text() == place_text(case, before)  # before anything was tried again
    show(panel, replace(case, wish=replace(case.wish, free_choice=True)))
    assert panel._next.text() != place_text(case, before)
    show(panel, replace(FAMILY, stay=replace(FAMILY.stay, dublin_transfer=True, public_order_concern=UNKNOWN)))
    until(lambda: looking.best is None or looking.best.question.path != before)
