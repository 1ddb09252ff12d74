"""The top of the page: which tables these are, the part that one reads, the date, and what one looks for."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from loket_app.i18n import _, formats, ngettext, phrases
from loket_app.services.rates_views import Rates
from loket_app.ui.fields.dates import DateField
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.rules.part_bar import PartBar
from loket_app.ui.rules.parts import Part
from loket_app.ui.style import current
from loket_app.ui.words import Text


class Head(QWidget):
    """Holds what is asked of the tables. Emits `changed` when it is, `entered` for Enter in the find line."""

    changed = Signal()
    entered = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part, self.day, self._today = Part.FIGURES, today, today
        self._shown: Rates | None = None
        self.finder = QLineEdit()
        self.field, self.parts = DateField(), PartBar()
        self._back = Button(lambda: _("Today"), "quiet")
        self._caption = QLabel()
        self._title = Text(lambda: _("Rates and rules"), "title")
        self._version, self._stale, self._note = Text(self._version_words, "muted"), NoteLine(), NoteLine()
        self._lay_out()
        self._connect()
        self._words()

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.finder.text().strip()

    def set_today(self, today: date) -> None:
        """A new day: who looked at today goes on doing so."""
        if self.day == self._today != today:
            self.day = today
            self.field.load(today)
        self._today = today

    def show_rates(self, shown: Rates) -> None:
        """Say which tables these are and what was found."""
        self._shown = shown
        self._version.refresh()
        self._stale.say("warn", self._stale_words())
        self._stale.setVisible(bool(shown.totals.stale) and self._title.isVisibleTo(self))
        self.parts.show_found(shown.found if self.text else None)
        self._back.setVisible(self.day != self._today)
        self._say()

    def go_to(self, part: Part) -> None:
        """Read another part."""
        self.parts.show_part(part)
        self._choose(part)

    def set_wide(self, *, wide: bool) -> None:
        """Whether the parts have room in one line."""
        self.parts.set_wide(wide=wide)

    def set_low(self, *, low: bool) -> None:
        """On a low screen what one can act on is left."""
        for line in (self._title, self._version):
            line.setVisible(not low)
        self._stale.setVisible(not low and bool(self._shown and self._shown.totals.stale))

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self._say()

    def _lay_out(self) -> None:
        grid = current().size.grid
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid // 2)
        for line in (self._title, self._version, self._stale):
            column.addWidget(line)
        column.addSpacing(grid // 2)
        row = FlowBox(gap=grid * 2, last_grows=True)
        for widget in (self.parts, self._date_row(), self.finder):
            row.add(widget)
        self.finder.setMinimumWidth(current().size.page // 4)
        column.addWidget(row)
        column.addWidget(self._note)
        self._stale.hide()
        self._back.hide()

    def _date_row(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().size.grid)
        self._caption.setBuddy(self.field)
        self.field.require()
        self.field.load(self.day)
        for widget in (self._caption, self.field, self._back):
            row.addWidget(widget)
        return made

    def _connect(self) -> None:
        self.parts.chosen.connect(self._choose)
        self.field.edited.connect(self._go_to)
        self.field.noted.connect(self._say)
        self._back.clicked.connect(self._go_back)
        self.finder.textChanged.connect(self.changed)
        self.finder.returnPressed.connect(self.entered)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.finder.setFocus)

    def _choose(self, part: Part) -> None:
        self.part = part
        self.changed.emit()

    def _go_to(self, day: object) -> None:
        if isinstance(day, date):
            self.day = day
            self.changed.emit()

    def _go_back(self) -> None:
        self.field.load(self._today)
        self.field.setFocus()
        self._go_to(self._today)

    def _say(self) -> None:
        """For which day this counts, or what to type instead once the date was left."""
        editor = self.field.focusProxy()
        wrong = bool(self.field.error()) and editor is not None and not editor.hasFocus()
        if wrong:
            words = _("Type a day of the calendar, such as 14/4/2026. Shown: {date}.")
            self._note.say("error", words.format(date=formats.format_date(self.day)))
        elif self.part is Part.SAID:
            self._note.say("reading", _("What holds on {date}.").format(date=formats.format_date(self.day)))
        else:
            self._note.say("reading", phrases.departure_text(self.day, assumed_today=False))
        self.field.set_names(_("Valid on"), self._note.text())

    def _words(self) -> None:
        self._caption.setText(_("&Valid on"))
        self.finder.setPlaceholderText(_("A word, a country or an amount"))
        self.finder.setAccessibleName(_("Find in rates and rules"))
        self.finder.setToolTip(
            QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        )
        if self._shown is not None:
            self._stale.say("warn", self._stale_words())

    def _version_words(self) -> str:
        if self._shown is None:
            return ""
        words, totals = _("Tables {version} of {date}."), self._shown.totals
        words = words.format(version=self._shown.version, date=formats.format_date(self._shown.dated, "short"))
        counts = (
            ngettext("{count} figure", "{count} figures", totals.figures).format(count=totals.figures),
            ngettext("{count} rule", "{count} rules", totals.rules).format(count=totals.rules),
            ngettext("{count} country group", "{count} country groups", totals.groups).format(count=totals.groups),
            ngettext("{count} other rule", "{count} other rules", totals.said).format(count=totals.said),
        )
        checked = (
            ""
            if totals.stale
            else " " + _("Everything was checked in the past year, against kept copies and notes of the sources.")
        )
        return f"{words} {', '.join(counts)}.{checked}"

    def _stale_words(self) -> str:
        count = self._shown.totals.stale if self._shown else 0
        words = ngettext("{count} was not checked for a year.", "{count} were not checked for a year.", count)
        return words.format(count=count)
