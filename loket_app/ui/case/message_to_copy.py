"""A message that Loket makes ready, in a language of choice, to be copied: what every such message on screen has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from loket_app.i18n import LANGUAGES, _, language, using
from loket_app.ui.kit import clipboard
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current
from loket_app.ui.summary.document_language import DocumentLanguage
from loket_app.ui.words import Text

_LINES_SHOWN = 14


class MessageToCopy(QWidget):
    """Without names unless one ticks them; Loket sends nothing itself. A kind of message says the rest.

    `missing` is for what it lacks. As long as there is no text there is nothing to copy.
    """

    def __init__(self, languages: Sequence[str] = LANGUAGES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = DocumentLanguage(language() if language() in languages else "nl", languages=tuple(languages))
        self.names, self.text = QCheckBox(), QPlainTextEdit()
        self.copy = Button(lambda: _("&Copy the text"), icon="copy")
        self.missing, self.told = InlineMessage(), InlineMessage()
        self._lay_out()
        self._words()

    def copy_text(self) -> None:
        """Lend the text to the clipboard."""
        clipboard.lend(self.text.toPlainText())
        self.told.say("ok", lambda: _("Copied. The clipboard forgets it in a minute."))

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    # what a kind of message says

    def _what_it_is(self) -> str:
        """For whom it is, and what goes with it."""
        raise NotImplementedError

    def _words(self) -> None:
        """Write the words on the tick and name the text."""
        raise NotImplementedError

    def _write(self, *, names: bool) -> str:
        """The message in the language of the moment; empty when it can't be made ready."""
        raise NotImplementedError

    def _complain(self, *, names: bool) -> None:
        """Say what is missing, or nothing."""
        raise NotImplementedError

    # what it does with that

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid)
        self.names.setFixedHeight(current().size.control)
        row = FlowBox()
        for widget in (self.language, self.names, self.copy):
            row.add(widget)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES_SHOWN)
        for part in (Text(self._what_it_is, "muted"), row, self.missing, self.text, self.told):
            column.addWidget(part)
        self.language.chosen.connect(lambda _lang: self._refresh())
        self.names.toggled.connect(lambda _on: self._refresh())
        self.copy.clicked.connect(self.copy_text)

    def _refresh(self) -> None:
        names = self.names.isChecked()
        with using(self.language.code):
            words = self._write(names=names)
        if words != self.text.toPlainText():
            self.text.setPlainText(words)
            self.told.hide()
        self.text.setVisible(bool(words))
        self.copy.setEnabled(bool(words))
        self._complain(names=names)
