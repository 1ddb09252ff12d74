"""Entering a value for a figure: what, from when, where it comes from and why. It waits for a second person then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from loket_app.domain.layer import VALUES, Proposal
from loket_app.domain.money import ZERO, Money
from loket_app.domain.tables import Confidence, Figure, Period, Source, ValueKind
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import local
from loket_app.i18n.phrases_layer import amount_flaw, link_flaw, text_flaw
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.fields.countries import CountriesField
from loket_app.ui.fields.dates import DateField
from loket_app.ui.fields.money import MoneyField
from loket_app.ui.fields.typed import TypedField
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.style import current
from loket_app.ui.words import Text

_TWO = (ValueKind.RANGE,)
_NO_AMOUNT = (ValueKind.NONE, ValueKind.NOT_PUBLIC)


class ValueForm(Spoken):
    """Emits `proposed` with a whole proposal, `left` when somebody changes their mind. What was typed stays until then."""

    proposed = Signal(object)
    left = Signal()

    def __init__(self, figure: Figure, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure, self._today = figure, today
        self.kind, self.sure = QComboBox(), QComboBox()
        self.low, self.high = MoneyField(), MoneyField()
        self.start, self.end, self.published = DateField(), DateField(), DateField()
        self.countries = CountriesField()
        self.title, self.link, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.propose = Button(lambda: _("&Propose"), "primary")
        self._rows = self._make_rows()
        self._lay_out()
        self._connect()

    def _make_rows(self) -> dict[str, FormRow]:
        for field in (self.low, self.high, self.start, self.end, self.published, self.countries):
            field.require()
        return {
            "kind": FormRow(lambda: _("&Value"), self.kind),
            "low": FormRow(lambda: _("From which &amount"), self.low),
            "high": FormRow(self._amount_words, self.high),
            "start": FormRow(lambda: _("For departures &from"), self.start),
            "end": FormRow(lambda: _("&Until"), self.end, lambda: _("Empty: until further notice.")),
            "countries": FormRow(
                lambda: _("Only for these &countries"),
                self.countries,
                lambda: _("Empty: for all that the figure is for."),
            ),
            "title": FormRow(
                lambda: _("&Source"), self.title, lambda: _("For instance: mail of the voluntary-return cell.")
            ),
            "published": FormRow(lambda: _("Date of the source"), self.published, lambda: _("Empty: not known.")),
            "link": FormRow(lambda: _("Address of the source"), self.link, lambda: _("Empty when there is none.")),
            "sure": FormRow(lambda: _("How sure"), self.sure),
            "reason": FormRow(lambda: _("W&hy this value"), self.reason),
        }

    def _lay_out(self) -> None:
        grid = current().size.grid
        column = QVBoxLayout(self)
        column.setContentsMargins(grid * 2, grid * 2, grid * 2, grid * 2)
        column.setSpacing(grid * 2)
        column.addWidget(Text(lambda: local(self._figure.title), "heading"))
        column.addWidget(Text(_what_happens, "muted"))
        for row in self._rows.values():
            column.addWidget(row)
        buttons = FlowBox()
        leave = Button(lambda: _("Cancel"), "quiet")
        leave.clicked.connect(self.left)
        for button in (self.propose, leave):
            buttons.add(button)
        column.addWidget(buttons)
        column.addStretch(1)
        self.say(lambda _nothing: self._fill(), str)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _place: self._show_amounts())
        self.propose.clicked.connect(self._go)
        self._show_amounts()

    def _fill(self) -> None:
        """The choices in the language of the screen; what was chosen stays."""
        for box, members in ((self.kind, VALUES), (self.sure, tuple(Confidence))):
            place = box.currentIndex()
            box.blockSignals(True)  # noqa: FBT003  Qt's own
            box.clear()
            for member in members:
                box.addItem(capital(label(member)), member.value)
            box.setCurrentIndex(place if place >= 0 or box is self.sure else 0)
            box.blockSignals(False)  # noqa: FBT003  Qt's own
        self.sure.setPlaceholderText(_("Choose"))

    @property
    def _kind(self) -> ValueKind:
        return ValueKind(self.kind.currentData())

    def _amount_words(self) -> str:
        kind = self._kind if self.kind.count() else ValueKind.AMOUNT
        if kind is ValueKind.RANGE:
            return _("To which a&mount")
        return _("At &most") if kind is ValueKind.UP_TO else _("A&mount")

    def _show_amounts(self) -> None:
        self._rows["low"].setVisible(self._kind in _TWO)
        self._rows["high"].setVisible(self._kind not in _NO_AMOUNT)
        self._rows["high"].say_again()

    def _go(self) -> None:
        """Hand over what is whole; else say under each line what to type, and go to the first."""
        for field in (self.low, self.high, self.start, self.end, self.published, self.countries):
            field.flush()
        wrong = [name for name, words in self._complaints().items() if self._complain(name, words)]
        if wrong:
            self._rows[wrong[0]].editor.setFocus()
            return
        self.proposed.emit(self._proposal())

    def _complain(self, name: str, words: str) -> bool:
        return self._rows[name].complain((lambda: words) if words else None)

    def _complaints(self) -> dict[str, str]:
        """What to type instead, by line; empty where all is well."""
        needed = _("An answer is needed here.")
        return {
            "low": (_error(self.low) or _too_much(self.low)) if self._kind in _TWO else "",
            "high": self._amount_error(),
            "start": _error(self.start),
            "end": self._end_error(),
            "countries": self.countries.error(),
            "title": text_flaw(self.title.text()),
            "published": _error(self.published, needed=False) or self._too_soon(),
            "link": link_flaw(self.link.text().strip()),
            "sure": "" if self.sure.currentIndex() >= 0 else needed,
            "reason": text_flaw(self.reason.text()),
        }

    def _amount_error(self) -> str:
        if self._kind in _NO_AMOUNT:
            return ""
        wrong = _error(self.high) or _too_much(self.high)
        if wrong:
            return wrong
        low, high = self.low.answer(), self.high.answer()
        if high == ZERO:
            return _("Nothing is a value of its own: choose “no support” above.")
        both = isinstance(low, Money) and isinstance(high, Money) and self._kind in _TWO
        return _("The lowest amount must be below the highest.") if both and low >= high else ""  # type: ignore[operator]  # both are amounts

    def _end_error(self) -> str:
        wrong = _error(self.end, needed=False)
        start, end = self.start.answer(), _day(self.end)
        if not wrong and isinstance(start, date) and end is not None and end < start:
            return _("The last day lies before the first one.")
        return wrong

    def _too_soon(self) -> str:
        day = _day(self.published)
        return _("This day is still to come.") if day is not None and day > self._today else ""

    def _proposal(self) -> Proposal:
        kind = self._kind
        high = self.high.answer() if kind not in _NO_AMOUNT else None
        low = {ValueKind.RANGE: self.low.answer(), ValueKind.UP_TO: ZERO}.get(kind, high)
        start = self.start.answer()
        return Proposal(
            figure=self._figure.narrows or self._figure.id,
            period=Period(start if isinstance(start, date) else None, _day(self.end)),
            kind=kind,
            source=Source(
                title=self.title.text().strip(),
                confidence=Confidence(self.sure.currentData()),
                checked_on=self._today,
                published=_day(self.published),
                link=self.link.text().strip(),
            ),
            reason=self.reason.text().strip(),
            countries=tuple(sorted(self.countries.codes())),
            low=low if isinstance(low, Money) else None,
            high=high if isinstance(high, Money) else None,
        )


def _error(field: TypedField, *, needed: bool = True) -> str:
    """What to type instead; an empty line may be left so where nothing is needed."""
    return "" if not needed and not field.text().strip() else field.error()


def _too_much(field: MoneyField) -> str:
    amount = field.answer()
    return amount_flaw(amount) if isinstance(amount, Money) else ""


def _day(field: AnswerField) -> date | None:
    day = field.answer()
    return day if isinstance(day, date) else None


def _what_happens() -> str:
    return _(
        "The tables of Loket stay as they are: the value of this desk lies on top of them, once a second person has "
        "confirmed it."
    )
