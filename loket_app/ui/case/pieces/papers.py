"""What papers the people who return need, and where each stands; one press leads to the paper or notes it down."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.papers import travel_day
from loket_app.i18n import _
from loket_app.i18n.phrases_papers import remark_text, travel_day_text
from loket_app.services.editing import CaseEditor
from loket_app.services.papers import needs, remarks
from loket_app.ui.case.pieces.paper_block import PaperBlock
from loket_app.ui.style import current
from loket_app.ui.words import Text

_HEAD = 3
"""Widgets above the blocks."""

_DOCUMENT = "valid-document"
"""The need that nationality and destination are about."""


class PapersPiece(QWidget):
    """One block a need, with everybody whom it concerns. `asked` carries the path that somebody was led to."""

    asked = Signal(str)

    def __init__(self, editor: CaseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._blocks: dict[str, PaperBlock] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().size.grid)
        self._column.addWidget(Text(lambda: _("What is needed?"), "heading"))
        self._day = Text(self._day_words, "muted")
        self._column.addWidget(self._day)
        self._nobody = Text(lambda: _("Add the people first, in the intake."), "muted")
        self._column.addWidget(self._nobody)
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show what this case needs."""
        self._day.refresh()
        found = needs(case, self._today)
        self._nobody.setVisible(not found)
        self._day.setVisible(bool(found))
        grouped = {
            rule: tuple(group)
            for rule, group in groupby(sorted(found, key=lambda need: need.rule.order), lambda need: need.rule.id)
        }
        for gone in [known for known in self._blocks if known not in grouped]:
            block = self._blocks.pop(gone)
            self._column.removeWidget(block)
            block.hide()
            block.deleteLater()
        for place, (rule, concerned) in enumerate(grouped.items()):
            if rule not in self._blocks:
                self._blocks[rule] = PaperBlock(self._editor, self._remark_words if rule == _DOCUMENT else str)
                self._blocks[rule].asked.connect(self.asked)
                self._column.insertWidget(_HEAD + place, self._blocks[rule])
            self._blocks[rule].show_needs(concerned)

    def blocks(self) -> tuple[PaperBlock, ...]:
        """One a need, in the order of the rules."""
        return tuple(self._blocks.values())

    @property
    def _today(self) -> date:
        return self._editor.now().astimezone().date()

    def _remark_words(self) -> str:
        case = self._editor.case
        return "\n".join(remark_text(case, found) for found in remarks(case, self._today))

    def _day_words(self) -> str:
        return travel_day_text(travel_day(self._editor.case, self._today))
