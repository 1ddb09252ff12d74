"""After the journey: the step of the case that is due, offered and never taken by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.departing import due_status
from loket_app.domain.status import Status, StatusChange
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current
from loket_app.ui.words import Words


class AfterPiece(QWidget):
    """A sentence below the questions of the departure; not there as long as there is nothing to say."""

    def __init__(self, editor: CaseEditor, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._desk = editor, desk
        self._due: Status | None = None
        self._missed = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        self.step = InlineMessage()
        self.step.acted.connect(self._take_step)
        layout.addWidget(self.step)

    def show_case(self, case: Case) -> None:
        """Say what there is to say of this case."""
        self._show_step(due_status(case), missed=case.departure.fell_through)
        self.setVisible(self._due is not None)

    def _show_step(self, due: Status | None, *, missed: bool) -> None:
        if due is None:
            self.step.hide()
        elif (due, missed) != (self._due, self._missed) or self.step.isHidden():
            words = _step_words(due, missed=missed)
            self.step.say("info", words, lambda: _("Record: {status}").format(status=capital(label(due))))
        self._due, self._missed = due, missed

    def _take_step(self) -> None:
        if self._due is not None:
            editor = self._editor
            change = StatusChange(editor.new_id(), self._due, editor.now(), self._desk.counsellor)
            editor.add("history", change)


def _step_words(due: Status, *, missed: bool) -> Words:
    """`missed`: the journey was not made, whatever the status says."""
    if due is Status.WITHDRAWN:
        return lambda: _(
            "Withdrawing is a right at any moment; nobody has to say why. "
            "Nothing is lost, and the case can go on later."
        )
    if missed:
        return lambda: _("The journey did not take place. A new booking can be made when the person wants it.")
    return lambda: _("By these answers the case has come further.")
