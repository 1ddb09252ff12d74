"""The program on screen: one QApplication, the door first, then the window of the desk."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from loket_app.i18n import language, set_language
from loket_app.ui.collector import Collector
from loket_app.ui.faults import watch
from loket_app.ui.qt_words import speak
from loket_app.ui.style import Theme, apply, current, icon

if TYPE_CHECKING:
    from loket_app.services.entrance import Opened
    from loket_app.ui.entrance.door import Door
    from loket_app.ui.shell.main_window import MainWindow


PAINTED_MS = 300
"""The first window stands by then; importing beside it would hold it up."""


class Application(QObject):
    """Keeps what is on screen alive: the door, then the main window. Heavy parts are imported behind the door."""

    def __init__(self, qt: QApplication) -> None:
        super().__init__()
        self._qt = qt
        self._door: Door | None = None
        self.window: MainWindow | None = None

    def show_door(self, profile: Path) -> None:
        """The first window of the day for a profile."""
        from loket_app.ui.entrance.door import Door  # noqa: PLC0415 - the sample stories need no door

        self._door = Door(profile, self)
        self._door.opened.connect(self.show_desk)
        self._door.show()
        QTimer.singleShot(PAINTED_MS, _warm_up)

    def show_desk(self, opened: Opened, stories: bool = False) -> None:  # noqa: FBT002 - the door's signal
        """The main window for an opened store, with the sample stories when they are wanted."""
        from loket_app.services.desk import Desk  # noqa: PLC0415 - behind the door
        from loket_app.ui.shell.main_window import MainWindow  # noqa: PLC0415 - behind the door

        desk = Desk(opened)
        if stories:
            from loket_app.services.demo import demo_cases  # noqa: PLC0415 - once in the life of a store

            desk.add_cases(demo_cases(desk.clock.today())).result()
        self._dress("dark" if desk.preferences.theme == "dark" else "light")
        self.window = MainWindow(desk)
        self.window.show_fitting()
        if self._door is not None:
            self._door.done()

    def _dress(self, theme: Theme) -> None:
        """Nothing is dressed twice: that takes 10 ms."""
        if current().theme != theme:
            apply(self._qt, theme)


def make_application(argv: list[str] | None = None) -> QApplication:
    """The QApplication, dressed in the light theme."""
    running = QApplication.instance()
    qt = running if isinstance(running, QApplication) else QApplication(argv or sys.argv[:1])
    qt.setApplicationName("Loket")
    qt.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)  # the lock can't empty a dialog of the system
    apply(qt, "light")
    qt.setWindowIcon(icon("home", "accent"))
    speak(language())
    watch()
    Collector(qt)
    return qt


def run_desk(profile: Path, lang: str) -> int:
    """`loket`: the door of a profile, until the last window is closed. Gives the exit code."""
    set_language(lang)
    qt = make_application()
    program = Application(qt)
    program.show_door(profile)
    return qt.exec()


def run_opened(opened: Opened, lang: str) -> int:
    """`loket demo`: the window of a store that is open already, until it is closed. Gives the exit code."""
    set_language(lang)
    qt = make_application()
    program = Application(qt)
    program.show_desk(opened)
    return qt.exec()


def _warm_up() -> None:
    """Import what the main window needs while somebody types a passphrase."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - after the first window

    pool = ThreadPoolExecutor(1, thread_name_prefix="warm-up")
    pool.submit(_import_the_rest)
    pool.shutdown(wait=False)


def _import_the_rest() -> None:
    from loket_app.i18n import formats  # noqa: PLC0415 - the dates of the language: 20 ms
    from loket_app.services import desk  # noqa: F401, PLC0415 - SQLAlchemy: 300 ms that nobody waits for
    from loket_app.services.casefile import rule_tables  # noqa: PLC0415 - the same
    from loket_app.services.clock import Clock  # noqa: PLC0415 - the same
    from loket_app.services.holidays import BelgianCalendar  # noqa: PLC0415 - the calendars of every country: 100 ms
    from loket_app.services.track import track_rules  # noqa: PLC0415 - the same
    from loket_app.ui.shell import main_window  # noqa: F401, PLC0415 - the same

    rule_tables()
    track_rules()
    today = Clock().today()
    formats.format_date(today, "full")
    BelgianCalendar().holiday_name(today, language())
