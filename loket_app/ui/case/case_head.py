"""The head of a case: who, number, where to, how many, status, and whether everything is kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.i18n import _, formats, ngettext, phrases
from loket_app.services.editing import CaseEditor, SaveState
from loket_app.ui.case.saved_state import SavedState
from loket_app.ui.case.status_button import StatusButton
from loket_app.ui.case.still_arranged import StillArranged
from loket_app.ui.kit.one_line import OneLine
from loket_app.ui.style import current, icon, mark


class CaseHead(QWidget):
    """One line above the steps, and below it what still stands of a case that stopped. Emits `undo_asked` and `redo_asked`; the page binds their keys."""

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, editor: CaseEditor, counsellor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._name, self._facts = OneLine("heading"), OneLine("muted")
        self._status = StatusButton(editor, counsellor)
        self._saved = SavedState()
        self._undo = self._tool("undo")
        self._redo = self._tool("redo")
        self._undo.clicked.connect(self.undo_asked)
        self._redo.clicked.connect(self.redo_asked)
        self._still = StillArranged(editor)
        self._lay_out()
        self._words()
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show who and what this case is."""
        self._name.setText(phrases.household_name(case))
        self._facts.setText(" · ".join(_facts(case)))
        self._facts.keep(case.number)
        self._status.show_case(case)
        self._still.show_case(case)
        undo, redo = self._editor.can_undo_redo()
        self._undo.setEnabled(undo)
        self._redo.setEnabled(redo)

    def set_compact(self, *, compact: bool) -> None:
        """Leave out what stands elsewhere too."""
        self._facts.setVisible(not compact)
        self._gap.setVisible(compact)

    def show_state(self, state: SaveState) -> None:
        """Show whether everything is kept."""
        self._saved.show_state(state)

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self.show_case(self._editor.case)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, current().size.grid * 2, 0)
        line.setSpacing(current().size.grid)
        line.addWidget(self._name)
        line.addWidget(self._facts, 1)
        self._gap = QWidget()
        line.addWidget(self._gap, 1)
        for widget in (self._saved, self._undo, self._redo, self._status):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        layout.addLayout(line)
        layout.addWidget(self._still)

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        mark(button, kind="quiet")
        return button

    def _words(self) -> None:
        for button, words, keys in ((self._undo, _("Undo"), "Ctrl+Z"), (self._redo, _("Redo"), "Ctrl+Shift+Z")):
            key = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})")


def _facts(case: Case) -> list[str]:
    people = len(case.household)
    facts = [case.number]
    if known(case.wish.destination):
        facts.append(formats.country_name(case.wish.destination))
    facts.append(ngettext("{count} person", "{count} people", people).format(count=people))
    return facts
