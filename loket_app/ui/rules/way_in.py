"""What stands under the sheet of a figure: that a value of this desk waits, and the way to enter one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QWidget

from loket_app.domain.tables import Figure
from loket_app.i18n import _
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.rules.own_wording import entry_value
from loket_app.ui.rules.own_work import OwnWork
from loket_app.ui.rules.sheet_parts import note

_BELOW_THE_TITLE = 1


def add_way_in(sheet: QWidget, work: OwnWork, figure: Figure, enter: Callable[[], None]) -> None:
    """Put both under the title of a figure's sheet."""
    column = sheet.layout()
    if not isinstance(column, QBoxLayout):
        return
    button = Button(lambda: _("Enter or correct a value"), "quiet", "edit")
    button.clicked.connect(enter)
    row = FlowBox()
    row.add(button)
    column.insertWidget(_BELOW_THE_TITLE, row)
    name = figure.narrows or figure.id
    for entry in work.figures.layer.waiting:
        if entry.proposal.figure == name:
            words = _("A value of this desk waits for a second person: {value}.")
            column.insertWidget(_BELOW_THE_TITLE, note("warn", words.format(value=entry_value(entry))))
