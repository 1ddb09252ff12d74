"""Buttons of the sheets of this desk's own figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.layer import Entry
from loket_app.i18n.phrases_accounts import Named, account_lines, related_text
from loket_app.ui.kit.button import Button, Kind
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.rules.sheet_parts import note, words


def act_button(text: str, kind: Kind, act: Callable[[], object]) -> Button:
    """A button on a sheet that is made anew with each language."""
    made = Button(lambda: text, kind)
    made.clicked.connect(lambda _on: act())
    return made


def add_standing(column: QVBoxLayout, entry: Entry, named: Named) -> None:
    """Who made the accounts of the two who stand for an entry; and that one of them made that of the other."""
    if entry.related:
        column.addWidget(note("warn", related_text(entry)))
    made = account_lines(entry, named)
    if made:
        column.addWidget(words("\n".join(made), "muted"))


def add_buttons(column: QVBoxLayout, *buttons: QWidget) -> None:
    """Put buttons beside one another, as far as there is room."""
    if buttons:
        row = FlowBox()
        for button in buttons:
            row.add(button)
        column.addWidget(row)
