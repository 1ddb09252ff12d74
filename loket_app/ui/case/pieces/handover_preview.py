"""What exactly leaves, what stays and why, what is missing, and which scans go along."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.handover import Handover
from loket_app.domain.handover_content import Stopped
from loket_app.i18n import _, ngettext
from loket_app.i18n.phrases_corrections import difference_text
from loket_app.i18n.phrases_leaves import has_answer
from loket_app.services.corrections import correction
from loket_app.services.editing import CaseEditor
from loket_app.services.handover import Preview, Refused
from loket_app.ui.case.pieces.gaps_list import GapsList
from loket_app.ui.case.pieces.handover_answers import HandoverAnswers
from loket_app.ui.case.pieces.handover_scans import HandoverScans
from loket_app.ui.case.pieces.handover_texts import HandoverTexts
from loket_app.ui.kit.folding import Folding
from loket_app.ui.style import current
from loket_app.ui.words import Text


class HandoverPreview(QWidget):
    """Emits `asked` with the path of a gap, `changed` when a scan is chosen or left out."""

    asked = Signal(str)
    changed = Signal()

    def __init__(self, editor: CaseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._found: Preview | None = None
        self._case: Case | None = None
        self.scans = HandoverScans(editor)
        self.scans.changed.connect(self.changed)
        self._answers: HandoverAnswers | None = None
        self._gaps: GapsList | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        self.what = Folding(self._what_words, self._make_answers, "row", closing=True)
        self.missing = Folding(self._missing_words, self._make_gaps, "row", closing=True)
        self.differs, self.texts = Text(str), HandoverTexts()
        for part in (self.differs, self.texts, self.what, self.missing, self.scans):
            layout.addWidget(part)

    def chosen(self) -> frozenset[str]:
        """The ids of the scans that go along."""
        return self.scans.chosen()

    def show_preview(self, case: Case, found: Preview, corrects: Handover | None) -> None:
        """Show what this handover would be."""
        self._case, self._found = case, found
        self.scans.show_scans(case, found.scans)
        self.scans.setVisible(bool(found.scans) and not found.stops)
        self.what.refresh()
        self.missing.refresh()
        self.missing.setVisible(bool(found.gaps))
        self.texts.show_texts(case, found)
        self._show_differences(case, found, corrects)
        if self._answers is not None:
            self._answers.show_answers(case, found)
        if self._gaps is not None:
            self._gaps.show_gaps(case, found.gaps)

    def _show_differences(self, case: Case, found: Preview, corrects: Handover | None) -> None:
        lines: list[str] = []
        if corrects is not None and not found.stops:
            lines = _differences(case, corrects, self.chosen(), self._editor.log)
        self.differs.setVisible(bool(lines))
        self.differs.setText("\n".join(lines))

    def _what_words(self) -> str:
        """What is answered alone: that something is unknown tells nobody much."""
        if self._found is None or self._case is None:
            return ""
        case = self._case
        leaves = sum(has_answer(case, path) for path in self._found.leaves)
        stays = sum(has_answer(case, each.path) for each in self._found.stays)
        going = ngettext("{count} answer leaves", "{count} answers leave", leaves).format(count=leaves)
        staying = ngettext("{count} stays at the desk", "{count} stay at the desk", stays).format(count=stays)
        return f"{going}, {staying}"

    def _missing_words(self) -> str:
        count = len(self._found.gaps) if self._found is not None else 0
        return ngettext("{count} question was not asked yet.", "{count} questions were not asked yet.", count).format(
            count=count
        )

    def _make_answers(self) -> QWidget:
        self._answers = HandoverAnswers()
        if self._found is not None and self._case is not None:
            self._answers.show_answers(self._case, self._found)
        return self._answers

    def _make_gaps(self) -> QWidget:
        self._gaps = GapsList()
        self._gaps.asked.connect(self.asked)
        if self._found is not None and self._case is not None:
            self._gaps.show_gaps(self._case, self._found.gaps)
        return self._gaps


def _differences(case: Case, corrects: Handover, scans: frozenset[str], log: Sequence[Change]) -> list[str]:
    try:
        differs = correction(case, corrects, scans=scans, log=log)
    except Refused as refused:
        return [f"{refused.why} {refused.remedy}"]
    except Stopped:
        return []
    return [difference_text(case, each) for each in differs] or [_("Nothing differs from that version.")]
