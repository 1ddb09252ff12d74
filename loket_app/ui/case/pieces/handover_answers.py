"""The answers of a handover: what leaves beside what stays; below, folded, the questions that have no answer."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.i18n import _, ngettext
from loket_app.i18n.phrases_leaves import blank_lines, has_answer, leaving_lines, staying_lines, unasked_lines
from loket_app.services.handover import Preview
from loket_app.ui.case.pieces.columns import Columns
from loket_app.ui.kit.folding import Folding
from loket_app.ui.style import current


class HandoverAnswers(QWidget):
    """`answers` has a value on each line, `blank` one line for each person or part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Case, Preview] | None = None
        self._blank: Columns | None = None
        self.answers = Columns((lambda: _("What leaves"), lambda: _("What stays, and why")))
        self.blank = Folding(self._blank_words, self._make_blank, "row")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        for part in (self.answers, self.blank):
            layout.addWidget(part)

    def show_answers(self, case: Case, found: Preview) -> None:
        """Show what this handover would be."""
        self._shown = case, found
        self.answers.show_lines(list(leaving_lines(case, found.leaves)), list(staying_lines(case, found.stays)))
        self.blank.refresh()
        self.blank.setVisible(bool(self._count()))
        if self._blank is not None:
            self._fill(self._blank)

    def _count(self) -> int:
        if self._shown is None:
            return 0
        case, found = self._shown
        return len(found.gaps) + sum(not has_answer(case, path) for path in found.leaves)

    def _blank_words(self) -> str:
        count = self._count()
        return ngettext("{count} question without an answer", "{count} questions without an answer", count).format(
            count=count
        )

    def _make_blank(self) -> QWidget:
        self._blank = Columns((lambda: _("Leaves as unknown or declined"), lambda: _("Not asked, so it stays")))
        self._fill(self._blank)
        return self._blank

    def _fill(self, columns: Columns) -> None:
        if self._shown is not None:
            case, found = self._shown
            unasked = unasked_lines(case, [gap.path for gap in found.gaps])
            columns.show_lines(list(blank_lines(case, found.leaves)), list(unasked))
