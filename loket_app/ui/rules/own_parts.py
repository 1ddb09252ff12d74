"""Buttons of the sheets of this desk's own figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.ui.kit.button import Button, Kind
from loket_app.ui.kit.flow import FlowBox


def act_button(text: str, kind: Kind, act: Callable[[], object]) -> Button:
    """A button on a sheet that is made anew with each language."""
    made = Button(lambda: text, kind)
    made.clicked.connect(lambda _on: act())
    return made


def add_buttons(column: QVBoxLayout, *buttons: QWidget) -> None:
    """Put buttons beside one another, as far as there is room."""
    if buttons:
        row = FlowBox()
        for button in buttons:
            row.add(button)
        column.addWidget(row)
