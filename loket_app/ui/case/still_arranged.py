"""What still stands of a case that was withdrawn, referred or closed, under its head: in a sentence, and to be ended."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loket_app.domain.arranged import arranged, endings
from loket_app.domain.case import Case
from loket_app.domain.status import OPEN
from loket_app.i18n import _
from loket_app.i18n.phrases_agenda import still_text
from loket_app.services.editing import CaseEditor
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.style import current


class StillArranged(QWidget):
    """Hidden while somebody works on the case, and when nothing stands any more. Ending is one act: undo takes it back."""

    def __init__(self, editor: CaseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._note = NoteLine()
        self.end = Button(lambda: _("Note as cancelled or ended"), "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, current().size.grid * 2, 0)
        layout.setSpacing(current().size.grid)
        layout.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.end)
        self.end.clicked.connect(self._end)
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Say what stands in this case."""
        items = () if case.status in OPEN else arranged(case)
        self.setVisible(bool(items))
        if items:
            self._note.say("info", still_text(case, items), coloured=False)
            self.end.setVisible(bool(endings(case, self._editor.today())))

    def changeEvent(self, event: QEvent) -> None:
        """Say it anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_case(self._editor.case)

    def _end(self) -> None:
        self._editor.set_many(dict(endings(self._editor.case, self._editor.today())))
