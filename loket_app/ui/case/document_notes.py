"""What to do about one paper: lost without a report, or kept by the Immigration Office, with the request ready."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.travel import DocumentState, TravelDocument
from loket_app.i18n import _
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.document_request import DocumentRequest
from loket_app.ui.kit.folding import Folding
from loket_app.ui.kit.inline_message import InlineMessage


class DocumentNotes(QWidget):
    """Stands under the questions of the paper at `path`; empty while there is nothing to do."""

    def __init__(self, editor: CaseEditor, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._path = editor, path
        self._state: object = None
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
        if document.state != self._state:
            self._state = document.state
            if document.state is DocumentState.LOST_UNREPORTED:
                self.message.say("warn", _report_first)
            else:
                self.message.hide()
        self.folding.setVisible(document.state is DocumentState.HELD_BY_DVZ)
        self.setVisible(document.state in (DocumentState.LOST_UNREPORTED, DocumentState.HELD_BY_DVZ))
        if self.request is not None:
            self.request.show_case(case)

    def reveal(self, path: str) -> bool:  # noqa: ARG002  the questions stand above
        """Nothing is asked here."""
        return False

    def _make_request(self) -> QWidget:
        self.request = DocumentRequest()
        self.request.show_case(self._editor.case)
        return self.request


def _report_first() -> str:
    return _("Have the loss reported to the police first; ask the embassy whether it wants to see the report.")
