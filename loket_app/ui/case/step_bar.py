"""The pages of a case: six steps in their order, and the return track, set apart. How many questions each still has."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from loket_app.i18n import NP_, _, ngettext, pgettext
from loket_app.ui.case.plan import PAGES, STEPS
from loket_app.ui.case.plan_parts import Step
from loket_app.ui.case.plan_track import TRACK
from loket_app.ui.style import current, mark

_SHORT = {
    "eligibility": NP_("step bar", "Eligibility"),
    "papers": NP_("step bar", "Papers"),
    "summary": NP_("step bar", "Summary"),
    "track": NP_("step bar", "Track"),
}


class StepBar(QWidget):
    """Emits `chosen` with the name of a page. The case page binds Alt+1 … Alt+7."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._open: Mapping[str, int] = {}
        self._room = 0
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, current().size.grid * 2, 0)
        layout.setSpacing(current().size.grid // 2)
        for step in PAGES:
            button = QPushButton()
            button.setCheckable(True)
            mark(button, kind="step")
            button.clicked.connect(lambda _checked=False, name=step.name: self.chosen.emit(name))
            group.addButton(button)
            self._buttons[step.name] = button
            if step is TRACK:
                layout.addStretch(1)
            layout.addWidget(button)
        self._name()

    def show_step(self, name: str) -> None:
        """Mark the step one is on."""
        for other, button in self._buttons.items():
            button.setChecked(other == name)
            # one stop for Tab: Qt moves it by itself only when it is the button that was pressed
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == name else Qt.FocusPolicy.ClickFocus)
        self._name()

    def fit(self, width: int) -> None:
        """Name every page, where room is short without their numbers; where it is very short the present one alone."""
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
        for named, numbered in ((PAGES, True), (PAGES, False), (STEPS, False), ((), True)):
            self._write(named, numbered=numbered)
            if not self._room or self.sizeHint().width() <= self._room:
                return

    def _write(self, named: tuple[Step, ...], *, numbered: bool) -> None:
        """Write every button, with the names of these and of the one that is shown; what has no name keeps its number."""
        for number, step in enumerate(PAGES, 1):
            title, tab, waiting = pgettext(*step.title), pgettext(*_tab(step)), self._open.get(step.name)
            sign = "" if waiting is None else (f" {waiting}?" if waiting else " ✓")
            button = self._buttons[step.name]
            words = tab if button.isChecked() or step in named else ""
            place = str(number) if numbered or not words else ""
            button.setText(f"{place} {words}".strip().replace("&", "&&") + sign)
            button.setToolTip(f"{title} (Alt+{number})")
            button.setAccessibleName(f"{title}, {_spoken(waiting)}" if waiting is not None else title)


def _tab(step: Step) -> tuple[str, str]:
    """What stands on the bar, where room is dear; the tooltip and the page say the whole title."""
    return _SHORT.get(step.name, step.title)


def _spoken(waiting: int) -> str:
    if not waiting:
        return _("nothing open")
    return ngettext("{count} open question", "{count} open questions", waiting).format(count=waiting)
