"""A part of a page that is rarely needed: its title stands there, the rest comes when one asks for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.ui import style
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.words import Words


class Folding(QWidget):
    """A title that one presses; its body is made at the first opening. `opened` tells each opening.

    With `closing` a long body also ends in a button that folds it, and brings the cursor back to the title.
    """

    opened = Signal()

    def __init__(
        self,
        words: Words,
        make: Callable[[], QWidget],
        kind: str = "fold",
        parent: QWidget | None = None,
        *,
        closing: bool = False,
    ) -> None:
        super().__init__(parent)
        self._words, self._make, self._closing = words, make, closing
        self.end: Button | None = None
        self.body: QWidget | None = None
        self._title = LongButton(kind)
        self._title.setCheckable(True)
        self._title.toggled.connect(self._toggle)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(style.current().size.grid)
        self._layout.addWidget(self._title)
        self.refresh()

    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self._title.isChecked()

    def set_open(self, *, opened: bool) -> None:
        """Show the body, or the title alone."""
        self._title.setChecked(opened)

    def focus_title(self) -> None:
        """Put the cursor on the title."""
        self._title.setFocus()

    def refresh(self) -> None:
        """Ask for the words of the title again."""
        words = self._words()
        self._title.setText(words.replace("&", "&&"))
        self._title.setAccessibleName(words)
        self._title.setIcon(style.icon("chevron-down" if self.is_open() else "chevron-right", "muted"))

    def changeEvent(self, event: QEvent) -> None:
        """Read the words anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _toggle(self, checked: bool) -> None:
        if checked and self.body is None:
            self.body = self._make()
            self._layout.addWidget(self.body)
            if self._closing:
                self._layout.addWidget(self._make_end(), 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.body, self.end):
            if part is not None:
                part.setVisible(checked)
        self.refresh()
        if checked:
            self.opened.emit()

    def _make_end(self) -> Button:
        self.end = Button(lambda: _("Close"), "quiet", "chevron-up")
        self.end.clicked.connect(self._fold)
        return self.end

    def _fold(self) -> None:
        self.set_open(opened=False)
        self.focus_title()
