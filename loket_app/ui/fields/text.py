"""Words: a name, a place, an address."""

from __future__ import annotations

from loket_app.domain.answers import NOT_ASKED
from loket_app.ui.fields.typed import TypedField


class TextField(TypedField):
    """One line of words, kept as it was typed without the blanks at its ends."""

    def _read_nothing(self) -> object:
        return NOT_ASKED if self._may_miss else ""
