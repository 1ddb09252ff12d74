"""Every page in every language, on a small screen and at 200 %: nothing is cut or covered, and everything has a name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from loket_app.i18n import LANGUAGES, set_language
from loket_app.services.agenda import Part
from loket_app.ui import style
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.plan import PAGES
from loket_app.ui.case.record_card import RecordCard
from loket_app.ui.fields.missing import MissingMark
from loket_app.ui.kit.folding import Folding
from loket_app.ui.kit.one_line import OneLine
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.shell.rail import PLACES
from tests.agenda_cases import busy_desk
from tests.at_work import NOW, make_profile, open_window, settle, until
from tests.documents.cases import FAMILY

OFFICE, HALF = (1366, 768), (683, 384)
"""The smallest screen of a desk, and what is left of it at 200 %."""
_UNFOLDED = ("papers", "handover")
"""Pages of which the folded parts are long themselves."""

_SOLID = (QLabel, QAbstractButton, QLineEdit, QComboBox)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one case that has everything, and days to watch."""
    return make_profile(tmp_path_factory.mktemp("pages"), [FAMILY, *busy_desk(NOW.date())])


@pytest.fixture
def window(request: pytest.FixtureRequest, profile: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    lang, size = request.param
    style.apply(qapp, "light")
    set_language(lang)
    shown = open_window(profile)
    set_language(lang)  # a window speaks what its person chose; here the test chooses
    qtbot.addWidget(shown)
    shown.resize(*size)
    shown.show()
    settle(shown)
    yield shown
    shown.close()
    set_language("en")


@pytest.mark.parametrize(
    "window", [(lang, size) for lang in [*LANGUAGES, "en_XA"] for size in (OFFICE, HALF)], indirect=True, ids=str
)
def test_nothing_is_cut_and_everything_has_a_name(window: MainWindow) -> None:
    found = [f"{name}: {fault}" for name in pages(window) for fault in faults(window)]
    assert found == []


def pages(window: MainWindow) -> Iterator[str]:
    """Go to every page, with everything unfolded; gives its name."""
    for place in (place for place in PLACES if place != "new"):
        window.show_place(place)
        rest(window)
        yield place
        if place == "today":
            yield from views(window)
    window.open_case(FAMILY.id)
    until(lambda: window.case_page is not None)
    page = window.case_page
    assert isinstance(page, CasePage)
    for step in PAGES:
        page.go(step.name)
        for card in page.findChildren(RecordCard):
            card.set_open(opened=True)
        rest(window)
        yield step.name
        if step.name in _UNFOLDED:
            for _round in range(2):  # what opens may hold what opens
                for folding in filter(QWidget.isVisible, page.findChildren(Folding)):
                    folding.set_open(opened=True)
            rest(window)
            yield f"{step.name}, unfolded"


def views(window: MainWindow) -> Iterator[str]:
    """The week and the month of today, and all that one waits for."""
    page = window._today
    for option in page.head.views.options[1:]:
        option.click()
        rest(window)
        yield f"today {option.value}"
    page.head.views.options[0].click()
    page.overview.all_asked.emit(Part.LATE)
    rest(window)
    yield "today, a table"
    page.table.left.emit()


def rest(window: MainWindow) -> None:
    """Until nothing moves any more: Qt lays out in several goes."""
    settle(window)
    places: list[QRect] = []

    def still() -> bool:
        nonlocal places
        before, places = places, [part.geometry() for part in shown_parts(window)]
        return before == places

    until(still)


def faults(window: QWidget) -> Iterator[str]:
    """What somebody would not see, or not hear, on the page that is shown."""
    for part in shown_parts(window):
        if is_cut(part):
            yield f"cut: {words_of(part)!r}"
        if takes_focus(part) and not (part.accessibleName() or words_of(part)):
            yield f"no name: {type(part).__name__}"
    for part in (window, *shown_parts(window)):
        yield from covered(part)
    yield from letters_twice(window)
    for area in window.findChildren(QScrollArea):
        page = area.widget()
        if area.isVisible() and page is not None and page.width() > area.viewport().width():
            yield f"wider than its page: {type(area).__name__}"


def shown_parts(window: QWidget) -> list[QWidget]:
    return [part for part in window.findChildren(QWidget) if part.isVisible()]


def letters_twice(window: QWidget) -> Iterator[str]:
    """One Alt letter for two different things: the key would only go from one to the other, and do neither."""
    things: dict[str, str] = {}
    for part in shown_parts(window):
        leads = isinstance(part, QAbstractButton) or (isinstance(part, QLabel) and part.buddy() is not None)
        letter = QKeySequence.mnemonic(words_of(part)).toString() if leads and part.isEnabled() else ""
        if letter and things.setdefault(letter, words_of(part)) != words_of(part):
            yield f"one letter: {things[letter]!r}, {words_of(part)!r}"


def words_of(part: QWidget) -> str:
    return part.text() if isinstance(part, QAbstractButton | QLabel) else ""


def takes_focus(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None


def is_cut(part: QWidget) -> bool:
    """Whether words are wider or higher than their place. What ends in … by intention says so in its tooltip."""
    if not words_of(part).strip() or isinstance(part, MissingMark | OneLine):
        return False
    if isinstance(part, QToolButton):
        return letters_wide(part) > part.width()
    if part.hasHeightForWidth():
        return part.heightForWidth(part.width()) > part.height() or part.minimumSizeHint().width() > part.width()
    needed = part.minimumSizeHint() if isinstance(part, QLabel) else part.sizeHint()
    return needed.width() > part.width() or needed.height() > part.height()


def letters_wide(button: QToolButton) -> int:
    """What the words take, bold as when one is there, with the picture beside them."""
    font = button.font()
    font.setBold(button.isCheckable())
    metrics = QFontMetrics(font)
    beside = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    picture = button.iconSize().width() + style.current().size.grid if beside and not button.icon().isNull() else 0
    return max(map(metrics.horizontalAdvance, button.text().split("\n"))) + picture


def covered(parent: QWidget) -> Iterator[str]:
    """Neighbours that lie on one another; the mark of a missing answer lies on its editor by intention."""
    solid = [part for part in parent.children() if isinstance(part, _SOLID) and part.isVisible()]
    for one, other in combinations([part for part in solid if not isinstance(part, MissingMark)], 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > 1 and common.height() > 1:
            yield f"on one another: {words_of(one) or type(one).__name__!r}, {words_of(other) or type(other).__name__!r}"


def test_what_is_wrong_would_be_seen(qtbot: QtBot) -> None:
    """Else the test above could not fail."""
    page = QWidget()
    qtbot.addWidget(page)
    page.setFixedSize(200, 200)
    button, nameless, long = QPushButton("&Much longer than its place", page), QPushButton(page), QLabel(page)
    QPushButton("&Mine", page).setGeometry(100, 35, 100, 60)
    button.setGeometry(0, 0, 40, 30)
    nameless.setGeometry(20, 0, 60, 30)
    long.setText("Seven words that need more than one line")
    long.setWordWrap(True)
    long.setGeometry(0, 60, 80, 18)
    area = QScrollArea(page)
    area.setGeometry(0, 100, 100, 60)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    wide = QWidget()
    wide.setFixedSize(300, 20)
    area.setWidget(wide)
    page.show()
    found = [fault.split(":")[0] for fault in faults(page)]
    assert sorted(found) == ["cut", "cut", "no name", "on one another", "one letter", "wider than its page"]


def test_what_is_right_passes(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    line = QLineEdit()
    line.setAccessibleName("Find")
    for part in (QPushButton("Close"), QLabel("Some words"), line):
        column.addWidget(part)
    page.show()
    assert list(faults(page)) == []
