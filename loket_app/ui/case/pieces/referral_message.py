"""The message to the voluntary-return cell, in a language of choice, to be copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.referral import CELL, Referral, refer
from loket_app.i18n import LANGUAGES, _, language, using
from loket_app.i18n.phrases_advice import referral_subject, referral_text
from loket_app.ui.kit import clipboard
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current, icon
from loket_app.ui.summary.document_language import DocumentLanguage
from loket_app.ui.words import Text

_LINES_SHOWN = 14
_OWN_REASONS = "plan/approval_reasons"


class ReferralMessage(QWidget):
    """The text in a language of choice, without names unless one ticks them."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._latest: tuple[Case, Advice] | None = None
        self._referral: Referral | None = None
        self.language = DocumentLanguage(language() if language() in LANGUAGES else "nl")
        self.names = QCheckBox()
        self.copy = QPushButton(icon("copy"), "")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.missing, self.told = InlineMessage(), InlineMessage()
        self._lay_out()
        self._words()

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Show the message about this case."""
        self._latest = case, advice
        self._refresh()

    def copy_text(self) -> None:
        """Lend the message to the clipboard."""
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
        layout.addWidget(Text(_what_it_is, "muted"))
        layout.addWidget(self.missing)
        self.names.setFixedHeight(current().size.control)
        row = FlowBox()
        for widget in (self.language, self.names, self.copy):
            row.add(widget)
        layout.addWidget(row)
        layout.addWidget(self.text)
        layout.addWidget(self.told)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * _LINES_SHOWN)
        self.language.chosen.connect(lambda _lang: self._refresh())
        self.names.toggled.connect(lambda _on: self._refresh())
        self.copy.clicked.connect(self.copy_text)
        self.missing.acted.connect(lambda: self.asked.emit(_OWN_REASONS))

    def _words(self) -> None:
        self.names.setText(_("With &names"))
        self.copy.setText(_("&Copy the text"))
        self.text.setAccessibleName(_("Message to the voluntary-return cell"))

    def _refresh(self) -> None:
        if self._latest is None:
            return
        self._referral = refer(*self._latest, names=self.names.isChecked())
        if self._referral is None:
            return
        with using(self.language.code):
            words = f"{referral_subject(self._referral)}\n\n{referral_text(self._referral)}"
        if words != self.text.toPlainText():
            self.text.setPlainText(words)
            self.told.hide()
        if self._referral.reasons_missing:
            if self.missing.isHidden():
                self.missing.say("warn", _reasons_wanted, lambda: _("Write them"))
        else:
            self.missing.hide()


def _what_it_is() -> str:
    return _("For {mail}. Loket sends nothing itself: copy the text into a message.").format(mail=CELL)


def _reasons_wanted() -> str:
    return _("Fedasil wants your own reasons with this request; they are not there yet.")
