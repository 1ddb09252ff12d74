"""What to do about one paper: lost without a report, or kept by the Immigration Office, with the request ready."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.travel import DocumentState, TravelDocument
from loket_app.i18n import _
from loket_app.i18n.phrases_request import not_asked_back
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.document_request import DocumentRequest
from loket_app.ui.kit.folding import Folding
from loket_app.ui.kit.inline_message import InlineMessage


class DocumentNotes(QWidget):
    """Stands under the questions of the paper at `path`; empty while there is nothing to do."""

    def __init__(self, editor: CaseEditor, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._path = editor, path
        self._told = ""
        self.request: DocumentRequest | None = None
        self.message = InlineMessage()
        self.folding = Folding(lambda: _("Ask back what the Immigration Office keeps"), self._make_request, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.message)
        column.addWidget(self.folding)
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show what this paper asks for."""
        document = value_at(case, self._path)
        if not isinstance(document, TravelDocument):
            return
        told = self._what_to_know()
        if told != self._told:
            self._told = told
            if told:
                self.message.say("warn", self._what_to_know)
            else:
                self.message.hide()
        asked_back = document.state is DocumentState.HELD_BY_DVZ and not told
        self.folding.setVisible(asked_back)
        self.setVisible(asked_back or bool(told))
        if self.request is not None:
            self.request.show_case(case)

    def reveal(self, path: str) -> bool:  # noqa: ARG002  the questions stand above
        """Nothing is asked here."""
        return False

    def _what_to_know(self) -> str:
        """Of a paper that is lost, or that nobody asks back; empty when there is nothing to know."""
        document = value_at(self._editor.case, self._path)
        if not isinstance(document, TravelDocument):
            return ""
        if document.state is DocumentState.LOST_UNREPORTED:
            return _("Have the loss reported to the police first; ask the embassy whether it wants to see the report.")
        return not_asked_back(self._editor.case, document)

    def _make_request(self) -> QWidget:
        self.request = DocumentRequest()
        self.request.show_case(self._editor.case)
        return self.request
