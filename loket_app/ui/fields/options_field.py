"""A question whose few options lie open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loket_app.domain.answers import NOT_ASKED
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.fields.options import Options
from loket_app.ui.words import Words


class OptionsField(AnswerField):
    """Options beside one another; each is a value and its words."""

    def __init__(self, options: Sequence[tuple[object, Words]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = Options(options, self)
        self._options.chosen.connect(self._chosen)
        for option in self._options.options:
            self._listen_to(option)
        self._place_beside(self._options)

    def _chosen(self, value: object, on: bool) -> None:
        self._kept = NOT_ASKED
        self._settle(value if on else NOT_ASKED)

    def _present(self, value: object) -> None:
        self._options.show_value(value)

    def _retranslate(self) -> None:
        self._options.retranslate()

    def _pressed(self, event: QKeyEvent) -> bool:
        return super()._pressed(event) or self._options.key(event)

    def set_names(self, name: str, description: str = "") -> None:
        """What a screen reader says of the editor."""
        self._options.set_names(name, description)
