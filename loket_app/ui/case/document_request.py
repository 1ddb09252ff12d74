"""The request to the Immigration Office to give back the papers of a case, in Dutch or French, to be copied."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.i18n.phrases import local, source_text
from loket_app.i18n.phrases_request import not_ready, request_subject, request_text
from loket_app.services.papers import paper_rules
from loket_app.ui.case.message_to_copy import MessageToCopy


class DocumentRequest(MessageToCopy):
    """For every paper of a traveller that is kept there; not ready without consent, nor as long as it names nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._case: Case | None = None
        super().__init__(("nl", "fr"), parent)

    def show_case(self, case: Case) -> None:
        """Show the request for the papers of this case."""
        self._case = case
        self._refresh()

    def _words(self) -> None:
        self.names.setText(_("With the &name"))
        self.text.setAccessibleName(_("Request to the Immigration Office"))

    def _what_it_is(self) -> str:
        request = paper_rules().request
        words = _("For {mail}. Attach {proof}. Loket sends nothing itself. Source: {source}")
        return words.format(mail=request.mail, proof=local(request.proof), source=source_text(request.source))

    def _write(self, *, names: bool) -> str:
        case = self._case
        if case is None or not_ready(case, names=names):
            return ""
        return f"{request_subject(case)}\n\n{request_text(case, paper_rules().request, names=names)}"

    def _complain(self, *, names: bool) -> None:
        case = self._case
        self.missing.hide()
        if case is not None and not_ready(case, names=names):
            self.missing.say("warn", lambda: not_ready(case, names=names))
