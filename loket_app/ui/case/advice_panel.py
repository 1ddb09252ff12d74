"""The advice beside the page: verdict, money in cash and in kind, and what to ask next. It changes as answers come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.estimate import Line, LineKind
from loket_app.domain.tables import Nature, RuleTables, Topic, Verdict
from loket_app.i18n import _, ngettext, phrases
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_advice import question_sentence
from loket_app.i18n.phrases_layer import desk_figures_text, marked
from loket_app.i18n.phrases_sources import weak_figures_text
from loket_app.ui.case.best_question import BestQuestion
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current, mark
from loket_app.ui.words import Text, Words

SHOWN_REASONS = 3
_TONE = {
    Verdict.ELIGIBLE: "ok",
    Verdict.REFER: "warn",
    Verdict.OTHER_ROUTE: "warn",
    Verdict.NOT_ELIGIBLE: "danger",
    Verdict.INCOMPLETE: "muted",
}


class AdvicePanel(QScrollArea):
    """Shows one advice; `asked` carries the path of a question that the counsellor wants to answer now."""

    asked = Signal(str)
    reasons_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("advice")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(current().size.panel)
        self._case: Case | None = None
        self._advice: Advice | None = None
        self._is_passed = False
        self._question = BestQuestion(self)
        self._question.settled.connect(self._refresh_next)
        inside = QWidget()
        inside.setObjectName("advicePanel")
        self._layout = QVBoxLayout(inside)
        grid = current().size.grid
        self._layout.setContentsMargins(grid * 2, grid * 2, grid * 2, grid * 2)
        self._layout.setSpacing(grid // 2)
        self.setWidget(inside)
        self._build()
        self._name()

    def show_advice(
        self, case: Case, advice: Advice, tables: RuleTables | None = None, *, passed: bool = False
    ) -> None:
        """Show this advice; nothing moves the cursor or the focus. `passed`: the day that it counts for lies behind us.

        With the `tables` that it was made from, the question that settles most is looked for.
        """
        self._case, self._advice, self._is_passed = case, advice, passed
        if tables is not None:
            self._question.look(case, tables, advice)
        for text in self._texts:
            text.refresh()
            text.setVisible(bool(text.text()))
        mark(self._verdict, tone=_TONE[advice.verdict])
        self._next.setVisible(bool(advice.questions))
        self._refresh_buttons()

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._refresh_buttons()

    def _build(self) -> None:
        self._texts: list[Text] = []
        self._heading(lambda: _("Advice"))
        self._verdict = self._text(self._verdict_words, "heading")
        self._text(self._departure_words, "muted")
        self._passed = self._text(self._passed_words)
        mark(self._passed, tone="warn")
        self._text(self._reason_words)
        self._reasons = self._button(self.reasons_asked.emit)
        self._gap()
        self._heading(lambda: _("Departure premium (cash)"))
        self._text(lambda: phrases.formula_text(self._advice.premium) if self._advice else "", "strong")
        self._text(lambda: self._line_words(self._advice.premium if self._advice else ()), "muted")
        self._gap()
        self._heading(lambda: _("Reintegration support (in kind)"))
        self._text(lambda: self._line_words(self._advice.support if self._advice else ()))
        self._gap()
        self._text(self._note_words, "muted")
        self._gap()
        self._heading(lambda: _("What now?"))
        self._next = self._button(self._ask_next)
        self._why = self._text(self._why_words, "muted")
        self._layout.addStretch(1)

    def _heading(self, words: Words) -> None:
        self._text(words, "caption")

    def _text(self, words: Words, kind: str = "") -> Text:
        text = Text(words, kind)
        self._texts.append(text)
        self._layout.addWidget(text)
        return text

    def _button(self, clicked: Callable[[], object]) -> LongButton:
        button = LongButton("link")
        button.clicked.connect(clicked)
        self._layout.addWidget(button)
        return button

    def _gap(self) -> None:
        self._layout.addSpacing(current().size.grid)

    def _name(self) -> None:
        self.setAccessibleName(_("Advice"))

    def _refresh_buttons(self) -> None:
        if self._advice is None:
            return
        count = len(self._advice.reasons)
        words = ngettext(
            "{count} rule looked at, with its source", "{count} rules looked at, with their sources", count
        )
        self._reasons.setText(words.format(count=count))
        self._refresh_next()

    def _refresh_next(self) -> None:
        if self._case is not None and self._path():
            self._next.setText(phrases.place_text(self._case, self._path()))
        self._why.refresh()

    def _path(self) -> str:
        """Where the question stands that settles most; as long as that is looked for, the one that most waits for."""
        if self._question.best is not None:
            return self._question.best.question.path
        return self._advice.questions[0].path if self._advice and self._advice.questions else ""

    def _ask_next(self) -> None:
        if self._path():
            self.asked.emit(self._path())

    def _verdict_words(self) -> str:
        if self._advice is None:
            return ""
        return f"{phrases.SIGNS[self._advice.verdict]} {capital(label(self._advice.verdict))}"

    def _departure_words(self) -> str:
        if self._advice is None:
            return ""
        return phrases.departure_text(self._advice.departure, assumed_today=self._advice.assumed_today)

    def _passed_words(self) -> str:
        return f"⚠ {phrases.departure_passed_text()}" if self._is_passed else ""

    def _reason_words(self) -> str:
        if self._advice is None:
            return ""
        spoken = [phrases.local(reason.rule.title) for reason in self._advice.speaking[:SHOWN_REASONS]]
        return "\n".join(f"• {words}" for words in spoken)

    def _line_words(self, lines: tuple[Line, ...]) -> str:
        if self._case is None:
            return ""
        if lines and all(line.kind is LineKind.CLOSED for line in lines):
            return "" if lines[0].nature is Nature.CASH else capital(label(LineKind.CLOSED))
        return "\n".join(
            said(self._whose(self._case, line), marked(phrases.amount_text(self._case, line), line.row))
            for line in lines
        )

    def _whose(self, case: Case, line: Line) -> str:
        if line.person:
            name = phrases.name_in(case, line.person)
            return f"{name} – {label(line.topic)}" if line.topic is Topic.SUPPLEMENT else name
        what = _("Budget") if line.topic is Topic.BUDGET else _("Household")
        return what + phrases.for_whom(case, line)

    def _note_words(self) -> str:
        if self._case is None or self._advice is None:
            return ""
        along = phrases.counted_along_text(self._case, self._advice)
        lines = (*self._advice.premium, *self._advice.support)
        note = phrases.estimate_note(self._advice.tables_version, self._advice.tables_dated)
        return "\n".join(filter(None, (along, note, desk_figures_text(lines), weak_figures_text(lines))))

    def _why_words(self) -> str:
        if self._advice is None:
            return ""
        if not self._advice.questions:
            return _("No open question: nothing more decides this advice.")
        rest = len(self._advice.questions) - 1
        best = self._question.best
        reason = capital(phrases.question_reason(self._advice.questions[0])) + "."
        why = question_sentence(self._case, best) if best and self._case else reason
        if not rest:
            return why
        more = ngettext("{count} more open question.", "{count} more open questions.", rest).format(count=rest)
        return f"{why} {more}"
