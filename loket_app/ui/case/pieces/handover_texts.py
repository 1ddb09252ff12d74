"""Where somebody refused or was taken out of the case: the free texts that leave, open, to be read. Loket finds only the names that the file holds."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.i18n.phrases_leaves import has_answer, leaving_lines, please_read
from loket_app.services.handover import Preview
from loket_app.ui.case.pieces.columns import Columns
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current


class HandoverTexts(QWidget):
    """A sentence and the texts below it; not there when nobody refused, nothing is written or nothing may leave."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = InlineMessage()
        self.texts = Columns((lambda: _("Texts that leave"),))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        layout.addWidget(self.told)
        layout.addWidget(self.texts)
        self.hide()

    def show_texts(self, case: Case, found: Preview) -> None:
        """Show those of this handover."""
        texts = [path for path in found.texts if has_answer(case, path)]
        asks = bool(texts) and not found.stops
        if asks:
            self.texts.show_lines(list(leaving_lines(case, texts)))
            if self.told.isHidden():
                self.told.say("warn", please_read)
        self.setVisible(asks)
