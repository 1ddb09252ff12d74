"""Phone numbers: a Belgian one needs no country code, an odd one is kept and doubted."""

from __future__ import annotations

from loket_app.i18n import _
from loket_app.ui.fields.base import Note
from loket_app.ui.fields.typed import TypedField

_HERE = "BE"
_TOO_SHORT_TO_JUDGE = 6


class PhoneField(TypedField):
    """A number as it was typed; the line below shows how it is dialled, or a doubt."""

    WIDTH = 240

    def _comment(self, value: object) -> Note | None:
        text = str(value)
        dialled = international(text)
        if dialled is not None:
            return Note("reading", dialled)
        if len(text) < _TOO_SHORT_TO_JUDGE and self._line.hasFocus():
            return None
        return Note("warn", _("This doesn't look like a phone number. It is kept as you typed it."))


def international(text: str) -> str | None:
    """The number as it is dialled from anywhere, `+32 470 12 34 56`; None for what is no number."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text, _HERE)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
