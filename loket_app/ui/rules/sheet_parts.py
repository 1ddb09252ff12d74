"""What sheets are made of: words to read and copy, facts with captions, and where something comes from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from loket_app.domain.tables import CountryGroup, Row, Rule, Source
from loket_app.i18n import _
from loket_app.i18n.labels import capital
from loket_app.i18n.phrases import local, source_text
from loket_app.services.rates_said import SaidRow
from loket_app.ui.kit.breaking import breakable
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.kit.tones import Tone
from loket_app.ui.rules.link_line import LinkLine
from loket_app.ui.rules.wording import stale_text, weak_text
from loket_app.ui.style import current, mark, tabular

_CAPTION = 104


def page() -> tuple[QWidget, QVBoxLayout]:
    """An empty sheet and its column."""
    made, grid = QWidget(), current().size.grid
    column = QVBoxLayout(made)
    column.setContentsMargins(grid * 2, grid * 2, grid * 2, grid * 2)
    column.setSpacing(grid)
    return made, column


def words(text: str, kind: str = "") -> QLabel:
    """Plain text that wraps and can be copied with the mouse."""
    made = QLabel(breakable(text))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    if kind:
        mark(made, kind=kind)
    return made


def figures(text: str, kind: str = "") -> QLabel:
    """Words with figures of one width."""
    made = words(text, kind)
    made.setWordWrap(False)
    tabular(made)
    return made


def note(tone: Tone, text: str) -> NoteLine:
    """A line with the sign of its tone."""
    made = NoteLine()
    made.say(tone, breakable(text))
    return made


def hairline() -> QFrame:
    """Parts what stands apart already."""
    made = QFrame()
    mark(made, kind="rule")
    return made


def facts(pairs: Sequence[tuple[str, str]]) -> QWidget:
    """Captions with their words beside them."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().size.grid * 2)
    grid.setVerticalSpacing(current().size.grid // 2)
    grid.setColumnMinimumWidth(0, _CAPTION)
    grid.setColumnStretch(1, 1)
    for row, (caption, text) in enumerate(pairs):
        grid.addWidget(figures(caption, "muted"), row, 0)
        grid.addWidget(words(text), row, 1)
    return made


def add_origin(column: QVBoxLayout, told: Row | Rule | CountryGroup | SaidRow, stale_since: date | None) -> None:
    """Where something comes from, and what other sources say: title, date, how sure, when checked, and the link."""
    column.addLayout(_source(told.source))
    for other in told.other_sources:
        column.addWidget(words(_("Another source says"), "caption"))
        column.addWidget(words(local(other.says)))
        column.addLayout(_source(other.source))
    if told.decision is not None:
        column.addWidget(words(_("Why the first source counts"), "caption"))
        column.addWidget(words(local(told.decision)))
    if stale_since is not None:
        column.addWidget(note("warn", capital(stale_text(stale_since))))


def _source(source: Source) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(2)
    lines.addWidget(words(source_text(source), "muted"))
    if source.link:
        lines.addWidget(LinkLine(source.link))
    weak = weak_text(source)
    if weak:
        lines.addWidget(words(weak, "muted"))
    return lines
