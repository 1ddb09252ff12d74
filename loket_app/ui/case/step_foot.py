"""Under a page of a case: the way back, and the way on to the next step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from loket_app.i18n import _, pgettext
from loket_app.ui.case.plan import STEPS
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current, icon, mark


class StepFoot(Worded, QWidget):
    """Emits `walked` with 1 for the next step, -1 for the one before. The return track lies beside them, and has neither."""

    walked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = STEPS[0].name
        self._back, self._on = QPushButton(icon("chevron-left"), ""), QPushButton()
        mark(self._on, kind="primary")
        self._back.clicked.connect(lambda: self.walked.emit(-1))
        self._on.clicked.connect(lambda: self.walked.emit(1))
        foot = QHBoxLayout(self)
        foot.setContentsMargins(0, 0, current().size.grid * 2, 0)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._on)

    def show_step(self, name: str) -> None:
        """Say where one can go from a step."""
        self._step = name
        self._words()

    def on_goes_next(self) -> bool:
        """Whether the cursor is on the way to the next step."""
        return self._on.hasFocus()

    def _words(self) -> None:
        names = [step.name for step in STEPS]
        beside = self._step not in names
        here = len(names) if beside else names.index(self._step)
        self._back.setText(_("Pre&vious"))
        self._back.setVisible(not beside)
        self._back.setEnabled(here > 0)
        following = STEPS[here + 1] if here + 1 < len(STEPS) else None
        self._on.setVisible(following is not None)
        if following is not None:
            self._on.setText(_("Ne&xt: {step}").format(step=pgettext(*following.title)))
