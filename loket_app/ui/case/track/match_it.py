"""The text of a conversation for the social file in Match-IT: where it belongs there, in which language, copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.i18n import LANGUAGES, _, language
from loket_app.services import talks
from loket_app.ui.kit import clipboard
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current, icon
from loket_app.ui.summary.document_language import DocumentLanguage
from loket_app.ui.words import Text

_LINES_SHOWN = 10


class MatchItText(QWidget):
    """Loket can't reach Match-IT: the text is copied, and the clipboard forgets it."""

    def __init__(self, conversation_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = conversation_id
        self._case: Case | None = None
        self._where = Text(self._where_words, "muted")
        self.language = DocumentLanguage(language() if language() in LANGUAGES else "nl")
        self.copy = QPushButton(icon("copy"), "")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.told = InlineMessage()
        self._lay_out()
        self._words()

    def show_case(self, case: Case) -> None:
        """Write the text of this case."""
        self._case = case
        self._where.refresh()
        words = talks.match_it(case, self._id, self.language.code)
        if words != self.text.toPlainText():
            self.text.setPlainText(words)
            self.told.hide()

    def copy_text(self) -> None:
        """Lend the text to the clipboard."""
        clipboard.lend(self.text.toPlainText())
        self.told.say("ok", lambda: _("Copied. The clipboard forgets it in a minute."))

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        layout.addWidget(self._where)
        row = FlowBox()
        for widget in (self.language, self.copy):
            row.add(widget)
        layout.addWidget(row)
        layout.addWidget(self.text)
        layout.addWidget(self.told)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES_SHOWN)
        self.language.chosen.connect(lambda _lang: self.show_case(self._case) if self._case is not None else None)
        self.copy.clicked.connect(self.copy_text)

    def _words(self) -> None:
        self.copy.setText(_("Copy the text"))
        self.text.setAccessibleName(_("Text for Match-IT"))

    def _where_words(self) -> str:
        """Where it is kept there, by the phase of the key moment."""
        talk = talks.conversation(self._case, self._id) if self._case is not None else None
        if talk is None or not known(talk.moment):
            return _("Choose the key moment: then it stands here where this belongs in Match-IT.")
        found = talks.registration(talk)
        if found is None:
            return _("Our sources do not say where this conversation is kept in Match-IT.")
        return _("In Match-IT: {how}.").format(how=found.how.text(language()))
