"""What still stands of a case that was withdrawn, referred or closed, under its head: in a sentence, and to be ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loket_app.domain.agenda_items import AgendaItem
from loket_app.domain.arranged import arranged, endings
from loket_app.domain.case import Case
from loket_app.domain.running_terms import may_run, running_terms
from loket_app.domain.status import ASIDE, OPEN
from loket_app.i18n import _
from loket_app.i18n.phrases_agenda import run_on_text, still_text
from loket_app.services.editing import CaseEditor
from loket_app.services.track import track_of
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
        told = [still_text(case, items), run_on_text(case, self._terms(case))]
        words = "\n".join(filter(None, told))
        self.setVisible(bool(words))
        if words:
            self._note.say("info", words, coloured=False)
            self.end.setVisible(bool(items and endings(case, self._editor.today())))

    def _terms(self, case: Case) -> Sequence[AgendaItem]:
        """Those that Today has of a case beside the road."""
        runs = case.status in ASIDE and may_run(case)
        return running_terms(case, track_of(case, self._editor.today())) if runs else ()

    def changeEvent(self, event: QEvent) -> None:
        """Say it anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_case(self._editor.case)

    def _end(self) -> None:
        self._editor.set_many(dict(endings(self._editor.case, self._editor.today())))
