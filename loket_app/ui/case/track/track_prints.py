"""What goes on paper of the track: the track on one page for the file, and the person's own dates, in their language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.i18n import LANGUAGES, _, language
from loket_app.services import track_documents
from loket_app.services.desk import Desk
from loket_app.ui.entrance.printing import print_pdf
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import icon
from loket_app.ui.summary.document_language import DocumentLanguage


class TrackPrints(Worded, QWidget):
    """A language and two buttons; a document is made when it is printed, in memory."""

    def __init__(self, case: Callable[[], Case], desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case, self._desk = case, desk
        self.language = DocumentLanguage(language() if language() in LANGUAGES else "nl")
        self.dates, self.page = QPushButton(icon("print"), ""), QPushButton(icon("print"), "")
        self.dates.clicked.connect(self._print_dates)
        self.page.clicked.connect(self._print_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = FlowBox()
        for widget in (self.language, self.dates, self.page):
            row.add(widget)
        layout.addWidget(row)
        self._words()

    def _words(self) -> None:
        self.dates.setText(_("Print “My dates”"))
        self.page.setText(_("Print the track"))

    def _print_dates(self) -> None:
        """With the address and hours of the desk, where it filled them in."""
        today, desk = self._desk.clock.today(), self._desk.profile
        print_pdf(track_documents.my_dates(self._case(), self.language.code, today, desk=desk), self)

    def _print_page(self) -> None:
        print_pdf(track_documents.track_page(self._case(), self.language.code, self._desk.clock.today()), self)
