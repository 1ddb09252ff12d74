"""One need: its title, everybody whom it concerns with a sign and a word, and, on request, why and from which source."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.papers import PaperNeed, Standing
from loket_app.domain.travel import TravelDocument
from loket_app.i18n import _
from loket_app.i18n.phrases import local
from loket_app.i18n.phrases_papers import issuing_text, standing_text, why_text
from loket_app.services.editing import CaseEditor
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current, icon
from loket_app.ui.words import Text, Words

_SIGN = 16
_TITLE_WIDE, _BESIDE_FROM = 200, 520
_LOOKS = {
    Standing.MET: ("check", "ok"),
    Standing.ON_ITS_WAY: ("history", "accent"),
    Standing.HELD: ("lock", "warn"),
    Standing.UNKNOWN: ("question", "muted"),
    Standing.EXPIRES: ("warning", "warn"),
    Standing.NOT_MET: ("danger", "danger"),
}
"""The sign of a standing and its colour; the word stands beside it."""


class PaperBlock(QWidget):
    """Everybody is a button: it leads to the paper that counts, to what is not answered, or notes a new paper down.

    `remarks` says what else there is to know, as long as there is anything.
    """

    asked = Signal(str)

    def __init__(self, editor: CaseEditor, remarks: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._needs: tuple[PaperNeed, ...] = ()
        self._buttons: dict[str, LongButton] = {}
        self.title = Text(self._title_words, "strong")
        self.why = QToolButton()
        self.why.setIcon(icon("question", "muted"))
        self.why.setIconSize(QSize(_SIGN, _SIGN))
        self.why.setCheckable(True)
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        self.ways = Text(self._ways_words, "muted")
        self.remarks = Text(remarks, "muted")
        self.reason = Text(self._reason_words, "muted")
        self.reason.hide()
        self.why.toggled.connect(self.reason.setVisible)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, current().size.grid // 2, 0, 0)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(current().size.grid)
        self._line.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(self._people, 1)
        column.addLayout(self._line)
        column.addWidget(self.remarks)
        column.addWidget(self.ways)
        column.addWidget(self.reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The people stand beside the title where there is room, else under it."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(way)
        self._head.setFixedWidth(_TITLE_WIDE if beside else event.size().width())

    def show_needs(self, needs: tuple[PaperNeed, ...]) -> None:
        """Show the same need of these people."""
        self._needs = needs
        for gone in [person for person in self._buttons if person not in {need.person for need in needs}]:
            button = self._buttons.pop(gone)
            self._people.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place, need in enumerate(needs):
            if need.person not in self._buttons:
                self._buttons[need.person] = self._button(need.person, place)
        self._words()

    def buttons(self) -> tuple[LongButton, ...]:
        """One a person."""
        return tuple(self._buttons[need.person] for need in self._needs)

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._needs:
            self._words()

    def _button(self, person: str, place: int) -> LongButton:
        button = LongButton("link")
        button.clicked.connect(lambda: self._follow(next(need for need in self._needs if need.person == person)))
        self._people.insertWidget(place, button)
        return button

    def _follow(self, need: PaperNeed) -> None:
        """Lead to what can be done now."""
        if need.holds is None:
            self.asked.emit(need.missed[0])
            return
        path = f"documents/{need.document}" if need.document else self._note_down(need)
        self.asked.emit(f"{path}/{self._next_question(need)}")

    def _note_down(self, need: PaperNeed) -> str:
        """A record of that paper for that person; of which kind it is is asked where several would do."""
        kinds = need.rule.documents
        kind = kinds[0] if len(kinds) == 1 else NOT_ASKED
        return self._editor.add("documents", TravelDocument(self._editor.new_id(), need.person, kind=kind))

    def _next_question(self, need: PaperNeed) -> str:
        paper = next((paper for paper in self._editor.case.documents if paper.id == need.document), None)
        if paper is None:
            return "kind" if len(need.rule.documents) > 1 else "state"
        return (
            "valid_until" if known(paper.state) and need.standing in (Standing.UNKNOWN, Standing.EXPIRES) else "state"
        )

    def _words(self) -> None:
        case = self._editor.case
        for need in self._needs:
            words = standing_text(case, need)
            self._buttons[need.person].setIcon(icon(*_LOOKS[need.standing if need.holds else Standing.UNKNOWN]))
            self._buttons[need.person].setText(words.replace("&", "&&"))
            self._buttons[need.person].setAccessibleName(f"{local(need.rule.title)}, {words}")
        for text in (self.title, self.remarks, self.ways, self.reason):
            text.refresh()
        for text in (self.remarks, self.ways):
            text.setVisible(bool(text.text()))
        self.why.setToolTip(_("Why, and from which source"))
        self.why.setAccessibleName(_("Why: {what}").format(what=self.title.text()))

    def _title_words(self) -> str:
        return local(self._needs[0].rule.title) if self._needs else ""

    def _ways_words(self) -> str:
        open_needs = [need for need in self._needs if need.standing is not Standing.MET]
        return "\n".join(dict.fromkeys(issuing_text(way) for need in open_needs for way in need.issuing))

    def _reason_words(self) -> str:
        return why_text(self._needs[0].rule) if self._needs else ""
