"""Every rule that was looked at, how it came out, on which answers, and where it comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.advice import Advice, Reason
from loket_app.domain.case import Case
from loket_app.i18n import _, phrases
from loket_app.i18n.joining import in_a_row, listed, said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_stay import for_some_text
from loket_app.ui.style import current
from loket_app.ui.words import Text


class ReasonsPiece(QWidget):
    """The verdict and its reasons; rules that do not speak stand last, quietly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._advice: Advice | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, current().size.grid, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        layout.addWidget(Text(lambda: _("Why this verdict?"), "heading"))
        self._texts = [
            Text(self._verdict_words, "strong"),
            Text(lambda: self._reasons_words(holds=True)),
            Text(lambda: self._reasons_words(holds=None)),
            Text(lambda: self._reasons_words(holds=False), "muted"),
        ]
        for text in self._texts:
            layout.addWidget(text)

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Show the reasons of this advice."""
        self._case, self._advice = case, advice
        for text in self._texts:
            text.refresh()
            text.setVisible(bool(text.text()))

    def reveal(self, path: str) -> bool:
        """The reasons are found under their own name."""
        if path == "reasons":
            self.setFocus()
        return path == "reasons"

    def _verdict_words(self) -> str:
        if self._advice is None:
            return ""
        return f"{phrases.SIGNS[self._advice.verdict]} {capital(label(self._advice.verdict))}"

    def _reasons_words(self, *, holds: bool | None) -> str:
        if self._advice is None or self._case is None:
            return ""
        reasons = [reason for reason in self._advice.reasons if reason.holds is holds]
        if not reasons:
            return ""
        if holds is False:
            lines = [f"– {phrases.local(reason.rule.title)}" for reason in reasons]
            return "\n".join([_("Looked at; does not apply here:"), *lines])
        told = [_reason_words(self._case, self._advice, reason) for reason in reasons]
        opening = [] if holds else [_("Still open. Each of these would count if the answer turns out so:")]
        return "\n\n".join([*opening, *told])


def _reason_words(case: Case, advice: Advice, reason: Reason) -> str:
    sign = "✓" if reason.holds else "?"
    lines = [f"{sign} {phrases.local(reason.rule.title)}", *filter(None, (for_some_text(case, advice, reason),))]
    if reason.holds is None:
        places = in_a_row(phrases.place_text(case, path) for path in reason.needs)
        lines.append(_("Not known yet: {questions}").format(questions=places))
    else:
        used = listed(said(phrases.place_text(case, p), phrases.answer_text(case, p, v)) for p, v in reason.used)
        lines.append(_("Because: {answers}").format(answers=used))
        lines.append(phrases.local(reason.rule.change))
    lines.append(_("Source: {source}").format(source=phrases.source_text(reason.rule.source)))
    return "\n".join(lines)
