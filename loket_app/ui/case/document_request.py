"""The request to the Immigration Office to give back the papers of a case, in Dutch or French, to be copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.i18n import _, language, using
from loket_app.i18n.phrases import local, source_text
from loket_app.i18n.phrases_request import nobody_found, request_subject, request_text
from loket_app.services.papers import paper_rules
from loket_app.ui.kit import clipboard
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current
from loket_app.ui.summary.document_language import DocumentLanguage
from loket_app.ui.words import Text

_LINES_SHOWN = 13
_LANGUAGES = ("nl", "fr")


class DocumentRequest(QWidget):
    """The text without names unless one ticks them; not ready as long as it names nobody. Loket sends nothing itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._latest: Case | None = None
        self.language = DocumentLanguage(language() if language() in _LANGUAGES else "nl", languages=_LANGUAGES)
        self.names = QCheckBox()
        self.copy = Button(lambda: _("&Copy the text"), icon="copy")
        self.text = QPlainTextEdit()
        self.missing, self.told = InlineMessage(), InlineMessage()
        self._lay_out()
        self._words()

    def show_case(self, case: Case) -> None:
        """Show the request for every paper of this case that is kept there."""
        self._latest = case
        self._refresh()

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid)
        column.addWidget(Text(_what_it_is, "muted"))
        row = FlowBox()
        self.names.setFixedHeight(current().size.control)
        for widget in (self.language, self.names, self.copy):
            row.add(widget)
        column.addWidget(row)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES_SHOWN)
        column.addWidget(self.missing)
        column.addWidget(self.text)
        column.addWidget(self.told)
        self.language.chosen.connect(lambda _lang: self._refresh())
        self.names.toggled.connect(lambda _on: self._refresh())
        self.copy.clicked.connect(self.copy_text)

    def _words(self) -> None:
        self.names.setText(_("With the &name"))
        self.text.setAccessibleName(_("Request to the Immigration Office"))

    def _refresh(self) -> None:
        if self._latest is None:
            return
        case, names = self._latest, self.names.isChecked()
        ready = self._is_ready(case, names=names)
        with using(self.language.code):
            body = request_text(case, paper_rules().request, names=names)
            words = f"{request_subject(case)}\n\n{body}" if ready else ""
        if words != self.text.toPlainText():
            self.text.setPlainText(words)
            self.told.hide()

    def _is_ready(self, case: Case, *, names: bool) -> bool:
        """Whether everybody can be found by it; else it says who can't, and there is no text to send."""
        lost = nobody_found(case, names=names)
        self.missing.hide()
        if lost:
            self.missing.say("warn", lambda: nobody_found(case, names=names))
        self.text.setVisible(not lost)
        self.copy.setEnabled(not lost)
        return not lost


def _what_it_is() -> str:
    request = paper_rules().request
    words = _("For {mail}. Attach {proof}. Loket sends nothing itself. Source: {source}")
    return words.format(mail=request.mail, proof=local(request.proof), source=source_text(request.source))
