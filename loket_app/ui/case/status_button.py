"""Where the case stands, and the way on: only what the table of transitions allows is offered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import PASSING
from loket_app.domain.case import Case
from loket_app.domain.running import running
from loket_app.domain.running_terms import TERMS
from loket_app.domain.status import Status, StatusChange, next_statuses
from loket_app.i18n import _, formats, phrases_agenda
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.services.editing import CaseEditor
from loket_app.services.track import track_of
from loket_app.ui.case.status_dialog import StatusDialog, status_act
from loket_app.ui.case.summaries import place_and_summary
from loket_app.ui.style import mark


class StatusButton(QToolButton):
    """Shows the status; its menu takes the case a step on. A step is a change: undo takes it back."""

    def __init__(self, editor: CaseEditor, counsellor: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._counsellor = editor, counsellor
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        mark(self, kind="pill")
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show where this case stands."""
        words = capital(label(case.status))
        if words == self.text():
            return
        self.setText(words)
        self.setAccessibleName(_("Status: {status}").format(status=words))
        self._menu.clear()
        for status in next_statuses(case.status):
            self._menu.addAction(status_act(case.status, status), partial(self._go, status))

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setText("")
            self.show_case(self._editor.case)

    def _go(self, status: Status) -> None:
        still, terms = still_running(self._editor), any(_terms(self._editor))
        dialog = StatusDialog(self._editor.case.status, status, still, self, terms=terms)
        dialog.accepted.connect(lambda: self._record(status, dialog.why))
        dialog.open()

    def _record(self, status: Status, why: str) -> None:
        step = StatusChange(self._editor.new_id(), status, self._editor.now(), self._counsellor, why)
        self._editor.add("history", step)


def still_running(editor: CaseEditor) -> tuple[str, ...]:
    """In a line each, what a change of status does not end: the days of the return track first."""
    others = (place_and_summary(editor.case, path) for path in running(editor.case, editor.today()))
    return (*_terms(editor), *others)


def _terms(editor: CaseEditor) -> Iterator[str]:
    """The terms of the track and of an order, with their last day; a day that came and went is not told."""
    case, today = editor.case, editor.today()
    for item in agenda(case, track_of(case, today)):
        if item.kind in TERMS and item.on is not None and (item.on >= today or item.kind not in PASSING):
            day = formats.format_date(item.on)
            yield said(phrases_agenda.what_text(case, item), _late(day) if item.on < today else day)


def _late(day: str) -> str:
    return _("{date} (late)").format(date=day)
