"""The top of the page: which day it is, the list, the week or the month, and whose cases."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.i18n import _, formats
from loket_app.services.desk import Desk
from loket_app.ui.fields.options import Options
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current, icon, mark
from loket_app.ui.today.weeks import Shown
from loket_app.ui.words import Text


class TodayHead(Worded, QWidget):
    """Emits `changed` when something else is asked for, and `new_asked`. Whose cases is remembered for this person."""

    changed = Signal()
    new_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shown = Shown.LIST
        self.views = Options(
            (
                (Shown.LIST, lambda: _("List")),
                (Shown.WEEK, lambda: _("Week")),
                (Shown.MONTH, lambda: _("Month")),
            )
        )
        self.whose = Options(((False, lambda: _("Whole desk")), (True, lambda: _("My cases"))))
        self.new = QPushButton(icon("new-intake", "accent_text"), "")
        mark(self.new, kind="primary")
        self._lay_out()
        self.views.chosen.connect(self._view)
        self.whose.chosen.connect(self._who)
        self.new.clicked.connect(self.new_asked)
        self._words()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose among options."""
        group = watched.parent()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(group, Options):
            return group.key(event)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        grid = current().size.grid
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(grid)
        layout.addWidget(Text(lambda: formats.format_date(self._desk.clock.today(), "full"), "muted"))
        layout.addWidget(Text(lambda: _("Today"), "title"))
        row = FlowBox(gap=grid * 3)
        for widget in (self.new, self.views, self.whose):
            row.add(widget)
        layout.addWidget(row)
        for option in (*self.views.options, *self.whose.options):
            option.installEventFilter(self)
        self.views.show_value(self.shown)
        self.whose.show_value(self._desk.preferences.own_cases)

    def _view(self, shown: Shown, _on: bool) -> None:
        """One of them is always chosen."""
        self.shown = shown
        self.views.show_value(shown)
        self.changed.emit()

    def _who(self, own: bool, _on: bool) -> None:
        self.whose.show_value(own)
        self._desk.save_preferences(replace(self._desk.preferences, own_cases=own))
        self.changed.emit()

    def _words(self) -> None:
        self.new.setText(_("New intake"))
        self.views.retranslate()
        self.whose.retranslate()
        self.views.set_names(_("What to show"), "")
        self.whose.set_names(_("Whose cases"), "")
