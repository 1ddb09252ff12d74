"""A question as one reads it: what is asked, the answer, and one line that helps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.ui import style
from loket_app.ui.fields.base import AnswerField, Note
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.kit.tones import Tone
from loket_app.ui.words import Words


class QuestionRow(QWidget):
    """Label above, the field, and below it one line: what is wrong, else how it was read, else the help.

    `spoken` is its name where the label alone says too little: a column of a table.
    `why` says why the answer matters; a sign beside the label, or Ctrl+I in the field, unfolds it.
    """

    def __init__(
        self,
        field: AnswerField,
        label: Words,
        help_line: Words | None = None,
        why: Words | None = None,
        parent: QWidget | None = None,
        *,
        spoken: Words | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._label_words, self._help_words, self._why_words = label, help_line, why
        self._spoken = spoken
        self._doubt: Words | None = None
        self._tone: Tone = "warn"
        self._named = ("", "")
        self._line: NoteLine | None = None
        self._why: QLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setBuddy(field)
        self._head()
        self._column.addWidget(field)
        self._column.addStretch(1)
        field.noted.connect(self._say)
        self._retranslate()

    def set_doubt(self, words: Words | None, tone: Tone = "warn") -> None:
        """Ask about an answer that is hardly ever right beside another one; it stays as it was given."""
        if words is not None or self._doubt is not None:
            self._doubt, self._tone = words, tone
            self._say()

    def problem(self) -> str:
        """What stands under the field as an error now."""
        return self.field.error()

    def _head(self) -> None:
        if self._why_words is None:
            self._column.addWidget(self._label)
            return
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._label)
        self._sign = QToolButton(self)
        self._sign.setIcon(style.icon("question", "muted"))
        self._sign.setIconSize(QSize(16, 16))
        style.mark(self._sign, kind="sign")
        self._sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sign.clicked.connect(self.toggle_why)
        head.addWidget(self._sign)
        head.addStretch(1)
        self._column.addLayout(head)

    def toggle_why(self) -> None:
        """Unfold or fold why the answer matters."""
        if self._why_words is None:
            return
        if self._why is None:
            self._why = QLabel(self)
            self._why.setWordWrap(True)
            self._column.insertWidget(1, self._why)
            self._why.setText(self._why_words())
            self._why.show()
        else:
            self._why.setVisible(self._why.isHidden())

    def _say(self) -> None:
        note = self._note()
        if note is not None:
            if self._line is None:
                self._line = NoteLine(self)
                self._column.insertWidget(self._column.count() - 1, self._line)
            self._line.say(note.tone, note.text)
        if self._line is not None:
            self._line.setVisible(note is not None)
        self._describe(note.text if note is not None and note.tone != "reading" else "")

    def _note(self) -> Note | None:
        note = self.field.note()
        if self._doubt is not None and (note is None or note.tone != "error"):
            return Note(self._tone, self._doubt())
        if note is None and self._help_words is not None:
            help_line = self._help_words()
            return Note("reading", help_line) if help_line else None
        return note

    def _describe(self, problem: str) -> None:
        help_line = self._help_words() if self._help_words is not None else ""
        name = self._spoken() if self._spoken is not None else self._label.text().replace("&", "")
        names = name, " ".join(part for part in (problem, help_line) if part)
        if names != self._named:
            self._named = names
            self.field.set_names(*names)

    def _retranslate(self) -> None:
        self._label.setText(self._label_words())
        if self._why_words is not None:
            self._sign.setToolTip(_("Why this matters (Ctrl+I)"))
            self._sign.setAccessibleName(_("Why this matters"))
        if self._why is not None and self._why_words is not None:
            self._why.setText(self._why_words())
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+I unfolds why the answer matters."""
        if event.key() == Qt.Key.Key_I and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.toggle_why()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Read the words anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
