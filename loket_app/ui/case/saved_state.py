"""Whether everything is kept: a fact with a time, and, when it can't be kept, why and since when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.i18n import _, formats
from loket_app.services.editing import NotSaved, Saved, SaveState
from loket_app.services.saving import why_not_saved
from loket_app.ui.style import mark
from loket_app.ui.words import Text


class SavedState(Text):
    """A quiet line in the head of a case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._state: SaveState = Saved()
        super().__init__(self._state_words, "muted", parent)
        self.setWordWrap(False)

    def show_state(self, state: SaveState) -> None:
        """Show this state; a write under way shows the last fact until it is one itself."""
        if isinstance(state, (Saved, NotSaved)):
            self._state = state
            mark(self, kind="danger" if isinstance(state, NotSaved) else "muted")
            self.refresh()
            self.setToolTip(why_not_saved(state.error) if isinstance(state, NotSaved) else "")

    def _state_words(self) -> str:
        if isinstance(self._state, NotSaved):
            return _("▲ Not saved since {time}").format(time=formats.format_time(self._state.since))
        if isinstance(self._state, Saved) and self._state.at is not None:
            return _("● Saved {time}").format(time=formats.format_time(self._state.at))
        return _("● Saved")
