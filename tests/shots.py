"""Pictures of every screen from the sample store, in every language, light and dark, and at 200 %: for eyes, not for asserts.

python tests/shots.py FOLDER

The clock stands still and every code is the same, so that pictures of two versions can be compared.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from random import Random
from typing import Literal
from unittest.mock import patch

from PySide6.QtCore import QMessageLogContext, QPoint, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QScrollArea, QWidget

from loket_app.domain.attachment import AttachmentKind
from loket_app.domain.case import Consent, ConsentPurpose, ConsentState
from loket_app.domain.case import Desk as DeskPlace
from loket_app.domain.money import Money
from loket_app.domain.status import Status
from loket_app.domain.travel import Cost, CostKind, CostState
from loket_app.i18n import LANGUAGES, set_language
from loket_app.services import entrance_problems as problems
from loket_app.services.agenda import Part
from loket_app.services.attachments import attach, from_content
from loket_app.services.clock import Clock
from loket_app.services.demo import demo_cases
from loket_app.services.editing import NotSaved
from loket_app.ui.application import make_application
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.case.plan import PAGES
from loket_app.ui.case.scan_viewer import ScanViewer, show_scan
from loket_app.ui.case.status_dialog import StatusDialog
from loket_app.ui.entrance.first_run.assistant import FirstRunAssistant
from loket_app.ui.entrance.problem_window import ProblemWindow
from loket_app.ui.entrance.unlock_window import UnlockWindow
from loket_app.ui.kit.folding import Folding
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.shell.rail import PLACES
from loket_app.ui.style import apply
from loket_app.ui.summary.password_dialog import PasswordDialog
from tests import scans
from tests.agenda_cases import busy_desk
from tests.at_work import LOGIN, NOW, PASSPHRASE, make_profile, open_window, row_id, settle, still_clock, until
from tests.track_cases import MONDAY, every_resident
from tests.ui.entrance.shut_doors import PROBLEMS

ORDINARY, HALF = (1366, 768), (683, 384)
"""The smallest screen of a desk, and what is left of it at 200 %."""

JOBS = (("light", "1"), ("dark", "1"), ("light", "2"), ("dark", "2"))

SHOWN_PROFILE = Path("/var/lib/loket")
"""Named in pictures only."""


class Camera:
    """Saves pictures of one language, theme and scale; the same screen stands together in a list of files."""

    def __init__(self, folder: Path, ending: str) -> None:
        self._folder, self._ending = folder, ending

    def take(self, name: str, shown: QWidget) -> None:
        """A widget as it stands."""
        QApplication.processEvents()
        self._save(name, shown.grab())

    def take_with(self, name: str, window: QWidget, dialog: QDialog) -> None:
        """A window with a dialog over it, in its middle."""
        QApplication.processEvents()
        picture = window.grab()
        painter = QPainter(picture)
        room = window.rect().center() - dialog.rect().center()
        painter.drawPixmap(QPoint(max(0, room.x()), max(0, room.y())), dialog.grab())
        painter.end()
        self._save(name, picture)

    def take_whole(self, name: str, window: QWidget) -> None:
        """What has to be scrolled to, in one long picture."""
        for area in window.findChildren(QScrollArea):
            page = area.widget()
            if page is not None and page.isVisible() and page.objectName() == "page" and _overflows(area):
                self._save(name, page.grab())

    def _save(self, name: str, picture: QPixmap) -> None:
        picture.save(str(self._folder / f"{name}-{self._ending}.png"))


def _overflows(area: QScrollArea) -> bool:
    return area.verticalScrollBar().maximum() > 0


def door(camera: Camera, size: tuple[int, int] | None) -> None:
    """The windows before the cases."""
    for name, window in _door_windows():
        if size is not None:
            window.resize(*size)
        window.show()
        camera.take(name, window)
        window.close()


def _door_windows() -> Iterator[tuple[str, QWidget]]:
    with patch("secrets.choice", Random(7).choice):  # noqa: S311  # the same code in every picture
        assistant = FirstRunAssistant(Path("nowhere"))
    model = assistant.model
    model.desk, model.counsellor, model.login = DeskPlace.GHENT, "An Vos", LOGIN
    model.passphrase = model.repeated = PASSPHRASE
    for place, page in enumerate(assistant.pages):
        assistant._place = place
        assistant._show()
        yield f"door-first-run-{place + 1}-{type(page).__name__.removesuffix('Page').lower()}", assistant
    unlock = UnlockWindow(SHOWN_PROFILE, [LOGIN, "bert"])
    yield "door-unlock", unlock
    unlock.unlock._refused(problems.WrongPassphrase(login=LOGIN))
    yield "door-unlock-wrong", unlock
    unlock.unlock.lost.emit()
    yield "door-unlock-recovery", unlock
    for kind in PROBLEMS:
        problem = kind(SHOWN_PROFILE / "loket.db", place="slots/0/salt", backup="loket.db.v1", reason="Input error")
        yield f"door-problem-{kind.__name__.lower()}", ProblemWindow(problem)


def desk(camera: Camera, profile: Path, size: tuple[int, int], *, whole: bool) -> None:
    """The main window: every place, and a case from the first step to the last."""
    with _window(profile, size) as window:
        for name in (place for place in PLACES if place != "new"):
            window.show_place(name)
            settle(window)
            camera.take(f"desk-{name}", window)
        _today(camera, window, whole=whole)
        _case(camera, window, whole=whole)
        _asides(camera, window)
        window.lock()
        camera.take("desk-lock", window)


def _today(camera: Camera, window: MainWindow, *, whole: bool) -> None:
    """The list whole, the week, the month, and all of a part."""
    window.show_place("today")
    page = window._today
    settle(window)
    if whole:
        camera.take_whole("desk-today-whole", window)
    for option, name in zip(page.head.views.options[1:], ("week", "month"), strict=True):
        option.click()
        settle(window)
        camera.take(f"desk-today-{name}", window)
    page.head.views.options[0].click()
    page.overview.all_asked.emit(Part.TODAY)
    settle(window)
    camera.take("desk-today-all", window)
    page.table.left.emit()


def fresh(camera: Camera, profile: Path, size: tuple[int, int]) -> None:
    """What a desk sees that has no cases yet, and its first."""
    with _window(profile, size) as window:
        for name in ("today", "cases"):
            window.show_place(name)
            settle(window)
            camera.take(f"desk-{name}-empty", window)
        window.new_case()
        until(lambda: window.case_page)
        settle(window)
        camera.take("case-0-new", window)


def tracks(camera: Camera, profile: Path, size: tuple[int, int]) -> None:
    """Today with all residents, and the track of each, on the Monday that their days lie around."""
    with _window(profile, size, still_clock(datetime.combine(MONDAY, time(12), UTC))) as window:
        window.show_place("today")
        settle(window)
        camera.take("track-0-today", window)
        camera.take_whole("track-0-today-whole", window)
        for number, (name, case) in enumerate(every_resident().items(), 1):
            window.open_case(case.id)
            until(partial(_shows, window, case.id))
            assert window.case_page is not None
            window.case_page.enter("track")
            settle(window)
            camera.take(f"track-{number}-{name}", window)


def _shows(window: MainWindow, case_id: str) -> bool:
    return window.case_page is not None and window.case_page.editor.case.id == case_id


@contextmanager
def _window(profile: Path, size: tuple[int, int], clock: Clock | None = None) -> Iterator[MainWindow]:
    window = open_window(profile, clock)
    window.resize(*size)
    window.show()
    window.activateWindow()
    yield window
    window.close()
    window.deleteLater()


def _case(camera: Camera, window: MainWindow, *, whole: bool) -> None:
    window.open_case(row_id(window, "Miftari"))
    until(lambda: window.case_page)
    page = window.case_page
    assert page is not None
    for number, step in enumerate(PAGES, 1):
        page.go(step.name)
        settle(window)
        camera.take(f"case-{number}-{step.name}", window)
        if whole:
            camera.take_whole(f"case-{number}-{step.name}-whole", page)
    _unfolded(camera, window, page)
    page.go("intake")
    page._head.show_state(NotSaved(OSError(), NOW))
    camera.take("case-not-saved", window)
    if page._fold.isVisible():
        page._fold.setChecked(True)
        camera.take("case-advice", window)
        page._fold.setChecked(False)


def _unfolded(camera: Camera, window: MainWindow, page: CasePage) -> None:
    """What is folded on the pages of the papers and the handover, with a scan of a paper, and that scan itself."""
    _ready_for_iom(page)
    until(lambda: page.editor.case.attachments)
    scan = page.editor.case.attachments[-1]
    for name in ("papers", "handover"):
        page.go(name)
        settle(window)
        for _round in range(2):  # what opens may hold what opens
            for folding in filter(QWidget.isVisible, page.findChildren(Folding)):
                folding.set_open(opened=True)
        if name == "papers":
            page.reveal(f"costs/{scan.about}/kind")
        settle(window)
        camera.take_whole(f"case-{name}-unfolded", page)
    show_scan(page.editor, scan, page)
    viewer = next(top for top in QApplication.topLevelWidgets() if isinstance(top, ScanViewer))
    until(viewer.is_drawn)
    camera.take("aside-scan", viewer)
    viewer.close()


def _ready_for_iom(page: CasePage) -> None:
    """A cost with its receipt, and every consent: else the form says what stops it. Once: the languages share the store."""
    editor = page.editor
    if editor.case.attachments:
        return
    editor.set_many({"wish/free_choice": True, "wish/informed": True})
    for purpose in (ConsentPurpose.PROGRAMME, ConsentPurpose.DATA_TO_IOM):
        editor.add("consents", Consent(editor.new_id(), purpose, ConsentState.GIVEN, NOW.date(), "sq"))
    cost = Cost(
        editor.new_id(), CostKind.PHOTOS, editor.case.household[0].id, amount=Money.of("25.00"), spent_on=NOW.date()
    )
    editor.add("costs", replace(cost, state=CostState.PAID_BY_CLIENT, receipt=True))
    attach(editor, from_content(scans.picture(size=(900, 1200), colour="beige"), ""), AttachmentKind.RECEIPT, cost.id)


def _asides(camera: Camera, window: MainWindow) -> None:
    """Dialogs, and what the keys bring up."""
    for name, show in _dialogs(window).items():
        dialog = show()
        settle(window)
        camera.take_with(f"aside-{name}", window, dialog)
        dialog.close()
    window._cover.toggle()
    camera.take("aside-cover", window)
    window._cover.toggle()


def _dialogs(window: MainWindow) -> dict[str, Callable[[], QDialog]]:
    return {
        "help": lambda: _shown(window, window._help),
        "finder": lambda: _found(_shown(window, window._find), "mif"),
        "finder-nothing": lambda: _found(_shown(window, window._find), "zzz"),
        "status": lambda: _open(StatusDialog(Status.APPLICATION, Status.WITHDRAWN, parent=window)),
        "password": lambda: _open(PasswordDialog(window)),
    }


def _open(dialog: QDialog) -> QDialog:
    dialog.show()
    return dialog


def _shown(window: MainWindow, show: Callable[[], None]) -> QDialog:
    show()
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()][-1]


def _found(finder: QDialog, text: str) -> QDialog:
    line = finder.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(text)
    return finder


def paint(folder: Path, theme: Literal["light", "dark"], scale: str) -> None:
    """Every picture of one theme at one scale."""
    qInstallMessageHandler(_say)
    qt = make_application()
    sys.excepthook = sys.__excepthook__  # a fault ends the work here, with its trace
    qt.setCursorFlashTime(0)  # a cursor that never blinks out of a picture
    apply(qt, theme)
    half = scale == "2"
    with tempfile.TemporaryDirectory(prefix="loket-shots-") as place:
        stories, empty = (
            make_profile(Path(place) / "a", (*demo_cases(), *busy_desk(NOW.date()))),
            make_profile(Path(place) / "b"),
        )
        on_track = make_profile(Path(place) / "c", tuple(every_resident().values()))
        for lang in ("nl",) if half else LANGUAGES:
            set_language(lang)
            camera = Camera(folder, f"{lang}-{theme}{'-200' if half else ''}")
            door(camera, HALF if half else None)
            desk(camera, stories, HALF if half else ORDINARY, whole=not half)
            tracks(camera, on_track, HALF if half else ORDINARY)
            if lang == "nl":
                fresh(camera, empty, HALF if half else ORDINARY)


def _say(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    if not text.startswith("This plugin does not support"):  # no window manager offscreen
        sys.stderr.write(text + "\n")


def main(arguments: list[str]) -> None:
    """Paint in this process when it was told a theme and a scale, else in one process for each."""
    folder, *rest = arguments
    Path(folder).mkdir(parents=True, exist_ok=True)
    if rest:
        paint(Path(folder), "dark" if rest[0] == "dark" else "light", rest[1])
        return
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda job: _paint_beside(folder, *job), JOBS))


def _paint_beside(folder: str, theme: str, scale: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "TZ": "Europe/Brussels"}
    subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.shots", folder, theme, scale], check=True, env=environment
    )


if __name__ == "__main__":
    main(sys.argv[1:])
