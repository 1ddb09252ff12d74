"""Entering a value for a figure: what, from when, where it comes from and why. It waits for a second person then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from loket_app.domain.layer import SPLITS, Proposal
from loket_app.domain.tables import Confidence, Figure, Per, Period, Source, ValueKind
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import local
from loket_app.i18n.phrases_layer import day_flaw, link_flaw, past_flaw, text_flaw
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.fields.countries import CountriesField
from loket_app.ui.fields.dates import DateField
from loket_app.ui.fields.typed import TypedField
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.list_box import ListBox
from loket_app.ui.rules.amount_part import AmountPart
from loket_app.ui.style import current
from loket_app.ui.words import Text


class ValueForm(Spoken):
    """Emits `proposed` with a whole proposal, `left` when somebody changes their mind. What was typed stays until then."""

    proposed = Signal(object)
    left = Signal()

    def __init__(self, figure: Figure, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure, self._today = figure, today
        self.whom, self.sure = ListBox(), ListBox()
        self.parts = AmountPart(self._first_whose), AmountPart(lambda: Per.CHILD)
        self.kind, self.low, self.high = self.parts[0].kind, self.parts[0].low, self.parts[0].high
        self.start, self.end, self.published = DateField(), DateField(), DateField()
        self.countries = CountriesField()
        self.title, self.link, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.propose = Button(lambda: _("&Propose"), "primary")
        self._rows = self._make_rows()
        self._lay_out()
        self._connect()

    def _make_rows(self) -> dict[str, FormRow]:
        for field in (self.start, self.end, self.published, self.countries):
            field.require()
        return {
            "whom": FormRow(lambda: _("F&or whom"), self.whom, self._why_one_way),
            **self.parts[0].rows,
            **{f"child {name}": row for name, row in self.parts[1].rows.items()},
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
        column.addWidget(self._rows["whom"])
        for part in self.parts:
            column.addWidget(part)
        for name, row in self._rows.items():
            if not self._in_a_part(name):
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
        self.whom.currentIndexChanged.connect(lambda _place: self._show_parts())
        self.propose.clicked.connect(self._go)
        self._show_parts()

    def _fill(self) -> None:
        """The choices in the language of the screen; what was chosen stays."""
        _refill(self.whom, list(map(_whom_words, self._ways)), first=0)
        _refill(self.sure, [capital(label(member)) for member in Confidence], first=-1)
        self.sure.setPlaceholderText(_("Choose"))

    @property
    def _ways(self) -> tuple[tuple[Per, ...], ...]:
        """For whom a value may be said: that of a household also for each of its people."""
        return ((self._figure.per,), *SPLITS) if self._figure.per is Per.HOUSEHOLD else ((self._figure.per,),)

    @property
    def _way(self) -> tuple[Per, ...]:
        return self._ways[max(self.whom.currentIndex(), 0)]

    def _why_one_way(self) -> str:
        """Why nothing can be chosen there; empty where something can."""
        if len(self._ways) > 1:
            return ""
        return _("Only an amount for a household can be split: elsewhere adult and child have figures of their own.")

    def _first_whose(self) -> Per | None:
        return self._way[0] if len(self._way) > 1 else None

    def _in_a_part(self, name: str) -> bool:
        return name == "whom" or any(self._rows[name] in part.rows.values() for part in self.parts)

    def _show_parts(self) -> None:
        self.parts[1].setVisible(len(self._way) > 1)
        for part in self.parts:
            part.show_amounts()

    def _go(self) -> None:
        """Hand over what is whole; else say under each line what to type, and go to the first."""
        for field in (*self.parts, self.start, self.end, self.published, self.countries):
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
            **self.parts[0].complaints(),
            **{f"child {name}": words for name, words in self._child_complaints().items()},
            "start": _error(self.start) or day_flaw(_day(self.start), self._today),
            "end": self._end_error(),
            "countries": self.countries.error(),
            "title": text_flaw(self.title.text()),
            "published": _error(self.published, needed=False) or self._too_soon(),
            "link": link_flaw(self.link.text().strip()),
            "sure": "" if self.sure.currentIndex() >= 0 else needed,
            "reason": text_flaw(self.reason.text()),
        }

    def _child_complaints(self) -> dict[str, str]:
        return self.parts[1].complaints() if len(self._way) > 1 else {}

    def _end_error(self) -> str:
        wrong = _error(self.end, needed=False)
        start, end = self.start.answer(), _day(self.end)
        if not wrong and isinstance(start, date) and end is not None and end < start:
            return _("The last day lies before the first one.")
        return wrong or day_flaw(end, self._today)

    def _too_soon(self) -> str:
        return past_flaw(_day(self.published), self._today)

    def _proposal(self) -> Proposal:
        said = tuple(part.value(per) for part, per in zip(self.parts, self._way, strict=False))
        whole = self._way == (self._figure.per,)
        start = self.start.answer()
        return Proposal(
            figure=self._figure.narrows or self._figure.id,
            period=Period(start if isinstance(start, date) else None, _day(self.end)),
            kind=said[0].kind if whole else ValueKind.PER_PERSON,
            source=Source(
                title=self.title.text().strip(),
                confidence=tuple(Confidence)[self.sure.currentIndex()],
                checked_on=self._today,
                published=_day(self.published),
                link=self.link.text().strip(),
            ),
            reason=self.reason.text().strip(),
            countries=tuple(sorted(self.countries.codes())),
            low=said[0].low if whole else None,
            high=said[0].high if whole else None,
            shares=() if whole else said,
        )


def _error(field: TypedField, *, needed: bool = True) -> str:
    """What to type instead; an empty line may be left so where nothing is needed."""
    return "" if not needed and not field.text().strip() else field.error()


def _refill(box: ListBox, choices: Sequence[str], first: int) -> None:
    """The choices in another language; what was chosen stays, `first` when nothing was."""
    place = box.currentIndex()
    with QSignalBlocker(box):
        box.clear()
        box.addItems(choices)
        box.setCurrentIndex(place if place >= 0 else first)


def _whom_words(way: Sequence[Per]) -> str:
    """`Per adult and per child`."""
    return capital(label(way[0]) if len(way) == 1 else _("per adult and per child"))


def _day(field: AnswerField) -> date | None:
    day = field.answer()
    return day if isinstance(day, date) else None


def _what_happens() -> str:
    return _(
        "The tables of Loket stay as they are: the value of this desk lies on top of them, once a second person has "
        "confirmed it."
    )
