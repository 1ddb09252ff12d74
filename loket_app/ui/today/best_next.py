"""Finds for each card in sight the question that settles most, one trial at a time between two events.

It is the same question as beside the open case: what is asked first is one thing everywhere.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from loket_app.domain.tables import RuleTables
from loket_app.ui.case.best_question import BestQuestion
from loket_app.ui.today.today_card import TodayCard


class BestNext(QObject):
    """Cards wait their turn as they come in sight; one that went away meanwhile is left out."""

    def __init__(self, tables: Callable[[], RuleTables], parent: QObject) -> None:
        super().__init__(parent)
        self._tables = tables
        self._waiting: deque[TodayCard] = deque()
        self._card: TodayCard | None = None
        self._best = BestQuestion(self)
        self._best.settled.connect(self._tell)

    def look(self, card: TodayCard) -> None:
        """Find the question of a card, unless it is known or there is none."""
        if not card.asked and card.row.advice.questions:
            self._waiting.append(card)
            if self._card is None:
                self._go_on()

    def _go_on(self) -> None:
        self._card = None
        while self._waiting and self._card is None:
            card = self._waiting.popleft()
            self._card = card if isValid(card) else None
        if self._card is not None:
            self._best.look(self._card.row.case, self._tables(), self._card.row.advice)

    def _tell(self) -> None:
        if self._card is not None and isValid(self._card) and self._best.best is not None:
            self._card.ask(self._best.best.question.path)
        self._go_on()
