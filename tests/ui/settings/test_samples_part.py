"""The sample stories leave from the settings: asked once, with what goes; then it stands there when and by whom."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from loket_app.domain.case import Case
from loket_app.services.demo import demo_cases
from loket_app.storage.listing import CaseFilter
from loket_app.ui.settings.samples_part import SamplesPart
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle
from tests.ui.conftest import ShowWindow


def part_of(window: MainWindow) -> SamplesPart:
    window.show_place("settings")
    settle(window)
    (found,) = window.findChildren(SamplesPart)
    return found


def words(part: SamplesPart) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def test_they_go_after_one_question_also_while_one_is_open(show_window: ShowWindow) -> None:
    stories: tuple[Case, ...] = demo_cases()
    window = show_window(*stories)
    window.open_case(stories[0].id)
    settle(window)
    assert window.case_page is not None
    window.case_page.editor.set("remarks", "tried out")
    part = part_of(window)
    part.remove.click()
    assert all(story.number in words(part) for story in stories)
    assert window._desk.count(CaseFilter()).result() == 4
    part.asking.findChildren(QPushButton)[0].click()
    settle(window)
    assert window._desk.count(CaseFilter()).result() == 0
    assert [window.case_page] == [None]
    assert "Removed on 14 April 2026 by AV." in words(part)
    assert part.remove.isHidden()


def test_a_store_that_never_had_any_says_nothing_of_them(show_window: ShowWindow) -> None:
    assert part_of(show_window()).isHidden()
