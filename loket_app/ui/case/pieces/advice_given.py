"""Advice that was given: kept as it was said, listed, and held against what would be said today."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import AdviceGiven, Case
from loket_app.domain.tables import Verdict
from loket_app.i18n import LANGUAGES, _, formats, language, phrases
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_advice import causes_text, difference_lines
from loket_app.services.advice_history import Difference, last_given, record
from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor
from loket_app.ui.kit.folding import Folding
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current, icon
from loket_app.ui.words import Text

_SHOWN = 3


class AdviceGivenPiece(Worded, QWidget):
    """A button that keeps the advice of now, what would be said otherwise since the last one, and all that was given."""

    def __init__(self, editor: CaseEditor, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._desk = editor, desk
        self._case = editor.case
        self._difference: Difference | None = None
        self._shown: tuple[AdviceGiven, ...] | None = None
        self.message = InlineMessage()
        self._lines = Text(self._difference_words)
        self.record = QPushButton(icon("history"), "")
        self.record.clicked.connect(self._record)
        self._state = Text(self._state_words, "muted")
        self._list = QWidget()
        self._older = Folding(self._older_words, self._make_older, "link")
        self._layout = QVBoxLayout(self)
        self._lay_out()
        self._words()

    def show_advice(self, case: Case, advice: Advice) -> None:  # noqa: ARG002  every piece is shown both
        """Show what was given in this case, and what would be said otherwise."""
        self._case = case
        found = self._desk.difference(case)
        if found != self._difference:
            self._difference = found
            self._show_difference()
        if case.advice != self._shown:
            self._shown = case.advice
            self._fill()
        self._state.refresh()
        self._state.setVisible(bool(self._state.text()))

    def reveal(self, path: str) -> bool:
        """It is found under its own name, and so is each advice in it."""
        found = path.partition("/")[0] == "advice"
        if found:
            self.record.setFocus()
        return found

    def _lay_out(self) -> None:
        grid = current().size.grid
        self._layout.setContentsMargins(0, grid, 0, 0)
        self._layout.setSpacing(grid)
        self._layout.addWidget(Text(lambda: _("Advice given"), "heading"))
        for widget in (self.message, self._lines, self._state, self.record, self._list, self._older):
            self._layout.addWidget(widget)
        self._layout.setAlignment(self.record, Qt.AlignmentFlag.AlignLeft)
        self._lines.hide()
        self._older.hide()

    def _words(self) -> None:
        self.record.setText(_("&Record this advice"))

    def _record(self) -> None:
        spoken = language() if language() in LANGUAGES else "nl"
        record(self._editor, self._desk.advise(self._editor.case), spoken)

    def _show_difference(self) -> None:
        if self._difference is None:
            self.message.hide()
        else:
            self.message.say("warn", self._message_words)
        self._lines.refresh()
        self._lines.setVisible(self._difference is not None)

    def _message_words(self) -> str:
        found = self._difference
        if found is None:
            return ""
        why = causes_text(self._case, found.causes, found.answers)
        return _("Would be advised differently now, because {causes}.").format(causes=why)

    def _difference_words(self) -> str:
        found = self._difference
        lines = difference_lines(self._case, self._desk.tables, found.comparison) if found else []
        return "\n".join(f"• {line}" for line in lines)

    def _state_words(self) -> str:
        last = last_given(self._case)
        if last is None:
            return _("Nothing was recorded yet. What you record stays as it was said, with its date and sources.")
        if self._difference is None:
            day = formats.format_date(last.at.astimezone().date())
            return _("✓ The same as what was recorded last, on {date}.").format(date=day)
        return ""

    def _fill(self) -> None:
        """The latest first; the older ones behind a press."""
        given = self._newest()
        old, self._list = self._list, self._column(given[:_SHOWN])
        self._layout.replaceWidget(old, self._list)
        old.deleteLater()
        older = self._older
        self._older = Folding(self._older_words, self._make_older, "link")
        self._layout.replaceWidget(older, self._older)
        older.deleteLater()
        self._older.setVisible(len(given) > _SHOWN)

    def _newest(self) -> list[AdviceGiven]:
        return sorted(self._case.advice, key=lambda given: given.at, reverse=True)

    def _older_words(self) -> str:
        return _("Older advice ({count})").format(count=max(0, len(self._case.advice) - _SHOWN))

    def _make_older(self) -> QWidget:
        return self._column(self._newest()[_SHOWN:])

    def _column(self, given: list[AdviceGiven]) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for each in given:
            layout.addWidget(self._item(each))
        return column

    def _item(self, given: AdviceGiven) -> Folding:
        return Folding(lambda: self._title(given), lambda: Text(lambda: given.text), "row")

    def _title(self, given: AdviceGiven) -> str:
        by = self._desk.counsellor if given.by == self._desk.login else given.by
        parts = (formats.format_datetime(given.at), _verdict(given.verdict), by)
        return " · ".join(part for part in parts if part)


def _verdict(value: str) -> str:
    """What was said, as a sign and a word; a word alone for a verdict of another Loket."""
    try:
        verdict = Verdict(value)
    except ValueError:
        return value
    return f"{phrases.SIGNS[verdict]} {capital(label(verdict))}"
