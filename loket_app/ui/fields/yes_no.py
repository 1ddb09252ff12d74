"""Yes or no."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.i18n.labels import capital, yes_no
from loket_app.ui.fields.options_field import OptionsField
from loket_app.ui.words import Words


class YesNoField(OptionsField):
    """Yes or no; J and N, O and N, Y and N choose, as the language of the screen says it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([(value, _yes_no_words(value)) for value in (True, False)], parent)


def _yes_no_words(value: bool) -> Words:
    return lambda: capital(yes_no(value))
