"""Answers given in the window of a real case, on one profile: what each costs the screen and the store. Prints seconds.

`busy`: what the screen's thread computes for an answer; `answer`: until it is free again, waits for the other thread
included; `advice`: what it computes for the advice that follows; `stored`: from the answer to the store.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice, repeat
from pathlib import Path

from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Sex
from loket_app.i18n import set_language
from loket_app.services.editing import Saved
from loket_app.ui.application import make_application
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.plan import STEPS
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.fields.base import AnswerField
from tests.at_work import open_window, row_id, settle, until

ANSWERS = 160


def answers(page: CasePage) -> Iterator[tuple[AnswerField, object]]:
    """Other answers to some questions of the first step, again and again."""
    person = page.editor.case.household[0].id
    asked: dict[str, tuple[object, object]] = {
        f"household/{person}/family_name": ("Miftarj", "Miftari"),
        f"household/{person}/sex": (Sex.MALE, Sex.FEMALE),
        f"household/{person}/birth_date": (PartialDate(1987), PartialDate(1986)),
        f"household/{person}/nationalities": (("XK",), ("XK", "AL")),
        "contact/phone": ("0470 12 34 56", "0470 12 34 57"),
        "contact/message_allowed": (True, False),
        "wish/destination": ("XK", "AL"),
        "remarks": ("Vraagt een tolk.", "Vraagt geen tolk."),
    }
    fields = {path: _field(page, path) for path in asked}
    rounds = chain.from_iterable(repeat((0, 1)))
    return ((fields[path], pair[turn]) for turn in rounds for path, pair in asked.items())


def _field(page: CasePage, path: str) -> AnswerField:
    questions = (form.question(path) for form in page.findChildren(QuestionForm))
    return next(question.field for question in questions if question is not None)


def main(profile: Path) -> dict[str, list[float]]:
    """Give the answers, one after the other."""
    set_language("nl")
    make_application()
    sys.excepthook = sys.__excepthook__
    window = open_window(profile)
    window.show()
    window.open_case(row_id(window, "Miftari"))
    until(lambda: window.case_page)
    page = window.case_page
    assert page is not None
    for step in STEPS[1:-1]:
        page.go(step.name)
        settle(window)
    page.go(STEPS[0].name)
    settle(window)
    taken = _measured(page)
    window.close()
    return taken


def _measured(page: CasePage) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {"busy": [], "answer": [], "advice": [], "stored": []}
    page._later.timeout.disconnect()
    page._later.timeout.connect(lambda: taken["advice"].append(_computed(page._show_advice)))
    for field, value in islice(answers(page), ANSWERS):
        start, computing = time.perf_counter(), time.thread_time()
        field._settle(value)
        field._present(value)
        taken["busy"].append(time.thread_time() - computing)
        taken["answer"].append(time.perf_counter() - start)
        until(lambda: isinstance(page.editor.state, Saved))
        taken["stored"].append(time.perf_counter() - start)
        until(lambda: not page._later.isActive())
    return taken


def _computed(work: Callable[[], None]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
