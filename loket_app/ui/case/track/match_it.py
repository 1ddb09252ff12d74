"""The text of a conversation for the social file in Match-IT: where it belongs there, in which language, copied."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.i18n import _, language
from loket_app.services import talks
from loket_app.ui.case.lent_text import LentText
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.style import current
from loket_app.ui.words import Text

_LINES_SHOWN = 10


class MatchItText(LentText):
    """Loket can't reach Match-IT: the text is copied, and the clipboard forgets it."""

    def __init__(self, conversation_id: str, parent: QWidget | None = None) -> None:
        super().__init__(_LINES_SHOWN, parent=parent)
        self._id = conversation_id
        self._case: Case | None = None
        self._where = Text(self._where_words, "muted")
        self._lay_out()
        self._words()

    def show_case(self, case: Case) -> None:
        """Write the text of this case."""
        self._case = case
        self._where.refresh()
        self._write_down(talks.match_it(case, self._id, self.language.code))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        layout.addWidget(self._where)
        row = FlowBox()
        for widget in (self.language, self.copy):
            row.add(widget)
        layout.addWidget(row)
        layout.addWidget(self.text)
        layout.addWidget(self.told)
        self.language.chosen.connect(lambda _lang: self.show_case(self._case) if self._case is not None else None)

    def _words(self) -> None:
        self.text.setAccessibleName(_("Text for Match-IT"))

    def _where_words(self) -> str:
        """Where it is kept there, by the phase of the key moment."""
        talk = talks.conversation(self._case, self._id) if self._case is not None else None
        if talk is None or not known(talk.moment):
            return _("Choose the key moment: then it stands here where this belongs in Match-IT.")
        found = talks.registration(talk)
        if found is None:
            return _("Our sources do not say where this conversation is kept in Match-IT.")
        return _("In Match-IT: {how}.").format(how=found.how.text(language()))
