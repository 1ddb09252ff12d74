"""A text that Loket makes ready for another program, in a language of choice, to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from loket_app.i18n import LANGUAGES, _, language
from loket_app.ui.kit import clipboard
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.kit.worded import Worded
from loket_app.ui.summary.document_language import DocumentLanguage


class LentText(Worded, QWidget):
    """Loket sends nothing itself: the text is lent to the clipboard. `lines` is how many are seen at once."""

    def __init__(self, lines: int, languages: Sequence[str] = LANGUAGES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = DocumentLanguage(language() if language() in languages else "nl", languages=tuple(languages))
        self.copy = Button(lambda: _("&Copy the text"), icon="copy")
        self.copy.clicked.connect(self.copy_text)
        self.text, self.told = QPlainTextEdit(), InlineMessage()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines)

    def copy_text(self) -> None:
        """Lend the text to the clipboard."""
        clipboard.lend(self.text.toPlainText())
        self.told.say("ok", lambda: _("Copied. The clipboard forgets it in a minute."))

    def _write_down(self, words: str) -> None:
        """Show another text: what was told of the one before is over."""
        if words != self.text.toPlainText():
            self.text.setPlainText(words)
            self.told.hide()
