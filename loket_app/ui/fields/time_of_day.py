"""The hour of an appointment, kept as 14:30."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from loket_app.i18n import _
from loket_app.ui import style
from loket_app.ui.fields.typed import NotReadable, TypedField

_TYPED = re.compile(r"(\d{1,2})(?:\s*(?:[:.hu]|uur|uhr)\s*(\d{2})?|(\d{2}))?", re.IGNORECASE)
_HOURS, _MINUTES = 24, 60


class TimeField(TypedField):
    """A time of the day. 9, 9u30, 9h30, 9.30 and 0930 are all understood."""

    WIDTH = 176
    TIDY = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.tabular(self._line)

    def _read(self, text: str) -> object:
        found = _TYPED.fullmatch(text)
        hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (_HOURS, 0)
        if hour >= _HOURS or minute >= _MINUTES:
            raise NotReadable(_("Type a time, such as 14:30. Not known? Press Ctrl+U."))
        return f"{hour:02}:{minute:02}"
