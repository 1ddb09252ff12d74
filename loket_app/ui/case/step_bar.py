"""The six steps of a case: where one is, which are complete, how many questions each still has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from loket_app.i18n import _, ngettext, pgettext
from loket_app.ui.case.plan import STEPS
from loket_app.ui.style import current, mark


class StepBar(QWidget):
    """Emits `chosen` with the name of a step. The page binds Alt+1 … Alt+6."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._open: Mapping[str, int] = {}
        self._room = 0
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        for step in STEPS:
            button = QPushButton()
            button.setCheckable(True)
            mark(button, kind="step")
            button.clicked.connect(lambda _checked=False, name=step.name: self.chosen.emit(name))
            group.addButton(button)
            self._buttons[step.name] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self._name()

    def show_step(self, name: str) -> None:
        """Mark the step one is on."""
        for other, button in self._buttons.items():
            button.setChecked(other == name)
            # one stop for Tab: Qt moves it by itself only when it is the button that was pressed
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == name else Qt.FocusPolicy.ClickFocus)
        self._name()

    def fit(self, width: int) -> None:
        """Name every step where there is room, else the present one alone."""
        self._room = width
        self._name()

    def show_open(self, questions: Mapping[str, int]) -> None:
        """Show how many open questions each step has."""
        if questions != self._open:
            self._open = dict(questions)
            self._name()

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self._write(short=False)
        if self._room and self.sizeHint().width() > self._room:
            self._write(short=True)

    def _write(self, *, short: bool) -> None:
        for number, step in enumerate(STEPS, 1):
            title, waiting = pgettext(*step.title), self._open.get(step.name)
            sign = "" if waiting is None else (f" {waiting}?" if waiting else " ✓")
            button = self._buttons[step.name]
            words = f" {title}" if button.isChecked() or not short else ""
            button.setText(f"{number}{words}{sign}".replace("&", "&&"))
            button.setToolTip(f"{title} (Alt+{number})")
            button.setAccessibleName(f"{title}, {_spoken(waiting)}" if waiting is not None else title)


def _spoken(waiting: int) -> str:
    if not waiting:
        return _("nothing open")
    return ngettext("{count} open question", "{count} open questions", waiting).format(count=waiting)
