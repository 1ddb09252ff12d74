"""One window for whatever keeps the door shut: what happened, that nothing was lost, what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.entrance_problems import EntranceProblem
from loket_app.ui.entrance.sheet import Sheet, fit
from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.kit.button import Button
from loket_app.ui.words import Text, Words

_WIDTH = 560


class ProblemWindow(Spoken):
    """`again` asks to try once more, after which this window has nothing more to say."""

    again = Signal()

    def __init__(self, problem: EntranceProblem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = problem
        self.close_button = self._button(lambda: _("&Close"), self.close, main=not problem.can_try_again)
        self.folder_button = self._button(lambda: _("&Open folder"), self._open_folder)
        self.again_button = self._button(lambda: _("&Try again"), self.again.emit, main=True)
        self._lay_out()
        self.folder_button.setVisible(problem.folder is not None)
        self.again_button.setVisible(problem.can_try_again)
        self.say(self.setWindowTitle, lambda: f"Loket – {problem.title}")
        fit(self, _WIDTH, 400)
        (self.again_button if problem.can_try_again else self.close_button).setFocus()

    def _lay_out(self) -> None:
        problem = self.problem
        sheet = Sheet(_WIDTH, self)
        sheet.column.addWidget(Text(lambda: problem.title, "title"))
        sheet.column.addWidget(Text(lambda: problem.what))
        sheet.column.addWidget(Text(lambda: problem.safe, "strong"))
        sheet.column.addWidget(Text(lambda: problem.remedy))
        if problem.path is not None:
            sheet.column.addWidget(self._place())
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet, 1)
        column.addLayout(self._row())

    def _place(self) -> Text:
        place = Text(lambda: str(self.problem.path), "muted")
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.say(place.setAccessibleName, lambda: _("Place"))
        return place

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 24)
        row.addWidget(self.close_button)
        row.addStretch(1)
        row.addWidget(self.folder_button)
        row.addWidget(self.again_button)
        return row

    def _button(self, words: Words, act: Callable[[], object], *, main: bool = False) -> Button:
        button = Button(words, "primary" if main else "plain")
        button.clicked.connect(lambda _checked: act())
        return button

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.problem.folder)))
