"""Whether the choices of the settings are kept: nothing is said while they are."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loket_app.i18n import _
from loket_app.services.saving import why_choice_not_kept
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.kit.inline_message import InlineMessage


class Keeping(InlineMessage):
    """Hidden until the store refuses a choice: then why, and a button that writes it again. Emits `troubled`."""

    troubled = Signal()

    def __init__(self, screen: MainThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._waiting: list[Callable[[], Future[None]]] = []
        self.acted.connect(self._try_again)

    def keep(self, written: Future[None], again: Callable[[], Future[None]]) -> None:
        """Watch over a write; `again` writes what stands there by then, which may be a later choice."""
        self._screen.when_done(written, lambda _done: None, lambda error: self._refused(error, again))

    def _refused(self, error: BaseException, again: Callable[[], Future[None]]) -> None:
        if why_choice_not_kept(error) is None:
            our_fault(error)
        self._waiting.append(again)
        self.say("warn", lambda: why_choice_not_kept(error) or "", lambda: _("Write it again"))
        self.troubled.emit()

    def _try_again(self) -> None:
        waiting, self._waiting = self._waiting, []
        self.hide()
        for again in waiting:
            self.keep(again(), again)
