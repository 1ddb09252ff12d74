"""On the card of a conversation that is not said to be held: one press says that it was, today."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.conversation import TalkState
from loket_app.i18n import _
from loket_app.services import talks
from loket_app.services.editing import CaseEditor
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import icon


class HeldToday(Worded, QWidget):
    """Follows the conversation at `path`; it is there as long as that has not taken place."""

    def __init__(self, editor: CaseEditor, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._path = editor, path
        self.button = QPushButton(icon("check"), "")
        self.button.clicked.connect(self._hold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_case(editor.case)
        self._words()

    def show_case(self, case: Case) -> None:
        """Show it while it can be said."""
        talk = talks.conversation(case, self._path.split("/")[1])
        held = talk is None or talk.state is TalkState.HELD or (talk.counts and known(talk.on))
        self.setVisible(not held)

    def reveal(self, path: str) -> bool:  # noqa: ARG002  as every part of a card
        """Nothing here is led to."""
        return False

    def _hold(self) -> None:
        """Its state and its day are one act."""
        self._editor.set_many({f"{self._path}/state": TalkState.HELD, f"{self._path}/on": self._editor.today()})

    def _words(self) -> None:
        self.button.setText(_("&Held today"))
