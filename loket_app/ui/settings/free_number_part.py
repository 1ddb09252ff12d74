"""The hours of the free number: what the sources say, and the words of the desk instead."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from loket_app.domain.tables import Source
from loket_app.i18n import _
from loket_app.i18n.phrases import local, source_text
from loket_app.services.free_number import free_number
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.kit.folding import Folding
from loket_app.ui.rules.link_line import LinkLine
from loket_app.ui.style import current
from loket_app.ui.words import Text


class FreeNumberPart(QWidget):
    """One line to fill in; below it, folded, each source beside the others and why the first one counts."""

    def __init__(self, line: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.row = FormRow(lambda: _("Hours of the &free number"), line, _when_empty)
        self.origin = Folding(lambda: _("Where these hours come from"), _origin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        layout.addWidget(self.row)
        layout.addWidget(self.origin)


def _when_empty() -> str:
    return _("Left empty, this stands on paper: {hours}").format(hours=local(free_number().hours))


def _origin() -> QWidget:
    number, body = free_number(), QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(current().size.grid * 2, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(partial(local, number.hours)))
    _add_source(column, number.source)
    for other in number.other_sources:
        column.addWidget(Text(lambda: _("Another source says"), "caption"))
        column.addWidget(Text(partial(local, other.says)))
        _add_source(column, other.source)
    if number.decision is not None:
        column.addWidget(Text(lambda: _("Why the first source counts"), "caption"))
        column.addWidget(Text(partial(local, number.decision)))
    return body


def _add_source(column: QVBoxLayout, source: Source) -> None:
    column.addWidget(Text(lambda: source_text(source), "muted"))
    if source.link:
        column.addWidget(LinkLine(source.link))
