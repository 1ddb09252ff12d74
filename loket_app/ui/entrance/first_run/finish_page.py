"""The last page: everything is ready, and four stories to start with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from loket_app.i18n import _
from loket_app.ui.entrance.first_run.model import FirstRun
from loket_app.ui.entrance.first_run.page import Page
from loket_app.ui.entrance.problem_note import ProblemNote
from loket_app.ui.words import Text


class FinishPage(Page):
    """A disk that refuses is told of here."""

    def __init__(self, model: FirstRun, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.stories = QCheckBox(self)
        self.stories.toggled.connect(self._keep)
        self.problem = ProblemNote(self)
        self.column.addWidget(Text(lambda: _("Loket now makes an encrypted store on this computer.")))
        self.column.addWidget(self.stories, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Text(self._about_the_stories, "muted"))
        self.column.addWidget(self.problem)
        self.say(self.stories.setText, lambda: _("Put the four &sample stories in it"))

    def title(self) -> str:
        """Of the page."""
        return _("Ready to begin")

    def begin(self) -> None:
        """Show what was chosen before."""
        self.stories.setChecked(self.model.wants_stories)
        self.stories.setFocus()

    def _keep(self, checked: bool) -> None:
        self.model.wants_stories = checked

    def _about_the_stories(self) -> str:
        return _(
            "From the programme's brochure, to look around with. They stand in lists and figures like other cases."
        )
