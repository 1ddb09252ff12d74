"""A case on screen: head, six steps and the return track, the page of one, and the advice that follows every answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from loket_app.domain.attachment import place_of_scan
from loket_app.domain.case import Case
from loket_app.domain.changes import Change, value_at
from loket_app.domain.conversation import KeyMoment
from loket_app.domain.departing import departure_passed
from loket_app.domain.shape import pattern_of
from loket_app.domain.track_parts import Question, Settled
from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor, SaveState
from loket_app.services.said_right import ask_again, say_right
from loket_app.ui.case.advice_fold import AdviceFold
from loket_app.ui.case.advice_panel import AdvicePanel
from loket_app.ui.case.case_head import CaseHead
from loket_app.ui.case.new_records import begin_anew, begun, conversation_for
from loket_app.ui.case.piece_makers import make_piece
from loket_app.ui.case.pieces.gaps import GapsPiece
from loket_app.ui.case.pieces.handover import HandoverPiece
from loket_app.ui.case.pieces.papers import PapersPiece
from loket_app.ui.case.pieces.referral import ReferralPiece
from loket_app.ui.case.plan import PAGES, STEPS
from loket_app.ui.case.plan_parts import Records
from loket_app.ui.case.step_bar import StepBar
from loket_app.ui.case.step_counts import open_questions, step_name
from loket_app.ui.case.step_foot import StepFoot
from loket_app.ui.case.step_page import StepPage
from loket_app.ui.case.track.conversation_tail import ConversationTail
from loket_app.ui.case.track.track_piece import TrackPiece
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.shell import shortcuts, tab_order
from loket_app.ui.style import current

ADVICE_MS = 30
FOLD_BELOW = 900
PIECES = {
    "reasons": "eligibility",
    "ask_fedasil": "eligibility",
    "advice": "eligibility",
    "what_if": "support",
    "explanation": "support",
    "track": "track",
    "said_right": "track",
}
"""On which step a piece stands that one can be led to."""


class CasePage(QWidget):
    """Edits one case. Step pages are built when they are first shown; the advice comes when the hands rest a moment."""

    def __init__(self, editor: CaseEditor, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._desk = editor, desk
        self._pages: dict[str, StepPage] = {}
        self._step = STEPS[0].name
        self._compact = False
        self._advice = desk.advise(editor.case)
        self._head = CaseHead(editor, desk.counsellor)
        self._bar, self._foot = StepBar(), StepFoot()
        self._stack = QStackedWidget()
        self._panel = AdvicePanel()
        self._fold = AdviceFold()
        self._lay_out()
        self._later = self._timer(ADVICE_MS, self._show_advice)
        self._bar.chosen.connect(self.enter)
        self._foot.walked.connect(self.walk)
        self._fold.toggled.connect(self._unfold)
        self._panel.asked.connect(self.reveal)
        self._panel.reasons_asked.connect(lambda: self.reveal("reasons"))
        editor.listen(self._on_case, self._on_state)
        self._bind()
        self.go(STEPS[0].name)
        self._show_advice()

    @property
    def editor(self) -> CaseEditor:
        """The case that this page edits."""
        return self._editor

    @property
    def step(self) -> str:
        """The name of the step that is shown."""
        return self._step

    @property
    def areas(self) -> list[QWidget]:
        """What F6 goes through: the page, the advice."""
        return [self._pages[self._step], self._panel]

    def reveal_summary(self) -> None:
        """Show the summary and print it from there (Ctrl+P)."""
        self.flush()
        self._show_advice()  # what was typed a moment ago belongs on the paper
        self.go("summary")
        self._pages["summary"].reveal("summary/print")

    def close_case(self) -> None:
        """Hand over what was typed last and stop listening; the page goes away."""
        self.flush()
        self._later.stop()
        self._editor.forget(self._on_case, self._on_state)

    def flush(self) -> None:
        """Hand over what was typed and not told yet."""
        focused: QWidget | None = self.focusWidget()
        while focused is not None and focused is not self:
            if isinstance(focused, AnswerField):
                focused.flush()
                return
            focused = focused.parentWidget()

    def advise_again(self) -> None:
        """The tables changed: say what they say now."""
        self._show_advice()

    def go(self, name: str) -> None:
        """Show a step."""
        if name not in self._pages:
            self._pages[name] = self._build(name)
        self._refresh(self._pages[name])
        self._stack.setCurrentWidget(self._pages[name])
        self._bar.show_step(name)
        self._step = name
        self._foot.show_step(name)

    def enter(self, name: str) -> None:
        """Show a step with the cursor where it was there before; where it is there now already, at the beginning."""
        self.flush()
        known = self._pages.get(name)
        was: QWidget | None = known.focusWidget() if known else None  # asked first: showing it, Qt puts it anywhere
        here = was is not None and was.hasFocus()
        self.go(name)
        if was is not None and was.isVisible() and not here:
            tab_order.go_to(was)
        else:
            self._pages[name].begin()

    def undo(self) -> None:
        """Take the last act back, and show where."""
        self._take_back(self._editor.undo)

    def redo(self) -> None:
        """Do again what was taken back last, and show where."""
        self._take_back(self._editor.redo)

    def reveal(self, path: str) -> None:
        """Show the question at a path and put the cursor in it; a scan stands with its record."""
        if path.startswith("attachments/"):
            path = place_of_scan(self._editor.case, path.partition("/")[2]) or path
        name = PIECES.get(path.partition("/")[0]) or step_name(path)
        if name is not None:
            self._fold.setChecked(False)
            self.go(name)
            QTimer.singleShot(0, self, lambda: self._pages[name].reveal(path))

    def add_to(self, path: str, record: object = None) -> None:
        """Show the page of a list and begin a record there, as for a new conversation: this one, else an empty one."""
        self.flush()
        name = step_name(path)
        if name is not None:
            self._fold.setChecked(False)
            self.go(name)
            self._pages[name].add_to(path, record)

    def begin_conversation(self, moment: KeyMoment) -> None:
        """Begin the conversation of a key moment, with the cursor in it."""
        self.add_to("conversations", conversation_for(self._editor, moment))

    def walk(self, steps: int) -> None:
        """Go to the next step (1) or the one before (-1)."""
        names = [step.name for step in STEPS]
        there = names.index(self._step) + steps if self._step in names else -1
        if 0 <= there < len(names):
            self.enter(names[there])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next question, from the last one to the next step; so does Ctrl+Enter from any."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._foot.on_goes_next():
                self.walk(1)
            else:
                self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the advice folds to a strip."""
        super().resizeEvent(event)
        self._compact = event.size().width() < FOLD_BELOW
        self._head.set_compact(compact=self._compact)
        self._fold.setVisible(self._compact)
        self._unfold(shown=self._fold.isChecked())
        self._bar.fit(event.size().width() - (0 if self._compact else self._panel.width()) - current().size.grid * 6)

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_advice()

    def _lay_out(self) -> None:
        grid = current().size.grid
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        main = QVBoxLayout()
        main.setContentsMargins(grid * 2, grid * 2, 0, grid)
        main.setSpacing(grid)
        main.addWidget(self._head)
        main.addWidget(self._bar)
        main.addWidget(self._stack, 1)
        main.addWidget(self._foot)
        self._main = QWidget()
        self._main.setLayout(main)
        self._main.setMinimumSize(240, 200)
        layout.addWidget(self._main, 1)
        layout.addWidget(self._panel)
        layout.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)

    def _bind(self) -> None:
        self._head.undo_asked.connect(self.undo)
        self._head.redo_asked.connect(self.redo)
        undo_redo = {"Ctrl+Z": self.undo, "Ctrl+Shift+Z": self.redo, "Ctrl+Y": self.redo}
        steps = {f"Alt+{number}": partial(self.enter, step.name) for number, step in enumerate(PAGES, 1)}
        shortcuts.bind(self, {**undo_redo, **steps, **self._new_records()})

    def _new_records(self) -> dict[str, Callable[[], object]]:
        """The keys that begin a record, from any page of the case."""
        lists = [each for page in PAGES for each in page.sections if isinstance(each, Records) and each.key]
        return {records.key: partial(self._begin, records.path) for records in lists}

    def _begin(self, path: str) -> None:
        waits = begun(self._editor, path)
        if waits is None:
            self.add_to(path)
        else:
            self.flush()
            self.reveal(waits)

    def _take_back(self, act: Callable[[], Sequence[Change]]) -> None:
        self.flush()
        changed = act()
        if changed:
            somebody = (one.path for one in changed if pattern_of(one.path) == "household")  # papers only went along
            path = next(somebody, changed[-1].path)
            self.reveal(path if value_at(self._editor.case, path) is not None else path.rpartition("/")[0])

    def _unfold(self, shown: bool) -> None:
        """Show the advice in place of the page, or the page with the advice folded away."""
        self._panel.setVisible(shown or not self._compact)
        self._main.setVisible(not (shown and self._compact))

    def _timer(self, milliseconds: int, work: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(work)
        return timer

    def _build(self, name: str) -> StepPage:
        step = next(step for step in PAGES if step.name == name)
        page = StepPage(self._editor, step, self._piece, self._tail)
        self._stack.addWidget(page)
        return page

    def _refresh(self, page: StepPage) -> None:
        """Only the page in sight follows the case; the others catch up when they are shown."""
        page.show_case(self._editor.case)
        page.show_advice(self._editor.case, self._advice)

    def _piece(self, name: str) -> QWidget:
        piece = make_piece(name, self._editor, self._desk)
        if isinstance(piece, (GapsPiece, HandoverPiece, PapersPiece, ReferralPiece, TrackPiece)):
            piece.asked.connect(self.reveal)
        if isinstance(piece, TrackPiece):
            piece.wanted.connect(self.begin_conversation)
            piece.answered.connect(self._answer)
            piece.begun_anew.connect(lambda: begin_anew(self._editor))
        return piece

    def _answer(self, told: object) -> None:
        """Let a question of the track rest, or ask it again."""
        if isinstance(told, Question):
            say_right(self._editor, told)
        elif isinstance(told, Settled):
            ask_again(self._editor, told)

    def _tail(self, name: str, path: str) -> QWidget:
        """What stands under the questions of a record."""
        return {"conversation": ConversationTail}[name](self._editor, path)

    def _on_case(self, case: Case) -> None:
        self._head.show_case(case)
        self._pages[self._step].show_case(case)
        self._later.start()

    def _on_state(self, state: SaveState) -> None:
        self._head.show_state(state)

    def _show_advice(self) -> None:
        case = self._editor.case
        self._advice = self._desk.advise(case)
        passed = departure_passed(case, self._desk.clock.today())
        self._panel.show_advice(case, self._advice, self._desk.tables, passed=passed)
        self._fold.show_verdict(self._advice.verdict)
        self._refresh(self._pages[self._step])
        asked = [question.path for question in self._advice.questions]
        self._bar.show_open(open_questions(case, asked, self._desk.clock.today()))
