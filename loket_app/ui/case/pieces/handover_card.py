"""One handover: to whom and when, where it stands, what they answered. Its states are one press each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.departing import lags_behind
from loket_app.domain.handover import LEFT, Handover, HandoverState
from loket_app.domain.handover_content import Stop, stops
from loket_app.domain.status import Status, StatusChange, steps_between
from loket_app.i18n import _
from loket_app.i18n.joining import listed
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_corrections import difference_text
from loket_app.i18n.phrases_handover import why_stopped
from loket_app.i18n.phrases_leaving import handover_title
from loket_app.services.corrections import changes_since, version_before
from loket_app.services.editing import CaseEditor
from loket_app.services.handing_over import send
from loket_app.services.handover import Refused, next_states
from loket_app.services.recalls import names_to_recall
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.folding import Folding
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.kit.status_pill import StatusPill
from loket_app.ui.kit.tones import Tone
from loket_app.ui.style import current, mark
from loket_app.ui.words import Text

_TONES: dict[HandoverState, Tone] = {
    HandoverState.ACCEPTED: "ok",
    HandoverState.REJECTED: "warn",
    HandoverState.SENT: "info",
    HandoverState.RECEIVED: "info",
}
_ROWS = (("to", "on"), "answer")


class HandoverCard(QFrame):
    """The handover at `handovers/ID`. Emits `correction_asked`; when it is sent, the status of the case is offered."""

    correction_asked = Signal()

    def __init__(self, editor: CaseEditor, handover: Handover, counsellor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._handover, self._counsellor = editor, handover, counsellor
        self._at = f"handovers/{handover.id}/"
        self._offered: tuple[HandoverState, ...] | None = None
        self._form: QuestionForm | None = None
        mark(self, kind="card")
        self._title, self.pill = Text(lambda: handover_title(self._handover), "strong"), StatusPill()
        self.answer = Text(lambda: self._handover.answer if known(self._handover.answer) else "", "muted")
        self._row = FlowBox()
        self.more = Folding(lambda: _("To whom, when, their answer"), self._make_form, "row", closing=True)
        self.changed = Folding(self._changed_title, self._make_changes, "row", closing=True)
        self.offer = InlineMessage()
        self.offer.acted.connect(self._take_step)
        self.warning = InlineMessage()
        self._lay_out()
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show the handover as this case has it."""
        self._handover = next((item for item in case.handovers if item.id == self._handover.id), self._handover)
        self._title.refresh()
        self.answer.refresh()
        self.changed.refresh()
        self.changed.setVisible(self._before() is not None)
        self.answer.setVisible(known(self._handover.answer))
        state = self._handover.state
        tone = _TONES.get(state, "reading") if isinstance(state, HandoverState) else "reading"
        self.pill.show_status(capital(label(state)), tone)
        self._show_next()
        if self._form is not None:
            self._form.show_case(case)
        sent = state in (HandoverState.SENT, HandoverState.RECEIVED, HandoverState.ACCEPTED)
        if sent and lags_behind(case):  # from a booking the same step leads back
            if self.offer.isHidden():
                self.offer.say("info", _not_noted, lambda: _("Note: handed over"))
        else:
            self.offer.hide()

    def reveal(self, path: str) -> None:
        """Put the cursor in the question at a path, else on what may come next."""
        self.more.set_open(opened=True)
        row = self._form.question(path) if self._form is not None else None
        if row is not None:
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.more.focus_title()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        grid = current().size.grid
        layout.setContentsMargins(grid * 2, grid, grid * 2, grid)
        layout.setSpacing(grid)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        for part in (self.answer, self.warning, self._row, self.offer, self.changed, self.more):
            layout.addWidget(part)

    def _show_next(self) -> None:
        stopped = self._stops()
        recalled = names_to_recall(self._editor.case, self._handover, self._editor.log)
        closed = (HandoverState.SENT,) if stopped or recalled else ()
        offered = tuple(state for state in next_states(self._handover) if state not in closed)
        self._warn(stopped, recalled)
        if offered == self._offered:
            return
        self._offered = offered
        for button in self._row.items():
            self._row.remove(button)
        for state in offered:
            self._row.add(self._button(state))

    def _stops(self) -> tuple[Stop, ...]:
        """Why nothing may leave for this recipient any more: consent, free choice, who follows the plan."""
        recipient = self._handover.recipient
        return stops(self._editor.case, recipient) if known(recipient) else ()

    def _warn(self, stopped: tuple[Stop, ...], recalled: tuple[str, ...]) -> None:
        """On every package that ever left: whoever has it must hear of it, whatever came after."""
        left = self._handover.state in LEFT
        if stopped and known(self._handover.state):
            what_to_do = _tell_them if left else _do_not_send
            self.warning.say("warn", lambda: what_to_do(why_stopped(self._editor.case, stopped)))
        elif recalled and known(self._handover.state):
            self.warning.say("warn", lambda: (_tell_of if left else _make_again)(listed(recalled)))
        else:
            self.warning.hide()

    def _button(self, state: HandoverState) -> Button:
        if state is HandoverState.CORRECTED:
            button = Button(lambda: _("Make a correction"), "quiet")
            button.clicked.connect(self.correction_asked)
        else:
            button = Button(lambda: capital(label(state)), "plain")
            button.clicked.connect(partial(self._go, state))
        return button

    def _go(self, state: HandoverState) -> None:
        if state is HandoverState.SENT:
            send(self._editor, self._handover)
        else:
            self._editor.set_many({self._at + "state": state})
        if state is HandoverState.REJECTED:
            self.reveal(self._at + "answer")  # the reason is what a correction begins with
        else:
            self.more.focus_title()

    def _take_step(self) -> None:
        """The steps that nobody noted before it are noted along."""
        editor = self._editor
        ahead = steps_between(editor.case.status, Status.HANDED_OVER)
        steps = [StatusChange(editor.new_id(), status, editor.now(), self._counsellor) for status in ahead]
        editor.add_many("history", steps)

    def _before(self) -> Handover | None:
        """The version that this one followed, when both tell what left."""
        return version_before(self._editor.case.handovers, self._handover)

    def _changed_title(self) -> str:
        before = self._before()
        return _("What changed since version {number}").format(number=before.version) if before else ""

    def _make_changes(self) -> QWidget:
        return Text(self._change_words)

    def _change_words(self) -> str:
        before = self._before()
        if before is None:
            return ""
        try:
            found = changes_since(before, self._handover)
        except Refused as refused:
            return refused.why
        lines = [difference_text(self._editor.case, each) for each in found]
        return "\n".join(lines) or _("Nothing differs from that version.")

    def _make_form(self) -> QWidget:
        self._form = QuestionForm(self._editor, self._at, _ROWS)
        return self._form


def _do_not_send(why: str) -> str:
    return _("{why}. Do not send the file: throw it away.").format(why=why)


def _tell_them(why: str) -> str:
    return _("{why}. Tell the organisation that received the file.").format(why=why)


def _make_again(names: str) -> str:
    return _("No consent any more: {names}. Do not send the file: throw it away, and make it again.").format(
        names=names
    )


def _tell_of(names: str) -> str:
    return _(
        "No consent any more: {names}. Tell the organisation that received the file, and send a correction without them."
    ).format(names=names)


def _not_noted() -> str:
    return _("The file left the desk, and the status of the case doesn't say so yet.")
