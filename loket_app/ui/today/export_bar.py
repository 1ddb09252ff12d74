"""Saving days for one's own agenda, in a file without names."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from loket_app.i18n import _, formats, ngettext
from loket_app.services.agenda import AgendaFilter, AgendaRow
from loket_app.services.agenda_file import ENDING, calendar_file
from loket_app.services.complaints import Complaint
from loket_app.services.desk import Desk
from loket_app.services.documents import save
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.list_box import ListBox
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current
from loket_app.ui.today.free_range import FreeRange

_WEEKS = (4, 13)


class ExportBar(Worded, QWidget):
    """One chooses which days; what the file holds is said beside it."""

    def __init__(self, desk: Desk, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self._shown, self._counsellor = (desk.clock.today(), desk.clock.today()), ""
        self.range, self.free, self.note = ListBox(), FreeRange(), NoteLine()
        self.button = Button(lambda: _("Save for my own agenda"), "plain", "save")
        self.button.clicked.connect(self._ask)
        self.range.activated.connect(self._promise)
        self.range.currentIndexChanged.connect(self._offer)
        grid = current().size.grid
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, grid * 2, 0, 0)
        layout.setSpacing(grid)
        row = FlowBox(gap=grid)
        for widget in (self.range, self.free, self.button):
            row.add(widget)
        self.free.hide()
        layout.addWidget(row)
        layout.addWidget(self.note)
        self._words()

    def show_days(self, first: date, last: date, counsellor: str) -> None:
        """The days that are in sight."""
        self._shown, self._counsellor = (first, last), counsellor
        self._words()

    def _words(self) -> None:
        chosen = max(0, self.range.currentIndex())
        self.range.clear()
        self.range.addItem(formats.format_range(*self._shown))
        for weeks in _WEEKS:
            self.range.addItem(
                ngettext("the coming {count} week", "the coming {count} weeks", weeks).format(count=weeks)
            )
        self.range.addItem(_("days of my choice"))
        self.range.setCurrentIndex(chosen)
        self.range.setAccessibleName(_("Which days"))
        self._promise()

    def _offer(self) -> None:
        """The free days, where they are asked for."""
        free = self.range.currentIndex() > len(_WEEKS)
        if free:
            self.free.suggest(*self._shown)
        self.free.setVisible(free)

    def _promise(self) -> None:
        self.note.say(
            "reading",
            _(
                "The file holds case numbers and neutral words, with day and hour. No names; what exactly, stands in Loket."
            ),
        )

    def _days(self) -> tuple[date, date]:
        place, today = self.range.currentIndex(), self._desk.clock.today()
        if place > len(_WEEKS):
            return self.free.days()
        return (today, today + timedelta(weeks=_WEEKS[place - 1])) if place else self._shown

    def _ask(self) -> None:
        try:
            first, last = self._days()
        except Complaint as complaint:
            self.note.say("error", str(complaint))
            return
        rows = self._desk.agenda.rows(AgendaFilter(first, last, counsellor=self._counsellor))
        self._screen.when_done(rows, self._save, our_fault)

    def _save(self, rows: tuple[AgendaRow, ...]) -> None:
        if not rows:
            self.note.say("info", _("There is nothing on these days, so no file was made."))
            return
        target = self._target()
        if target is None:
            return
        try:
            save(target, calendar_file(rows, self._desk.clock.now()), force=True)
        except Complaint as complaint:
            self.note.say("error", str(complaint))
            return
        words = ngettext("Saved {count} day, without names.", "Saved {count} days, without names.", len(rows))
        self.note.say("ok", words.format(count=len(rows)))

    def _target(self) -> Path | None:
        """Where the person says; the ending is ours."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name = str(folder / f"loket{ENDING}")
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Save for my own agenda"), name, f"iCalendar (*{ENDING})")
        # Qt's own dialog remembers folders, and a folder may be named after somebody
        QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
        if not chosen:
            return None
        target = Path(chosen)
        return target if target.suffix.lower() == ENDING else target.with_name(f"{target.name}{ENDING}")
