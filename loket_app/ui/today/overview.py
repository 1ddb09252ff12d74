"""What is late, what is for today, what comes, and whom one waits for; kept up by the store while one looks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _, ngettext
from loket_app.services.agenda import Overview, Part
from loket_app.services.desk import Desk
from loket_app.services.saving import why_days_missing
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.today.agenda_section import AgendaSection
from loket_app.ui.words import Text


class OverviewPiece(QWidget):
    """Emits `opened` with a case id and a place, `all_asked` with a part.

    `shown` says that an answer stands on the page, `healed` that all days are worked out.
    """

    opened = Signal(str, str)
    all_asked = Signal(Part)
    shown = Signal()
    healed = Signal()

    def __init__(self, desk: Desk, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self._counsellor = ""
        self._asked = self._left = 0
        self._shown: Overview | None = None
        self._note = NoteLine()
        self._quiet = Text(self._quiet_words, "muted")
        self._sections = QWidget()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._note, self._quiet, self._sections):
            self._layout.addWidget(widget)
        self._note.hide()
        self._quiet.hide()

    def refresh(self, counsellor: str) -> None:
        """Read again, for a counsellor or with the empty text for all; what is shown stays until the answer is there."""
        self._counsellor = counsellor
        self._asked += 1
        self._look(self._asked)

    def _look(self, asked: int) -> None:
        found = self._desk.agenda.overview(self._counsellor)
        self._screen.when_done(found, lambda shown: self._show(asked, shown), our_fault)

    def _show(self, asked: int, shown: Overview) -> None:
        if asked != self._asked:
            return
        self._shown = shown
        self._fill(shown)
        self._say(len(shown.behind), shown.trouble)
        self.shown.emit()
        if shown.behind and shown.trouble is None:
            self._go_on(asked, shown.behind)
        else:
            self.healed.emit()

    def _go_on(self, asked: int, behind: tuple[str, ...]) -> None:
        """Some more cases; when all are done, look again."""
        if asked != self._asked:
            return
        self._say(len(behind), None)
        if not behind:
            self._look(asked)
            return
        rest = self._desk.agenda.heal(behind)
        self._screen.when_done(rest, lambda left: self._go_on(asked, left), lambda error: self._say(len(behind), error))

    def _say(self, left: int, trouble: BaseException | None) -> None:
        if trouble is not None:
            self._note.say("warn", why_days_missing(trouble))
        elif left:
            words = ngettext("Working out the days of {count} case …", "Working out the days of {count} cases …", left)
            self._note.say("reading", words.format(count=left))
        self._note.setVisible(bool(left) or trouble is not None)

    def _fill(self, shown: Overview) -> None:
        old, self._sections = self._sections, QWidget()
        layout = QVBoxLayout(self._sections)
        layout.setContentsMargins(0, 0, 0, 0)
        for found in shown.sections:
            if found.count:
                section = AgendaSection(found, shown.day, self._desk.counsellor)
                section.opened.connect(self.opened)
                section.all_asked.connect(self.all_asked)
                layout.addWidget(section)
        self._layout.replaceWidget(old, self._sections)
        old.deleteLater()
        self._quiet.setVisible(not shown.behind and not _due(shown))
        self._quiet.refresh()

    def _quiet_words(self) -> str:
        if self._shown is None:
            return ""
        if self._shown.count:
            return _("Nothing is due today or in the coming 7 days.")
        return _(
            "Nothing is due, and you wait for nobody. Appointments and what you wait for stand here once a case has them."
        )


def _due(shown: Overview) -> bool:
    """Whether there is something to do; what everybody in a procedure has at some time is not."""
    parts = (section for section in shown.sections if section.part is not Part.WAITING)
    return any(section.lines for section in parts)
