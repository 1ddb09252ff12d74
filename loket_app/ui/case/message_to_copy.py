"""A message that Loket makes ready, in a language of choice, to be copied: what every such message on screen has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from loket_app.i18n import LANGUAGES, using
from loket_app.ui.case.lent_text import LentText
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current
from loket_app.ui.words import Text

_LINES_SHOWN = 14


class MessageToCopy(LentText):
    """Without names unless one ticks them. A kind of message says the rest.

    `missing` is for what it lacks. As long as there is no text there is nothing to copy.
    """

    def __init__(self, languages: Sequence[str] = LANGUAGES, parent: QWidget | None = None) -> None:
        super().__init__(_LINES_SHOWN, languages, parent)
        self.names, self.missing = QCheckBox(), InlineMessage()
        self._lay_out()
        self._words()

    # what a kind of message says

    def _what_it_is(self) -> str:
        """For whom it is, and what goes with it."""
        raise NotImplementedError

    def _write(self, *, names: bool) -> str:
        """The message in the language of the moment; empty when it can't be made ready."""
        raise NotImplementedError

    def _complain(self, *, names: bool) -> None:
        """Say what is missing, or nothing."""
        raise NotImplementedError

    # what it does with that

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid)
        self.names.setFixedHeight(current().size.control)
        row = FlowBox()
        for widget in (self.language, self.names, self.copy):
            row.add(widget)
        for part in (Text(self._what_it_is, "muted"), row, self.missing, self.text, self.told):
            column.addWidget(part)
        self.language.chosen.connect(lambda _lang: self._refresh())
        self.names.toggled.connect(lambda _on: self._refresh())

    def _refresh(self) -> None:
        names = self.names.isChecked()
        with using(self.language.code):
            words = self._write(names=names)
        self._write_down(words)
        self.text.setVisible(bool(words))
        self.copy.setEnabled(bool(words))
        self._complain(names=names)
