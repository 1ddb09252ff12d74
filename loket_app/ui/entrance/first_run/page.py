"""What the pages have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.ui.entrance.first_run.model import FirstRun
from loket_app.ui.entrance.spoken import Spoken


class Page(Spoken):
    """One question or two of the first start. Every edit goes to the model at once."""

    def __init__(self, model: FirstRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def title(self) -> str:
        """What the page is about."""
        raise NotImplementedError

    def begin(self) -> None:
        """Show what the model holds, and put the cursor where one starts."""

    def complete(self) -> bool:
        """Whether one may go on; if not, the page says why and goes there."""
        return True
