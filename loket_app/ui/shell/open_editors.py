"""Every case with answers that are not in the store yet, whether it is still on screen or not: none is forgotten."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from loket_app.services.editing import CaseEditor, NotSaved, SaveState

RETRY_MS = 3000


class OpenEditors(QObject):
    """Keeps editors until all they hold is written, and tries again what failed. Emits `changed` with each state."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editors: dict[str, CaseEditor] = {}
        self._again = QTimer(self, interval=RETRY_MS)
        self._again.timeout.connect(self._retry)

    def watch(self, editor: CaseEditor) -> None:
        """Keep an editor from now on, as long as something of it is not written."""
        self._editors = {kept.case.id: kept for kept in self.unsaved()} | {editor.case.id: editor}
        editor.listen(_nothing, self._told)

    def find(self, case_id: str) -> CaseEditor | None:
        """The editor of a case that is not all written: whoever opens the case again goes on with it."""
        editor = self._editors.get(case_id)
        return editor if editor is not None and editor.pending else None

    def unsaved(self) -> tuple[CaseEditor, ...]:
        """The editors with something that is not in the store."""
        return tuple(editor for editor in self._editors.values() if editor.pending)

    def failed(self) -> NotSaved | None:
        """Why and since when something can't be written; None while all goes well."""
        return next((editor.state for editor in self.unsaved() if isinstance(editor.state, NotSaved)), None)

    def _told(self, _state: SaveState) -> None:
        if not shiboken6.isValid(self):  # the window closed while this was written: nobody is left to be told
            return
        if self.failed() is not None:
            self._again.start()
        else:
            self._again.stop()
        self.changed.emit()

    def _retry(self) -> None:
        for editor in self.unsaved():
            editor.retry()


def _nothing(_case: object) -> None:
    """The page shows the case; here only its state counts."""
