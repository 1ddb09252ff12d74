"""One key moment in words: its state with a sign, its day, who holds it, and where its term comes from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.conversation import KeyMoment
from loket_app.domain.track_parts import HELD, Moment
from loket_app.i18n import _
from loket_app.i18n.labels import label
from loket_app.i18n.phrases_track import deadline_text, free_moment_text
from loket_app.i18n.phrases_track_needs import fact_text
from loket_app.services.holidays import BelgianCalendar
from loket_app.ui.case.track.looks import STATES
from loket_app.ui.case.track.words import moment_line
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current, icon
from loket_app.ui.words import Text


class MomentRow(QWidget):
    """Pressed, it opens the conversation or begins one (`opened`); `asked` leads to a fact that is missing."""

    opened = Signal(object)
    asked = Signal(str)

    def __init__(self, case: Case, moment: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, current().size.grid // 2)
        layout.setSpacing(0)
        look = STATES[moment.state]
        title = LongButton("row")
        title.setIcon(icon(look.sign, look.role))
        title.setText(moment_line(moment).replace("&", "&&"))
        title.setAccessibleDescription(_rule_words(moment))
        title.clicked.connect(lambda: self.opened.emit(moment))
        layout.addWidget(title)
        below = QVBoxLayout()
        below.setContentsMargins(current().size.icon + current().size.grid * 2, 0, 0, 0)
        below.setSpacing(0)
        layout.addLayout(below)
        self._add_rule(below, moment)
        for path in filter(None, moment.deadline.needs):
            below.addWidget(self._need(case, path))

    def _add_rule(self, layout: QVBoxLayout, moment: Moment) -> None:
        if _rule_words(moment):
            layout.addWidget(Text(lambda: _rule_words(moment), "muted"))

    def _need(self, case: Case, path: str) -> LongButton:
        """What is missing, and the way there: a fact, or the conversation that was not held yet."""
        link = LongButton("link")
        link.setText(_("Missing: {what}").format(what=need_text(case, path)).replace("&", "&&"))
        link.clicked.connect(lambda: self.asked.emit(path))
        return link


def _rule_words(moment: Moment) -> str:
    """The rule of its term, and that its last day falls on a day off."""
    parts = (free_moment_text(moment, BelgianCalendar()), deadline_text(moment.deadline))
    return " · ".join(part for part in parts if part)


def need_text(case: Case, path: str) -> str:
    """What a missing fact is called."""
    if path.startswith(HELD):
        return label(KeyMoment(path.removeprefix(HELD)))
    return fact_text(case, path)
