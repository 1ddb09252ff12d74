"""Numbers under which somebody is known. Only the two of the Belgian register can be checked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from loket_app.domain.person import IdentifierKind
from loket_app.i18n import _
from loket_app.i18n.labels import label
from loket_app.ui import style
from loket_app.ui.fields.base import Note
from loket_app.ui.fields.typed import TypedField

_FIGURES = 11


class IdentifierField(TypedField):
    """A number as it was typed. `kind` says at any moment whose it is; a register number is checked, never refused."""

    WIDTH = 240

    def __init__(self, kind: Callable[[], IdentifierKind | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        style.tabular(self._line)

    def set_answer(self, value: object) -> None:
        """Show the number, judged by the kind that it has now."""
        super().set_answer(value)
        self.noted.emit()

    def _comment(self, value: object) -> Note | None:
        kind = self._kind()
        if kind not in (IdentifierKind.NATIONAL, IdentifierKind.BIS):
            return None
        if sum(sign.isdigit() for sign in str(value)) < _FIGURES and self._line.hasFocus():
            return None
        return register_note(str(value), kind)


def register_note(number: str, kind: IdentifierKind) -> Note:
    """What the check digits of a register number say (python-stdnum `be.nn` and `be.bis`)."""
    from stdnum.be import bis, nn

    other = IdentifierKind.BIS if kind is IdentifierKind.NATIONAL else IdentifierKind.NATIONAL
    checks = {IdentifierKind.NATIONAL: nn, IdentifierKind.BIS: bis}
    if checks[kind].is_valid(number):
        return Note("reading", str(checks[kind].format(number)))
    if checks[other].is_valid(number):
        return Note("warn", _("This is a good number, of another kind: {kind}.").format(kind=label(other)))
    if sum(sign.isdigit() for sign in number) != _FIGURES:
        return Note("warn", _("A register number has eleven figures. It is kept as you typed it."))
    return Note("warn", _("The check digits don't fit: look at the number again. It is kept as you typed it."))
