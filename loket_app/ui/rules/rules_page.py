"""Rates and rules: the list of a part beside the sheet of what is chosen; on a narrow screen one after the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loket_app.domain.tables import Figure, Row
from loket_app.i18n import _, pgettext
from loket_app.services.clock import Clock
from loket_app.services.rates import rates
from loket_app.services.rates_layer import Below
from loket_app.services.rates_views import Rates
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.empty_state import EmptyState
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.rules.again import add_again
from loket_app.ui.rules.entry_list import EntryList
from loket_app.ui.rules.head import Head
from loket_app.ui.rules.listing import entries, sheet
from loket_app.ui.rules.own_listing import own_entries, own_sheet
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.parts import WORDS, Part
from loket_app.ui.rules.sheet import Sheet
from loket_app.ui.rules.value_form import ValueForm
from loket_app.ui.rules.way_in import add_way_in
from loket_app.ui.style import current
from loket_app.ui.words import Text

NARROW_BELOW, LOW_BELOW = 860, 480
_LIST = 420


class RulesPage(QWidget):
    """Shows everything that the tables hold, with the figures of this desk on top; those can be entered here."""

    def __init__(self, work: OwnWork, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._work, self._clock = work, clock
        self._forms: dict[str, ValueForm] = {}
        self._form = ""
        self._shown: Rates | None = None
        self._chosen: dict[Part, str] = {}
        self._narrow, self._low = True, True  # until its size is known: a narrow, low page never needs more room
        self._reading = False
        self.head, self.list, self.sheet = Head(clock.today()), EntryList(), Sheet()
        self._back = Button(lambda: _("Back to the list"), "quiet", "arrow-left")
        self.message = InlineMessage()
        self._nothing = EmptyState("search", self._nothing_words, self._elsewhere_words)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the tables for the date and the words at the top."""
        today = self._clock.today()
        self.head.set_today(today)
        figures = self._work.figures
        below = Below(figures.shipped, figures.desk)
        self._shown = rates(figures.tables, self.head.day, today, self.head.text, below)
        self.head.show_rates(self._shown)
        self.list.setAccessibleName(pgettext(*WORDS[self.head.part]))
        own = self.head.part is Part.OWN
        listed = tuple(own_entries(self._work, today)) if own else entries(self.head.part, self._shown)
        self.list.show_entries(listed, self._chosen.get(self.head.part, ""))
        self._arrange()

    def show_waiting(self) -> None:
        """Go to what waits for a second person."""
        self._chosen.pop(Part.OWN, None)
        self.head.go_to(Part.OWN)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin where one types; a proxy would lead Tab past what stands before it."""
        super().focusInEvent(event)
        self.head.finder.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and sheet stand beside each other where there is room."""
        super().resizeEvent(event)
        self._narrow, self._low = event.size().width() < NARROW_BELOW, event.size().height() < LOW_BELOW
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Say all of it in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            self.refresh()

    def _lay_out(self) -> None:
        grid = current().size.grid
        self._column = QVBoxLayout(self)
        self._column.setSpacing(grid)
        self._column.addWidget(self.head)
        self._column.addWidget(self.message)
        self._column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout()
        row.setSpacing(grid * 2)
        row.addWidget(self.list)
        row.addWidget(self.sheet, 1)
        row.addWidget(self._nothing, 1)
        self._column.addLayout(row, 1)

    def _connect(self) -> None:
        self.head.changed.connect(self._look)
        self.head.entered.connect(self.list.setFocus)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._read)
        self.sheet.left.connect(self._leave)
        self._back.clicked.connect(self._leave)
        self._work.changed.connect(self._look_again)
        self._work.looked.connect(self._look_again)
        self._work.told.connect(self.message.say)

    def _look(self) -> None:
        self._reading = False
        self.message.hide()
        self.refresh()

    def _look_again(self) -> None:
        if self._shown is not None:
            self.refresh()

    def _choose(self, entry_id: str) -> None:
        page = self._page(entry_id)
        if page is not None:
            self._chosen[self.head.part] = entry_id
            self.sheet.show_page(page, self.list.currentIndex().data() or "")

    def _page(self, entry_id: str) -> QWidget | None:
        """The sheet of an entry, or the form of a figure to which somebody is entering a value."""
        if self._shown is None:
            return None
        if self.head.part is Part.OWN:
            return own_sheet(self._work, entry_id, self._clock.today())
        if self.head.part is Part.FIGURES and self._form and entry_id == self._form:
            return self._forms[entry_id]
        page = sheet(self.head.part, self._shown, entry_id, self._clock.today(), self._under_row)
        figure = next((each for each in self._work.figures.tables.figures if each.id == entry_id), None)
        if page is not None and figure is not None and self.head.part is Part.FIGURES:
            add_way_in(page, self._work, figure, lambda: self._enter(figure))
        return page

    def _under_row(self, column: QVBoxLayout, figure: Figure, row: Row) -> None:
        if row.period.end is None or row.period.end >= self._clock.today():
            add_again(column, self._work, figure.id, row, self._clock.today())

    def _enter(self, figure: Figure) -> None:
        """Show the form for a value; what was typed in it before stands there still."""
        if figure.id not in self._forms:
            form = ValueForm(figure, self._clock.today(), self)
            form.proposed.connect(lambda said: self._work.propose(said, lambda: self._close(figure.id)))
            form.left.connect(lambda: self._close(figure.id))
            self._forms[figure.id] = form
        self._form = figure.id
        self._choose(figure.id)
        self._forms[figure.id].kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self, figure_id: str) -> None:
        """Leave the form for good."""
        form = self._forms.pop(figure_id, None)
        self._form = ""
        self._choose(figure_id)
        if form is not None:
            form.deleteLater()
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        self._reading = True
        self._arrange()
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._reading = False
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Whole page: list and sheet. Narrow: the list, or the sheet with a way back; low: without the head."""
        grid, low = current().size.grid, self._low
        nothing = self._shown is not None and not self.list.current_id
        alone = self._narrow and self._reading and not nothing
        side = grid * 2 if self._narrow else grid * 4
        self._column.setContentsMargins(side, grid if low else grid * 3, side, grid if low else grid * 2)
        self.head.set_low(low=low)
        self.head.set_wide(wide=not self._narrow)
        for text in self._nothing.findChildren(Text):
            text.refresh()
        seen: dict[QWidget, bool] = {
            self.head: not (alone and low),
            self._back: alone,
            self._nothing: nothing,
            self.list: not alone and not nothing,
            self.sheet: (alone or not self._narrow) and not nothing,
        }
        for widget in sorted(seen, key=lambda widget: seen[widget]):  # first hide, so that no page is ever too wide
            widget.setVisible(seen[widget])
        self.list.setMinimumWidth(0 if self._narrow else _LIST)
        self.list.setMaximumWidth(self.width() if self._narrow else _LIST)

    def _nothing_words(self) -> str:
        return _("Nothing found for “{text}”.").format(text=self.head.text)

    def _elsewhere_words(self) -> str:
        found = self._shown.found if self._shown else None
        if found and found.figures + found.rules + found.groups + found.said:
            return _("Look under the other words at the top: something fits there.")
        return _("Try another word, a country or an amount.")
