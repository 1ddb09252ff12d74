"""One member of an enum."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from loket_app.i18n.labels import capital, label
from loket_app.ui.fields.choice_list import ChoiceListField
from loket_app.ui.fields.options_field import OptionsField
from loket_app.ui.words import Words

OPEN_UP_TO = 4
"""With more options than this they go into a list that opens."""

ChoiceField: TypeAlias = OptionsField | ChoiceListField


def choice_field(kind: Iterable[Enum], parent: QWidget | None = None) -> ChoiceField:
    """The field for one member of an enum, or of those of it that are named: open options when they are few, else a list."""
    options = [(member, label_words(member)) for member in kind]
    return OptionsField(options, parent) if len(options) <= OPEN_UP_TO else ChoiceListField(options, parent)


def label_words(member: Enum) -> Words:
    """The word for a member, with a capital, in the language of the moment."""
    return lambda: capital(label(member))
