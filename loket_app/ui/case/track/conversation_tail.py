"""Under the questions of a conversation: its text for Match-IT, and its report for the file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.i18n import LANGUAGES, _, language
from loket_app.services import talks
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.track.match_it import MatchItText
from loket_app.ui.entrance.printing import print_pdf
from loket_app.ui.kit.folding import Folding
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current, icon, mark


class ConversationTail(Worded, QWidget):
    """Follows the conversation at `path`."""

    def __init__(self, editor: CaseEditor, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._id = editor, path.split("/")[1]
        self.text: MatchItText | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        self.folding = Folding(lambda: _("Text for Match-IT"), self._make_text, "row")
        self.print = QPushButton(icon("print"), "")
        mark(self.print, kind="quiet")
        self.print.clicked.connect(self._print)
        row = QVBoxLayout()
        row.addWidget(self.print)
        row.setAlignment(self.print, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.folding)
        layout.addLayout(row)
        self._words()

    def show_case(self, case: Case) -> None:
        """Show the text about this case."""
        if self.text is not None:
            self.text.show_case(case)

    def reveal(self, path: str) -> bool:  # noqa: ARG002  as every part of a card
        """Nothing here is led to."""
        return False

    def _words(self) -> None:
        self.print.setText(_("Print the report"))

    def _make_text(self) -> QWidget:
        self.text = MatchItText(self._id)
        self.text.show_case(self._editor.case)
        return self.text

    def _print(self) -> None:
        lang = language() if language() in LANGUAGES else "nl"
        print_pdf(talks.report(self._editor.case, self._id, lang), self)
