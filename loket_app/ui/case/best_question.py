"""Looks for the question that settles most, one trial at a time between two events: nobody at the keys waits for it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.next_question import Settling, try_each
from loket_app.domain.tables import RuleTables


class BestQuestion(QObject):
    """`settled` when every open question was tried. Until then the question of before stays, if it is still open."""

    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.best: Settling | None = None
        self._trials: Iterator[Settling] = iter(())
        self._tried: list[Settling] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._try_one)

    def look(self, case: Case, tables: RuleTables, advice: Advice) -> None:
        """Begin anew with this advice."""
        open_now = {question.path for question in advice.questions}
        if self.best is not None and self.best.question.path not in open_now:
            self.best = None
        self._trials, self._tried = try_each(case, tables, advice), []
        self._next.start()

    def _try_one(self) -> None:
        found = next(self._trials, None)
        if found is not None:
            self._tried.append(found)
            self._next.start()
            return
        self.best = max(self._tried, key=lambda settling: settling.weight, default=None)
        self.settled.emit()
