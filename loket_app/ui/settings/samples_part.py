"""The sample stories in this store: what there is of them, and one button that takes them out. It asks once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _, formats
from loket_app.services.samples import Samples, SamplesHere
from loket_app.services.saving import why_not_done
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current
from loket_app.ui.words import Text


class SamplesPart(QWidget):
    """Not there in a store that never had any. Emits `leaving` before they go."""

    leaving = Signal()

    def __init__(self, samples: Samples, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples, self._screen = samples, screen
        self._here = SamplesHere((), None)
        self.remove = Button(lambda: _("Remove the sample stories …"))
        self.asking, self.trace = InlineMessage(), Text(self._trace_words, "muted")
        self.remove.clicked.connect(self._ask)
        self.asking.acted.connect(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        layout.addWidget(Text(lambda: _("Sample stories"), "heading"))
        layout.addWidget(self.trace)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.asking)
        self.hide()

    def refresh(self) -> None:
        """Look what there is of them."""
        self._screen.when_done(self._samples.here(), self._show, our_fault)

    def _show(self, found: SamplesHere) -> None:
        self._here = found
        self.trace.refresh()
        self.trace.setVisible(bool(self.trace.text()))
        self.remove.setVisible(bool(found.numbers))
        self.asking.hide()
        self.setVisible(bool(found.numbers) or found.removed is not None)

    def _ask(self) -> None:
        self.asking.say("warn", self._asking_words, lambda: _("Remove them for good"))

    def _remove(self) -> None:
        self.leaving.emit()
        self._screen.when_done(self._samples.remove(), self._show, self._not_removed)

    def _not_removed(self, error: BaseException) -> None:
        if why_not_done(error) is None:
            our_fault(error)
        self.asking.say("warn", lambda: why_not_done(error) or "", lambda: _("Remove them for good"))

    def _asking_words(self) -> str:
        words = _(
            "These cases go, with all that was tried in them: {numbers}. That can't be undone. No other case is touched."
        )
        return words.format(numbers=", ".join(self._here.numbers))

    def _trace_words(self) -> str:
        if self._here.numbers:
            return _("Stories to look around with. They stand in lists and figures like other cases.")
        removed = self._here.removed
        if removed is None:
            return ""
        day = formats.format_date(removed.at.astimezone().date(), "long")
        return _("Removed on {date} by {who}.").format(date=day, who=removed.by)
