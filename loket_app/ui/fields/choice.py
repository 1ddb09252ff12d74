"""Questions with a closed answer: yes or no, one of an enum."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TypeAlias

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from loket_app.domain.answers import NOT_ASKED
from loket_app.i18n.labels import capital, label, yes_no
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.fields.choice_list import ChoiceListField
from loket_app.ui.fields.options import Options
from loket_app.ui.words import Words

OPEN_UP_TO = 4
"""With more options than this they go into a list that opens."""


class OptionsField(AnswerField):
    """A question whose few options lie open. Each option is a value and its words."""

    def __init__(self, options: Sequence[tuple[object, Words]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = Options(options, self)
        self._options.chosen.connect(self._chosen)
        for option in self._options.options:
            self._listen_to(option)
        self._place_beside(self._options)

    def _chosen(self, value: object, on: bool) -> None:  # noqa: FBT001  a slot
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


class YesNoField(OptionsField):
    """Yes or no; J and N, O and N, Y and N choose, as the language of the screen says it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([(value, _yes_no_words(value)) for value in (True, False)], parent)


ChoiceField: TypeAlias = OptionsField | ChoiceListField


def choice_field(kind: type[Enum], parent: QWidget | None = None) -> ChoiceField:
    """The field for one member of an enum: open options when they are few, else a list."""
    options = [(member, label_words(member)) for member in kind]
    return OptionsField(options, parent) if len(options) <= OPEN_UP_TO else ChoiceListField(options, parent)


def label_words(member: Enum) -> Words:
    """The word for a member, with a capital, in the language of the moment."""
    return lambda: capital(label(member))


def _yes_no_words(value: bool) -> Words:  # noqa: FBT001  the answer itself
    return lambda: capital(yes_no(value))
