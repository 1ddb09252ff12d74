"""Which window somebody meets: the first start, the unlock window, or why the door stays shut."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from loket_app.services import entrance
from loket_app.services.entrance_problems import EntranceProblem
from loket_app.ui.entrance.unlock_window import UnlockWindow


class Door(QObject):
    """`opened` carries an `entrance.Opened` and whether the sample stories are wanted. Who hears it owns the cases.

    The window stays until `done`, so that the program always has one.
    """

    opened = Signal(object, bool)

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self.window: QWidget | None = None

    def show(self) -> None:
        """Look at the profile and show what it asks for."""
        match entrance.profile_state(self._profile):
            case entrance.Fresh():
                self._show_first_run()
            case entrance.Ready(logins=logins):
                window = UnlockWindow(self._profile, logins)
                window.opened.connect(self._unlocked)
                window.stuck.connect(self.tell)
                self._put(window)
            case EntranceProblem() as problem:
                self.tell(problem)

    def tell(self, problem: EntranceProblem) -> None:
        """Say what keeps the door shut."""
        from loket_app.ui.entrance.problem_window import ProblemWindow  # noqa: PLC0415 - late: an ordinary morning needs none

        window = ProblemWindow(problem)
        window.again.connect(self.show)
        self._put(window)

    def done(self) -> None:
        """Take the window away: the main window stands."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def _unlocked(self, opened: entrance.Opened) -> None:
        wants_stories = False
        self.opened.emit(opened, wants_stories)

    def _show_first_run(self) -> None:
        from loket_app.ui.entrance.first_run.assistant import FirstRunAssistant  # noqa: PLC0415 - late: once in the life of a store

        assistant = FirstRunAssistant(self._profile)
        assistant.finished.connect(self.opened)
        self._put(assistant)

    def _put(self, window: QWidget) -> None:
        """The new window first, so that the program does not end with the old one."""
        old, self.window = self.window, window
        window.show()
        if old is not None:
            old.close()
            old.deleteLater()
