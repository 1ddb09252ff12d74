"""The lines of a form that say a value: its kind, and the amounts that go with it. One for all, or one for each share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.layer import VALUES
from loket_app.domain.money import ZERO, Money
from loket_app.domain.tables import Per, Share, ValueKind
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_layer import amount_flaw
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.fields.money import MoneyField
from loket_app.ui.kit.list_box import ListBox
from loket_app.ui.style import current
from loket_app.ui.words import Words

_TWO = (ValueKind.RANGE,)
_NO_AMOUNT = (ValueKind.NONE, ValueKind.NOT_PUBLIC)


class AmountPart(Spoken):
    """Emits `changed` with another kind. `whose` gives for whom it is where a form has several, else None."""

    changed = Signal()

    def __init__(self, whose: Callable[[], Per | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whose = whose
        self.kind, self.low, self.high = ListBox(), MoneyField(), MoneyField()
        for field in (self.low, self.high):
            field.require()
        self.rows = {
            "kind": FormRow(self._caption(lambda: _("&Value")), self.kind),
            "low": FormRow(self._caption(lambda: _("From which &amount")), self.low),
            "high": FormRow(self._caption(self._amount_words), self.high),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid * 2)
        for row in self.rows.values():
            column.addWidget(row)
        self.say(lambda _nothing: self._fill(), str)
        self.kind.currentIndexChanged.connect(lambda _place: self.show_amounts())
        self.show_amounts()

    def flush(self) -> None:
        """Take what was typed as it stands."""
        self.low.flush()
        self.high.flush()

    def complaints(self) -> dict[str, str]:
        """What to type instead, by line; empty where all is well."""
        both = self.chosen in _TWO
        return {"low": (self.low.error() or _too_much(self.low)) if both else "", "high": self._amount_error()}

    def value(self, per: Per) -> Share:
        """What it says for one of them."""
        high = self.high.answer() if self.chosen not in _NO_AMOUNT else None
        low = {ValueKind.RANGE: self.low.answer(), ValueKind.UP_TO: ZERO}.get(self.chosen, high)
        ends = (end if isinstance(end, Money) else None for end in (low, high))
        return Share(per, self.chosen, *ends)

    def show_amounts(self) -> None:
        """Only the lines that go with the kind, in the words of the kind."""
        self.rows["low"].setVisible(self.chosen in _TWO)
        self.rows["high"].setVisible(self.chosen not in _NO_AMOUNT)
        for row in self.rows.values():
            row.say_again()
        self.changed.emit()

    @property
    def chosen(self) -> ValueKind:
        """The kind of the value."""
        return ValueKind(self.kind.currentData())

    def _fill(self) -> None:
        """The choices in the language of the screen; what was chosen stays."""
        place = self.kind.currentIndex()
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for member in VALUES:
                self.kind.addItem(capital(label(member)), member.value)
            self.kind.setCurrentIndex(max(place, 0))

    def _caption(self, words: Words) -> Words:
        """The words of a line; of a share, with for whom it is and without a letter that another share has too."""

        def told() -> str:
            per = self._whose()
            return words() if per is None else f"{words().replace('&', '')} – {label(per)}"

        return told

    def _amount_words(self) -> str:
        kind = self.chosen if self.kind.count() else ValueKind.AMOUNT
        if kind is ValueKind.RANGE:
            return _("To which a&mount")
        return _("At &most") if kind is ValueKind.UP_TO else _("A&mount")

    def _amount_error(self) -> str:
        if self.chosen in _NO_AMOUNT:
            return ""
        wrong = self.high.error() or _too_much(self.high)
        if wrong:
            return wrong
        low, high = self.low.answer(), self.high.answer()
        if high == ZERO:
            return _("Nothing is a value of its own: choose “no support” above.")
        if self.chosen in _TWO and isinstance(low, Money) and isinstance(high, Money) and low >= high:
            return _("The lowest amount must be below the highest.")
        return ""


def _too_much(field: MoneyField) -> str:
    amount = field.answer()
    return amount_flaw(amount) if isinstance(amount, Money) else ""
