"""What Ctrl+L shows: nothing of a case can be seen, read out or typed at until the same person unlocks."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.entrance import Opened
from loket_app.ui.entrance.sheet import Sheet
from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.entrance.unlock_form import UnlockForm
from loket_app.ui.words import Text

_WIDTH = 480


class LockScreen(Spoken):
    """`lock()` empties every window of the program; `unlocked` comes when all is as it was, the cursor included.

    The contents are hidden, not covered, so that no screen reader, Tab or shortcut reaches them. They are neither
    closed nor changed: a draft stays. The form stands in `window`, or in the dialog that is in front of it.
    """

    unlocked = Signal()

    def __init__(self, opened: Opened, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QWidget] = []
        self._titles: dict[QWidget, str] = {}
        self._focus: QWidget | None = None
        self.locked = False
        self.form = UnlockForm([opened.login], lambda _login, secret: opened.check(secret), can_recover=False)
        self.form.unlocked.connect(self._unlock)
        self.form.stuck.connect(self.form.problem.tell)
        self._lay_out()
        self.hide()

    def lock(self) -> None:
        """Hide everything. Twice is once."""
        if self.locked:
            return
        self.locked = True
        while popup := QApplication.activePopupWidget():
            popup.close()
        self._focus = QApplication.focusWidget()
        front = QApplication.activeModalWidget() or self._window
        self._empty_windows()
        _application().installEventFilter(self)
        self._stand_in(front)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fill the window that it stands in, leave it when it goes away, and let no shortcut of others through."""
        kind = event.type()
        if kind == QEvent.Type.Shortcut:
            return not self._is_ours(watched)
        if isinstance(watched, QWidget) and watched is self.parentWidget():
            if kind == QEvent.Type.Resize:
                self.setGeometry(watched.rect())
            elif kind == QEvent.Type.Hide and watched is not self._window:
                self._stand_in(self._window)
        return super().eventFilter(watched, event)

    def _unlock(self) -> None:
        _application().removeEventFilter(self)
        self.locked = False
        self.hide()
        self.setParent(self._window)
        for window, title in self._titles.items():
            if shiboken6.isValid(window):
                window.setWindowTitle(title)
        for part in self._hidden:
            if shiboken6.isValid(part):
                part.show()
        self._hidden, self._titles = [], {}
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus()
        self.unlocked.emit()

    def _empty_windows(self) -> None:
        """Hide what stands in each window, and the names that may stand in its title."""
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        self._titles = {window: window.windowTitle() for window in windows}
        self._hidden = [part for window in windows for part in _parts(window) if part is not self]
        for window in windows:
            window.setWindowTitle("Loket")
        for part in self._hidden:
            part.hide()

    def _stand_in(self, window: QWidget) -> None:
        self.setParent(window)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.form.begin()

    def _is_ours(self, thing: QObject | None) -> bool:
        while thing is not None and thing is not self:
            thing = thing.parent()
        return thing is self

    def _lay_out(self) -> None:
        sheet = Sheet(_WIDTH, self)
        sheet.column.addStretch(1)
        sheet.column.addWidget(Text(lambda: _("Locked"), "title"))
        sheet.column.addWidget(Text(lambda: _("What you were doing is kept. Unlock to go on where you were.")))
        sheet.column.addWidget(self.form)
        sheet.column.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)


def _parts(window: QWidget) -> list[QWidget]:
    """What stands directly in a window and can be seen."""
    parts = [part for part in window.children() if isinstance(part, QWidget)]
    return [part for part in parts if not part.isWindow() and not part.isHidden()]


def _application() -> QCoreApplication:
    running = QCoreApplication.instance()
    if running is None:
        raise RuntimeError("a lock screen needs a running application")
    return running
